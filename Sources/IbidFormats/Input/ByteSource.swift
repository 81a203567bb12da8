import Glibc

/// Where raw bytes come from.
struct ByteSource: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool
  private let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) {
    descriptor = -1
    isOwned = false
    self.bytes = bytes
  }

  init(path: String) throws(InputError) {
    bytes = []
    if path == "-" {
      descriptor = STDIN_FILENO
      isOwned = false
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : .unreadable(path: path, reason: Self.reason())
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  /// The count of bytes read; 0 at the end, -1 where reading failed.
  mutating func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    guard descriptor >= 0 else {
      let count = min(target.count, bytes.count - offset)
      bytes.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
      offset += count
      return count
    }
    while true {
      let count = Glibc.read(descriptor, target.baseAddress, target.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// The system's words for the last error.
  static func reason() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
}
