/// Numbers by 64-bit hashes of words. A library has millions of words; this finds each several times as fast as a
/// dictionary would, and of two words that share a hash nothing is known to exist.
struct HashedNumbers: Sendable {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  init() {
    hashes = [UInt64](repeating: 0, count: 1 << 14)
    numbers = [Int32](repeating: 0, count: 1 << 14)
  }

  /// The number of a hash; nil where it has none.
  @inline(__always)
  subscript(hash: UInt64) -> Int32? {
    let place = place(of: hash)
    return hashes[place] == 0 ? nil : numbers[place]
  }

  /// Gives a number to a hash that has none.
  mutating func insert(_ number: Int32, for hash: UInt64) {
    if count * 2 >= hashes.count { grow() }
    let place = place(of: hash)
    if hashes[place] == 0 { count += 1 }
    hashes[place] = Self.stored(hash)
    numbers[place] = number
  }

  /// Where the hash stands, or where it would: the first free place behind.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let hash = Self.stored(hash)
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }

  /// 0 stands for a free place.
  private static func stored(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private mutating func grow() {
    let old = (hashes, numbers)
    hashes = [UInt64](repeating: 0, count: old.0.count * 2)
    numbers = [Int32](repeating: 0, count: old.0.count * 2)
    for (hash, number) in zip(old.0, old.1) where hash != 0 {
      let place = place(of: hash)
      hashes[place] = hash
      numbers[place] = number
    }
  }
}
