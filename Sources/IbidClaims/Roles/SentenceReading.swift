internal import IbidModel
import IbidText

/// A sentence taken apart once, for all who look at it.
struct SentenceReading {
  /// The words in order, by the hashes of their small letters; a number is `#`, a year `#y`.
  private(set) var words: [UInt32] = []
  /// Each word once, ascending.
  private(set) var vocabulary: [UInt32] = []
  /// Each pair of neighbours, and how the sentence begins, once, ascending.
  private(set) var pairs: [UInt32] = []
  /// The beginnings of the longer words, each once, ascending.
  private(set) var stems: [UInt32] = []
  /// Each word of more than four letters once, ascending: what the sentence speaks of.
  private(set) var topics: [UInt32] = []
  /// What is counted of it.
  private(set) var shape = SentenceShape()

  /// Takes a sentence apart; a raised apostrophe is a straight one.
  init(_ text: String) {
    var bytes = Array(text.utf8)
    Self.straighten(&bytes)
    bytes.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    words.reserveCapacity(bytes.count / 5 + 2)
    var scanner = TermScanner(bytes)
    while let word = scanner.next() {
      var hash = UInt32.fnvBasis
      var stem = UInt32.fnvBasis
      var length = 0
      word.forEachByte { byte in
        hash = hash.fnv(byte)
        if length < Self.stemLength { stem = stem.fnv(byte) }
        length += 1
      }
      if length > Self.stemLength { stems.append(stem) }
      shape.count(word, hash: hash, index: words.count)
      if word.kind == .plain || word.kind == .capitalized, word.letters.count > 4 { topics.append(hash) }
      if let previous = words.last { pairs.append(Self.joined(previous, hash)) }
      words.append(hash)
    }
    if let first = words.first { pairs.append(Self.joined(Self.start, first)) }
    if words.count > 1 { pairs.append(Self.joined(Self.joined(Self.start, words[0]), words[1])) }
    shape.countSigns(bytes)
    shape.close()
    vocabulary = Self.unique(words)
    pairs = Self.unique(pairs)
    topics = Self.unique(topics)
    stems = Self.unique(stems)
  }

  /// How many bytes of a word stand for all that begin so.
  static let stemLength = 5

  private static let start = UInt32(fnvOf: "^".utf8)

  /// The hash of two that stand together, in this order.
  static func joined(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = first
    hash = hash.fnv(0x20)
    for shift in [UInt32(0), 8, 16, 24] { hash = hash.fnv(UInt8(truncatingIfNeeded: second >> shift)) }
    return hash
  }

  private static func unique(_ hashes: [UInt32]) -> [UInt32] {
    var hashes = hashes
    hashes.sort()
    var kept = 0
    for index in hashes.indices where index == 0 || hashes[index] != hashes[index - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    hashes.removeSubrange(kept...)
    return hashes
  }

  private static func straighten(_ bytes: inout [UInt8]) {
    guard bytes.contains(0xE2) else { return }
    var kept = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
        bytes[kept] = UInt8(ascii: "'")
        index += 3
      } else {
        bytes[kept] = bytes[index]
        index += 1
      }
      kept += 1
    }
    bytes.removeSubrange(kept...)
  }

  /// The share of the topics that `others`, ascending, hold too.
  func share(of others: [UInt32]) -> Float {
    guard !topics.isEmpty else { return 0 }
    var found = 0
    var other = 0
    for topic in topics {
      while other < others.count, others[other] < topic { other += 1 }
      if other < others.count, others[other] == topic { found += 1 }
    }
    return Float(found) / Float(topics.count)
  }
}
