import IbidArticles
import IbidClaims
import IbidModel
import IbidText

/// Places of an article that stands in several files: from the text as it was read to the files as they were written.
/// An article in one file has no pieces, and its places stay.
struct ArticlePlaces: Sendable {
  private let pieces: [ReadArticle.Piece]
  private let starts: [Place]

  /// - Parameter lines: the lines of the text as it was read.
  init(pieces: [ReadArticle.Piece], lines: LineIndex) {
    self.pieces = pieces
    starts = pieces.map { lines.place(at: $0.text) }
  }

  /// The finding with the file and the place where it was written.
  func written(_ finding: Finding) -> Finding {
    guard let piece = piece(at: finding.range.place.offset) else { return finding }
    var finding = finding
    finding.path = pieces[piece].path
    finding.range.place = written(finding.range.place, piece)
    if let range = finding.fix?.range { finding.fix?.range.place = written(range.place, piece) }
    return finding
  }

  /// Where a finding that has its written place stands in the text as it was read; nil where that is the same.
  func read(_ finding: Finding) -> SourceRange? {
    let offset = finding.range.place.offset
    let piece = pieces.indices.last { pieces[$0].path == finding.path && pieces[$0].source.offset <= offset }
    guard let piece else { return nil }
    let (source, start) = (pieces[piece].source, starts[piece])
    let line = finding.range.place.line - source.line
    let column = line == 0 ? start.column + finding.range.place.column - source.column : finding.range.place.column
    return SourceRange(
      Place(line: start.line + line, column: column, offset: start.offset + offset - source.offset),
      length: finding.range.length)
  }

  /// `line:column`, with the file before it where the article has several.
  func text(of range: SourceRange) -> String {
    guard let piece = piece(at: range.place.offset) else { return "\(range.place.line):\(range.place.column)" }
    let place = written(range.place, piece)
    return "\(TerminalText.plain(pieces[piece].path)):\(place.line):\(place.column)"
  }

  /// A report's JSON with each place as it was written; `path` behind it says in which file, where there are several.
  func json(_ value: JSONValue) -> JSONValue {
    guard !pieces.isEmpty else { return value }
    switch value {
    case .array(let elements): return .array(elements.map(json))
    case .object(let members):
      return .object(
        members.flatMap { member -> [JSONMember] in
          guard member.name == "place", let place = Place(json: member.value), let piece = piece(at: place.offset)
          else { return [JSONMember(member.name, json(member.value))] }
          return [JSONMember("place", written(place, piece).json), JSONMember("path", .string(pieces[piece].path))]
        })
    default: return value
    }
  }

  private func written(_ place: Place, _ piece: Int) -> Place {
    let (source, start) = (pieces[piece].source, starts[piece])
    let line = place.line - start.line
    return Place(
      line: source.line + line, column: line == 0 ? source.column + place.column - start.column : place.column,
      offset: source.offset + place.offset - start.offset)
  }

  /// The piece that holds this offset; nil where the article stands in one file.
  private func piece(at offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension Place {
  fileprivate init?(json: JSONValue) {
    guard let line = json["line"]?.integer, let column = json["column"]?.integer, let offset = json["offset"]?.integer
    else { return nil }
    self.init(line: line, column: column, offset: offset)
  }
}
