/// References often break a list of names off: «Weng Q, Goh SL, Wu J, et al.». CSL has no word for that, so it stands
/// in `custom`, as `"et-al": ["author"]`.
extension Item {
  package static var etAlName: String { "et-al" }

  /// Whether the list goes on behind its last name.
  public func isBrokenOff(names variable: Variable) -> Bool {
    !custom.isEmpty && self[custom: Self.etAlName]?.elements.contains(.string(variable.name)) == true
  }

  /// Says that the list goes on behind its last name.
  public mutating func breakOff(names variable: Variable) {
    guard !isBrokenOff(names: variable) else { return }
    self[custom: Self.etAlName] = .array((self[custom: Self.etAlName]?.elements ?? []) + [.string(variable.name)])
  }
}
