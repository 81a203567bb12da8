import IbidModel

/// Takes a LaTeX document apart: one pass over its commands, groups followed by a stack of what their ends do.
struct LaTeXDraft {
  let text: [UInt8]
  var index: Int
  var writer = DraftWriter()
  /// What a closing brace ends.
  var groups: [Group] = []
  var environments: [String] = []
  var blockStart = 0
  var setting = Sentence.Setting.paragraph
  var level = 0
  var bibliography = LaTeXBibliography()
  var footnotes = 0

  enum Group {
    case plain
    /// Ends a heading, a caption or the title.
    case block(Sentence.Setting, title: Bool)
    /// A footnote whose text starts here, in the draft and in the file.
    case footnote(text: Int, source: Int)
    /// A link's words, which start here in the draft.
    case link(text: Int, address: String)
    /// Raised text, which starts here in the draft.
    case raised(text: Int)
  }

  /// The draft of a LaTeX document.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    var reader = LaTeXDraft(text: bytes, index: start)
    reader.readPreamble()
    reader.read()
    reader.endBlock()
    reader.bibliography.close(&reader.writer, at: bytes.count)
    reader.bibliography.resolve(in: &reader.writer.draft)
    return reader.writer.draft
  }

  private init(text: [UInt8], index: Int) {
    self.text = text
    self.index = index
  }

  /// Of what stands before the document only the title is read.
  mutating func readPreamble() {
    guard let begin = offset(of: "\\begin{document}", from: index) else { return }
    if let title = offset(of: "\\title", from: index), title < begin {
      index = title + 6
      skipOptional()
      if let inside = group() { writer.draft.title = words(inside) }
    }
    index = begin + 16
  }

  mutating func read() {
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\"): readCommand()
      case UInt8(ascii: "%"): skipComment()
      case UInt8(ascii: "{"):
        groups.append(.plain)
        index += 1
      case UInt8(ascii: "}"): closeGroup()
      case UInt8(ascii: "$"): readMath()
      case UInt8(ascii: "~"): emit(" ", 1)
      case UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "-"): readLigature()
      case UInt8(ascii: "&") where !environments.isEmpty: emit(" ", 1)
      case 0x0A, 0x0D, 0x20, 0x09: readBlanks()
      default:
        let start = index
        while index < text.count, !Self.isSpecial[Int(text[index])] { index += 1 }
        if index == start { index += 1 }
        writer.append(text[start..<index], source: start)
      }
    }
  }

  private static let isSpecial: [Bool] = (0..<256).map { byte in "\\%{}$~`'-&\n\r \t".utf8.contains(UInt8(byte)) }
}
