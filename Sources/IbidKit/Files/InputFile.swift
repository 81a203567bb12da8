import Glibc
import IbidFormats

/// A file that somebody named, or standard input.
struct InputFile {
  /// The path as it was given; `-` is standard input.
  let path: String

  /// All of its bytes, inflated where gzip made it.
  ///
  /// - Throws: `IbidError` where the file is missing, a folder, unreadable or empty, or larger than `limit` bytes.
  func bytes(limit: Int = 500_000_000) throws(IbidError) -> [UInt8] {
    do throws(InputError) {
      let bytes = try ByteInput.bytes(of: path, limit: limit)
      guard !bytes.isEmpty else { throw .empty(path: path) }
      return bytes
    } catch {
      throw IbidError(error, path: path)
    }
  }

  /// So many of its first bytes, as they stand in the file; nil where it cannot be read.
  func beginning(_ count: Int) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    return Array(bytes[..<fread(&bytes, 1, count, file)])
  }

  /// Whether its first bytes are gzip's, so that what was read is not what the file holds.
  var isCompressed: Bool { beginning(2) == [0x1F, 0x8B] }
}
