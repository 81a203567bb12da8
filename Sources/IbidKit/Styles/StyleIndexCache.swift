import FoundationEssentials
import IbidCSL

/// The index of the style folders on disk, kept as long as none of them changes: reading ten thousand styles takes
/// half a second, reading their index some milliseconds.
struct StyleIndexCache: Sendable {
  /// The cache's file; nil where there is no place for one.
  let path: String?

  /// The index of these folders, as it was kept or made anew. A cache that is none is made anew; one that cannot be
  /// written is no error.
  ///
  /// - Parameter isFresh: whether it is made anew in any case.
  func index(of folders: [String], isFresh: Bool = false, make: () -> StyleIndex) -> StyleIndex {
    let stamp = "stamp " + folders.map { "\($0)=\(DiskStyleFiles.stamp(of: $0))" }.joined(separator: "\t") + "\n"
    if !isFresh, let path, let bytes = DiskStyleFiles().bytes(at: path), bytes.starts(with: stamp.utf8),
      let index = StyleIndex(serialized: bytes[stamp.utf8.count...])
    {
      return index
    }
    let index = make()
    if let path {
      Folder.make(above: path)
      try? OutputFile(path).write(stamp + index.serialized)
    }
    return index
  }
}
