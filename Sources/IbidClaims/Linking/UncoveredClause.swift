package import IbidModel
internal import IbidText

/// The part of a cited sentence that stands behind its last marker and claims something of its own.
package struct UncoveredClause: Sendable, Hashable {
  /// 0-based index of the sentence.
  package var sentence: Int
  /// The clause in the file.
  package var range: SourceRange
  /// Its text.
  package var text: String
}

/// Splits a sentence whose citation covers only part of it at the clause.
struct ClauseSplitter {
  let reading: ReadingCopy

  private static let leastWords = 6

  /// The clause behind the last marker of each sentence, where it is a claim by itself.
  func clauses(of article: Article, judgements: [Judgement]) -> [UncoveredClause] {
    article.sentences.indices.compactMap { index in
      let sentence = article.sentences[index]
      guard let last = article.markers[sentence.markers].map({ reading.offsets(of: $0.range).upperBound }).max(),
        sentence.setting == .paragraph || sentence.setting == .listItem, judgements[index].kind != .question
      else { return nil }
      return clause(behind: last, in: sentence, index, of: article)
    }
  }

  private func clause(behind marker: Int, in sentence: Sentence, _ index: Int, of article: Article) -> UncoveredClause?
  {
    let source = reading.bytes
    let end = reading.offsets(of: sentence.range).upperBound
    guard let clause = startOfClause(source, marker, end),
      let start = (clause..<max(clause, end)).first(where: { !source[$0].isASCIISpace })
    else { return nil }
    let text = String(decoding: source[start..<end].map { $0.isASCIISpace ? 0x20 : $0 }, as: UTF8.self)
    guard SearchKey.words(of: text).count >= Self.leastWords,
      ClaimJudge.standsAlone(text, like: sentence, in: article)
    else { return nil }
    return UncoveredClause(
      sentence: index, range: reading.range(start..<end), text: text)
  }

  /// Where the clause begins: behind a comma, semicolon or dash, or at a word that joins clauses.
  private func startOfClause(_ source: [UInt8], _ marker: Int, _ end: Int) -> Int? {
    var start = marker
    // What closes the marker: brackets, a second asterisk or caret.
    while start < end, !source[start].isASCIISpace, !Self.separators.contains(source[start]), source[start] < 0x80 {
      if source[start].isASCIILetter || source[start].isASCIIDigit { return nil }
      start += 1
    }
    guard start < end else { return nil }
    if Self.separators.contains(source[start]) { return start + 1 }
    if let dash = Self.dash(source[start..<end]) { return dash }
    while start < end, source[start].isASCIISpace { start += 1 }
    if let dash = Self.dash(source[start..<end]) { return dash }
    let word = source[start..<end].prefix { $0.isASCIILetter }
    return Self.conjunctions.contains(String(decoding: word, as: UTF8.self)) ? start : nil
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")]

  private static let conjunctions: Set<String> = [
    "and", "but", "while", "whereas", "although", "though", "yet", "so", "which", "because", "since", "where",
  ]

  /// Behind an em or en dash.
  private static func dash(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 3, bytes.starts(with: [0xE2, 0x80]) else { return nil }
    let third = bytes[bytes.startIndex + 2]
    return third == 0x93 || third == 0x94 ? bytes.startIndex + 3 : nil
  }
}
