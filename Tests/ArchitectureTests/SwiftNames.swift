/// The names of types in a Swift source: those that it declares, and those that it uses. Comments and strings count
/// for nothing; the code within strings, `\(…)`, counts.
struct SwiftNames {
  /// Types that other files can name as they are.
  private(set) var declared: Set<String> = []
  /// Capitalized names that stand alone, without those of types that the source declares within others. What stands
  /// behind a point is a member and no such name.
  private(set) var used: Set<String> = []

  private let source: [UInt8]
  private var index = 0
  /// How many braces are open.
  private var depth = 0
  private var nested: Set<String> = []
  private var last = ""
  private var followsPoint = false

  init(_ source: String) {
    self.source = Array(source.utf8)
    while index < self.source.count { readCode() }
    used.subtract(nested)
  }

  /// Reads code up to the end, or behind the parenthesis that closes one which is open already.
  private mutating func readCode() {
    var parentheses = 1
    while index < source.count {
      let byte = source[index]
      let isPoint = byte == UInt8(ascii: ".")
      defer { followsPoint = isPoint }
      switch byte {
      case UInt8(ascii: "/") where follows("/"): skipLine()
      case UInt8(ascii: "/") where follows("*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): readString()
      case _ where Self.isName(byte): readName()
      default:
        index += 1
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"):
          parentheses -= 1
          if parentheses == 0 { return }
        default: break
        }
      }
    }
  }

  private mutating func readName() {
    let start = index
    while index < source.count, Self.isName(source[index]) { index += 1 }
    let name = String(decoding: source[start..<index], as: UTF8.self)
    defer { last = name }
    guard !followsPoint, let first = name.utf8.first, (65...90).contains(first) else { return }
    if !Self.introducers.contains(last) {
      used.insert(name)
    } else if depth == 0 {
      declared.insert(name)
    } else {
      nested.insert(name)
    }
  }

  private static let introducers: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "typealias", "associatedtype",
  ]

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, 0x80...: true
    default: false
    }
  }

  /// A string in any number of `#`, of one line or several.
  private mutating func readString() {
    var hashes = 0
    while index < source.count, source[index] == UInt8(ascii: "#") {
      hashes += 1
      index += 1
    }
    guard index < source.count, source[index] == UInt8(ascii: "\"") else { return }
    let quotes = follows("\"\"") ? 3 : 1
    index += quotes
    let end = Array(repeating: UInt8(ascii: "\""), count: quotes) + Array(repeating: UInt8(ascii: "#"), count: hashes)
    let escape = [UInt8(ascii: "\\")] + Array(repeating: UInt8(ascii: "#"), count: hashes)
    while index < source.count {
      if source[index...].starts(with: end) {
        index += end.count
        return
      }
      guard source[index...].starts(with: escape) else {
        index += 1
        continue
      }
      index += escape.count + 1
      if index <= source.count, source[index - 1] == UInt8(ascii: "(") { readCode() }
    }
  }

  private mutating func skipLine() {
    while index < source.count, source[index] != UInt8(ascii: "\n") { index += 1 }
  }

  /// A comment of several lines, with those within it.
  private mutating func skipComment() {
    var open = 0
    repeat {
      if source[index] == UInt8(ascii: "/"), follows("*") {
        open += 1
        index += 2
      } else if source[index] == UInt8(ascii: "*"), follows("/") {
        open -= 1
        index += 2
      } else {
        index += 1
      }
    } while open > 0 && index < source.count
  }

  /// Whether these bytes stand behind the one at `index`.
  private func follows(_ bytes: String) -> Bool { source[(index + 1)...].starts(with: bytes.utf8) }
}
