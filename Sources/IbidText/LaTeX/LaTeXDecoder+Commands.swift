internal import IbidModel

extension LaTeXDecoder {
  mutating func readCommand() {
    guard index < bytes.endIndex else { return }
    let first = bytes[index]
    var end = index + 1
    if first.isASCIILetter {
      while end < bytes.endIndex, bytes[end].isASCIILetter { end += 1 }
    } else {
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    let name = String(decoding: bytes[index..<end], as: UTF8.self)
    index = end
    if !first.isASCIILetter, endsFormula(name) { return }
    if let accent = LaTeXAccent.named(name), endOfFormula == nil || first.isASCIILetter == false {
      readAccent(accent)
    } else if let symbol = symbol(name) {
      output += symbol.utf8
      // The blank that ends a command's letters is not printed.
      if first.isASCIILetter, endOfFormula == nil { skipBlanks() }
    } else if options.contains(.formulas), let command = LaTeXCommands.named(name) {
      perform(command)
    } else if first.isASCIILetter {
      // «one\newline two»: of what vanishes the blank stays, where words would join.
      if output.isEmpty || output.last == 0x20 { skipBlanks() }
    } else if first.isASCIISpace || ["\\", ":", ";"].contains(name) {
      addBlank()
    }
  }

  private func symbol(_ name: String) -> String? {
    if endOfFormula != nil, let symbol = LaTeXMathematics.symbol(name) { return symbol }
    if let symbol = LaTeXCharacters.symbol(name) { return symbol }
    return options.contains(.formulas) ? LaTeXMathematics.symbol(name) : nil
  }

  private mutating func perform(_ command: LaTeXCommands.Command) {
    switch command {
    case .type(let opening, let closing): readGroup(opening, closing, isMarkup: true)
    case .typeSwitch(let opening, let closing):
      skipBlanks()
      switchType(opening, closing)
    case .blank:
      skipArgument()
      addBlank()
    case .nothing(let arguments): for _ in 0..<arguments { skipArgument() }
    case .quotation:
      let isOuter = quotations % 2 == 0
      quotations += 1
      readGroup(isOuter ? "“" : "‘", isOuter ? "”" : "’", isMarkup: false)
      if groups.isEmpty { quotations -= 1 } else { groups[groups.count - 1].isQuotation = true }
    case .address:
      skipBlanks()
      guard let argument = argument() else { return }
      output += Self.unescaped(argument)
    case .formula: readFormulaArgument()
    case .fraction: readFraction()
    case .root: output += "√".utf8
    case .mark(let mark):
      skipBlanks()
      guard let argument = argument(), depth < Self.deepestAccent else { return }
      for scalar in String(decoding: inner(argument), as: UTF8.self).unicodeScalars {
        output += String(scalar).utf8
        output += String(mark).utf8
      }
    }
  }

  /// Reads the group behind a command between two texts; of what has no braces one character.
  private mutating func readGroup(_ opening: String, _ closing: String, isMarkup: Bool) {
    skipBlanks()
    guard index < bytes.endIndex else { return }
    if bytes[index] == UInt8(ascii: "{") {
      index += 1
      openGroup(opening, closing, isMarkup: isMarkup)
    } else if bytes[index] != UInt8(ascii: "}"), bytes[index] != UInt8(ascii: "\\") {
      openGroup(opening, closing, isMarkup: isMarkup)
      repeat {
        output.append(bytes[index])
        index += 1
      } while index < bytes.endIndex && bytes[index] & 0xC0 == 0x80
      closeGroup()
    }
  }

  private mutating func readAccent(_ accent: LaTeXAccent) {
    guard depth < Self.deepestAccent else { return }
    skipBlanks()
    guard let argument = argument() else { return }
    let letters = String(decoding: inner(argument), as: UTF8.self).unicodeScalars
    guard let letter = letters.first else { return }
    output += accent.on(letter).utf8
    for scalar in letters.dropFirst() { output += String(scalar).utf8 }
  }

  /// What is read of an argument alone.
  func inner(_ argument: ArraySlice<UInt8>) -> [UInt8] {
    var inside = LaTeXDecoder(argument, options.subtracting([.markup, .protection]))
    inside.depth = depth + 1
    inside.read()
    return inside.output
  }

  /// The group, command or character that stands next; nil where there is none.
  mutating func argument() -> ArraySlice<UInt8>? {
    guard index < bytes.endIndex, bytes[index] != UInt8(ascii: "}") else { return nil }
    var end = index + 1
    if bytes[index] == UInt8(ascii: "{") {
      guard let close = closingBrace() else { return nil }
      end = close + 1
    } else if bytes[index] == UInt8(ascii: "\\") {
      var letters = end
      while letters < bytes.endIndex, bytes[letters].isASCIILetter { letters += 1 }
      end = letters > end ? letters : min(end + 1, bytes.endIndex)
      // «\'\i n»: the blank ends the command.
      while letters > index + 1, end < bytes.endIndex, bytes[end] == 0x20 { end += 1 }
    } else {
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    defer { index = end }
    return bytes[index..<end]
  }

  private mutating func skipArgument() {
    skipBlanks()
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "{"), let close = closingBrace() else { return }
    index = close + 1
  }

  private func closingBrace() -> Int? {
    var open = 0
    var isEscaped = false
    let limit = options.contains(.formulas) ? 4096 : Self.longestArgument
    for place in index..<min(bytes.endIndex, index + limit) {
      switch bytes[place] {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "}"):
        open -= 1
        if open == 0 { return place }
      default: break
      }
    }
    return nil
  }

  /// An address without its braces, and without the backslashes that LaTeX needs.
  package static func unescaped(_ address: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(address.count)
    var place = address.startIndex
    while place < address.endIndex {
      let byte = address[place]
      place += 1
      if byte == UInt8(ascii: "\\"), place < address.endIndex, "%_&#~$^{}\\".utf8.contains(address[place]) {
        result.append(address[place])
        place += 1
        // `\~{}`
        if result.last == UInt8(ascii: "~"), address[place...].starts(with: "{}".utf8) { place += 2 }
      } else if byte == UInt8(ascii: "\\"), address[place...].starts(with: "textasciitilde".utf8) {
        place += 14
        result.append(UInt8(ascii: "~"))
      } else if byte == UInt8(ascii: "$"), address[place...].starts(with: "\\sim$".utf8) {
        place += 5
        result.append(UInt8(ascii: "~"))
      } else if byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"), byte > 0x20 {
        result.append(byte)
      }
    }
    return result
  }
}
