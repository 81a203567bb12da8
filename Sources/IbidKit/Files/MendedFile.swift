/// A file with its safe edits made, which is not yet written.
///
///     if let mended = try CheckedBibliography(path: "refs.bib").mended() { print(mended.diff) }
public struct MendedFile: Sendable {
  /// The file.
  public let path: String
  /// The text in UTF-8, as it was and as it shall be.
  let text: (old: [UInt8], new: [UInt8])
  /// The file's bytes, in its own encoding.
  let bytes: (old: [UInt8], new: [UInt8])

  /// A file in UTF-8.
  init(path: String, old: [UInt8], new: [UInt8]) {
    self.init(path: path, text: (old, new), bytes: (old, new))
  }

  /// A file in whatever encoding.
  init(path: String, text: (old: [UInt8], new: [UInt8]), bytes: (old: [UInt8], new: [UInt8])) {
    self.path = path
    self.text = text
    self.bytes = bytes
  }

  /// The file's bytes as they shall be.
  public var content: [UInt8] { bytes.new }

  /// What changes, as `diff -u` shows it.
  public var diff: String { UnifiedDiff.text(from: text.old, to: text.new, path: path) }

  /// Writes the file, whole or not at all; its mode stays.
  ///
  /// - Throws: `IbidError` where it cannot be written, or is not as it was when it was checked.
  public func write() throws(IbidError) {
    guard try InputFile(path: path).bytes() == bytes.old else {
      throw IbidError(.unwritableFile, "\(path): is not mended: it has changed since it was checked", path: path)
    }
    try OutputFile(path).write { (put) throws(IbidError) in
      var failure: IbidError?
      bytes.new.withUnsafeBytes { bytes in
        do throws(IbidError) { try put(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }
}
