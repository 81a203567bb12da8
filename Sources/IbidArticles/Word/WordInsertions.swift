import IbidModel

/// Elements put in before and behind stretches of a part's text, where runs are parted as far as that is needed.
struct WordInsertions: Sendable {
  private var pieces: [WordAnchor.Border: (ends: [String], starts: [String])] = [:]

  /// Puts one text before a stretch and another behind it. Where stretches meet, what ends comes before what starts.
  mutating func add(_ start: String, at first: WordAnchor.Border, _ end: String, at last: WordAnchor.Border) {
    pieces[first, default: ([], [])].starts.append(start)
    // Of stretches that end together the one that starts last ends first.
    pieces[last, default: ([], [])].ends.insert(end, at: 0)
  }

  /// The edits of the part that put all in.
  func edits(of part: WordPart) -> WordEdits {
    var edits = WordEdits()
    var opened: Set<Int> = []
    for (border, piece) in pieces.sorted(by: { $0.key.offset < $1.key.offset }) {
      let xml = (piece.ends + piece.starts).joined()
      switch border {
      case .between(let offset): edits.insert(xml, at: offset)
      case .inRun(let run, let offset): edits.insert("</\(part.prefix)r>" + xml + Self.open(run, in: part), at: offset)
      case .inText(let text, let offset):
        guard let run = part.tokens[text].parent else { continue }
        edits.insert(
          "</\(part.prefix)t></\(part.prefix)r>" + xml + Self.open(run, in: part)
            + "<\(part.prefix)t xml:space=\"preserve\">", at: offset)
        // A blank before the new border counts.
        if opened.insert(text).inserted, part.bytes[offset - 1].isASCIISpace,
          part.attributeRange(text, "space") == nil
        {
          edits.insert(" xml:space=\"preserve\"", at: part.tokens[text].range.upperBound - 1)
        }
      }
    }
    return edits
  }

  /// The start of a run like another.
  private static func open(_ run: Int, in part: WordPart) -> String {
    String(decoding: part.bytes[part.tokens[run].range], as: UTF8.self) + properties(of: run, in: part)
  }

  /// A run's properties as they are written.
  static func properties(of run: Int, in part: WordPart) -> String {
    let properties = part.children(of: run).first { part.tokens[$0].tag == .runProperties }
    return properties.map { String(decoding: part.bytes[part.extent($0)], as: UTF8.self) } ?? ""
  }
}
