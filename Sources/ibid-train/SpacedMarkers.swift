import IbidArticles

/// Puts blanks around raised numbers, as copies of some journals' pages have them: «treatment. 16 In», «time 1 , 3 .»
enum SpacedMarkers {
  /// The text with blanks before its markers; in form 1 behind them too, in form 2 around the separators in them as well.
  static func spaced(
    _ text: [UInt8], _ groups: [MarkedText.Group], form: Int
  ) -> (text: [UInt8], groups: [MarkedText.Group]) {
    var bytes: [UInt8] = []
    var places: [MarkedText.Group] = []
    var index = 0
    for group in groups.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where group.range.lowerBound >= index
    {
      bytes += text[index..<group.range.lowerBound]
      index = group.range.upperBound
      // Brackets are left out: the numbers stood raised.
      while let last = bytes.last, last == UInt8(ascii: "[") || last == UInt8(ascii: "(") { bytes.removeLast() }
      if index < text.count, text[index] == UInt8(ascii: "]") || text[index] == UInt8(ascii: ")") { index += 1 }
      if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
      let start = bytes.count
      bytes += numbers(text[group.range], isWide: form == 2)
      places.append(MarkedText.Group(range: start..<bytes.count, numbers: group.numbers))
      if form > 0, index < text.count, text[index] != 0x20, text[index] != 0x0A { bytes.append(0x20) }
    }
    return (bytes + text[index...], places)
  }

  private static func numbers(_ marker: ArraySlice<UInt8>, isWide: Bool) -> [UInt8] {
    let digits = marker.filter { !"[]() ".utf8.contains($0) }
    guard isWide else { return Array(digits) }
    var bytes: [UInt8] = []
    for byte in digits {
      let isDigit = (48...57).contains(byte)
      let wasDigit = bytes.last.map { (48...57).contains($0) } ?? isDigit
      if isDigit != wasDigit, byte & 0xC0 != 0x80, bytes.last != 0x20 { bytes.append(0x20) }
      bytes.append(byte)
    }
    return bytes
  }
}
