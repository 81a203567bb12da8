import FoundationEssentials
import Glibc

/// A file that somebody named, or standard input.
struct InputFile {
  /// The path as it was given; `-` is standard input.
  let path: String

  /// All of its bytes.
  ///
  /// - Throws: `IbidError` where the file is missing, a folder, unreadable or empty, or larger than `limit` bytes.
  func bytes(limit: Int = 512 << 20) throws(IbidError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw IbidError("\(path): \(Self.reason(errno))") }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw IbidError("\(path): is a folder; name a file in it")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(Int(status.st_size), limit)))
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw IbidError("\(path): \(Self.reason(errno))") }
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
      guard bytes.count <= limit else { throw IbidError("\(path): is larger than \(limit >> 20) MB") }
    }
    guard !bytes.isEmpty else { throw IbidError("\(path): is empty") }
    return bytes
  }

  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES: "may not be read"
    case EISDIR: "is a folder; name a file in it"
    default: String(cString: strerror(number))
    }
  }
}
