/// A place as editors count it. The Language Server Protocol counts both from 0: take 1 off.
///
///     let start = article.utf16(sentence.range).start
public struct UTF16Place: Sendable, Hashable {
  /// 1-based line.
  public var line: Int
  /// 1-based column in UTF-16 code units: «😀» takes two.
  public var column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A stretch of a file as editors count it.
///
///     let range = article.utf16(sentence.range)
///     print(range.start.line, range.start.column, range.end.line, range.end.column)
public struct UTF16Range: Sendable, Hashable {
  /// Its first code unit.
  public var start: UTF16Place
  /// The code unit behind its last.
  public var end: UTF16Place

  /// Makes a range.
  public init(start: UTF16Place, end: UTF16Place) {
    self.start = start
    self.end = end
  }
}
