import FoundationEssentials
import IbidText

/// Folders that a file needs.
enum Folder {
  /// Makes the folder in which `path` stands, where it is missing. What goes wrong shows when the file is opened.
  static func make(above path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard !folder.isEmpty else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The folder in which `path` stands; nil where it is there.
  static func missing(above path: String) -> String? {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder.isEmpty || FileManager.default.fileExists(atPath: folder) ? nil : folder
  }

  /// The folder in which `path` stands, and those above it, nearest first, by their absolute paths.
  static func above(_ path: String) -> [String] {
    var parts = (path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path)
      .split(separator: "/").dropLast().filter { $0 != "." }
    var folders: [String] = []
    // `a/../b` is b: without it a file would be looked for in a folder that the article does not stand in.
    while let up = parts.firstIndex(of: "..") { parts.removeSubrange(max(0, up - 1)...up) }
    while true {
      folders.append("/" + parts.joined(separator: "/"))
      guard parts.popLast() != nil else { return folders }
    }
  }

  /// Files beside a missing one whose names are like its name.
  static func names(near path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    guard let names, names.count <= 10_000 else { return [] }
    return NearestNames.nearest(to: String(parts.last ?? ""), among: names).map { folder + $0 }
  }

  /// Whether there is a plain file at `path`.
  static func hasFile(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
  }
}
