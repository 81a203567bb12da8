import IbidXML

/// Numbers of names by the pointers that the parser gives out for them: no name is ever compared letter by letter.
struct NameTable: BitwiseCopyable {
  /// What a name stands for.
  struct Meaning: BitwiseCopyable {
    /// Its number in ``PubMedSchema/names``; 0 for none.
    var element: UInt8 = 0
    var inline = PubMedInline.Element.other
    /// What it stands for as the name of an attribute.
    var attribute = PubMedField.none
  }

  private struct Slot: BitwiseCopyable {
    var name: UnsafePointer<UInt8>?
    var meaning = Meaning()
  }

  private static let size = 2_048
  private let slots: UnsafeMutablePointer<Slot>

  init(_ schema: PubMedSchema, parser: borrowing XMLParser) {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
    for (id, name) in schema.names.enumerated() where id > 0 {
      update(parser.intern(name)) { $0.element = UInt8(clamping: id) }
    }
    for element in PubMedInline.Element.allCases where element != .other {
      update(parser.intern(element.rawName)) { $0.inline = element }
    }
    for (name, field) in PubMedField.attributes {
      update(parser.intern(name)) { $0.attribute = field }
    }
  }

  func free() { slots.deallocate() }

  /// What the name behind this pointer stands for.
  @inline(__always)
  func meaning(of name: UnsafePointer<UInt8>) -> Meaning {
    var index = Self.hash(name)
    while let known = slots[index].name {
      if known == name { return slots[index].meaning }
      index = (index + 1) & (Self.size - 1)
    }
    return Meaning()
  }

  private func update(_ name: UnsafePointer<UInt8>?, _ change: (inout Meaning) -> Void) {
    guard let name else { return }
    var index = Self.hash(name)
    while let known = slots[index].name, known != name { index = (index + 1) & (Self.size - 1) }
    slots[index].name = name
    change(&slots[index].meaning)
  }

  @inline(__always)
  private static func hash(_ name: UnsafePointer<UInt8>) -> Int {
    let bits = UInt(bitPattern: name)
    return Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 53)
  }
}
