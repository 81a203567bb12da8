import IbidModel

/// Stretches of a draft's text as strings: white space runs made one blank, citations left out.
enum ReadingText {
  /// The text of a range without the citations that a reader can do without, and without the brackets that enclosed
  /// nothing but them.
  static func string(
    _ text: [UInt8], _ range: Range<Int>, without citations: ArraySlice<ArticleDraft.Citation> = []
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    var isCut = false
    for citation in citations where !citation.isInText && citation.range.lowerBound >= index {
      append(text, index..<min(citation.range.lowerBound, range.upperBound), to: &bytes)
      index = min(citation.range.upperBound, range.upperBound)
      bytes.append(CitationHusks.gap)
      isCut = true
    }
    append(text, index..<range.upperBound, to: &bytes)
    if isCut { bytes = CitationHusks.removed(from: bytes) }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs of bytes between blanks that hold a letter or a digit.
  static func wordCount(of text: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      if byte.isASCIISpace {
        isInWord = false
      } else if !isInWord, byte.isASCIILetter || byte.isASCIIDigit || byte >= 0xC3 && byte != 0xE2 {
        isInWord = true
        count += 1
      }
    }
    return count
  }

  private static func append(_ text: [UInt8], _ range: Range<Int>, to bytes: inout [UInt8]) {
    for index in range {
      let byte = text[index]
      if byte.isASCIISpace {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
  }
}
