import FoundationEssentials
import Glibc
import IbidCSL
import IbidFormats

/// Styles and locales on disk.
struct DiskStyleFiles: StyleFiles {
  /// Larger files are no styles: the largest known has 250 kB.
  private static let limit = 16 << 20

  func bytes(at path: String) -> [UInt8]? {
    var status = stat()
    // A pipe would be waited for.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? ByteInput.bytes(of: path, limit: Self.limit)
  }

  func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// Changes whenever a file comes into a folder or goes; 0 where there is no folder.
  static func stamp(of folder: String) -> Int {
    var status = stat()
    guard stat(folder, &status) == 0 else { return 0 }
    return status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
  }
}
