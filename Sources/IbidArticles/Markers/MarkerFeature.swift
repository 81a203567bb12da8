/// What is seen around a number, for or against its being a citation.
enum MarkerFeature: Int, Sendable, CaseIterable {
  // What the number is attached to.
  case afterLowerWord, afterShortLowerWord, afterCapitalizedWord, afterCapitals, afterMixedCase, afterSingleLetter
  case afterWordWithDigits, afterClosingParenthesis, afterQuote, afterPercent, afterOtherMark
  case afterStop, afterComma, afterColon, afterEtAl, afterReferenceWord, afterCountedWord, afterDigitStop
  // How the word it is attached to occurs elsewhere.
  case bareNever, bareOnce, bareFew, bareMany
  case tokenAgain, lowerTokenAgain, tokenOften, baseWithOneOther, baseWithMore
  // What stands behind it.
  case beforeStop, beforeComma, beforeLower, beforeUpper, beforeNumber, beforeClosing, beforeEnd, beforeHyphen,
    beforeLetter
  case beforeUnitMark, beforeSlash, beforeOpening, beforeOther, stopBeforeCapital, commaBeforeLower
  // The number itself.
  case hasSeveral, hasRange, oneDigit, threeDigits, formula, unitPower
  // Its form.
  case spaced, spacedSeveral, spacedBeforeStop, spacedAfterNumber, spacedInList, parenthesized, gluedParenthesis
  case enumerates, equation, bracketed
  // The words around it.
  case beforeFunctionWord, beforeMeasure, afterFunctionWord, beforeSpacedMark, beforeNoun
  // The block.
  case inHeading, inCaption, inListItem
  // Years and numbers before it.
  case afterYear, afterNumberComma, afterDecimal, afterUnknownDigits, spacedAfterReferenceWord, afterNamePair
  // The other citations that were chosen first.
  case citedNowhereElse, sameNear, previousNear, nextNear, isNext, isAhead, breaksOrder
  case agreesWithStops, contradictsStops, spacedAmongSpaced

  /// The features' names, in their order; an enumeration's own words for its cases are dear to ask for.
  static let names = allCases.map { "\($0)" }
}
