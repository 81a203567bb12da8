import FoundationEssentials

/// Folders that a file needs.
enum Folder {
  /// Makes the folder in which `path` stands, where it is missing. What goes wrong shows when the file is opened.
  static func make(above path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard !folder.isEmpty else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }
}
