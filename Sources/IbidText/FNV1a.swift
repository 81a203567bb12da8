/// FNV-1a, a hash that is the same in every run, as Swift's own is not.
///
/// Source: RFC 9923, «The FNV Non-Cryptographic Hash Algorithm». The two widths are written out, as a generic one
/// would be called through a table wherever a build does not specialize it.
extension UInt64 {
  /// The hash of no bytes, in 64 bits.
  @inlinable package static var fnvBasis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of the bytes of this one, and of one more.
  @inlinable @inline(__always)
  package func fnv(_ byte: UInt8) -> UInt64 { (self ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The hash of these bytes, in 64 bits.
  @inlinable package init(fnvOf bytes: some Sequence<UInt8>) { self = bytes.reduce(Self.fnvBasis) { $0.fnv($1) } }
}

extension UInt32 {
  /// The hash of no bytes, in 32 bits.
  @inlinable package static var fnvBasis: UInt32 { 0x811C_9DC5 }

  /// The hash of the bytes of this one, and of one more.
  @inlinable @inline(__always)
  package func fnv(_ byte: UInt8) -> UInt32 { (self ^ UInt32(byte)) &* 0x0100_0193 }

  /// The hash of these bytes, in 32 bits.
  @inlinable package init(fnvOf bytes: some Sequence<UInt8>) { self = bytes.reduce(Self.fnvBasis) { $0.fnv($1) } }
}
