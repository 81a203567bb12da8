import IbidModel

/// Headings of plain text: short lines that stand alone and do not end as sentences do.
enum PlainHeading {
  /// Whether the paragraph of this one line may be a heading.
  static func isHeading(_ bytes: [UInt8], _ lines: [TextLine], _ line: Int) -> Bool {
    let range = lines[line].range
    if line + 1 < lines.count, !lines[line + 1].isBlank, lines[line + 1].indent > 0 { return false }
    return isHeading(bytes, range)
  }

  /// Whether these words may be a heading: at most 30, none that looks like an address, no stop at the end or within.
  static func isHeading(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 220, !endsInNumberBehindStop(bytes, range), let last = lastBeforeClosers(bytes, range) else {
      return false
    }
    switch bytes[last] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"): return false
    case UInt8(ascii: "?"): return isTitleCase(bytes, range)
    case 0xA6 where bytes[last - 1] == 0x80: return false
    default: break
    }
    if holdsStop(bytes, range) || wordCount(bytes, range) > 30 { return false }
    let first = bytes[range.lowerBound]
    if bytes[range].contains(UInt8(ascii: "/")), wordCount(bytes, range) == 1 { return false }
    if ListLabel(bytes, range)?.kind == .bullet { return false }
    return (65...90).contains(first) || first.isASCIIDigit && startsNumberedHeading(bytes, range)
      || first == UInt8(ascii: "\"") || first >= 0xC3
  }

  /// The level that a heading's form tells: the depth of its number, else 1.
  static func level(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard bytes[range.lowerBound].isASCIIDigit else { return 1 }
    var level = 1
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: ".") {
      if bytes[index] == UInt8(ascii: "."), index + 1 < range.upperBound, bytes[index + 1].isASCIIDigit { level += 1 }
      index += 1
    }
    return min(level, 6)
  }

  /// Share of longer words that begin with a capital, 0…1.
  static func titleCase(_ bytes: [UInt8], _ range: Range<Int>) -> Double {
    var words = 0
    var capitals = 0
    for word in bytes[range].split(separator: 0x20) where word.count > 3 {
      words += 1
      if let first = word.first, (65...90).contains(first) { capitals += 1 }
    }
    return words == 0 ? 0 : Double(capitals) / Double(words)
  }

  private static func isTitleCase(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    wordCount(bytes, range) > 1 && titleCase(bytes, range) == 1
  }

  /// Whether note numbers stand behind the stop of a last sentence: `the heart.2`, `in 2003.[2]`, `at night.”¹`, but
  /// not `Version 2.1`.
  private static func endsInNumberBehindStop(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let numbers = trailingNumbers(bytes, range) else { return false }
    let text = range.lowerBound..<numbers.start
    guard let stop = lastBeforeClosers(bytes, text), stop > range.lowerBound, ".!?".utf8.contains(bytes[stop]) else {
      return false
    }
    return numbers.areMarked || !bytes[stop - 1].isASCIIDigit
  }

  /// Where the numbers at the end of a line start, and whether brackets or raised digits show that they are no decimals.
  private static func trailingNumbers(_ bytes: [UInt8], _ range: Range<Int>) -> (start: Int, areMarked: Bool)? {
    var start = range.upperBound
    var areMarked = false
    var hasNumber = false
    while start > range.lowerBound {
      let byte = bytes[start - 1]
      if byte.isASCIIDigit {
        hasNumber = true
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
        areMarked = true
      } else if let length = raisedLength(bytes, range.lowerBound..<start) {
        (hasNumber, areMarked) = (true, true)
        start -= length
        continue
      } else if let length = dashLength(bytes, range.lowerBound..<start), hasNumber {
        start -= length
        continue
      } else if !",;[( ".utf8.contains(byte) || !hasNumber {
        break
      }
      start -= 1
    }
    return hasNumber ? (start, areMarked) : nil
  }

  /// The length of the raised digit at the end of a stretch.
  private static func raisedLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    for length in [2, 3] where range.count > length {
      let start = range.upperBound - length
      if let raised = RaisedNumber.read(bytes, start..<range.upperBound), raised.end == range.upperBound {
        return length
      }
    }
    return nil
  }

  private static func dashLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    if bytes[range.upperBound - 1] == UInt8(ascii: "-") { return 1 }
    guard range.count > 3, bytes[range.upperBound - 3] == 0xE2, bytes[range.upperBound - 2] == 0x80,
      bytes[range.upperBound - 1] == 0x93
    else { return nil }
    return 3
  }

  /// The last byte before closing quotation marks.
  private static func lastBeforeClosers(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var last = range.upperBound - 1
    while last > range.lowerBound {
      if bytes[last] == UInt8(ascii: "\"") || bytes[last] == UInt8(ascii: "'") {
        last -= 1
      } else if last > range.lowerBound + 2, bytes[last - 2] == 0xE2, bytes[last - 1] == 0x80,
        bytes[last] == 0x9D || bytes[last] == 0x99
      {
        last -= 3
      } else {
        return last
      }
    }
    return range.isEmpty ? nil : last
  }

  /// A stop before a blank and a capital ends a sentence, and a heading is none.
  private static func holdsStop(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound + 4
    while index + 2 < range.upperBound {
      if bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "!"), bytes[index + 1] == 0x20 {
        return true
      }
      if bytes[index] == UInt8(ascii: "."), bytes[index - 1].isASCIILetter, bytes[index - 2].isASCIILetter,
        bytes[index - 3].isASCIILetter
      {
        // Numbers of notes may stand behind it.
        let behind = bytes[(index + 1)..<range.upperBound].drop { $0.isASCIIDigit || ",-[]".utf8.contains($0) }
        if behind.count >= 2, behind[behind.startIndex] == 0x20, (65...90).contains(behind[behind.startIndex + 1]) {
          return true
        }
      }
      index += 1
    }
    return false
  }

  /// «2.1 Methods», «3 Results»: a number, then a capital.
  private static func startsNumberedHeading(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: ".") { index += 1 }
    guard index < range.upperBound, index - range.lowerBound < 8, bytes[index] == 0x20 || bytes[index] == 0xC2 else {
      return false
    }
    while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0xC2 || bytes[index] == 0xA0 { index += 1 }
    return index < range.upperBound && (65...90).contains(bytes[index])
  }

  private static func wordCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].split(separator: 0x20).count
  }
}
