import IbidModel
import IbidText

/// Citations by author and page: «(Hartnell 45)», «(see Roe and Quill 12–13; Lowe et al. 7)».
///
/// Parentheses are one only if their words are exactly the names of a list's work, but for an introduction before them
/// and pages behind them.
struct AuthorPageCitations {
  let text: [UInt8]
  let names: AuthorPageNames
  let labels: [String]
  /// Bytes between the parentheses at most.
  private static let longest = 160
  /// Words of introduction at most.
  private static let mostLeading = 4

  init(_ draft: ArticleDraft) {
    text = draft.text
    names = AuthorPageNames(draft)
    labels = draft.notes.map(\.label)
  }

  /// The citations of a block.
  func citations(in block: Range<Int>) -> [ArticleDraft.Citation] {
    var found: [ArticleDraft.Citation] = []
    var open: Int?
    for index in block {
      if text[index] == UInt8(ascii: "(") {
        open = index
      } else if text[index] == UInt8(ascii: ")"), let start = open {
        open = nil
        guard index - start <= Self.longest else { continue }
        let markers = markers(in: start + 1..<index)
        if !markers.isEmpty { found.append(.init(range: start..<index + 1, markers: markers)) }
      }
    }
    return found
  }

  /// Whether the numbers are those of the list's entries themselves, which then are no pages.
  static func countEntries(_ citations: [ArticleDraft.Citation]) -> Bool {
    let markers = citations.flatMap(\.markers)
    let counting = markers.count { marker in
      if case .note(let label) = marker.target { marker.label.hasSuffix(" " + label) } else { false }
    }
    return 2 * counting > markers.count
  }

  /// The works that the words between parentheses cite; none unless each part between semicolons cites one.
  private func markers(in range: Range<Int>) -> [ArticleDraft.MarkerDraft] {
    var markers: [ArticleDraft.MarkerDraft] = []
    for part in text[range].split(separator: UInt8(ascii: ";")) {
      guard let marker = marker(in: part.startIndex..<part.endIndex) else { return [] }
      markers.append(marker)
    }
    return markers
  }

  private func marker(in part: Range<Int>) -> ArticleDraft.MarkerDraft? {
    guard let pages = startOfPages(part) else { return nil }
    let words = NameWord.words(text, in: part.lowerBound..<pages.start)
    for start in words.indices.prefix(Self.mostLeading + 1) {
      let leading = words[..<start]
      guard leading.allSatisfy({ !$0.isCapitalized || MarkerWords.leadIns.containsFolded(text, $0.range) }) else {
        break
      }
      let name = AuthorPageNames.key(words[start...])
      // «(May 12)» is a day.
      guard words[start...].contains(where: \.isCapitalized), !Month.english.contains(name),
        let works = names.works[name], works.count == 1
      else { continue }
      let range = words[start].range.lowerBound..<pages.end
      return ArticleDraft.MarkerDraft(
        label: ReadingText.string(text, range), target: .note(labels[works[0]]), style: .authorYear, range: range)
    }
    return nil
  }

  /// Where the pages at the end of a part start and end: «45», «12–13», «pp. 3, 9», «2: 45».
  private func startOfPages(_ part: Range<Int>) -> (start: Int, end: Int)? {
    guard let last = text[part].lastIndex(where: { !$0.isASCIISpace }), text[last].isASCIIDigit else { return nil }
    var start = last
    while start > part.lowerBound, isOfPages(text[start - 1]) { start -= 1 }
    while start < last, !text[start].isASCIIDigit { start += 1 }
    guard start > part.lowerBound, !WordCensus.isWordByte(text, start - 1) else { return nil }
    let numbers = text[start...last].split { !$0.isASCIIDigit }
    guard numbers.allSatisfy({ $0.count <= 4 }), numbers.count <= 8,
      numbers.count > 1 || CitedYear.read(text, at: start, to: last + 1) == nil
    else { return nil }
    // «p. 45» and «pp. 45» say what the numbers count.
    let words = NameWord.words(text, in: part.lowerBound..<start)
    if let word = words.last, ["p", "pp", "s", "pág", "pag"].contains(word.folded),
      !word.isCapitalized || word.folded == "s"
    {
      start = word.range.lowerBound
    }
    return (start, last + 1)
  }

  /// Digits, and what stands between the numbers of pages.
  private func isOfPages(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIISpace || ",-:.".utf8.contains(byte) || byte == 0xE2 || byte == 0x80 || byte == 0x93
  }
}
