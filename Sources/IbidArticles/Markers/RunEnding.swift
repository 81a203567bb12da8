import IbidModel

/// What stands behind a number.
struct RunEnding {
  let text: [UInt8]
  let block: Range<Int>
  /// The offset behind the number.
  let end: Int

  /// What the surroundings behind the number tell.
  func features(of context: RunContext) -> MarkerFeatures {
    guard end < block.upperBound else { return context.isSpaced ? [.beforeEnd, .spacedBeforeStop] : [.beforeEnd] }
    switch text[end] {
    case UInt8(ascii: "."):
      let next = end + 1 < block.upperBound ? text[end + 1] : 0x20
      if next.isASCIIDigit { return [.beforeUnitMark] }
      return context.isSpaced ? [.beforeStop, .spacedBeforeStop] : [.beforeStop]
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      let next = end + 1 < block.upperBound ? text[end + 1] : 0x20
      return next.isASCIIDigit ? [.beforeNumber] : [.beforeComma]
    case 0x20, 0x0A, 0x0D, 0x09: return afterBlank(context)
    case 0xC2 where end + 1 < block.upperBound && text[end + 1] == 0xA0: return afterBlank(context)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"): return [.beforeClosing]
    case UInt8(ascii: "-"): return [.beforeHyphen]
    case UInt8(ascii: "/"): return [.beforeSlash]
    case UInt8(ascii: "("), UInt8(ascii: "["): return [.beforeOpening]
    case UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "_"):
      return [.beforeUnitMark]
    case 0xC2, 0xCE, 0xCF, 0xCC: return [.beforeUnitMark]
    case 0xE2: return fromPunctuation()
    default: return text[end].isASCIILetter || text[end] >= 0xC3 ? [.beforeLetter] : [.beforeOther]
    }
  }

  private func fromPunctuation() -> MarkerFeatures {
    guard end + 2 < block.upperBound, text[end + 1] == 0x80 else { return [.beforeUnitMark] }
    switch text[end + 2] {
    case 0x9D, 0x99: return [.beforeClosing]
    case 0x94: return [.beforeComma]
    case 0x93, 0x90, 0x91: return [.beforeHyphen]
    case 0xA6: return [.beforeStop]
    default: return [.beforeOther]
    }
  }

  private func afterBlank(_ context: RunContext) -> MarkerFeatures {
    let next = NumberList.skippingBlanks(text, end, block.upperBound)
    guard next < block.upperBound else { return [.beforeEnd] }
    let byte = text[next]
    let before = context.start > 0 ? text[context.start - 1] : 0x20
    let isBehindStop =
      before == UInt8(ascii: ".") || before == UInt8(ascii: "?") || before == UInt8(ascii: "!")
      || before == 0x9D || before == UInt8(ascii: "\"")
    if (65...90).contains(byte) || byte == 0xE2 || byte == UInt8(ascii: "\"") {
      return isBehindStop ? [.beforeUpper, .stopBeforeCapital] : [.beforeUpper]
    }
    if byte.isASCIIDigit { return [.beforeNumber] }
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") {
      return [.beforeStop, .beforeSpacedMark]
    }
    if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    {
      return [.beforeUnitMark]
    }
    if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { return [.beforeOpening] }
    var features: MarkerFeatures = [.beforeLower]
    if before == UInt8(ascii: ",") { features.append(.commaBeforeLower) }
    let end = text[next..<block.upperBound].prefix { $0.isASCIILetter }.endIndex
    if MarkerWords.functionWords.contains(text, next..<end) {
      features.append(.beforeFunctionWord)
    } else if MarkerWords.measures.contains(text, next..<end) {
      features.append(.beforeMeasure)
    } else {
      features.append(.beforeNoun)
    }
    return features
  }
}
