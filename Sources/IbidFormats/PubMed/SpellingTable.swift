import Glibc
import IbidXML

/// Names by their letters, for ``PlainParser``: eight letters are compared at a time, and each name that was met once
/// is known from then on.
struct SpellingTable: BitwiseCopyable {
  private struct Slot: BitwiseCopyable {
    var name: MarkupName
    /// The first and the last eight letters; of a shorter name the letters and zeros, and 0.
    var first: UInt64
    var last: UInt64
  }

  private static let size = 2_048
  /// Of more names than these none is kept: an input may make up as many as it likes.
  private static let mostNames = 1_000
  private let slots: UnsafeMutablePointer<Slot?>
  private var count = 0

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: nil, count: Self.size)
  }

  func free() { slots.deallocate() }

  /// The name of so many letters at `place`; nil where it is new. Eight bytes behind it may be read.
  @inline(__always)
  func name(at place: UnsafePointer<UInt8>, _ length: Int) -> MarkupName? {
    let (first, last) = Self.ends(place, length)
    var index = Self.hash(first, last, length)
    while let slot = slots[index] {
      if slot.first == first, slot.last == last, Int(slot.name.count) == length,
        length <= 16 || memcmp(slot.name.spelling + 8, place + 8, length - 16) == 0
      {
        return slot.name
      }
      index = (index + 1) & (Self.size - 1)
    }
    return nil
  }

  /// Keeps a name that is new, as long as there is room.
  mutating func learn(_ name: MarkupName, at place: UnsafePointer<UInt8>) {
    guard count < Self.mostNames else { return }
    count += 1
    let (first, last) = Self.ends(place, Int(name.count))
    var index = Self.hash(first, last, Int(name.count))
    while slots[index] != nil { index = (index + 1) & (Self.size - 1) }
    slots[index] = Slot(name: name, first: first, last: last)
  }

  @inline(__always)
  private static func ends(_ place: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
    let first = ByteWord.load(place)
    guard length < 8 else { return (first, length == 8 ? 0 : ByteWord.load(place + (length - 8))) }
    return (first & (1 << UInt64(truncatingIfNeeded: 8 * length) &- 1), 0)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
    let mixed = (first ^ (last &* 31) &+ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 53)
  }
}
