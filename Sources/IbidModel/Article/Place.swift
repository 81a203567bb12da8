/// A place in an input file.
///
///     let place = Place(line: 1, column: 1, offset: 0)
public struct Place: Sendable, Hashable, Comparable {
  /// 1-based line.
  public var line: Int
  /// 1-based column in Unicode scalars.
  public var column: Int
  /// 0-based offset in UTF-8 bytes of the file as it was written.
  public var offset: Int

  /// Makes a place.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Earlier in the file.
  public static func < (left: Place, right: Place) -> Bool { left.offset < right.offset }
}

/// A stretch of an input file.
///
///     let first = SourceRange(Place(line: 1, column: 1, offset: 0), length: 5)
///     print(first.offsets)
public struct SourceRange: Sendable, Hashable {
  /// Where it starts in its file.
  public var place: Place
  /// Its length in UTF-8 bytes of the file as it was written; those of files that it takes in on the way count too.
  public var length: Int
  /// The file, where an article stands in several; nil where it stands in one.
  public var path: String?
  /// Where it starts in the article's whole text, by which stretches are put in order and compared: 0-based, in UTF-8
  /// bytes of all files, each in the place where it is taken in. `place.offset` where the article stands in one.
  package var position: Int

  /// A stretch of an article that stands in one file.
  public init(_ place: Place, length: Int) {
    self.init(place, length: length, path: nil, position: place.offset)
  }

  /// A stretch of one of an article's files.
  package init(_ place: Place, length: Int, path: String?, position: Int) {
    self.place = place
    self.length = length
    self.path = path
    self.position = position
  }

  /// Half-open range of UTF-8 offsets in its file.
  public var offsets: Range<Int> { place.offset..<(place.offset + max(0, length)) }

  /// Half-open range of UTF-8 offsets in the article's whole text.
  package var positions: Range<Int> { position..<(position + max(0, length)) }

  /// Where it starts, for a person: `line:column`, with the file before it where the article has several.
  package var label: String { (path.map { $0 + ":" } ?? "") + "\(place.line):\(place.column)" }

  /// From the start of this stretch to the end of one behind it.
  package func through(_ last: SourceRange) -> SourceRange {
    var range = self
    range.length = max(0, last.positions.upperBound - position)
    return range
  }
}
