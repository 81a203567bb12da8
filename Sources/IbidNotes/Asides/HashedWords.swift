import IbidModel
import IbidText

/// A table of words of any length and script with a number for each, which is read at once.
struct HashedWords: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private let mask: Int

  /// Words in lower case, separated by blanks, by their numbers; 0 is no number.
  init(_ words: KeyValuePairs<UInt8, String>) {
    let all = words.flatMap { number, list in list.split(separator: " ").map { ($0, number) } }
    var size = 16
    while size < all.count * 4 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (word, value) in all {
      let key = Self.key(word.utf8)
      var slot = Int(truncatingIfNeeded: key >> 20) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// The number of a word, without regard to the case of ASCII letters; 0 for words that are not in the table.
  subscript(word: ArraySlice<UInt8>) -> UInt8 {
    let key = Self.key(word)
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(UInt64.fnvBasis) { $0.fnv($1 &- 65 < 26 ? $1 | 0x20 : $1) }
  }
}
