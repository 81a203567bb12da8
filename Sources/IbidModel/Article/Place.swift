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
  /// Where it starts.
  public var place: Place
  /// Its length in UTF-8 bytes of the file as it was written.
  public var length: Int

  /// Makes a range.
  public init(_ place: Place, length: Int) {
    self.place = place
    self.length = length
  }

  /// Half-open range of UTF-8 offsets.
  public var offsets: Range<Int> { place.offset..<(place.offset + max(0, length)) }
}
