import IbidModel
import IbidScan
import IbidText

/// Where in its volume an article stands: pages, or the number that stands for them.
///
/// An article number (`e0270221`) is `number`, as CSL has it, and `page` too: CSL's styles print `page` behind the
/// volume, hardly one of them prints `number` for an article of a journal, and Medline itself keeps it among the
/// pages. It is never taken for a range.
///
/// Source: NLM DTD, `Pagination` and `ELocationID`; CSL 1.0.2, appendix IV.
struct PubMedPages: Equatable {
  /// Pages with every range in full.
  var pages: String?
  /// The number in place of pages.
  var articleNumber: String?
  /// What else stands there: `discussion 1791`, `34457 words`.
  var note: String?

  /// Reads `MedlinePgn`; failing that, the first and last page; failing that, a publisher's item identifier that is
  /// short enough to be an article number.
  init(medlinePgn: String?, startPage: String?, endPage: String?, publisherItem: String?) {
    if let medlinePgn {
      read(medlinePgn)
    } else if let startPage {
      read(endPage.map { $0 == startPage ? startPage : startPage + "-" + $0 } ?? startPage)
    }
    if let item = publisherItem, pages == nil || pages == item, Self.isArticleNumber(item) {
      pages = item
      if !Self.isPlainRange(item) { articleNumber = item }
    }
  }

  private mutating func read(_ text: String) {
    // One page, as many articles have.
    if text.utf8.count < 6, text.utf8.allSatisfy(\.isASCIIDigit), !text.isEmpty {
      pages = text
      return
    }
    if text.utf8.first == UInt8(ascii: "[") {
      note = String(text.drop { $0 == "[" }.prefix { $0 != "]" })
      return
    }
    var kept: [Substring] = []
    var notes: [String] = []
    for part in text.split(separator: ";") {
      var part = part.drop { $0 == " " }
      for word in ["contd", "concl", "passim"] where part.hasSuffix(" " + word) {
        part = part.dropLast(word.count + 1)
        notes.append(word)
      }
      let first = part.prefix { $0.isLetter }
      if first.count > 3, PubMedPages.notPages.contains(first.lowercased()) {
        notes.append(String(part))
      } else if !part.isEmpty {
        kept.append(part)
      }
    }
    if !notes.isEmpty { note = notes.joined(separator: "; ") }
    guard !kept.isEmpty else { return }
    let pages = PageRange.expanded(kept.joined(separator: "; "))
    self.pages = pages
    if Self.isNumberInPlaceOfPages(pages) { articleNumber = pages }
  }

  private static let notPages: Set<String> = [
    "discussion", "discussions", "author", "authors", "reply", "quiz", "passim", "contd", "followed", "concl",
    "comment", "response",
  ]

  /// The pages of a range of plain numbers, `964-70` as `964-970`: what nine in ten are; nil for anything else.
  init?(plainRange text: Span<UInt8>) {
    guard text.count < 20, let dash = text.firstOffset(where: { $0 == UInt8(ascii: "-") }), dash > 0,
      dash + 1 < text.count, text.extracting(..<dash).allSatisfy(\.isASCIIDigit),
      text.extracting((dash + 1)...).allSatisfy(\.isASCIIDigit)
    else { return nil }
    let missing = max(0, 2 * dash + 1 - text.count)
    pages =
      text.extracting(...dash).text + text.extracting(..<missing).text + text.extracting((dash + 1)...).text
  }

  /// `1-16`, which some publishers give as the item's identifier; `e01408-19` is a number and the year of a manuscript.
  private static func isPlainRange(_ item: String) -> Bool {
    let ends = item.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]) else { return false }
    return first < last
  }

  /// A single word that starts small or has several letters, and digits behind: `e0270221`, `CD002020`, `ra50`,
  /// `Unit6.10`; or six digits and more. `R795`, `S172` and `viii` are pages.
  private static func isNumberInPlaceOfPages(_ pages: String) -> Bool {
    let utf8 = pages.utf8
    guard (2...24).contains(utf8.count), utf8.contains(where: \.isASCIIDigit),
      utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") })
    else { return false }
    let letters = utf8.filter(\.isASCIILetter)
    if letters.isEmpty { return utf8.count >= 6 && !utf8.contains(UInt8(ascii: ".")) }
    let startsSmall = letters.first.map { $0 >= 97 } ?? false
    return letters.count > 1 || (startsSmall && utf8.first.map(\.isASCIILetter) == true)
  }

  /// A publisher's item identifier (PII) proper names an article for machines only: `S0140-6736(06)69484-X`, or S
  /// and sixteen digits. Paths and long hashes are no numbers either.
  private static func isArticleNumber(_ item: String) -> Bool {
    let utf8 = item.utf8
    guard (1...24).contains(utf8.count), utf8.contains(where: \.isASCIIDigit),
      utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return false }
    let digits = utf8.count { $0.isASCIIDigit }
    let isPII = utf8.first.map { $0 | 0x20 == UInt8(ascii: "s") || $0.isASCIIDigit } == true && digits >= 15
    return !isPII && digits <= 12
  }
}
