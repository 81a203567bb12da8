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
    var order: Double
    /// A weight for each feature.
    private let weights: [Double]

    init(bias: Double, order: Double = 1, weights: [MarkerFeature: Double]) {
      self.bias = bias
      self.order = order
      self.weights = MarkerFeature.allCases.map { weights[$0, default: 0] }
    }

    /// The log odds that a citation stands where this reading does.
    func score(of reading: NumberRun.Reading) -> Double { bias + reading.features.sum(weights) }
  }

  /// Numbers behind a word or a stop, before any was chosen.
  static let raised = Table(
    bias: -0.26,
    weights: [
      .stopBeforeCapital: 5.65, .beforeEnd: 5.41, .afterLowerWord: 4.12, .afterEtAl: 3.57, .beforeStop: 3.28,
      .commaBeforeLower: 2.75, .afterClosingParenthesis: 2.38, .spacedBeforeStop: 2.04, .afterComma: 2.04,
      .afterReferenceWord: 1.90, .afterCapitalizedWord: 1.79, .spacedAfterReferenceWord: 1.54,
      .gluedParenthesis: 1.38, .threeDigits: 1.18, .afterYear: 1.06, .bareOnce: 1.03, .bareMany: 0.91,
      .beforeComma: 0.91, .afterPercent: 0.87, .bareFew: 0.85, .hasSeveral: 0.72, .afterQuote: 0.71,
      .bracketed: 0.65, .afterNamePair: 0.60, .afterShortLowerWord: 0.53, .hasRange: 0.50, .spacedSeveral: 0.49,
      .beforeLower: 0.48, .beforeUpper: 0.44, .afterMixedCase: 0.31, .parenthesized: 0.14, .afterCapitals: -0.10,
      .unitPower: -0.43, .spacedInList: -0.45, .formula: -0.47, .beforeNumber: -0.52, .beforeClosing: -0.52,
      .baseWithOneOther: -0.63, .beforeOther: -0.70, .afterStop: -0.80, .bareNever: -0.85, .inHeading: -0.94,
      .afterNumberComma: -1.06, .lowerTokenAgain: -1.32, .beforeSlash: -1.57, .tokenAgain: -1.66,
      .afterSingleLetter: -1.70, .baseWithMore: -2.06, .afterColon: -2.11, .beforeHyphen: -2.19,
      .afterDecimal: -2.30, .afterOtherMark: -2.40, .oneDigit: -2.55, .beforeUnitMark: -2.63,
      .afterCountedWord: -2.65, .beforeLetter: -2.66, .afterWordWithDigits: -3.20, .tokenOften: -3.32,
      .spaced: -3.77, .afterDigitStop: -5.82,
    ])

  /// Numbers behind a word or a stop, once a first choice was made.
  static let second = Table(
    bias: -1.48, order: 0.58,
    weights: [
      .afterLowerWord: 4.08, .beforeEnd: 3.78, .afterEtAl: 3.43, .stopBeforeCapital: 3.36, .agreesWithStops: 2.44,
      .citedNowhereElse: 1.98, .afterClosingParenthesis: 1.92, .afterReferenceWord: 1.90, .spacedAmongSpaced: 1.86,
      .commaBeforeLower: 1.66, .beforeStop: 1.63, .spacedBeforeStop: 1.53, .spacedAfterReferenceWord: 1.52,
      .afterCapitalizedWord: 1.44, .threeDigits: 1.20, .bareMany: 1.10, .hasSeveral: 1.03, .beforeLower: 0.98,
      .afterShortLowerWord: 0.93, .bareOnce: 0.92, .parenthesized: 0.90, .beforeUpper: 0.88, .afterYear: 0.86,
      .afterNamePair: 0.82, .nextNear: 0.70, .bareFew: 0.64, .sameNear: 0.63, .afterQuote: 0.62,
      .gluedParenthesis: 0.57, .afterPercent: 0.50, .afterComma: 0.50, .isNext: 0.47, .bracketed: 0.36,
      .previousNear: 0.31, .spacedSeveral: 0.30, .isAhead: 0.24, .spacedAfterNumber: -0.07, .hasRange: -0.12,
      .afterCapitals: -0.15, .beforeComma: -0.23, .contradictsStops: -0.29, .unitPower: -0.33, .beforeNumber: -0.43,
      .spacedInList: -0.47, .baseWithOneOther: -0.52, .inHeading: -0.54, .beforeOther: -0.54, .afterStop: -0.70,
      .formula: -0.76, .afterNumberComma: -0.81, .beforeSlash: -0.83, .lowerTokenAgain: -1.09, .bareNever: -1.09,
      .tokenAgain: -1.24, .breaksOrder: -1.49, .afterColon: -1.51, .beforeLetter: -1.59, .oneDigit: -1.78,
      .afterDecimal: -1.79, .afterSingleLetter: -1.82, .baseWithMore: -1.89, .afterOtherMark: -2.08,
      .beforeUnitMark: -2.27, .beforeHyphen: -2.34, .afterCountedWord: -2.50, .tokenOften: -3.17,
      .afterWordWithDigits: -3.21, .spaced: -3.62, .afterDigitStop: -4.93,
    ])

  /// Numbers in brackets.
  static let bracketed = Table(bias: 9.00, weights: [:])

  /// Numbers in parentheses.
  static let parenthesized = Table(
    bias: 4.88,
    weights: [
      .beforeStop: 0.37, .spacedBeforeStop: 0.37, .hasSeveral: 0.23, .hasRange: 0.18, .spacedAfterNumber: 0.16,
      .afterStop: 0.11, .beforeLower: 0.11, .afterOtherMark: -0.31, .beforeComma: -0.51, .oneDigit: -0.68,
      .afterCountedWord: -1.63,
    ])
}
