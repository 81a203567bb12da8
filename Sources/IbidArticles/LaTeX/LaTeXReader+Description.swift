import IbidModel
import IbidText

extension LaTeXReader {
  /// What `\author`, `\date`, `\keywords` and `\doi` say, as LaTeX's own classes, authblk, IEEEtran, REVTeX and the
  /// publishers' classes take them; the title is the text's.
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    for (name, argument) in LaTeXHead.commands(in: bytes) {
      switch name {
      case "author": for name in LaTeXAuthors.names(in: argument) { description.add(people: name) }
      case "date": description.set(date: .issued, LaTeXHead.text(of: argument))
      case "doi": description.set(.DOI, .doi, LaTeXHead.text(of: argument))
      default:
        let words = LaTeXHead.text(of: argument).split { $0 == "," || $0 == ";" }.map { String($0).trimmedASCII }
        description.set(.keyword, words.filter { !$0.isEmpty }.joined(separator: "; "))
      }
    }
    return description
  }
}

/// The commands by which a LaTeX document says what it is.
enum LaTeXHead {
  /// Bytes in which they are looked for: they stand before the text, or at its start.
  private static let most = 262_144

  private static let wanted: Set<String> = ["author", "date", "doi", "keywords"]

  /// Each with its argument in braces, in their order; options in brackets are passed over.
  static func commands(in bytes: [UInt8]) -> [(name: String, argument: ArraySlice<UInt8>)] {
    let text = withoutComments(bytes.prefix(most))
    var found: [(String, ArraySlice<UInt8>)] = []
    var index = 0
    while let next = text[index...].firstIndex(of: UInt8(ascii: "\\")) {
      let (name, end) = self.name(at: next, in: text[...])
      index = max(end, next + 1)
      guard wanted.contains(name), let argument = argument(behind: index, in: text[...]) else { continue }
      found.append((name, argument))
      index = argument.endIndex
    }
    return found
  }

  /// The name of the command that begins at a backslash, its star left out, and where it ends.
  static func name(at backslash: Int, in text: ArraySlice<UInt8>) -> (name: String, end: Int) {
    let letters = text[(backslash + 1)...].prefix { $0.isASCIILetter }
    let isStarred = letters.endIndex < text.endIndex && text[letters.endIndex] == UInt8(ascii: "*")
    return (String(decoding: letters, as: UTF8.self), letters.endIndex + (isStarred ? 1 : 0))
  }

  /// What stands in the braces that follow, behind options in brackets.
  static func argument(behind start: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var index = start
    while index < text.endIndex {
      if text[index].isASCIISpace {
        index += 1
      } else if text[index] == UInt8(ascii: "["), let end = end(of: index, in: text, closing: UInt8(ascii: "]")) {
        index = end + 1
      } else if text[index] == UInt8(ascii: "{"), let end = end(of: index, in: text, closing: UInt8(ascii: "}")) {
        return text[(index + 1)..<end]
      } else {
        return nil
      }
    }
    return nil
  }

  /// What LaTeX prints of an argument, on one line and without formulas: raised marks of affiliations are some.
  static func text(of argument: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var isFormula = false
    for (index, byte) in zip(argument.indices, argument) {
      let isEscaped = index > argument.startIndex && argument[index - 1] == UInt8(ascii: "\\")
      if byte == UInt8(ascii: "$"), !isEscaped {
        isFormula.toggle()
      } else if !isFormula {
        plain.append(byte)
      }
    }
    let text = LaTeXDecoder.decoded(String(decoding: plain, as: UTF8.self))
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Where what opens here closes: the bracket outside of braces, or the brace.
  static func end(of opening: Int, in text: ArraySlice<UInt8>, closing: UInt8) -> Int? {
    var depth = 0
    var index = opening
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, closing == UInt8(ascii: "}") { return index }
        if depth < 0 { return nil }
      case closing where depth == 0: return index
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func withoutComments(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isComment = false
    for byte in bytes {
      if byte == 0x0A { isComment = false }
      if byte == UInt8(ascii: "%"), text.last != UInt8(ascii: "\\") { isComment = true }
      if !isComment { text.append(byte) }
    }
    return text
  }
}

/// The people of an `\author`.
enum LaTeXAuthors {
  /// Their names as they are written; several in one string where commas or «and» part them.
  static func names(in argument: ArraySlice<UInt8>) -> [String] {
    people(argument).compactMap { person in
      // Below the name stand places and addresses.
      let lines = lines(of: person).lazy.map { LaTeXHead.text(of: withoutNotes($0)[...]) }
      guard let line = lines.first(where: { $0.contains(where: \.isLetter) }) else { return nil }
      let name = line.trimmingMarks
      return name.isEmpty || name.contains("@") ? nil : name
    }
  }

  /// The stretches that `\and` parts outside of braces; IEEEtran marks the names in them.
  private static func people(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let pieces = split(text) { name in ["and", "And", "AND"].contains(name) }
    return pieces.flatMap { piece in
      let marked = arguments(of: "IEEEauthorblockN", in: piece)
      return marked.isEmpty ? [piece] : marked
    }
  }

  private static func lines(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    split(text) { $0 == "\\" || $0 == "newline" }
  }

  /// The pieces between commands of these names outside of braces; `\\` is called by its second sign.
  private static func split(_ text: ArraySlice<UInt8>, at isWanted: (String) -> Bool) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var (start, index, depth) = (text.startIndex, text.startIndex, 0)
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"):
        var (name, end) = LaTeXHead.name(at: index, in: text)
        if name.isEmpty {
          name = index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "\\") ? "\\" : ""
          end = min(index + 2, text.endIndex)
        }
        if depth == 0, isWanted(name) {
          pieces.append(text[start..<index])
          start = end
        }
        index = end - 1
      default: break
      }
      index += 1
    }
    return pieces + [text[start...]]
  }

  private static func arguments(of wanted: String, in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var index = text.startIndex
    while let next = text[index...].firstIndex(of: UInt8(ascii: "\\")) {
      let (name, end) = LaTeXHead.name(at: next, in: text)
      index = min(max(end, next + 2), text.endIndex)
      guard name == wanted, let argument = LaTeXHead.argument(behind: end, in: text) else { continue }
      found.append(argument)
      index = argument.endIndex
    }
    return found
  }

  /// The text without commands that hang something on a name, and their arguments.
  private static func withoutNotes(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\") {
        let (name, end) = LaTeXHead.name(at: index, in: text)
        if notes.contains(name) {
          index = LaTeXHead.argument(behind: end, in: text).map { $0.endIndex + 1 } ?? end
          continue
        }
      }
      rest.append(text[index])
      index += 1
    }
    return rest
  }

  private static let notes: Set<String> = [
    "thanks", "inst", "orcidID", "orcid", "orcidlink", "email", "footnote", "footnotemark", "fnref", "fnmsep", "corref",
    "cormark", "textsuperscript", "affil", "affiliation", "address", "institute", "ref", "href", "url", "texttt",
    "IEEEauthorrefmark", "IEEEmembership", "IEEEcompsocitemizethanks", "authornote", "authornotemark", "tnoteref",
    "cref",
    "corresponding", "ead", "ddag", "dag",
  ]
}

extension String {
  /// Without what hangs on a name: `*`, `†`, numbers, commas.
  fileprivate var trimmingMarks: String {
    var rest = Substring(self)
    while let last = rest.last, !last.isLetter, last != ".", last != ")" { rest = rest.dropLast() }
    while let first = rest.first, !first.isLetter { rest = rest.dropFirst() }
    return String(rest)
  }
}
