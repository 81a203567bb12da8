import CZlib
import IbidModel

/// Writes an archive anew with some entries changed: all others are copied as they are packed, byte for byte, in their
/// old order.
///
/// Every entry is dated 1980-01-01, so that equal contents give equal files.
///
/// Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.9, 4.3.12 and 4.3.16.
struct ZIPArchiveWriter {
  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1980-01-01, 0:00, as MS-DOS wrote times and dates.
  private static let date: [UInt8] = [0, 0, 0x21, 0]

  /// The archive with these contents in place of those of the same name; nil takes an entry out, and names that the
  /// archive lacks come last, in order.
  ///
  /// - Throws: `ZIPArchive.Failure` where an entry that is copied is cut off, or the whole is too large.
  static func archive(
    _ archive: ZIPArchive, replacing changes: [String: [UInt8]?]
  ) throws(ZIPArchive.Failure) -> [UInt8] {
    var writer = ZIPArchiveWriter()
    writer.file.reserveCapacity(archive.bytes.count)
    for entry in archive.entries {
      if let change = changes[entry.name] {
        if let contents = change { try writer.add(entry.name, contents) }
      } else {
        try writer.copy(entry, of: archive)
      }
    }
    let known = Set(archive.entries.map(\.name))
    for (name, contents) in changes.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      if let contents { try writer.add(name, contents) }
    }
    return try writer.finished(comment: archive.bytes[(archive.end + 20)...])
  }

  private mutating func copy(_ entry: ZIPArchive.Entry, of archive: ZIPArchive) throws(ZIPArchive.Failure) {
    guard let extent = archive.extent(of: entry) else {
      throw ZIPArchive.Failure(what: "\(entry.name) is cut off")
    }
    guard !entry.isEncrypted else { throw ZIPArchive.Failure(what: "\(entry.name) is encrypted") }
    let start = file.count
    file += archive.bytes[extent]
    file.replaceSubrange(start + 10..<start + 14, with: Self.date)
    if entry.hasDescriptor { file += descriptor(of: entry) }
    let record = directory.count
    directory += archive.bytes[entry.record]
    directory.replaceSubrange(record + 12..<record + 16, with: Self.date)
    directory.replaceSubrange(record + 42..<record + 46, with: Self.number(start, 4))
    count += 1
  }

  /// Sizes and checksum as they stand behind the data of an entry whose header lacks them.
  private func descriptor(of entry: ZIPArchive.Entry) -> [UInt8] {
    Self.number(0x0807_4B50, 4) + Self.number(Int(entry.checksum), 4) + Self.number(entry.packedSize, 4)
      + Self.number(entry.size, 4)
  }

  private mutating func add(_ name: String, _ contents: [UInt8]) throws(ZIPArchive.Failure) {
    guard let packed = Self.deflated(contents) else {
      throw ZIPArchive.Failure(what: "\(name) could not be packed")
    }
    let name = Array(name.utf8)
    // Bit 11: the name is UTF-8.
    let flags = name.allSatisfy { $0 < 0x80 } ? 0 : 0x800
    let header =
      Self.number(20, 2) + Self.number(flags, 2) + Self.number(8, 2) + Self.date
      + Self.number(Int(ZIPArchive.checksum(of: contents)), 4) + Self.number(packed.count, 4)
      + Self.number(contents.count, 4) + Self.number(name.count, 2) + Self.number(0, 2)
    directory +=
      Self.number(0x0201_4B50, 4) + Self.number(20, 2) + header + Self.number(0, 10) + Self.number(file.count, 4) + name
    file += Self.number(0x0403_4B50, 4) + header + name + packed
    count += 1
  }

  private func finished(comment: ArraySlice<UInt8>) throws(ZIPArchive.Failure) -> [UInt8] {
    guard file.count + directory.count < 0xFFFF_FFFF, count < 0xFFFF else {
      throw ZIPArchive.Failure(what: "the ZIP file would be too large")
    }
    return file + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(file.count, 4) + comment
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func deflated(_ contents: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(contents.count)))
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: room) { target, made in
      contents.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(clamping: source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: room)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        made = room - Int(stream.avail_out)
      }
    }
    return isWhole ? packed : nil
  }
}
