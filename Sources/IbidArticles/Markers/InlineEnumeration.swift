import IbidModel

/// Numbers in brackets that count the items of a list in the prose: «three steps: (1) wash, (2) dry and (3) fold».
enum InlineEnumeration {
  /// The runs of a block without those that count items: numbers from 1 on, each between blanks before a word, and
  /// behind a mark, or behind «and» or «or».
  static func removed(from runs: [NumberRun], in text: [UInt8]) -> [NumberRun] {
    var kept: [NumberRun] = []
    var index = 0
    while index < runs.count {
      var count = 0
      while index + count < runs.count, number(runs[index + count]) == count + 1,
        startsItem(runs[index + count].range, in: text, isFirst: count == 0)
      {
        count += 1
      }
      if count > 1 {
        index += count
      } else {
        kept.append(runs[index])
        index += 1
      }
    }
    return kept
  }

  private static func number(_ run: NumberRun) -> Int? {
    guard let parts = run.readings.first?.parts, parts.count == 1, parts[0].first == parts[0].last else { return nil }
    return parts[0].first
  }

  private static func startsItem(_ range: Range<Int>, in text: [UInt8], isFirst: Bool) -> Bool {
    guard range.upperBound + 1 < text.count, text[range.upperBound] == 0x20,
      text[range.upperBound + 1].isASCIILetter || text[range.upperBound + 1] >= 0x80
    else { return false }
    var end = range.lowerBound
    while end > 0, text[end - 1].isASCIISpace { end -= 1 }
    guard end > 0 else { return true }
    // A marker is glued to what it marks.
    guard end < range.lowerBound else { return false }
    let isBehindDash = end >= 3 && text[end - 3..<end].elementsEqual("—".utf8)
    if isBehindDash || (isFirst ? ":;." : ":;,").utf8.contains(text[end - 1]) { return true }
    var word = end
    while word > 0, end - word < 16, text[word - 1].isASCIILetter { word -= 1 }
    return MarkerWords.joints.containsFolded(text, word..<end)
      || isFirst && MarkerWords.listOpeners.containsFolded(text, word..<end)
  }
}
