import FoundationEssentials

/// Where the library is when nobody says so.
///
///     let path = LibraryLocation.path(option: nil)
public enum LibraryLocation {
  /// `option`, else `$IBID_LIBRARY`, else `Bibliography/library.sqlite` in this folder or the nearest one above that
  /// has it, else that of this folder, which is not there yet.
  public static func path(option: String?) -> String {
    if let option { return option }
    if let variable { return variable }
    let here = FileManager.default.currentDirectoryPath
    var folders = here.split(separator: "/")
    while true {
      let path = (["/"] + folders.map { $0 + "/" }).joined() + usual
      if FileManager.default.fileExists(atPath: path) {
        return folders.count == here.split(separator: "/").count ? usual : path
      }
      guard folders.popLast() != nil else { return usual }
    }
  }

  /// The library of a file in this folder: `option`, else `$IBID_LIBRARY`, else `Bibliography/library.sqlite` in it or in
  /// the nearest folder above that has it; nil where none has.
  package static func path(option: String?, besides file: String) -> String? {
    if let named = option ?? variable { return named }
    return Folder.above(file).lazy.map { ($0 == "/" ? "" : $0) + "/" + usual }.first(where: Folder.hasFile)
  }

  /// Whether `$IBID_LIBRARY` names one.
  static var isNamedByEnvironment: Bool { variable != nil }

  private static var variable: String? {
    ProcessInfo.processInfo.environment["IBID_LIBRARY"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where a library is made whose place nobody names.
  static let usual = "Bibliography/library.sqlite"
}
