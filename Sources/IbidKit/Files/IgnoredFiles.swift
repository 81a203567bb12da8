import Glibc

/// What a folder's `.gitignore` leaves out, and those of the folders above it.
///
/// Source: git's manual, `gitignore(5)`, «Pattern format».
struct IgnoredFiles {
  /// A line of a file.
  private struct Pattern {
    /// The folder in which its file stands, with a slash behind it; empty for the folder in which one works.
    let folder: String
    let glob: String
    let isNegated: Bool
    let isForFolders: Bool
    /// Whether the pattern is one of a path below its folder, not of a name anywhere in it.
    let isAnchored: Bool
  }

  private var patterns: [Pattern] = []
  private static let byteLimit = 1_000_000

  /// The same with what the `.gitignore` in a folder adds, where there is one.
  func adding(folder: String) -> IgnoredFiles {
    guard Folder.hasFile(folder + ".gitignore"),
      let bytes = try? InputFile(path: folder + ".gitignore").bytes(limit: Self.byteLimit)
    else { return self }
    var copy = self
    copy.patterns += String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { Self.pattern($0, folder: folder) }
    return copy
  }

  /// Whether a file or folder is left out. The last pattern that fits decides.
  func hold(_ path: String, isFolder: Bool) -> Bool {
    patterns.last { (isFolder || !$0.isForFolders) && Self.fits($0, path) }.map { !$0.isNegated } ?? false
  }

  private static func pattern(_ line: Substring, folder: String) -> Pattern? {
    guard !line.hasPrefix("#") else { return nil }
    var glob = line
    while glob.last == " ", !glob.hasSuffix("\\ ") { glob.removeLast() }
    let isNegated = glob.hasPrefix("!")
    if isNegated { glob.removeFirst() }
    let isForFolders = glob.hasSuffix("/")
    if isForFolders { glob.removeLast() }
    let isAnchored = glob.contains("/")
    if glob.hasPrefix("/") { glob.removeFirst() }
    guard !glob.isEmpty, glob.utf8.count <= 256, !glob.utf8.contains(0) else { return nil }
    return Pattern(
      folder: folder, glob: String(glob), isNegated: isNegated, isForFolders: isForFolders, isAnchored: isAnchored)
  }

  private static func fits(_ pattern: Pattern, _ path: String) -> Bool {
    guard path.hasPrefix(pattern.folder) else { return false }
    let below = path.dropFirst(pattern.folder.count)
    guard pattern.isAnchored else {
      return fnmatch(pattern.glob, below.split(separator: "/").last.map(String.init) ?? "", 0) == 0
    }
    return fits(pattern.glob.split(separator: "/"), below.split(separator: "/"))
  }

  /// Whether parts of a path fit the parts of a pattern, of which `**` stands for any number: where a part does not fit,
  /// the last `**` takes one more.
  private static func fits(_ glob: [Substring], _ path: [Substring]) -> Bool {
    var (part, place) = (0, 0)
    var retry: (part: Int, place: Int)?
    while place < path.count {
      if part < glob.count, glob[part] == "**" {
        retry = (part + 1, place)
        part += 1
      } else if part < glob.count, fnmatch(String(glob[part]), String(path[place]), 0) == 0 {
        (part, place) = (part + 1, place + 1)
      } else if let last = retry {
        retry = (last.part, last.place + 1)
        (part, place) = (last.part, last.place + 1)
      } else {
        return false
      }
    }
    return glob[part...].isEmpty
  }
}
