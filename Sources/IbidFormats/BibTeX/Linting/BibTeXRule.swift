package import IbidModel

/// One thing that can be wrong with a `.bib` file. Its examples are its tests and its page in the catalogue.
package struct BibTeXRule: Sendable {
  package let id: String
  package let severity: Severity
  package let summary: String
  /// Why it is wrong, and what to do.
  package let explanation: String
  package let examples: [Example]

  /// A file in which `⟦` and `⟧` stand around what the rule finds; without them it stays silent. And the file mended,
  /// where that is safe.
  package struct Example: Sendable {
    package let text: String
    package let mended: String?

    init(_ text: String, mended: String? = nil) {
      self.text = text
      self.mended = mended
    }
  }

  /// All rules, in the order of the catalogue.
  package static let all: [BibTeXRule] = [
    .unescapedAmpersand, .unescapedPercent, .unescapedHash, .unescapedUnderscore, .oddDollar, .unbalancedBraces,
    .quoteInQuotes, .missingComma, .strayText, .cutOff, .wrongEncoding, .controlCharacter, .noBreakSpace,
    .decomposedAccent, .htmlEntity, .missingKey, .keyCharacters, .duplicateKey, .keyDiffersByCase,
    .crossrefToNothing, .undefinedString, .unknownType, .unknownField, .missingField, .fieldTwice,
    .monthSpelledOut, .unknownMonth, .badYear, .badDate, .pagesDash, .badIsbn, .badIssn, .doiAsUrl,
    .doiWithSpace, .duplicateDoi, .initialsLast, .namesByCommas, .namesBySemicolons, .tooManyCommas, .trailingAnd,
    .andInBody,
    .unprotectedCapitals,
  ]

  static let severities = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.severity) })
}
