import CZlib
import Glibc
import IbidModel
internal import IbidText

/// A file, standard input or bytes in memory as UTF-8 text: inflated where its first bytes are gzip's, converted
/// from another encoding where a byte order mark or an XML declaration says so, without the mark.
///
/// Bytes that are no UTF-8 in a file that claims to be are passed on as they are.
package struct ByteInput: ~Copyable {
  /// The file as it was named; `-` for standard input.
  package let path: String
  /// Why the input ended before its end, as a gzip file that was cut off; nil where it did not.
  package var breakOff: String? { inflater.failure ?? readFailure }

  /// How far it has been read.
  package var progress: InputProgress { source.progress }

  private var source: ByteSource
  private var inflater = GzipInflater()
  /// Nil where the bytes are UTF-8, or claim to be.
  private var converter: TextConverter?
  private var readFailure: String?
  /// Decoded bytes that were looked at, and not yet read.
  private var pending: [UInt8] = []
  private var pendingOffset = 0
  /// Compressed bytes; none before there are any.
  private var raw: [UInt8] = []
  private var rawRange = 0..<0

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: ``InputError`` where it is missing, a folder or unreadable, or declares an unknown encoding.
  package static func file(_ path: String) throws(InputError) -> ByteInput {
    try begun(ByteInput(try ByteSource(path: path), path: path))
  }

  /// Reads bytes in memory, under this name in messages.
  package static func memory(_ bytes: [UInt8], path: String) throws(InputError) -> ByteInput {
    try begun(ByteInput(ByteSource(bytes: bytes), path: path))
  }

  private init(_ source: consuming ByteSource, path: String) {
    self.path = path
    self.source = source
  }

  /// The next bytes; 0 at the end. Fewer than asked for is no sign of the end.
  package mutating func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    guard !target.isEmpty else { return 0 }
    if pendingOffset < pending.count {
      let count = min(target.count, pending.count - pendingOffset)
      pending.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[pendingOffset..<pendingOffset + count])) }
      pendingOffset += count
      return count
    }
    guard let converter else { return readInflated(into: target) }
    // One byte becomes three at most, two of UTF-16 three.
    var block = [UInt8](repeating: 0, count: max(4, min(1 << 15, target.count / 3)))
    pending.removeAll(keepingCapacity: true)
    pendingOffset = 0
    while pending.isEmpty {
      let count = block.withUnsafeMutableBytes { readInflated(into: $0) }
      converter.convert(block[..<count], isLast: count == 0, into: &pending)
      if count == 0 { break }
    }
    return pending.isEmpty ? 0 : read(into: target)
  }

  /// All bytes of a file as they are, inflated where its first bytes are gzip's, and in its own encoding; `-` is
  /// standard input.
  ///
  /// - Throws: ``InputError`` where it is missing, a folder, unreadable or cut off, or larger than `limit` bytes.
  package static func bytes(of path: String, limit: Int) throws(InputError) -> [UInt8] {
    var input = ByteInput(try ByteSource(path: path), path: path)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(input.progress.size ?? 0, limit))
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { input.readInflated(into: $0) }
      if let reason = input.breakOff { throw .unreadable(path: path, reason: reason) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge(path: path, limit: limit) }
      bytes += block[..<count]
    }
  }

  /// All bytes that are left; of what goes on for more than `limit` bytes its start, and `breakOff` says so.
  package mutating func readAll(limit: Int = 2_000_000_000) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { read(into: $0) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else {
        readFailure = "it is larger than \(limit / 1_000_000) MB"
        return bytes
      }
      bytes += block[..<count]
    }
  }

  /// The next bytes, at most 65,536 of them, which stay to be read.
  package mutating func peek(_ count: Int) -> [UInt8] {
    let count = min(count, 1 << 16)
    var block = [UInt8](repeating: 0, count: count)
    while pending.count - pendingOffset < count {
      var rest = Array(pending[pendingOffset...])
      pending = []
      pendingOffset = 0
      let got = block.withUnsafeMutableBytes { read(into: $0) }
      // `read` may have left more of its own behind.
      rest += block[..<got]
      rest += pending[pendingOffset...]
      pending = rest
      pendingOffset = 0
      if got == 0 { break }
    }
    return Array(pending[pendingOffset...].prefix(count))
  }

  private static func begun(_ input: consuming ByteInput) throws(InputError) -> ByteInput {
    try input.begin()
    return input
  }

  /// Looks at the first bytes to know their encoding.
  private mutating func begin() throws(InputError) {
    let start = peek(400)
    guard let (encoding, markLength) = TextEncoding.find(inStart: start) else {
      throw .unknownEncoding(path: path, name: TextEncoding.xmlLabel(in: start) ?? "")
    }
    pendingOffset += markLength
    guard encoding != .utf8 else { return }
    guard let converter = TextConverter(from: encoding) else {
      throw .unknownEncoding(path: path, name: TextEncoding.xmlLabel(in: start) ?? encoding.name)
    }
    let rest = pending[pendingOffset...]
    pending = []
    pendingOffset = 0
    converter.convert(rest, isLast: false, into: &pending)
    self.converter = converter
  }

  private mutating func readInflated(into target: UnsafeMutableRawBufferPointer) -> Int {
    if inflater.mode == .plain, rawRange.isEmpty { return readRaw(into: target) }
    if raw.isEmpty { raw = [UInt8](repeating: 0, count: inflater.mode == .undecided ? 64 : 1 << 16) }
    if inflater.mode == .gzip, raw.count < 1 << 16, rawRange.isEmpty { raw = [UInt8](repeating: 0, count: 1 << 16) }
    while true {
      if rawRange.isEmpty, !inflater.hasEnded {
        let count = raw.withUnsafeMutableBytes { readRawUnguarded(into: $0, &source, &readFailure) }
        rawRange = 0..<count
        if count == 0 { inflater.endInput() }
      }
      let (used, made) = raw.withUnsafeBytes { bytes in
        inflater.inflate(UnsafeRawBufferPointer(rebasing: bytes[rawRange]), into: target)
      }
      rawRange = (rawRange.lowerBound + used)..<rawRange.upperBound
      if made > 0 || inflater.hasEnded { return made }
    }
  }

  private mutating func readRaw(into target: UnsafeMutableRawBufferPointer) -> Int {
    readRawUnguarded(into: target, &source, &readFailure)
  }
}

private func readRawUnguarded(
  into target: UnsafeMutableRawBufferPointer, _ source: inout ByteSource, _ failure: inout String?
) -> Int {
  let count = source.read(into: target)
  if count < 0 { failure = "reading failed: " + ByteSource.reason() }
  return max(0, count)
}
