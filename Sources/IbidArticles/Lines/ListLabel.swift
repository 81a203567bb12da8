import IbidModel

/// The label at the start of a list's item or a note: `12.`, `(12)`, `[12]`, `[12]:`, `¹²`, `a)`, a bullet.
struct ListLabel: Sendable, Hashable {
  enum Kind: Hashable, Sendable { case number(Int), letter, bullet }
  /// How the label is written; entries of one list are written alike.
  enum Form: Hashable, Sendable {
    case dot, parenthesis, parentheses, brackets, bare, glued, raised, bullet

    /// Whether prose begins so as well: only a list of such labels shows that they are labels.
    var isDoubtful: Bool { self == .bare || self == .glued }

    /// Whether entries of one list are written so; the blank behind a bare number may be lost.
    func isLike(_ other: Form) -> Bool { self == other || isDoubtful && other.isDoubtful }
  }

  var kind: Kind
  var form: Form
  /// The label's own offsets.
  var range: Range<Int>
  /// Where the text behind it starts; the marks that lead back from a note («1. ^ a b Weber C») are passed over.
  var text: Int

  var number: Int? { if case .number(let number) = kind { number } else { nil } }

  /// The label at the start of `line`; nil where there is none.
  ///
  /// - Parameter bare: whether a number with only a blank or a capital behind it counts.
  init?(_ bytes: [UInt8], _ line: Range<Int>, bare: Bool = false) {
    guard let first = line.first else { return nil }
    if let raised = RaisedNumber.read(bytes, line) {
      let text = Self.textStart(bytes, raised.end, line.upperBound)
      guard text < line.upperBound else { return nil }
      (kind, form, range, self.text) = (.number(raised.value), .raised, first..<raised.end, text)
      return
    }
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
    guard let form = Self.form(bytes, opener, index < line.upperBound ? bytes[index] : 0, bare: bare) else {
      return nil
    }
    var end = form == .bare || form == .glued ? index : index + 1
    range = first..<end
    if form == .brackets, end < line.upperBound, bytes[end] == UInt8(ascii: ":") { end += 1 }
    let text = Self.textStart(bytes, end, line.upperBound)
    let isClosed = text > end || form == .brackets || form == .glued || form == .dot && bare
    guard isClosed, text < line.upperBound else { return nil }
    // «1.Weber C», but not «1.5 mg».
    if text == end, form == .dot, !Self.isCapital(bytes[text]) { return nil }
    self.form = form
    self.text = text
  }

  private static func form(_ bytes: [UInt8], _ opener: UInt8, _ behind: UInt8, bare: Bool) -> Form? {
    let isBracketed = opener == UInt8(ascii: "[") || opener == UInt8(ascii: "(")
    switch (opener, behind) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): return .brackets
    case (UInt8(ascii: "("), UInt8(ascii: ")")): return .parentheses
    case (_, UInt8(ascii: ".")) where !isBracketed: return .dot
    case (_, UInt8(ascii: ")")) where !isBracketed: return .parenthesis
    case (_, 0x20), (_, 0x09), (_, 0xC2): return bare && !isBracketed ? .bare : nil
    case (_, let next) where isCapital(next): return bare && !isBracketed ? .glued : nil
    default: return nil
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) || byte == 0xC3 }

  /// Where the words behind a label start: behind blanks, and behind the marks that lead back to the text.
  private static func textStart(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    let text = afterBlanks(bytes, index, end)
    return afterBacklinks(bytes, text..<end)
  }

  /// Where the words of a line start behind the marks that lead back to the text, with the letters of each place there:
  /// «^ a b Weber C», «↑ Weber C», «^ Jump up to: a b Weber C».
  static func afterBacklinks(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    guard let mark = backlinkLength(bytes, line.lowerBound, line.upperBound) else { return line.lowerBound }
    let end = line.upperBound
    var index = afterBlanks(bytes, line.lowerBound + mark, end)
    for words in ["Jump up to:", "Jump up"] where bytes[index..<end].starts(with: words.utf8) {
      index = afterBlanks(bytes, index + words.utf8.count, end)
    }
    while index + 1 < end, (97...122).contains(bytes[index]), bytes[index + 1].isASCIISpace {
      index = afterBlanks(bytes, index + 1, end)
    }
    return index
  }

  /// `^`, `↑`
  private static func backlinkLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "^") { return 1 }
    return bytes[index..<end].starts(with: [0xE2, 0x86, 0x91]) ? 3 : nil
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

/// A number in raised digits: `¹²`.
enum RaisedNumber {
  /// The number at the start of a stretch, of at most four digits, and where it ends.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> (value: Int, end: Int)? {
    var index = range.lowerBound
    var value = 0
    var count = 0
    while count < 4, let digit = digit(bytes, index, range.upperBound) {
      value = value * 10 + digit.value
      index += digit.length
      count += 1
    }
    return count > 0 ? (value, index) : nil
  }

  private static func digit(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (value: Int, length: Int)? {
    if index + 1 < end, bytes[index] == 0xC2 {
      switch bytes[index + 1] {
      case 0xB9: return (1, 2)
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      default: return nil
      }
    }
    guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x81 else { return nil }
    let last = bytes[index + 2]
    return last == 0xB0 || (0xB4...0xB9).contains(last) ? (Int(last - 0xB0), 3) : nil
  }
}
