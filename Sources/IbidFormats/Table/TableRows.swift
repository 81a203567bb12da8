import IbidModel
import IbidScan

/// The rows of a table of values, separated by commas, semicolons or tabs, in quotation marks where they hold such.
///
/// Source: RFC 4180; a quotation mark inside a value that has none around it is text.
struct TableRows {
  /// What stands between two values.
  let separator: UInt8
  /// 1-based line where the last row begins.
  private(set) var line = 0

  private var source = LineSource()

  /// Rows with the separator that their first line has most of, outside of quotation marks.
  init(firstLine: some Sequence<UInt8>) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in firstLine {
      if byte == 0x0A || byte == 0x0D, !isQuoted { break }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, Self.separators.contains(byte) { counts[byte, default: 0] += 1 }
    }
    separator = Self.separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }

  private static let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]

  /// The values of the next row that is not blank; nil at the end. A row whose quotation mark is never closed goes on to
  /// the end, but for no more than `limit` bytes.
  mutating func next(from input: inout ByteInput) -> [[UInt8]]? {
    var values: [[UInt8]] = []
    var value: [UInt8] = []
    var isQuoted = false
    var size = 0
    while let range = source.next(from: &input) {
      if values.isEmpty, value.isEmpty, !isQuoted {
        line = source.line
        if range.allSatisfy({ source.bytes[$0].isASCIISpace && source.bytes[$0] != separator }) { continue }
      }
      add(range, &values, &value, &isQuoted)
      size += range.count
      if isQuoted, size < Self.limit {
        value.append(UInt8(ascii: "\n"))
        continue
      }
      values.append(value)
      return values
    }
    guard isQuoted || !values.isEmpty || !value.isEmpty else { return nil }
    values.append(value)
    return values
  }

  private static let limit = 16_000_000

  private func add(_ range: Range<Int>, _ values: inout [[UInt8]], _ value: inout [UInt8], _ isQuoted: inout Bool) {
    let bytes = source.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        guard byte == UInt8(ascii: "\"") else {
          value.append(byte)
          continue
        }
        if index < range.upperBound, bytes[index] == byte {
          value.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == separator {
        values.append(value)
        value = []
      } else if byte == UInt8(ascii: "\""), value.allSatisfy(\.isASCIISpace) {
        value = []
        isQuoted = true
      } else {
        value.append(byte)
      }
    }
  }
}
