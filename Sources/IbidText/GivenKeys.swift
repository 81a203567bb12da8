/// Which keys were given out, in eight bytes a key: an export of millions of records must not keep their keys.
///
/// Of two keys with one hash (one chance in a million among six million keys) the second counts as given: it gets
/// another letter than it might have had, and is still the only one of its name.
package struct GivenKeys: Sendable {
  private var hashes: Set<UInt64> = []

  /// Knows of no keys.
  package init() {}

  /// Whether the key was given out.
  package func has(_ key: String) -> Bool { hashes.contains(Self.hash(key)) }

  /// The key is given out from now on.
  package mutating func add(_ key: String) { hashes.insert(Self.hash(key)) }

  /// FNV-1a: the same in each run, as Swift's own is not.
  ///
  /// Source: RFC 9923, «The FNV Non-Cryptographic Hash Algorithm».
  private static func hash(_ key: String) -> UInt64 {
    key.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
