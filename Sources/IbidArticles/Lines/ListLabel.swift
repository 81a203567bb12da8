import IbidModel

/// The label at the start of a list's item or a note: `12.`, `(12)`, `[12]`, `a)`, a bullet.
struct ListLabel: Sendable, Hashable {
  enum Kind: Hashable, Sendable { case number(Int), letter, bullet }
  /// How the label is written; entries of one list are written alike.
  enum Form: Hashable, Sendable { case dot, parenthesis, parentheses, brackets, bare, raised, bullet }

  var kind: Kind
  var form: Form
  /// The label's own offsets.
  var range: Range<Int>
  /// Where the text behind it starts.
  var text: Int

  var number: Int? { if case .number(let number) = kind { number } else { nil } }

  /// The label at the start of `line`; nil where there is none.
  ///
  /// - Parameter bare: whether a number with only a blank behind it counts.
  init?(_ bytes: [UInt8], _ line: Range<Int>, bare: Bool = false) {
    guard let first = line.first else { return nil }
    var index = first
    let opener = bytes[index]
    let isBracketed = opener == UInt8(ascii: "[") || opener == UInt8(ascii: "(")
    if isBracketed { index += 1 }
    let start = index
    while index < line.upperBound, bytes[index].isASCIIDigit, index - start < 5 { index += 1 }
    if index > start {
      kind = .number(bytes[start..<index].reduce(0) { $0 * 10 + Int($1 & 0x0F) })
    } else if let bullet = Self.bulletLength(bytes, first, line.upperBound) {
      let text = Self.afterBlanks(bytes, first + bullet, line.upperBound)
      guard text > first + bullet, text < line.upperBound else { return nil }
      (kind, form, range, self.text) = (.bullet, .bullet, first..<first + bullet, text)
      return
    } else if index + 1 < line.upperBound, bytes[index].isASCIILetter, bytes[index + 1] == UInt8(ascii: ")") {
      kind = .letter
      index += 1
    } else {
      return nil
    }
    switch (opener, index < line.upperBound ? bytes[index] : 0) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): form = .brackets
    case (UInt8(ascii: "("), UInt8(ascii: ")")): form = .parentheses
    case (_, UInt8(ascii: ".")) where !isBracketed: form = .dot
    case (_, UInt8(ascii: ")")) where !isBracketed: form = .parenthesis
    case (_, 0x20), (_, 0x09):
      guard bare, !isBracketed else { return nil }
      form = .bare
    default: return nil
    }
    let end = form == .bare ? index : index + 1
    let text = Self.afterBlanks(bytes, end, line.upperBound)
    guard text > end || form == .brackets, text < line.upperBound else { return nil }
    range = first..<end
    self.text = text
  }

  private static func afterBlanks(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end {
      if bytes[index].isASCIISpace {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// `-`, `*`, `+`, `•`, `‣`, `▪`, `◦`, `–`, `·`
  private static func bulletLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xB7: return 2
    case 0xE2 where index + 2 < end:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x96, 0xAA), (0x97, 0xA6), (0x80, 0x93), (0x97, 0x8F): return 3
      default: return nil
      }
    default: return nil
    }
  }
}
