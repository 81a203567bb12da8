import IbidModel

/// What stands beside an article: the files that it takes in, and those of its records. Who checks it again and again
/// keeps of these what has not changed, and may know what somebody has not saved yet.
package struct Surroundings: Sendable {
  /// The text of the file at a real path, where it is not the one on the disk.
  package var unsaved: @Sendable (_ path: String) -> [UInt8]?
  /// Records that were read before; nil to read them each time.
  package var kept: KeptBibliographies?

  /// The files as they are on the disk, read each time.
  package init(
    kept: KeptBibliographies? = nil, unsaved: @escaping @Sendable (_ path: String) -> [UInt8]? = { _ in nil }
  ) {
    self.kept = kept
    self.unsaved = unsaved
  }

  /// An article's own records.
  ///
  /// - Throws: `IbidError` where a file that the user names cannot be read.
  func bibliography(
    works: [Item], names: [String], given: [String], of path: String
  ) throws(IbidError) -> ArticleBibliography {
    guard let kept else { return try ArticleBibliography(works: works, names: names, given: given, of: path) }
    return try kept.bibliography(works: works, names: names, given: given, of: path)
  }
}
