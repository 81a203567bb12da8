import IbidModel

/// Log odds that each feature adds, per way of writing markers; fitted by logistic regression on marked articles.
enum MarkerWeights {
  /// The weights before any citation was chosen.
  static func first(_ style: Marker.Style) -> Table {
    style == .superscript ? raised : style == .bracket ? bracketed : parenthesized
  }

  struct Table: Sendable {
    var bias: Double
    /// What the order of the notes counts for.
    var order = 1.0
    var weights: [MarkerFeature: Double]

    /// The log odds that a citation stands where this reading does.
    func score(of reading: NumberRun.Reading) -> Double {
      reading.features.reduce(bias) { $0 + weights[$1, default: 0] }
    }
  }

  /// Numbers behind a word or a stop, before any was chosen.
  static let raised = Table(
    bias: -0.10,
    weights: [
      .beforeEnd: 4.80, .stopBeforeCapital: 4.67, .afterLowerWord: 3.78, .beforeStop: 3.05, .afterEtAl: 3.00,
      .commaBeforeLower: 2.54, .spacedBeforeStop: 2.35, .afterReferenceWord: 1.87, .afterClosingParenthesis: 1.82,
      .afterComma: 1.79, .afterCapitalizedWord: 1.75, .spacedAfterReferenceWord: 1.47, .threeDigits: 1.38,
      .afterNamePair: 1.18, .afterYear: 1.14, .bareFew: 1.05, .bareMany: 0.97, .bareOnce: 0.96, .beforeComma: 0.93,
      .afterPercent: 0.87, .bracketed: 0.77, .hasSeveral: 0.63, .afterQuote: 0.56, .afterShortLowerWord: 0.46,
      .beforeLower: 0.39, .beforeUpper: 0.39, .spacedSeveral: 0.37, .afterMixedCase: 0.31, .spacedAfterNumber: 0.15,
      .afterCapitals: 0.15, .beforeOpening: 0.11, .afterStop: -0.28, .unitPower: -0.36, .beforeClosing: -0.42,
      .beforeNumber: -0.51, .hasRange: -0.52, .spacedInList: -0.59, .baseWithOneOther: -0.60, .inHeading: -0.71,
      .beforeOther: -0.74, .afterNumberComma: -0.79, .bareNever: -0.87, .formula: -0.98, .afterSingleLetter: -1.26,
      .beforeSlash: -1.33, .lowerTokenAgain: -1.39, .baseWithMore: -1.64, .beforeHyphen: -1.83, .tokenAgain: -1.91,
      .afterOtherMark: -2.18, .afterColon: -2.38, .beforeLetter: -2.38, .afterCountedWord: -2.49, .oneDigit: -2.55,
      .afterDecimal: -2.61, .beforeUnitMark: -2.63, .tokenOften: -3.29, .spaced: -3.39, .afterWordWithDigits: -3.42,
      .afterDigitStop: -5.45,
    ])

  /// Numbers behind a word or a stop, once a first choice was made.
  static let second = Table(
    bias: -1.37, order: 0.66,
    weights: [
      .afterLowerWord: 3.68, .beforeEnd: 3.49, .stopBeforeCapital: 3.06, .afterEtAl: 2.77, .citedNowhereElse: 2.58,
      .afterReferenceWord: 2.28, .agreesWithStops: 2.10, .spacedAmongSpaced: 2.08, .spacedAfterReferenceWord: 1.84,
      .afterCapitalizedWord: 1.72, .spacedBeforeStop: 1.64, .threeDigits: 1.64, .commaBeforeLower: 1.53,
      .afterClosingParenthesis: 1.50, .beforeStop: 1.44, .bareMany: 1.21, .afterYear: 1.11, .afterNamePair: 0.95,
      .hasSeveral: 0.94, .beforeUpper: 0.93, .afterComma: 0.93, .bareOnce: 0.83, .bareFew: 0.83, .beforeLower: 0.81,
      .sameNear: 0.79, .afterShortLowerWord: 0.76, .nextNear: 0.68, .afterQuote: 0.65, .afterPercent: 0.64,
      .bracketed: 0.53, .parenthesized: 0.29, .previousNear: 0.29, .spacedSeveral: 0.27, .afterCapitals: 0.16,
      .afterMixedCase: -0.13, .beforeClosing: -0.14, .isAhead: -0.15, .beforeComma: -0.18, .isNext: -0.21,
      .beforeOther: -0.38, .afterNumberComma: -0.38, .contradictsStops: -0.38, .beforeNumber: -0.39,
      .baseWithOneOther: -0.40, .afterStop: -0.41, .unitPower: -0.41, .spacedInList: -0.50, .inHeading: -0.57,
      .hasRange: -0.66, .beforeSlash: -0.75, .bareNever: -0.92, .formula: -1.01, .lowerTokenAgain: -1.13,
      .baseWithMore: -1.33, .afterSingleLetter: -1.35, .breaksOrder: -1.40, .beforeLetter: -1.49,
      .tokenAgain: -1.50, .afterDecimal: -1.61, .oneDigit: -1.62, .afterOtherMark: -1.64, .afterColon: -1.87,
      .beforeHyphen: -1.87, .afterCountedWord: -2.25, .beforeUnitMark: -2.26, .tokenOften: -3.04, .spaced: -3.25,
      .afterWordWithDigits: -3.50, .afterDigitStop: -4.41,
    ])

  /// Numbers in brackets.
  static let bracketed = Table(bias: 9.00, weights: [:])

  /// Numbers in parentheses.
  static let parenthesized = Table(
    bias: 4.50,
    weights: [
      .spacedBeforeStop: 0.43, .beforeStop: 0.43, .spacedAfterNumber: 0.21, .hasSeveral: 0.14, .hasRange: 0.14,
      .afterStop: 0.07, .beforeLower: -0.11, .beforeComma: -0.33, .afterOtherMark: -0.57, .oneDigit: -0.88,
      .afterCountedWord: -1.21,
    ])
}
