import IbidXML

/// Names by the pointers that libxml2 gives out for them: no name is ever compared letter by letter.
struct NameTable: BitwiseCopyable {
  private static let size = 2_048
  private let slots: UnsafeMutablePointer<MarkupName?>

  init(_ schema: PubMedSchema, parser: borrowing XMLParser) {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: nil, count: Self.size)
    for (id, name) in schema.names.enumerated() where id > 0 {
      update(parser.intern(name)) { $0.element = UInt8(clamping: id) }
    }
    for element in PubMedInline.Element.allCases where element != .other {
      update(parser.intern(element.rawName)) { $0.inline = element }
    }
    for name in RecordScanner.records + RecordScanner.sets {
      update(parser.intern(name.description)) { $0.isOuter = true }
    }
    for (name, field) in PubMedField.attributes {
      update(parser.intern(name)) { $0.attribute = field }
    }
  }

  func free() { slots.deallocate() }

  /// What the name behind this pointer stands for.
  @inline(__always)
  func name(_ spelling: UnsafePointer<UInt8>) -> MarkupName {
    var index = Self.hash(spelling)
    while let known = slots[index] {
      if known.spelling == spelling { return known }
      index = (index + 1) & (Self.size - 1)
    }
    return MarkupName(spelling)
  }

  private func update(_ spelling: UnsafePointer<UInt8>?, _ change: (inout MarkupName) -> Void) {
    guard let spelling else { return }
    var index = Self.hash(spelling)
    while let known = slots[index], known.spelling != spelling { index = (index + 1) & (Self.size - 1) }
    var name = slots[index] ?? MarkupName(spelling)
    change(&name)
    slots[index] = name
  }

  @inline(__always)
  private static func hash(_ spelling: UnsafePointer<UInt8>) -> Int {
    let bits = UInt(bitPattern: spelling)
    return Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 53)
  }
}
