import IbidModel

/// The names by which a text cites works of a list by author and page: «Hartnell», «Roe and Quill», «Lowe et al.».
struct AuthorPageNames: Sendable {
  /// Works by the words of their authors' names, joined by blanks, «and» left out.
  private(set) var works: [String: [Int]] = [:]

  /// Words between names.
  static let joiners: Set<String> = ["and", "und", "y", "e", "et", "en", "och", "og"]
  private static let longestHead = 300

  init(_ draft: ArticleDraft) {
    for (index, note) in draft.notes.enumerated() {
      for form in Self.forms(draft.text, note.paragraphs.first?.range ?? note.range) {
        works[form, default: []].append(index)
      }
    }
  }

  /// A name as a key: `modern language association`, `lowe al` for «Lowe et al.».
  static func key(_ words: some Sequence<NameWord>) -> String {
    words.lazy.map(\.folded).filter { !joiners.contains($0) }.joined(separator: " ")
  }

  /// How the text may name the authors with which an entry begins.
  private static func forms(_ text: [UInt8], _ entry: Range<Int>) -> [String] {
    let head = entry.lowerBound..<min(entry.upperBound, entry.lowerBound + longestHead)
    guard let end = endOfAuthors(text, head) else { return [] }
    let parts = text[head.lowerBound..<end].split(separator: UInt8(ascii: ",")).map {
      NameWord.words(text, in: $0.startIndex..<$0.endIndex)
    }
    guard let first = parts.first, !first.isEmpty, first.count <= 10, first[0].folded.utf8.count > 1 else { return [] }
    var surnames = [key(first)]
    var isShort = false
    // Behind the first author's given names come the others, each with the given names before the surname.
    for part in parts.dropFirst(2) {
      let words = part.drop {
        joiners.contains($0.folded) && part.count > 1 && $0.folded != "et" || $0.folded == "with"
      }
      if words.first?.folded == "et",
        words.dropFirst().first?.folded == "al" || words.dropFirst().first?.folded == "alii"
      {
        isShort = true
      } else if let last = words.last(where: { !$0.isCapitals || $0.folded.utf8.count > 1 }),
        !roles.contains(last.folded)
      {
        // A particle is part of the name.
        let name = words.last { $0.range.upperBound < last.range.lowerBound && !$0.isCapitalized }
        surnames.append(name.map { $0.folded + " " + last.folded } ?? last.folded)
      }
    }
    if isShort { return [surnames[0] + " al"] }
    let all = surnames.joined(separator: " ")
    return surnames.count > 2 ? [all, surnames[0] + " al"] : [all]
  }

  /// Where the authors' names end: at the first stop that is no initial's, or at the title's quotation mark.
  private static func endOfAuthors(_ text: [UInt8], _ head: Range<Int>) -> Int? {
    for index in head where text[index] == UInt8(ascii: ".") {
      let isLast = index + 1 == head.upperBound
      guard isLast || text[index + 1].isASCIISpace || text[index + 1] == 0xE2 || text[index + 1] == UInt8(ascii: "\"")
      else { continue }
      let isInitial =
        index > head.lowerBound + 1 && (65...90).contains(text[index - 1]) && !WordCensus.isWordByte(text, index - 2)
      if isInitial, !isLast {
        // «Hartnell, V. J. The Plot»: an initial before a title ends the names, one before a surname does not.
        let names = text[head.lowerBound..<index]
        let isFirstAuthor = names.count { $0 == UInt8(ascii: ",") } < 2
        let next = NumberList.skippingBlanks(text, index + 1, head.upperBound)
        let isFollowed =
          next + 1 < head.upperBound && (65...90).contains(text[next]) && text[next + 1] == UInt8(ascii: ".")
        if isFollowed || !isFirstAuthor { continue }
      }
      return index
    }
    return nil
  }

  /// What a list says of people who are no authors.
  private static let roles: Set<String> = [
    "editor", "editors", "ed", "eds", "translator", "translators", "director", "trans",
  ]
}
