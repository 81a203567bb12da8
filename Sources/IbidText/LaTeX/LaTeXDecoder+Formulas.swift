internal import IbidModel

extension LaTeXDecoder {
  /// A dollar sign: a formula's begin, or an amount of money where no formula follows.
  mutating func readDollar() {
    guard options.contains(.formulas) else { return copyFormula() }
    // `$$` begins and ends a formula of its own line.
    let isDouble = index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "$")
    if isDouble {
      index += 2
      return
    }
    guard endOfFormula == nil, let end = closingDollar() else {
      output.append(bytes[index])
      index += 1
      return
    }
    endOfFormula = end
    index += 1
  }

  private mutating func copyFormula() {
    let end = (dollar(from: index + 1) ?? index) + 1
    output += bytes[index..<end]
    index = end
  }

  /// Where the formula ends that the next dollar sign would begin; nil for «$5 or $10».
  private mutating func closingDollar() -> Int? {
    guard let end = dollar(from: index + 1) else { return nil }
    let startsWithDigit = bytes[index + 1].isASCIIDigit
    let followsBlank = bytes[end - 1].isASCIISpace
    let isBeforeDigit = end + 1 < bytes.endIndex && bytes[end + 1].isASCIIDigit
    return startsWithDigit && (followsBlank || isBeforeDigit) ? nil : end
  }

  private mutating func dollar(from start: Int) -> Int? {
    guard start < dollarsEnd else { return nil }
    var place = start
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "$"), bytes[place - 1] != UInt8(ascii: "\\") || !options.contains(.formulas) {
        return place
      }
      place += 1
    }
    dollarsEnd = start
    return nil
  }

  /// `\(` and `\)`; whether the command was one of them.
  mutating func endsFormula(_ name: String) -> Bool {
    guard options.contains(.formulas), name == "(" || name == ")" else { return false }
    guard name == "(", endOfFormula == nil else { return true }
    var place = index
    while place + 1 < bytes.endIndex, place - index < 4096 {
      if bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: ")") {
        endOfFormula = place
        break
      }
      place += 1
    }
    return true
  }

  /// `\ensuremath{…}`
  mutating func readFormulaArgument() {
    skipBlanks()
    guard let argument = argument(), depth < Self.deepestAccent else { return }
    output += formula(argument)
  }

  /// What is read of a piece of a formula.
  private mutating func formula(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    var inside = LaTeXDecoder(piece + [UInt8(ascii: "$")], options.subtracting(.protection))
    inside.depth = depth + 1
    inside.endOfFormula = inside.bytes.endIndex - 1
    inside.read()
    hasMarkup = hasMarkup || inside.hasMarkup
    return inside.output
  }

  /// An exponent or an index.
  mutating func readScript(_ tag: String) {
    index += 1
    skipBlanks()
    guard depth < Self.deepestAccent, let argument = argument() else { return }
    let text = formula(argument)
    guard !text.isEmpty else { return }
    let printed = String(decoding: text, as: UTF8.self)
    if tag == "sup", let sign = ["∘": "°", "◦": "°", "′": "′", "″": "″"][printed] {
      output += sign.utf8
      return
    }
    openGroup("<\(tag)>", "</\(tag)>", isMarkup: true)
    output += text
    closeGroup()
  }

  /// `\frac{a}{b}` as `a/b`.
  mutating func readFraction() {
    skipBlanks()
    guard depth < Self.deepestAccent, let above = argument() else { return }
    output += formula(above)
    skipBlanks()
    guard let below = argument() else { return }
    output += "/".utf8
    output += formula(below)
  }
}
