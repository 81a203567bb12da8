internal import Glibc

extension Library {
  /// Whether something stands at this path.
  static func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
