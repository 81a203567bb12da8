import CZlib
import IbidModel

/// The entries of a ZIP file in memory.
///
/// Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. ZIP64, encryption and methods other than
/// «stored» and «deflated» are refused: no word processor writes them.
package struct ZIPArchive: Sendable {
  /// Why an entry could not be read.
  package struct Failure: Error {
    package var what: String
  }

  /// One file in the archive.
  package struct Entry: Sendable {
    package var name: String
    var isEncrypted: Bool
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    var header: Int
    /// Where it stands in the central directory.
    var record: Range<Int>
    /// Whether sizes and checksum stand behind the data, too.
    var hasDescriptor: Bool
  }

  /// The entries, as the central directory names them.
  package let entries: [Entry]
  package let bytes: [UInt8]
  /// The record at the end of the directory, with its comment.
  let end: Int

  /// Most entries that an archive may have.
  static let entryLimit = 4096
  /// Most bytes that one entry may hold.
  static let sizeLimit = 128_000_000
  /// An entry above a megabyte may hold this many times its packed size: text packs to a tenth, bombs to a thousandth.
  static let ratioLimit = 250

  /// Whether bytes begin as a ZIP file does.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads the central directory.
  package init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    guard let end = Self.endRecord(bytes) else { throw Failure(what: "the ZIP file has no directory; it is cut off") }
    let count = Self.number(bytes, end + 10, 2)
    let start = Self.number(bytes, end + 16, 4)
    self.end = end
    // Source: APPNOTE, section 4.4.1.4: what does not fit is all ones, and a locator points at the larger record.
    guard count < 0xFFFF, start < 0xFFFF_FFFF, Self.number(bytes, end - 20, 4) != 0x0706_4B50 else {
      throw Failure(what: "the ZIP file is one of ZIP64, which no word processor writes; it is not read")
    }
    guard count <= Self.entryLimit else {
      throw Failure(what: "the ZIP file has \(count) entries; a document has at most \(Self.entryLimit)")
    }
    var entries: [Entry] = []
    var index = start
    for _ in 0..<count {
      guard index + 46 <= end, Self.number(bytes, index, 4) == 0x0201_4B50 else {
        throw Failure(what: "the ZIP file's directory is damaged")
      }
      let nameLength = Self.number(bytes, index + 28, 2)
      let next = index + 46 + nameLength + Self.number(bytes, index + 30, 2) + Self.number(bytes, index + 32, 2)
      guard next <= end else { throw Failure(what: "the ZIP file's directory is damaged") }
      entries.append(
        Entry(
          name: String(decoding: bytes[index + 46..<index + 46 + nameLength], as: UTF8.self),
          isEncrypted: bytes[index + 8] & 1 == 1, method: Self.number(bytes, index + 10, 2),
          checksum: UInt32(Self.number(bytes, index + 16, 4)), packedSize: Self.number(bytes, index + 20, 4),
          size: Self.number(bytes, index + 24, 4), header: Self.number(bytes, index + 42, 4), record: index..<next,
          hasDescriptor: bytes[index + 8] & 8 == 8))
      index = next
    }
    self.entries = entries
    guard !hasOverlaps else { throw Failure(what: "the ZIP file has entries that lie over one another; it is a trap") }
  }

  /// Whether the data of two entries share bytes, as those of a small file do that unpacks without end.
  private var hasOverlaps: Bool {
    let extents = entries.compactMap { extent(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
    return zip(extents, extents.dropFirst()).contains { $0.upperBound > $1.lowerBound }
  }

  /// An entry's header and data, without what may stand behind; nil where there is no header.
  package func extent(of entry: Entry) -> Range<Int>? {
    let start = entry.header
    guard start + 30 <= bytes.count, Self.number(bytes, start, 4) == 0x0403_4B50 else { return nil }
    let data = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
    guard data + entry.packedSize <= bytes.count else { return nil }
    return start..<data + entry.packedSize
  }

  /// The contents of the entry of this name; nil where there is none.
  package func contents(of name: String) throws(Failure) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard !entry.isEncrypted else { throw Failure(what: "\(name) is encrypted") }
    guard entry.size <= Self.sizeLimit else {
      throw Failure(what: "\(name) holds \(entry.size) bytes; at most \(Self.sizeLimit) are read")
    }
    guard entry.size <= 1_000_000 || entry.size / Self.ratioLimit <= entry.packedSize else {
      throw Failure(what: "\(name) holds more than \(Self.ratioLimit) times its packed size; no document does")
    }
    let start = entry.header
    guard start + 30 <= bytes.count, Self.number(bytes, start, 4) == 0x0403_4B50 else {
      throw Failure(what: "\(name) has no header in the ZIP file")
    }
    let data = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
    guard data + entry.packedSize <= bytes.count else { throw Failure(what: "\(name) is cut off") }
    let packed = bytes[data..<data + entry.packedSize]
    let contents: [UInt8]?
    switch entry.method {
    case 0: contents = entry.packedSize == entry.size ? Array(packed) : nil
    case 8: contents = Self.inflated(packed, size: entry.size)
    default: throw Failure(what: "\(name) is packed by method \(entry.method), which is not read")
    }
    guard let contents, Self.checksum(of: contents) == entry.checksum else { throw Failure(what: "\(name) is damaged") }
    return contents
  }

  /// Where the record at the end of the directory stands; a comment of up to 65,535 bytes may follow.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 65_535)
    return (first...bytes.count - 22).last { index in
      bytes[index] == 0x50 && number(bytes, index, 4) == 0x0605_4B50
        && index + 22 + number(bytes, index + 20, 2) <= bytes.count
    }
  }

  /// A little-endian number of at most four bytes; 0 past the end.
  static func number(_ bytes: [UInt8], _ index: Int, _ count: Int) -> Int {
    guard index >= 0, index + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
  }

  /// The inflated bytes, where they are `size` bytes; the target's length bounds what is made.
  private static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    // Negative window bits: deflate data without a header of zlib's.
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    let contents = [UInt8](unsafeUninitializedCapacity: max(1, size)) { target, made in
      packed.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(clamping: source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: size)
        isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
        made = size - Int(stream.avail_out)
      }
    }
    return isWhole ? contents : nil
  }

  static func checksum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32(clamping: $0.count))) }
  }
}
