import IbidModel
import IbidText

/// The text of a field as a record gives it, from a span of a reference.
enum FieldText {
  /// The bytes without surrounding blanks, punctuation and one pair of quotation marks, white space collapsed.
  static func cleaned(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    // Emphasis of Markdown goes.
    NoteText.collapsed(bytes, trimmed(bytes, range)) { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }
  }

  /// The range without what `cleaned` takes off its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    trimMarks(bytes, &start, &end)
    // What stands behind the end is no mark of the range's.
    if let opening = quote(bytes, at: start), opening.opens, let closing = quote(bytes, endingAt: end),
      closing.closes, start + opening.length < end - closing.length,
      !containsQuote(bytes, (start + opening.length)..<(end - closing.length), like: opening.kind)
    {
      start += opening.length
      end -= closing.length
      trimMarks(bytes, &start, &end)
    } else if let opening = quote(bytes, at: start), opening.opens, start + opening.length <= end,
      !containsQuote(bytes, (start + opening.length)..<end, like: opening.kind)
    {
      start += opening.length
    } else if let closing = quote(bytes, endingAt: end), closing.closes, closing.kind != .single,
      start + closing.length <= end, !containsQuote(bytes, start..<(end - closing.length), like: closing.kind)
    {
      end -= closing.length
      trimMarks(bytes, &start, &end)
    }
    return start..<max(start, end)
  }

  private static func trimMarks(_ bytes: [UInt8], _ start: inout Int, _ end: inout Int) {
    while start < end, bytes[start].isASCIISpace || [42, 44, 46, 58, 59, 95].contains(bytes[start]) { start += 1 }
    while end > start, bytes[end - 1].isASCIISpace || [42, 44, 46, 58, 59, 95].contains(bytes[end - 1]) { end -= 1 }
  }

  enum QuoteKind { case double, single, guillemet }
  typealias QuoteMark = (kind: QuoteKind, opens: Bool, closes: Bool, length: Int)

  /// The quotation mark that starts at an offset.
  static func quote(_ bytes: [UInt8], at index: Int) -> QuoteMark? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x22: return (.double, true, true, 1)
    case 0x27: return (.single, true, true, 1)
    case 0xC2:
      guard index + 1 < bytes.count else { return nil }
      if bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB { return (.guillemet, true, true, 2) }
      return nil
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      switch bytes[index + 2] {
      case 0x9C, 0x9E, 0x9F: return (.double, true, bytes[index + 2] == 0x9C, 3)
      case 0x9D: return (.double, false, true, 3)
      case 0x98, 0x9A: return (.single, true, bytes[index + 2] == 0x98, 3)
      case 0x99: return (.single, false, true, 3)
      case 0xB9, 0xBA: return (.guillemet, true, true, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// The quotation mark that ends at an offset.
  static func quote(_ bytes: [UInt8], endingAt end: Int) -> QuoteMark? {
    for length in 1...3 where end >= length {
      if let mark = quote(bytes, at: end - length), mark.length == length { return mark }
    }
    return nil
  }

  private static func containsQuote(_ bytes: [UInt8], _ range: Range<Int>, like kind: QuoteKind) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if let mark = quote(bytes, at: index), mark.kind == kind {
        // An apostrophe is no quotation mark.
        let isApostrophe =
          kind == .single && index > range.lowerBound && bytes[index - 1] > 0x40
          && index + mark.length < range.upperBound
          && bytes[index + mark.length] > 0x40
        if !isApostrophe { return true }
        index += mark.length
      } else {
        index += 1
      }
    }
    return false
  }
}
