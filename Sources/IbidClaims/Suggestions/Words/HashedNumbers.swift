/// Numbers by 64-bit hashes of words. A library has millions of words; this finds each several times as fast as a
/// dictionary would, and of two words that share a hash nothing is known to exist.
struct HashedNumbers: Sendable {
  /// Hash and number side by side: to look one up costs one way to memory.
  private struct Entry {
    /// 0 where the place is free.
    var hash: UInt64 = 0
    var number: Int32 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << 14)
  private var count = 0

  init() {}

  /// The number of a hash; nil where it has none.
  @inline(__always)
  subscript(hash: UInt64) -> Int32? {
    let entry = entries[place(of: hash)]
    return entry.hash == 0 ? nil : entry.number
  }

  /// Gives a number to a hash that has none.
  mutating func insert(_ number: Int32, for hash: UInt64) {
    if count * 2 >= entries.count { grow() }
    let place = place(of: hash)
    if entries[place].hash == 0 { count += 1 }
    entries[place] = Entry(hash: Self.stored(hash), number: number)
  }

  /// Where the hash stands, or where it would: the first free place behind.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let hash = Self.stored(hash)
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while entries[place].hash != 0, entries[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  /// 0 stands for a free place.
  private static func stored(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.hash != 0 { entries[place(of: entry.hash)] = entry }
  }
}
