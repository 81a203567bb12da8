/// Which keys were given out, in eight bytes a key: an export of millions of records must not keep their keys.
///
/// Of two keys with one hash (one chance in a million among six million keys) the second counts as given: it gets
/// another letter than it might have had, and is still the only one of its name.
package struct GivenKeys: Sendable {
  private var hashes: Set<UInt64> = []

  /// Knows of no keys.
  package init() {}

  /// Whether the key was given out.
  package func has(_ key: String) -> Bool { hashes.contains(UInt64(fnvOf: key.utf8)) }

  /// The key is given out from now on.
  package mutating func add(_ key: String) { hashes.insert(UInt64(fnvOf: key.utf8)) }
}
