import IbidModel

extension TypstReader {
  /// What `#set document(…)` says, and the arguments of the template that `#show:` applies: `title`, `author` or
  /// `authors` as strings, content or dictionaries, `date`, `keywords`.
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    for call in ["#set document(", "#show:"] {
      for start in starts(of: Array(call.utf8), in: bytes) {
        var arguments = TypstArguments(bytes, from: start)
        for argument in arguments.ofCall() { set(argument, &description) }
      }
    }
    return description
  }

  /// Where the parenthesis of each such call opens, on the call's line.
  private static func starts(of call: [UInt8], in bytes: [UInt8]) -> [Int] {
    TextLines.lines(of: bytes, from: 0).compactMap { line in
      guard bytes[line.range].starts(with: call) else { return nil }
      return bytes[line.range].firstIndex(of: UInt8(ascii: "("))
    }
  }

  private static func set(_ argument: TypstArguments.Argument, _ description: inout SelfDescription) {
    switch argument.name {
    case "title": description.set(.title, argument.value.text)
    case "author", "authors": addPeople(argument.value, &description)
    case "date": description.set(date: .issued, argument.value.date)
    case "keywords", "keyword", "index-terms":
      let words = argument.value.members.compactMap(\.value.text)
      description.set(.keyword, words.isEmpty ? argument.value.text : words.joined(separator: "; "))
    case "doi": description.set(.DOI, .doi, argument.value.text)
    case "lang": description.set(.language, argument.value.text)
    default: break
    }
  }

  private static func addPeople(_ value: TypstArguments.Value, _ description: inout SelfDescription) {
    if let text = value.text { return description.add(people: text) }
    func member(_ names: String...) -> String? {
      value.members.first { names.contains($0.name ?? "") }?.value.text
    }
    if let family = member("family", "last-name", "lastname", "surname", "last") {
      let given = member("given", "first-name", "firstname", "given-name", "first")
      description.item[names: .author].append(Name(family: family, given: given))
    } else if let name = member("name", "full-name") {
      description.add(people: name)
    } else {
      for member in value.members {
        // `authors: ("Ann Lee": (affiliations: …))` names people by the key.
        if let name = member.name, name.contains(" ") {
          description.add(people: name)
        } else {
          addPeople(member.value, &description)
        }
      }
    }
  }
}

/// The arguments of a call in Typst, as far as they are written out.
struct TypstArguments {
  struct Argument {
    /// Nil where it has none.
    var name: String?
    var value: Value
  }

  /// A string or content as text, or an array's and a dictionary's members.
  struct Value {
    var text: String?
    var members: [Argument] = []
    /// Of a call, its name.
    var call: String?

    /// A text, or `datetime(year: 2024, month: 5, day: 1)` as a date in ISO 8601.
    var date: String? {
      guard call == "datetime" else { return text }
      let parts = ["year", "month", "day"].map { name in members.first { $0.name == name }?.value.text }
      return parts.prefix { $0 != nil }.compactMap { $0.map { $0.utf8.count == 1 ? "0" + $0 : $0 } }.joined(
        separator: "-")
    }
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private static let most = 20_000
  private static let deepest = 16

  /// Reads at a parenthesis.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
    end = min(bytes.count, start + Self.most)
  }

  /// The arguments in the parentheses that open here.
  mutating func ofCall(depth: Int = 0) -> [Argument] {
    guard depth < Self.deepest, next == UInt8(ascii: "(") else { return [] }
    index += 1
    var arguments: [Argument] = []
    while true {
      skipBlanks()
      guard let byte = next, byte != UInt8(ascii: ")") else { break }
      if byte == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let start = index
      var value = value(depth: depth)
      var name: String?
      skipBlanks()
      if next == UInt8(ascii: ":") {
        index += 1
        name = value.call ?? value.text
        skipBlanks()
        value = self.value(depth: depth)
      }
      arguments.append(Argument(name: name, value: value))
      skipRest()
      if index == start { break }
    }
    if next == UInt8(ascii: ")") { index += 1 }
    return arguments
  }

  private var next: UInt8? { index < end ? bytes[index] : nil }

  private mutating func value(depth: Int) -> Value {
    switch next {
    case UInt8(ascii: "\""): return Value(text: string())
    case UInt8(ascii: "["): return Value(text: content())
    case UInt8(ascii: "("): return Value(members: ofCall(depth: depth + 1))
    default:
      let start = index
      while let byte = next,
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      {
        index += 1
      }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      if next == UInt8(ascii: "(") { return Value(members: ofCall(depth: depth + 1), call: word) }
      return word.first?.isNumber == true ? Value(text: word) : Value(call: word)
    }
  }

  private mutating func string() -> String {
    var text: [UInt8] = []
    index += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") { index += 1 }
      if let byte = next { text.append(byte) }
      index += 1
    }
    index = min(index + 1, end)
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands in brackets, without marks of emphasis and without code.
  private mutating func content() -> String {
    var text: [UInt8] = []
    var depth = 0
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"): continue
      case UInt8(ascii: "~"): text.append(0x20)
      case UInt8(ascii: "\\"):
        // A backslash before a blank breaks the line.
        if let sign = next, !sign.isASCIISpace { text.append(sign) } else { text.append(0x20) }
        index += 1
      case UInt8(ascii: "#"):
        while let letter = next, letter.isASCIILetter || letter == UInt8(ascii: ".") { index += 1 }
        if next == UInt8(ascii: "(") { _ = ofCall(depth: Self.deepest - 1) }
      default: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Blanks, ends of lines and comments.
  private mutating func skipBlanks() {
    while let byte = next {
      if byte.isASCIISpace {
        index += 1
      } else if byte == UInt8(ascii: "/"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "/") {
        while let sign = next, sign != 0x0A { index += 1 }
      } else {
        return
      }
    }
  }

  /// What is left of an argument that is an expression.
  private mutating func skipRest() {
    var depth = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        _ = string()
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return
      default: break
      }
      index += 1
    }
  }
}
