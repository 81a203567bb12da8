import Glibc

/// The folder of an article: what it may take in, and nothing outside of it.
struct ArticleFolder {
  /// The folder's real path, with a slash behind it.
  private let path: String
  private let unsaved: (String) -> [UInt8]?
  /// Most bytes of one file.
  private static let limit = 64_000_000

  /// The folder of the article at `path`; nil for standard input and where the folder is not there.
  ///
  /// - Parameter unsaved: the text of the file at a real path, where it is not the one on the disk.
  init?(of path: String, unsaved: @escaping (String) -> [UInt8]? = { _ in nil }) {
    guard path != "-" else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard let real = Self.realPath(folder) else { return nil }
    self.path = real == "/" ? real : real + "/"
    self.unsaved = unsaved
  }

  /// The bytes of a regular file by its name in the folder; nil where it is missing, too large, or, links followed,
  /// outside of the folder.
  func bytes(of name: String) -> [UInt8]? {
    guard !name.utf8.contains(0), let real = Self.realPath(path + name), real.hasPrefix(path) else { return nil }
    if let text = unsaved(real) { return text }
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.limit else { return nil }
    return try? InputFile(path: real).bytes(limit: Self.limit)
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
