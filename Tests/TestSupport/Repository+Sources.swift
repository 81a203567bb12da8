import FoundationEssentials

extension Repository {
  /// The paths of the Swift files in a folder and those below it, sorted; documentation catalogues are passed over.
  public static func swiftFiles(below folder: String) throws -> [String] {
    var folders = [folder]
    var files: [String] = []
    while let folder = folders.popLast() {
      for path in try Self.files(in: folder, endingWith: "") {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        if isFolder {
          if !path.hasSuffix(".docc") { folders.append(path) }
        } else if path.hasSuffix(".swift") {
          files.append(path)
        }
      }
    }
    return files.sorted()
  }
}
