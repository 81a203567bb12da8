extension UInt8 {
  /// Whether this byte is `0` to `9`.
  @inlinable public var isASCIIDigit: Bool { self >= 48 && self <= 57 }
  /// Whether this byte is `A` to `Z` or `a` to `z`.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) >= 97 && (self | 0x20) <= 122 }
  /// Whether this byte is a blank, a tab or a line break.
  @inlinable public var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension BidirectionalCollection<UInt8> {
  /// Without the ASCII white space at both ends.
  @inlinable package var trimmedASCII: [UInt8] {
    guard let first = firstIndex(where: { !$0.isASCIISpace }),
      let last = lastIndex(where: { !$0.isASCIISpace })
    else { return [] }
    return Array(self[first...last])
  }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Without the ASCII white space at both ends.
  @inlinable package var trimmedASCII: String {
    guard let first = utf8.first, let last = utf8.last, first.isASCIISpace || last.isASCIISpace else {
      return String(self)
    }
    return String(decoding: utf8.trimmedASCII, as: UTF8.self)
  }
}

extension [UInt8] {
  /// A stretch without the ASCII white space at its ends; of nothing else, where it starts.
  package func trimmedASCII(_ range: Range<Int>) -> Range<Int> {
    let end = endOfTextASCII(range)
    let start = (range.lowerBound..<end).first { !self[$0].isASCIISpace }
    return (start ?? range.lowerBound)..<end
  }

  /// Where the ASCII white space at the end of a stretch begins.
  @inlinable
  package func endOfTextASCII(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isASCIISpace { end -= 1 }
    return end
  }

  /// With `A` to `Z` in lower case.
  package var loweredASCII: [UInt8] { map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 } }

  /// Where `word` stands first; nil where it does not.
  package func firstOffset(of word: StaticString) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length <= count else { return nil }
    return word.withUTF8Buffer { word in
      (0...(count - length)).first { self[$0..<$0 + length].elementsEqual(word) }
    }
  }
}
