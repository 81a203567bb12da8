import IbidScan

/// A stretch of a file that ends where a record does, in memory of its own.
struct PubMedChunk: Sendable {
  /// Room behind the stretch, and before it.
  static let room = PlainBytes.room

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
