import IbidModel

/// The files that Typst's `bibliography("one.bib")` and `bibliography(("one.bib", "two.yml"), title: "Sources")` name.
enum TypstBibliographyFiles {
  @Sendable static func names(in text: [UInt8]) -> [String] {
    TextLines.lines(of: text, from: 0).flatMap { line -> [String] in
      let bytes = Array(text[line.range])
      guard !bytes.starts(with: "//".utf8), let offset = bytes.firstOffset(of: "bibliography("),
        isCall(at: offset, in: bytes)
      else { return [] }
      return strings(of: text, from: line.range.lowerBound + offset + 13)
    }
  }

  /// Whether code and not a word of the prose begins here: `#bibliography(`, or a line of a block of code.
  private static func isCall(at offset: Int, in line: [UInt8]) -> Bool {
    guard offset > 0 else { return false }
    let before = line[offset - 1]
    return before == UInt8(ascii: "#") || before.isASCIISpace || before == UInt8(ascii: "{")
  }

  /// The strings that stand without a name among a call's arguments.
  private static func strings(of text: [UInt8], from start: Int) -> [String] {
    var strings: [String] = []
    var depth = 1
    var index = start
    var isNamed = false
    let end = min(text.count, start + 10_000)
    while index < end, depth > 0 {
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ":"): isNamed = true
      case UInt8(ascii: ",") where depth == 1: isNamed = false
      case UInt8(ascii: "\""):
        let close = text[(index + 1)..<end].firstIndex(of: UInt8(ascii: "\"")) ?? end
        if !isNamed { strings.append(String(decoding: text[(index + 1)..<close], as: UTF8.self)) }
        index = close
      default: break
      }
      index += 1
    }
    return strings
  }
}
