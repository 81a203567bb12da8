/// Words as numbers that are equal where `SearchKey` folds the words alike.
package enum WordKeys {
  /// The keys of the words of a text, one for each of `SearchKey.words(of:)`, in order.
  package static func keys(of text: String) -> [UInt64] {
    var text = text
    return text.withUTF8 { keys(of: $0) }
  }

  /// The keys of the words of valid UTF-8, in order.
  package static func keys(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    guard let start = bytes.baseAddress else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FoldedText.room(for: bytes.count)) { room in
      guard let memory = room.baseAddress else { return [] }
      var folded = FoldedText(memory, isAfterText: false)
      folded.append(start, count: bytes.count)
      var keys: [UInt64] = []
      keys.reserveCapacity(folded.count / 6 + 1)
      var hash = UInt64.fnvBasis
      for byte in UnsafeBufferPointer(start: memory, count: folded.count) {
        if byte == UInt8(ascii: " ") {
          keys.append(hash)
          hash = .fnvBasis
        } else {
          hash = hash.fnv(byte)
        }
      }
      if folded.count > 0 { keys.append(hash) }
      return keys
    }
  }

  /// The key of a text as one word: `van den Berg` and `Van Den Berg` are equal; 0 where it holds no letter.
  package static func whole(_ text: String) -> UInt64 {
    whole(keys(of: text))
  }

  /// The key of words one behind the other; 0 where there is none.
  package static func whole(_ keys: [UInt64]) -> UInt64 {
    keys.isEmpty ? 0 : keys.reduce(.fnvBasis) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }
}
