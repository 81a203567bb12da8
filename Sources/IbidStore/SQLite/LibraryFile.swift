internal import Glibc

/// The file of a library, as the file system knows it.
struct LibraryFile: Equatable {
  private let device: dev_t
  private let number: ino_t

  /// The file at this path; nil where nothing stands there. Equal to that of another time where no other file has come in
  /// its place.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
  }

  /// Whether a file without a byte stands at this path.
  static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
  }

  /// The path from the root on: that of a file which is opened again later must not depend on the folder of the moment.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}
