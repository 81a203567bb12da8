import IbidModel
import IbidText

/// Pages of a field for the first and one for the last, either of which may hold both.
struct TaggedPages {
  /// Pages with ranges in full.
  private(set) var pages: String?
  /// How many pages a whole work has.
  private(set) var count: String?
  /// How the two values are held.
  private(set) var holding = ItemAssembly.Holding.exact

  /// Reads both. Words without a number (`unpaginated`, `No`) are no pages, and are kept.
  init(first: String?, last: String?, isWhole: Bool) {
    let number = { (text: String?) in text.flatMap { Self.isNumber($0) ? $0 : nil } }
    guard let first = number(first) else {
      pages = number(last)
      holding = first == nil && last == nil ? .exact : pages == nil ? .kept : .respelled
      return
    }
    guard let last else {
      if isWhole, !first.utf8.contains(UInt8(ascii: "-")) {
        count = first
      } else {
        pages = PageRange.expanded(first)
        holding = pages == first ? .exact : .respelled
      }
      return
    }
    if last == "+" {
      pages = first + last
      holding = .respelled
    } else if last == first {
      pages = first
      holding = isWhole ? .exact : .respelled
    } else if number(last) == nil {
      pages = first
      holding = .respelled
    } else {
      pages = Self.arePlain(first, last) ? first + "-" + last : PageRange.expanded(first + "-" + last)
      holding = Self.arePlain(first, last) || Self.ends(of: pages ?? "") == (first, last) ? .exact : .respelled
    }
  }

  private static func arePlain(_ first: String, _ last: String) -> Bool {
    first.utf8.count <= last.utf8.count && first.utf8.allSatisfy(\.isASCIIDigit) && last.utf8.allSatisfy(\.isASCIIDigit)
  }

  /// The first and the last page of a plain range; nil of everything else.
  static func ends(of pages: String) -> (String, String)? {
    let ends = pages.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty, isNumber(String(ends[0]) ?? ""),
      isNumber(String(ends[1]) ?? "")
    else { return nil }
    return String(ends[0]).flatMap { first in String(ends[1]).map { (first, $0) } }
  }

  /// Whether a text has a digit, or is a Roman numeral.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.contains(where: \.isASCIIDigit)
      || !text.isEmpty && text.utf8.allSatisfy { "ivxlc".utf8.contains($0 | 0x20) }
  }
}

private func == (left: (String, String)?, right: (String, String)) -> Bool {
  left.map { $0.0 == right.0 && $0.1 == right.1 } ?? false
}
