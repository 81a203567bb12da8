import IbidModel
import IbidText

/// Numbers in brackets that are no notes': an interval, «[10, 20] mm», or degrees of freedom, «F[1,5] = 0.6».
struct NumberedInterval {
  let text: [UInt8]
  let block: Range<Int>
  /// The brackets.
  let extent: Range<Int>
  let parts: [NumberRun.Part]

  /// Whether the brackets may hold notes.
  var isNone: Bool { !isIndex && !(isPair && (isMeasured || isAnnounced)) }

  /// Two rising numbers with a comma between.
  private var isPair: Bool {
    parts.count == 2 && parts.allSatisfy { $0.first == $0.last } && parts[0].first < parts[1].first
  }

  /// Glued to a single letter, and two numbers or before a sign of comparison.
  private var isIndex: Bool {
    let start = extent.lowerBound
    guard start > block.lowerBound, WordCensus.isWordByte(text, start - 1) else { return false }
    var word = start
    while word > block.lowerBound, start - word < 4, WordCensus.isWordByte(text, word - 1) { word -= 1 }
    guard String(decoding: text[word..<start], as: UTF8.self).unicodeScalars.count == 1 else { return false }
    let next = NumberList.skippingBlanks(text, extent.upperBound, block.upperBound)
    return isPair || next < block.upperBound && "=<>".utf8.contains(text[next])
  }

  /// A unit stands behind.
  private var isMeasured: Bool {
    let next = NumberList.skippingBlanks(text, extent.upperBound, block.upperBound)
    guard next < block.upperBound else { return false }
    if text[next] == UInt8(ascii: "%") { return true }
    // «°C», «µm».
    if text[next] == 0xC2, next + 1 < block.upperBound, text[next + 1] == 0xB0 || text[next + 1] == 0xB5 { return true }
    var end = next
    while end < block.upperBound, end - next < 16, WordCensus.isWordByte(text, end) { end += 1 }
    return MarkerWords.measures.contains(text, next..<end)
  }

  /// A word for an interval stands before.
  private var isAnnounced: Bool {
    var end = extent.lowerBound
    while end > block.lowerBound, text[end - 1].isASCIISpace { end -= 1 }
    var word = end
    while word > block.lowerBound, end - word < 16, WordCensus.isWordByte(text, word - 1) { word -= 1 }
    return MarkerWords.intervals.containsFolded(text, word..<end)
  }
}
