/// Where records come from: one search of one database, or one file.
package struct Source: Sendable, Hashable {
  /// As people name it: the database's name, else the file's.
  package var name: String
  /// The file's name, without its folders.
  package var file: String
  /// The format in which the records came.
  package var format: String
  /// The day of the search, as `2026-11-02`; empty where nobody said.
  package var searched: String

  /// Makes a source.
  package init(name: String, file: String = "", format: String = "", searched: String = "") {
    self.name = name
    self.file = file
    self.format = format
    self.searched = searched
  }
}

/// A library's number of a ``Source``.
package typealias SourceNumber = Int64
