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
}
