import FoundationEssentials
import Glibc
import IbidCSL

/// Styles and locales on disk.
struct DiskStyleFiles: StyleFiles {
  /// Larger files are no styles: the largest known has 250 kB.
  private static let limit = 16 << 20

  func bytes(at path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.limit else {
      return nil
    }
    let size = Int(status.st_size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while count < size {
        let more = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { break }
        count += more
      }
      filled = count
    }
    return bytes
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
