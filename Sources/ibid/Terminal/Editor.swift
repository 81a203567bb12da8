import Glibc
import IbidKit

/// The editor of whoever uses the terminal.
enum Editor {
  /// `text` as it is after a person has edited it in $VISUAL, else in $EDITOR, else in vi.
  ///
  /// - Throws: `IbidError` where the editor cannot be started, or ends with another status than 0.
  static func edited(_ text: String, ending: String) throws(IbidError) -> String {
    let editor = value(of: "VISUAL") ?? value(of: "EDITOR") ?? "vi"
    var path = Array("\(value(of: "TMPDIR") ?? "/tmp")/ibid-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&path, Int32(ending.utf8.count))
    guard descriptor >= 0 else { throw failure("a temporary file could not be made") }
    close(descriptor)
    let file = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(file) }
    try OutputFile(file).write(text)
    // The editor may have options: the shell reads it.
    guard
      system("\(editor) '\(file.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'")
        == 0
    else {
      throw failure("the editor “\(editor)” did not end well; set $EDITOR, or name fields: field=value")
    }
    return try content(of: file)
  }

  private static func content(of path: String) throws(IbidError) -> String {
    guard let file = fopen(path, "r") else { throw failure("what was edited could not be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
    }
  }

  private static func value(of name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func failure(_ reason: String) -> IbidError { IbidError(.unwritableFile, reason) }
}
