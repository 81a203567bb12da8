import IbidModel
import IbidText

/// Finds a site's own numbers: a capitalized name, a number, and a sign («❐») behind it or an identifier before it.
enum SiteNumbers {
  /// The spans in `tokens`, none of them within `known`, which stand in the order of the text.
  static func spans(_ bytes: [UInt8], _ tokens: [Token], beside known: [IdentifierSpan]) -> [IdentifierSpan] {
    var found: [IdentifierSpan] = []
    var knownIndex = 0
    for (index, token) in tokens.enumerated() where token.kind == .number && (3...9).contains(token.range.count) {
      while knownIndex < known.count, known[knownIndex].range.upperBound <= token.start { knownIndex += 1 }
      if knownIndex < known.count, known[knownIndex].range.contains(token.start) { continue }
      var start = index
      while start > 0, index - start < 3, tokens[start - 1].startsUpper, tokens[start - 1].length > 1,
        tokens[start].followsSpace
      {
        start -= 1
      }
      guard start < index, token.followsSpace, tokens[start].followsSpace else { continue }
      let precedingEnd = max(
        knownIndex > 0 ? known[knownIndex - 1].range.upperBound : -1, found.last?.range.upperBound ?? -1)
      let isBehindIdentifier =
        precedingEnd >= 0 && precedingEnd <= tokens[start].start
        && !tokens[..<start].suffix(4).contains { $0.start >= precedingEnd && ($0.isWord || $0.kind == .number) }
      // «https://example.com. Accessed 2020-01-31»: a year behind an address is no number of a site's.
      guard isBehindIdentifier && !TokenShape.isYear(token, bytes) || isFollowedBySign(bytes, tokens, index) else {
        continue
      }
      let name = String(decoding: bytes[tokens[start].start..<tokens[index - 1].end], as: UTF8.self)
      found.append(
        IdentifierSpan(
          kind: .site(name), range: tokens[start].start..<token.end,
          value: String(decoding: bytes[token.range], as: UTF8.self)))
    }
    return found
  }

  /// Whether a symbol beyond punctuation stands behind the token: «❐», «↗», «🔗».
  private static func isFollowedBySign(_ bytes: [UInt8], _ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .mark else { return false }
    return isSign(bytes[tokens[index + 1].range])
  }

  /// Whether a mark is a symbol (arrows, dingbats, pictures) and no punctuation.
  static func isSign(_ mark: ArraySlice<UInt8>) -> Bool {
    guard let first = mark.first else { return false }
    if first == 0xF0 { return true }
    guard first == 0xE2, mark.count > 1 else { return false }
    // U+2190…U+2BFF.
    return mark[mark.startIndex + 1] >= 0x86
  }
}
