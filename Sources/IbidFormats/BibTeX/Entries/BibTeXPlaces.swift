/// Where the parts of an entry stand in a file, for who looks at how it is written: a reader of values asks for none.
struct BibTeXPlaces {
  enum Delimiter { case braces, quotes, none }

  /// A piece of a value: its text, without what stands around it.
  struct Piece {
    var delimiter: Delimiter
    var range: Range<Int>
  }

  /// A field, also one whose name has stood before.
  struct Field {
    /// In small letters.
    var name: String
    var nameRange: Range<Int>
    /// Its value's pieces, as indices of `pieces`.
    var pieces: Range<Int>
    /// The offset behind its value.
    var end: Int
  }

  var key = 0..<0
  /// Quotation marks within values that such marks stand around.
  var innerQuotes: [Int] = []
  private(set) var fields: [Field] = []
  private(set) var pieces: [Piece] = []
  private var firstPiece = 0

  /// A value begins.
  mutating func begin() { firstPiece = pieces.count }

  mutating func add(_ delimiter: Delimiter, _ range: Range<Int>) {
    pieces.append(Piece(delimiter: delimiter, range: range))
  }

  /// A field ends whose value has begun last.
  mutating func add(field name: String, at start: Int, end: Int) {
    fields.append(
      Field(name: name, nameRange: start..<start + name.utf8.count, pieces: firstPiece..<pieces.count, end: end))
  }
}
