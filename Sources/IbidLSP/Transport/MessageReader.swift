package import IbidModel

/// Takes messages out of bytes as they come: a head that tells a length, an empty line, and so many bytes of JSON.
///
/// What is none is reported once, and passed over up to what looks like the next head. No input is kept that is longer
/// than a message may be.
///
/// Source: Language Server Protocol 3.17, «Base Protocol».
package struct MessageReader {
  /// What came in.
  package enum Event: Sendable, Equatable {
    case message(JSONValue)
    /// Bytes that are no message, with JSON-RPC's code for that.
    case fault(code: Int, reason: String)
  }

  /// The longest message, in bytes.
  package static let longest = 64 << 20
  private static let longestHead = 4096

  private var bytes: [UInt8] = []
  private var start = 0
  /// The length of the body that comes next, where its head has been read.
  private var length: Int?
  /// Bytes of a message that is too long, which are yet to come.
  private var passedOver = 0

  /// Nothing has come in yet.
  package init() {}

  /// Takes up more bytes.
  package mutating func append(_ more: some Collection<UInt8>) {
    let skipped = min(passedOver, more.count)
    passedOver -= skipped
    if start > 1 << 16, start * 2 > bytes.count {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes.append(contentsOf: more.dropFirst(skipped))
  }

  /// The next message, or what came in its place; nil where more bytes are needed.
  package mutating func next() -> Event? {
    guard let length else { return readHead() }
    guard bytes.count - start >= length else { return nil }
    let body = Array(bytes[start..<start + length])
    start += length
    self.length = nil
    do throws(JSONError) {
      return .message(try JSONReader.value(of: body))
    } catch {
      return .fault(
        code: ErrorCode.parseError, reason: "the message is no JSON: \(error.reason) at byte \(error.offset)")
    }
  }

  private mutating func readHead() -> Event? {
    let window = bytes[start...].prefix(Self.longestHead)
    guard let (end, body) = Self.headEnd(in: window) else {
      guard window.count == Self.longestHead else { return nil }
      passOver()
      return .fault(code: ErrorCode.parseError, reason: "no head of a message within \(Self.longestHead) bytes")
    }
    guard let announced = Self.length(in: bytes[start..<end]) else {
      // Bytes that a wrong length left over may stand before a head that is right.
      if let again = Self.lengthName(in: bytes[min(start + 1, end)..<end]) {
        start = again
      } else {
        start = body
      }
      return .fault(code: ErrorCode.parseError, reason: "the head of a message tells no length")
    }
    start = body
    guard announced <= Self.longest else {
      let here = min(announced, bytes.count - start)
      start += here
      passedOver = announced - here
      return .fault(code: ErrorCode.invalidRequest, reason: "a message of \(announced) bytes is too long")
    }
    length = announced
    return next()
  }

  /// Drops what is no head, up to what may be the beginning of one.
  private mutating func passOver() {
    if let again = Self.lengthName(in: bytes[(start + 1)...]) {
      start = again
    } else {
      start = max(start + 1, bytes.count - Self.name.count)
    }
  }

  private static let name = Array("content-length:".utf8)

  /// Where the first `Content-Length:` begins.
  private static func lengthName(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { place in
      bytes[place] | 0x20 == name[0] && bytes[place...].prefix(name.count).map { $0 | 0x20 }.elementsEqual(folded)
    }
  }

  /// The name with the bit set that parts capitals from small letters, in signs too.
  private static let folded = name.map { $0 | 0x20 }

  /// Where a head ends, and where the body behind its empty line begins.
  private static func headEnd(in bytes: ArraySlice<UInt8>) -> (end: Int, body: Int)? {
    var place = bytes.startIndex
    while let line = bytes[place...].firstIndex(of: 0x0A) {
      let rest = bytes[(line + 1)...]
      if rest.starts(with: [0x0D, 0x0A]) { return (line, line + 3) }
      if rest.first == 0x0A { return (line, line + 2) }
      place = line + 1
    }
    return nil
  }

  /// The length that a head tells; nil where it tells none, or one that is no length.
  private static func length(in head: ArraySlice<UInt8>) -> Int? {
    for line in head.split(separator: 0x0A) {
      let line = line.filter { $0 != 0x0D }
      guard line.prefix(name.count).map({ $0 | 0x20 }).elementsEqual(folded) else { continue }
      let digits = line.dropFirst(name.count).filter { $0 != 0x20 && $0 != 0x09 }
      guard digits.count <= 12, let length = Int(String(decoding: digits, as: UTF8.self)), length >= 0 else {
        return nil
      }
      return length
    }
    return nil
  }
}
