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

  /// Whether its first bytes are gzip's, so that what was read is not what the file holds.
  var isCompressed: Bool {
    guard let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    return fgetc(file) == 0x1F && fgetc(file) == 0x8B
  }
}
