import Glibc

/// Where raw bytes come from.
struct ByteSource: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool
  private let bytes: [UInt8]
  private var offset = 0
  let progress: InputProgress

  init(bytes: [UInt8]) {
    self.init(descriptor: -1, isOwned: false, bytes: bytes, size: bytes.count)
  }

  /// - Throws: `InputError` where the file is missing, a folder or may not be read.
  init(path: String) throws(InputError) {
    guard path != "-" else {
      self.init(descriptor: STDIN_FILENO, isOwned: false, bytes: [], size: nil)
      return
    }
    self.init(descriptor: try Self.opened(path), isOwned: true, bytes: [], size: nil)
  }

  private init(descriptor: Int32, isOwned: Bool, bytes: [UInt8], size: Int?) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.bytes = bytes
    progress = InputProgress(size: size ?? Self.size(of: descriptor))
  }

  private static func opened(_ path: String) throws(InputError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .missing(path: path)
      case EACCES: throw .forbidden(path: path)
      default: throw .unreadable(path: path, reason: reason())
      }
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .isDirectory(path: path)
    }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    return descriptor
  }

  /// A plain file's size; nil of all else.
  private static func size(of descriptor: Int32) -> Int? {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
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
      progress.bytes += count
      return count
    }
    while true {
      let count = Glibc.read(descriptor, target.baseAddress, target.count)
      if count > 0 { progress.bytes += count }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// The system's words for the last error.
  static func reason() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
}
