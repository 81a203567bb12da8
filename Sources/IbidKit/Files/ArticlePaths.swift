import FoundationEssentials
import Glibc
import IbidArticles
import IbidFormats

/// The files that paths lead to: each file as it is named, and of each folder the articles in it and below it.
///
///     let files = try ArticlePaths(["draft.md", "posts"]).paths   // ["draft.md", "posts/one.md", "posts/two.tex"]
public struct ArticlePaths: Sendable {
  /// The files, each once, in the order in which they are named; those of a folder in the order of their names.
  public private(set) var paths: [String] = []
  /// Whether one of the names was a folder's.
  public private(set) var hasFolder = false

  /// Most folders one in another.
  private static let mostLevels = 64

  /// Looks into the folders among `names`. Hidden files, what a `.gitignore` leaves out, and links to folders are passed
  /// over.
  ///
  /// - Throws: `IbidError` where a folder cannot be read, or holds no article.
  public init(_ names: [String]) throws(IbidError) {
    var seen = Set<String>()
    for name in names {
      guard Self.isFolder(name, followingLinks: true) else {
        if seen.insert(name).inserted { paths.append(name) }
        continue
      }
      hasFolder = true
      let folder = name.hasSuffix("/") ? name : name + "/"
      let start = folder == "./" ? "" : folder
      var found: [String] = []
      try Self.collect(start, in: name, ignored: IgnoredFiles(), level: 0, into: &found)
      guard !found.isEmpty else {
        throw IbidError(.unreadableFile, "\(name): there is no article in this folder", path: name)
      }
      paths += found.filter { seen.insert($0).inserted }
    }
  }

  private static func collect(
    _ folder: String, in name: String, ignored: IgnoredFiles, level: Int, into paths: inout [String]
  ) throws(IbidError) {
    guard level < mostLevels else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    } catch {
      throw IbidError(.unreadableFile, "\(folder.isEmpty ? name : folder): this folder cannot be read", path: name)
    }
    let ignored = ignored.adding(folder: folder)
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder + name
      if isFolder(path, followingLinks: false) {
        guard !ignored.hold(path, isFolder: true) else { continue }
        try collect(path + "/", in: path, ignored: ignored, level: level + 1, into: &paths)
      } else if isArticle(path), !ignored.hold(path, isFolder: false) {
        paths.append(path)
      }
    }
  }

  private static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isArticle(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    // XML is many things: only its content tells whether it is an article.
    guard path.hasSuffix(".xml") || path.hasSuffix(".nxml") else { return ArticleReaders.isNamed(path) }
    guard let start = InputFile(path: path).beginning(4096) else { return false }
    return JATSReader.recognizes(start, path: path)
  }
}
