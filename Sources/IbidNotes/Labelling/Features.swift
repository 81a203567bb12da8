/// The features of a reference's tokens: for each token as many hashes as there are templates.
package struct Features: Sendable {
  /// How many features each token has.
  package static let perToken = 43

  /// Hashes, token by token.
  package private(set) var hashes: [UInt32]
  /// How many tokens there are.
  package let count: Int

  /// The features of tokens that look so.
  package init(_ attributes: TokenAttributes) {
    count = attributes.count
    let total = count * Self.perToken
    hashes = Array(unsafeUninitializedCapacity: total) { buffer, written in
      for index in 0..<attributes.count {
        Self.write(attributes, index, UnsafeMutableBufferPointer(rebasing: buffer[(index * Self.perToken)...]))
      }
      written = total
    }
  }

  private static func write(_ a: TokenAttributes, _ i: Int, _ out: UnsafeMutableBufferPointer<UInt32>) {
    var next = 0
    @inline(__always) func add(_ x: UInt32, _ y: UInt32 = 0, _ z: UInt32 = 0) {
      var hash = (UInt32(truncatingIfNeeded: next) &+ 1) &* 0x9E37_79B1
      hash = (hash ^ x) &* 0x85EB_CA6B
      hash ^= hash >> 15
      hash = (hash ^ y) &* 0xC2B2_AE35
      hash ^= hash >> 13
      hash = (hash ^ z) &* 0x27D4_EB2F
      hash ^= hash >> 16
      out[next] = hash
      next += 1
    }
    @inline(__always) func shape(_ j: Int) -> UInt32 { j >= 0 && j < a.count ? UInt32(a.shapes[j]) : 0 }
    @inline(__always) func word(_ j: Int) -> UInt32 { j >= 0 && j < a.count ? a.words[j] : j < 0 ? 1 : 2 }

    let chunkIndex = Int(a.chunks.chunkOfToken[i])
    let chunk = a.chunks.chunks[chunkIndex]
    let previousChunk = chunkIndex > 0 ? a.chunks.chunks[chunkIndex - 1].make : 0x8000
    let nextChunk = chunkIndex + 1 < a.chunks.chunks.count ? a.chunks.chunks[chunkIndex + 1].make : 0x8000
    let following = a.chunks.chunks.dropFirst(chunkIndex + 1).prefix(2)
    let ahead = following.reduce(UInt32(1)) { $0 << 16 | UInt32($1.after) << 10 | $1.make }
    let nextAfter = following.first.map { UInt32($0.after) } ?? 63
    let before = chunkIndex > 0 ? UInt32(a.chunks.chunks[chunkIndex - 1].before) : 63
    let delimiters = UInt32(chunk.before) << 8 | UInt32(chunk.after)
    let sentence = UInt32(a.chunks.sentences[i])
    let w = word(i)
    let s = shape(i)
    let journal = UInt32(a.journals[i])
    let relative = UInt32(i * 10 / max(1, a.count))
    let year = UInt32(a.yearDistances[i])
    let around = UInt32(a.depths[i]) << 1 | (a.quoted[i] ? 1 : 0)

    add(w)
    add(word(i - 1))
    add(word(i + 1))
    add(word(i - 2))
    add(word(i + 2))
    add(word(i - 1), w)
    add(w, word(i + 1))
    add(shape(i - 1) << 16 | s << 8 | shape(i + 1))
    add(shape(i - 2) << 16 | shape(i - 1) << 8 | s)
    add(s << 16 | shape(i + 1) << 8 | shape(i + 2))
    add(shape(i - 2) << 24 | shape(i - 1) << 16 | s << 8 | shape(i + 1), shape(i + 2))
    add(s << 24 | shape(i + 1) << 16 | shape(i + 2) << 8 | shape(i + 3), shape(i + 4))
    add(shape(i - 3) << 24 | shape(i - 2) << 16 | shape(i - 1) << 8 | s, shape(i - 4))
    add(a.suffixes[i], s)
    add(a.prefixes[i], s)
    add(relative, s)
    add(sentence, s, a.manner & 3)
    add(UInt32(min(15, chunkIndex)), s)
    add(delimiters, s)
    add(delimiters, chunk.make)
    add(chunk.make, sentence, a.manner & 3)
    add(journal, s)
    add(journal, delimiters)
    add(a.manner, s)
    add(a.manner, sentence, chunk.make)
    add(chunk.firstWord, UInt32(min(3, i - chunk.start)))
    add(chunk.lastWord, UInt32(min(3, chunk.end - i)))
    add(previousChunk, chunk.make, UInt32(chunk.after))
    add(nextChunk, chunk.make, UInt32(chunk.before))
    add(around, s, a.manner)
    add(UInt32(a.years[i]), s, delimiters)
    add(year, s)
    add(w, sentence)
    add(w, delimiters)
    add(around, w)
    add(s, UInt32(min(15, a.count - 1 - i)))
    add(previousChunk, chunk.make, nextChunk)
    add(journal, sentence, a.manner)
    add(a.manner >> 6, UInt32(min(40, i)), s)
    add(year, chunk.make, delimiters)
    add(delimiters << 6 | nextAfter, chunk.make, nextChunk)
    add(ahead, chunk.make, UInt32(chunk.after))
    add(delimiters << 6 | before, chunk.make, previousChunk)
  }
}
