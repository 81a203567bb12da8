import IbidModel

/// Log odds that each feature adds, per way of writing markers; fitted by logistic regression on marked articles.
enum MarkerWeights {
  /// The log odds that a citation stands where this reading does, from what surrounds it.
  static func score(of reading: NumberRun.Reading) -> Double {
    let table = reading.style == .superscript ? raised : reading.style == .bracket ? bracketed : parenthesized
    return reading.features.reduce(table.bias) { $0 + table.weights[$1, default: 0] }
  }

  struct Table: Sendable {
    var bias: Double
    var weights: [MarkerFeature: Double]
  }

  /// Numbers behind a word or a stop.
  static let raised = Table(
    bias: -0.00,
    weights: [
      .beforeEnd: 4.38, .stopBeforeCapital: 4.34, .afterLowerWord: 3.93, .beforeStop: 3.07, .afterEtAl: 2.97,
      .spacedBeforeStop: 2.42, .commaBeforeLower: 2.25, .afterComma: 2.15, .afterReferenceWord: 1.99,
      .afterCapitalizedWord: 1.99, .afterClosingParenthesis: 1.85, .threeDigits: 1.21, .bareFew: 1.01,
      .bareMany: 0.94, .beforeComma: 0.92, .bareOnce: 0.86, .afterPercent: 0.85, .hasSeveral: 0.61,
      .afterQuote: 0.60, .afterShortLowerWord: 0.52, .spacedSeveral: 0.45, .afterMixedCase: 0.43,
      .beforeLower: 0.41, .afterStop: 0.37, .beforeUpper: 0.31, .afterCapitals: 0.23, .spacedAfterNumber: 0.17,
      .beforeOpening: 0.13, .hasRange: -0.07, .beforeClosing: -0.27, .unitPower: -0.38, .beforeNumber: -0.46,
      .spacedInList: -0.54, .baseWithOneOther: -0.60, .inHeading: -0.65, .beforeOther: -0.80, .formula: -0.96,
      .bareNever: -1.17, .lowerTokenAgain: -1.30, .afterSingleLetter: -1.34, .beforeSlash: -1.39,
      .beforeHyphen: -1.49, .tokenAgain: -1.66, .baseWithMore: -1.78, .afterOtherMark: -2.26, .beforeLetter: -2.34,
      .afterCountedWord: -2.40, .afterColon: -2.47, .beforeUnitMark: -2.60, .oneDigit: -2.64, .tokenOften: -3.54,
      .afterWordWithDigits: -3.57, .spaced: -3.58, .afterDigitStop: -5.25,
    ])

  /// Numbers in brackets.
  static let bracketed = Table(bias: 4.00, weights: [:])

  /// Numbers in parentheses.
  static let parenthesized = Table(
    bias: 4.49,
    weights: [
      .beforeStop: 0.43, .spacedBeforeStop: 0.43, .spacedAfterNumber: 0.23, .hasSeveral: 0.14, .hasRange: 0.14,
      .afterStop: 0.07, .beforeLower: -0.11, .beforeComma: -0.33, .afterOtherMark: -0.57, .oneDigit: -0.88,
      .afterCountedWord: -1.21,
    ])
}
