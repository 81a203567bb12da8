/// Elements that the table does not know, by the pointers of their names, and how often each was met.
struct UnknownElements: BitwiseCopyable {
  private struct Slot: BitwiseCopyable {
    var name: UnsafePointer<UInt8>?
    var count = 0
  }

  private static let size = 2_048
  /// Of more names than these only those are counted that came first.
  private static let mostNames = 1_000
  private let slots: UnsafeMutablePointer<Slot>
  private var names = 0

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
  }

  func free() { slots.deallocate() }

  mutating func count(_ name: UnsafePointer<UInt8>) {
    var index = Int(truncatingIfNeeded: (UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15) >> 53)
    while let known = slots[index].name, known != name { index = (index + 1) & (Self.size - 1) }
    if slots[index].name == nil {
      guard names < Self.mostNames else { return }
      names += 1
      slots[index].name = name
    }
    slots[index].count += 1
  }

  /// Names and counts, in no order.
  var all: [(name: String, count: Int)] {
    (0..<Self.size).compactMap { index in
      slots[index].name.map { (String(cString: $0), slots[index].count) }
    }
  }
}
