import Glibc
import IbidModel

/// A stretch of a file that ends where a record does, in memory of its own.
struct PubMedChunk: Sendable {
  /// Room before and behind the stretch, for the tags that make a document of it.
  static let room = 64

  /// A record, or what is left of one.
  struct Segment: Sendable {
    var range: Range<Int>
    /// Line breaks of the chunk before it.
    var linesBefore: Int
    /// Why it cannot be read, where that is known already.
    var trouble: String?
  }

  /// What is to be read of it.
  enum Content: Sendable {
    /// Records with nothing odd between: one document. `linesBefore` counts line breaks of the chunk before it.
    case batch(Range<Int>, linesBefore: Int)
    /// Records one by one.
    case segments([Segment])
  }

  var memory: ByteBlock
  var content: Content
  /// Line breaks of the whole chunk; nil for a batch, which knows when it has been parsed.
  var lines: Int?
}

/// Memory for bytes. Who makes it frees it.
struct ByteBlock: @unchecked Sendable {
  let bytes: UnsafeMutablePointer<UInt8>
  let capacity: Int

  init(capacity: Int) {
    bytes = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func free() { bytes.deallocate() }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  /// Line breaks in a stretch: a plain loop, which becomes vector instructions.
  func lines(_ range: Range<Int>) -> Int {
    var total = 0
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + 128, range.upperBound)
      var few: UInt8 = 0
      for index in start..<end { few &+= bytes[index] == 0x0A ? 1 : 0 }
      total += Int(few)
      start = end
    }
    return total
  }
}
