import IbidModel
import IbidText

/// Commands by their names, and what each of them starts.
extension LaTeXDraft {
  mutating func readCommand() {
    let start = index
    index += 1
    guard index < text.count else { return }
    guard text[index].isASCIILetter else { return readSymbol(from: start) }
    while index < text.count, text[index].isASCIILetter { index += 1 }
    let name = String(decoding: text[start + 1..<index], as: UTF8.self)
    if index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
    if let citation = LaTeXCitation(command: name) { return readCitation(citation, from: start) }
    run(name, from: start)
  }

  private mutating func run(_ name: String, from start: Int) {
    switch LaTeXCommand.named[name] {
    case .begin: beginEnvironment()
    case .end: endEnvironment()
    case .block(let setting, let level): openBlock(setting, level: level)
    case .title: openBlock(.heading, level: 0, title: true)
    case .item: readItem()
    case .paragraph: endBlock()
    case .line:
      skipOptional()
      writer.append(" ", source: start..<index)
    case .entry: readBibitem(from: start)
    case .footnote: beginFootnote(from: start)
    case .link: if let address = group() { openLink(to: plain(address)) }
    case .address: if let inside = group() { writer.append(text[inside], source: inside.lowerBound) }
    case .verbatim: skipVerb()
    case .raised: openRaised()
    case .silent:
      skipOptional()
      _ = group()
    case nil: readCharacter(name, from: start)
    }
  }

  /// A command that stands for a character or puts an accent on one; of any other nothing is read.
  private mutating func readCharacter(_ name: String, from start: Int) {
    if let accent = LaTeXAccent.named(name), readAccent(accent, at: endOfBlanks(from: index), from: start) { return }
    if let symbol = LaTeXCharacters.symbol(name) {
      writer.append(symbol, source: start..<index)
      // «Stra\ss e»: the blank ends the command.
      if symbol.unicodeScalars.count == 1, symbol.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
        index = endOfBlanks(from: index)
      }
      return
    }
    skipOptional()
    if index < text.count, text[index] == 0x20, writer.draft.text.last != 0x20 { index += 1 }
  }

  /// `\%`, `\"o`, `\\` and their likes.
  private mutating func readSymbol(from start: Int) {
    let byte = text[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\\"):
      skipOptional()
      writer.append(" ", source: start..<index)
    case UInt8(ascii: "["): skip(past: "\\]")
    case UInt8(ascii: "("): skip(past: "\\)")
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x20: writer.append(" ", source: start..<index)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "@"): break
    default:
      guard let accent = LaTeXAccent.named(String(UnicodeScalar(byte))) else {
        writer.append(text[start + 1..<index], source: start + 1)
        return
      }
      _ = readAccent(accent, at: index, from: start)
    }
  }

  /// Reads an accent whose letter stands at `place`; false, and nothing is read, where none does.
  private mutating func readAccent(_ accent: LaTeXAccent, at place: Int, from start: Int) -> Bool {
    let isGrouped = place < text.count && text[place] == UInt8(ascii: "{")
    guard let (letter, end) = letter(at: isGrouped ? place + 1 : place) else { return false }
    index = end
    if isGrouped {
      if index < text.count, text[index] == UInt8(ascii: "}") { index += 1 } else { groups.append(.plain) }
    }
    writer.append(accent.on(letter), source: start..<index)
    return true
  }

  /// The letter at an offset, as `o`, `\i` or `\ae`, and the offset behind it.
  private func letter(at offset: Int) -> (letter: Unicode.Scalar, end: Int)? {
    guard offset < text.count else { return nil }
    if text[offset].isASCIILetter { return (UnicodeScalar(text[offset]), offset + 1) }
    guard text[offset] == UInt8(ascii: "\\") else { return nil }
    let name = text[(offset + 1)...].prefix(while: \.isASCIILetter)
    guard let symbol = LaTeXCharacters.symbol(String(decoding: name, as: UTF8.self)),
      let letter = symbol.unicodeScalars.first, symbol.unicodeScalars.count == 1, letter.properties.isAlphabetic
    else { return nil }
    return (letter, endOfBlanks(from: name.endIndex))
  }

  private func endOfBlanks(from offset: Int) -> Int { text[offset...].firstIndex { $0 != 0x20 } ?? text.count }
}
