import ArgumentParser
import Glibc
import IbidKit
import IbidModel

/// Standard output and standard error, written so that a full disk is noticed.
enum Output {
  /// Whether colour may be used on standard output where nobody says so: with `FORCE_COLOR`, else only on a terminal that
  /// is not dumb, and never with `NO_COLOR`.
  ///
  /// Sources: <https://no-color.org>, <https://force-color.org>.
  static var usesColour: Bool {
    if isSet("NO_COLOR") { return false }
    return isSet("FORCE_COLOR") || isOnTerminal && !isDumb
  }

  /// How many columns standard output has where it is a terminal; nil elsewhere.
  static var columns: Int? {
    guard isOnTerminal else { return nil }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
  }

  /// Whether a person sees standard output as it is written.
  static var isOnTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person can be asked: both what he reads and what he types is on a terminal.
  static var isAsking: Bool { isOnTerminal && isatty(STDIN_FILENO) == 1 }

  /// Whether progress may be shown on standard error.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && !isDumb }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) } == "dumb" }

  private static func isSet(_ variable: String) -> Bool {
    guard let value = getenv(variable) else { return false }
    return value.pointee != 0
  }

  /// Writes data to standard output. A reader that has gone away ends the command quietly, by SIGPIPE.
  ///
  /// - Throws: status 2 where it cannot be written.
  static func write(_ text: String) throws {
    guard write(text, to: STDOUT_FILENO) else {
      warn("ibid: error: \(failure)")
      throw ExitCode(2)
    }
  }

  /// Writes a change of a record, on one line.
  ///
  /// - Throws: status 2 where it cannot be written.
  static func write(_ change: RecordChange, _ format: TextOrJSON) throws {
    try write((format == .text ? change.text : JSONWriter.text(of: change.json)) + "\n")
  }

  /// Writes a value as JSON, two blanks a level, and a line break to standard output.
  ///
  /// - Throws: status 2 where it cannot be written.
  static func write(json value: JSONValue) throws {
    var writer = JSONWriter(.pretty)
    writer.write(value)
    writer.bytes.append(0x0A)
    guard writer.bytes.withUnsafeBytes({ write($0, to: STDOUT_FILENO) }) else {
      warn("ibid: error: \(failure)")
      throw ExitCode(2)
    }
  }

  /// Writes data to standard output.
  ///
  /// - Throws: `IbidError` where it cannot be written.
  static func write(_ bytes: UnsafeRawBufferPointer) throws(IbidError) {
    guard write(bytes, to: STDOUT_FILENO) else { throw IbidError(.unwritableFile, failure, path: "-") }
  }

  private static var failure: String {
    "standard output could not be written: \(String(cString: strerror(errno)))"
  }

  /// Writes a message to standard error, without control characters of whatever it names.
  static func warn(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    _ = write(lines.map { TableText.plain(String($0)) + "\n" }.joined(), to: STDERR_FILENO)
  }

  /// Writes to standard error without a line break.
  static func show(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}
