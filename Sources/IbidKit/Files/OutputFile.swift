import Glibc

/// A file that is written whole or not at all: a temporary file, flushed, put in its place, and the folder flushed. Where
/// the file system can, the temporary file has no name before it is whole, so that nothing is left of a run that is
/// killed. A symbolic link is followed and stays one; the file's mode stays as it was. What is no plain file, a device or
/// a pipe, is written to as it is.
///
///     try OutputFile("references.txt").write("Engel GL. The need for a new medical model.")
public struct OutputFile: Sendable {
  private let path: String

  /// The file at this path.
  public init(_ path: String) { self.path = path }

  /// Replaces the file's content.
  ///
  /// - Throws: `IbidError` where it cannot be written; then the file is as it was before.
  public func write(_ text: String) throws(IbidError) {
    try write { (put) throws(IbidError) in
      var failure: IbidError?
      var text = text
      text.withUTF8 { bytes in
        do throws(IbidError) { try put(UnsafeRawBufferPointer(bytes)) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }

  /// Replaces the file's content.
  ///
  /// - Throws: `IbidError` where it cannot be written; then the file is as it was before.
  public func write(_ bytes: [UInt8]) throws(IbidError) {
    try write { (put) throws(IbidError) in
      var failure: IbidError?
      bytes.withUnsafeBytes { bytes in
        do throws(IbidError) { try put(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }

  /// Writes a file that is not there yet.
  ///
  /// - Throws: `IbidError` where it is there, or cannot be written.
  public func write(new text: String) throws(IbidError) {
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw IbidError(.unwritableFile, "\(path): is there already, and stays as it is", path: path)
    }
    try write(text)
  }

  /// Replaces the file's content by what `body` gives to the function that it gets, piece by piece.
  ///
  /// - Throws: `IbidError` where it cannot be written, and what `body` throws; then the file is as it was before.
  public func write<Value>(
    _ body: ((UnsafeRawBufferPointer) throws(IbidError) -> Void) throws(IbidError) -> Value
  ) throws(IbidError) -> Value {
    let target = Self.resolved(path)
    let temporary = "\(target).ibid-\(getpid())"
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeInPlace(body) }
    guard !exists || !Self.isDatabase(target) else {
      throw IbidError(.unwritableFile, "\(path): is a database, perhaps a library; it is not written over", path: path)
    }
    if !exists, lstat(target, &status) == 0 {
      throw IbidError(.unwritableFile, "\(path): is a symbolic link that leads nowhere", path: path)
    }
    let (descriptor, isNamed) = Self.opened(temporary)
    guard descriptor >= 0 else { throw failure(errno) }
    let value: Value
    do throws(IbidError) {
      if exists, fchmod(descriptor, status.st_mode & 0o7777) != 0 { throw failure(errno) }
      value = try body { (bytes) throws(IbidError) in try Self.writeAll(bytes, to: descriptor, onError: failure) }
      guard fsync(descriptor) == 0, isNamed || Self.name(descriptor, temporary) else { throw failure(errno) }
    } catch {
      close(descriptor)
      if isNamed { unlink(temporary) }
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, target) == 0 else {
      let number = errno
      unlink(temporary)
      throw failure(number)
    }
    Self.flushFolder(of: target)
    return value
  }

  /// A file to write into beside the target: without a name where the file system can, else of this one.
  ///
  /// Source: open(2), O_TMPFILE; Swift does not see the macro.
  private static func opened(_ temporary: String) -> (descriptor: Int32, isNamed: Bool) {
    let unnamed = 0o20_000_000 | O_DIRECTORY
    let descriptor = open(folder(of: temporary), O_WRONLY | O_CLOEXEC | unnamed, 0o666)
    if descriptor >= 0, access("/proc/self/fd/\(descriptor)", F_OK) == 0 { return (descriptor, false) }
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
    return (open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666), true)
  }

  /// Gives a file without a name one; a file of that name was left by a run that was killed, whose number this one has.
  private static func name(_ descriptor: Int32, _ path: String) -> Bool {
    unlink(path)
    return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
  }

  /// Whether a file begins as SQLite's do.
  ///
  /// Source: SQLite, «Database File Format», section 1.3.1, «Magic Header String».
  static func isDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 16)
    return Glibc.read(descriptor, &start, start.count) == start.count && start.elementsEqual("SQLite format 3\0".utf8)
  }

  /// Whether two paths lead to one file.
  static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Refuses a path that leads to a file of this library, the engine's own beside it among them.
  ///
  /// - Throws: `IbidError`.
  public func check(against library: String) throws(IbidError) {
    let files = [""] + ["-journal", "-wal", "-shm"]
    guard files.contains(where: { Self.isSameFile(path, library + $0) || path == library + $0 }) else { return }
    throw IbidError(.unwritableFile, "\(path): is the library itself, which is not written over", path: path)
  }

  /// Refuses a path that leads to a file from which the output is made.
  ///
  /// - Throws: `IbidError`.
  public func check(againstInput input: String) throws(IbidError) {
    guard path != "-", path == input || Self.isSameFile(path, input) else { return }
    throw IbidError(.unwritableFile, "\(path): is what is read, which is not written over", path: path)
  }

  private func writeInPlace<Value>(
    _ body: ((UnsafeRawBufferPointer) throws(IbidError) -> Void) throws(IbidError) -> Value
  ) throws(IbidError) -> Value {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    return try body { (bytes) throws(IbidError) in try Self.writeAll(bytes, to: descriptor, onError: failure) }
  }

  private static func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, onError failure: (Int32) -> IbidError
  ) throws(IbidError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  private func failure(_ number: Int32) -> IbidError {
    IbidError(
      .unwritableFile, "\(path): could not be written: \(String(cString: strerror(number)))", path: path)
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func flushFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func folder(of path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  }
}
