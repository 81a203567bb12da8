private import Glibc

/// Names by their letters, and what a format makes of them: eight letters are compared at a time, and each name that
/// was met once is known from then on.
@safe
public struct NameTable<Meaning: BitwiseCopyable>: ~Copyable {
  @usableFromInline
  struct Slot: BitwiseCopyable {
    /// Nil where the slot is free.
    @usableFromInline var name: MarkupName<Meaning>?
    @usableFromInline var ends: NameEnds
  }

  @usableFromInline let slots: UnsafeMutablePointer<Slot>
  private var quick = 0
  @usableFromInline var letters = ByteArena(capacity: 1 << 12)
  /// All names, also those that there is no slot for.
  @usableFromInline var known: [[UInt8]: MarkupName<Meaning>] = [:]
  private var names: [MarkupName<Meaning>] = []

  /// A table that knows no name.
  public init() {
    unsafe slots = .allocate(capacity: NameEnds.slots)
    unsafe slots.initialize(repeating: Slot(name: nil, ends: NameEnds()), count: NameEnds.slots)
  }

  deinit { unsafe slots.deallocate() }

  /// The name of so many letters at `place`, at least one; nil where it has no slot. Eight bytes behind it may be read.
  @inlinable @inline(__always)
  func name(at place: UnsafePointer<UInt8>, _ length: Int) -> MarkupName<Meaning>? {
    let ends = unsafe NameEnds(place, length)
    var index = ends.slot(length)
    while let name = unsafe slots[index].name {
      if unsafe slots[index].ends == ends, Int(name.count) == length,
        unsafe length <= 16 || NameEnds.isSame(letters.bytes + Int(name.start), place, length)
      {
        return name
      }
      index = (index + 1) & (NameEnds.slots - 1)
    }
    return nil
  }

  /// The name of these letters; nil where it is new.
  @inlinable
  public func name(_ letters: Span<UInt8>) -> MarkupName<Meaning>? {
    guard letters.count > 0 else { return known[[]] }
    // The table reads whole words.
    let quick = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count + 8) { room in
      guard let start = room.baseAddress else { return nil as MarkupName<Meaning>? }
      unsafe letters.withUnsafeBufferPointer { letters in
        if let first = letters.baseAddress { unsafe start.initialize(from: first, count: letters.count) }
      }
      unsafe (start + letters.count).initialize(repeating: 0, count: 8)
      return unsafe name(at: start, letters.count)
    }
    return quick ?? known[letters.array]
  }

  /// Whether no more names are kept: an input may make up as many as it likes.
  @usableFromInline var isFull: Bool { letters.count > NameEnds.mostLetters }

  /// Keeps a name that is new; one that there is no room for gets the number -1.
  public mutating func learn(_ spelling: Span<UInt8>, _ meaning: Meaning) -> MarkupName<Meaning> {
    assert(name(spelling) == nil)
    guard !isFull, spelling.count <= NameEnds.mostLetters else {
      return MarkupName(number: -1, start: 0, count: Int32(clamping: spelling.count), meaning: meaning)
    }
    let name = MarkupName(
      number: Int32(names.count), start: Int32(letters.count), count: Int32(spelling.count), meaning: meaning)
    letters.append(spelling)
    names.append(name)
    known[spelling.array] = name
    giveSlot(to: name)
    return name
  }

  /// Of more names than half the slots none gets one.
  private mutating func giveSlot(to name: MarkupName<Meaning>) {
    guard quick < NameEnds.slots / 2, name.count > 0 else { return }
    quick += 1
    letters.reserve(8)
    let ends = unsafe NameEnds(letters.bytes + Int(name.start), Int(name.count))
    var index = ends.slot(Int(name.count))
    while unsafe slots[index].name != nil { index = (index + 1) & (NameEnds.slots - 1) }
    unsafe slots[index] = Slot(name: name, ends: ends)
  }

  /// The text of a name by its number.
  public func text(of number: Int32) -> String {
    let name = names[Int(number)]
    return letters.slice(Int(name.start)..<Int(name.start + name.count)).text
  }
}

/// The first and the last eight letters of a name; of a shorter one the letters and zeros, and 0.
@usableFromInline
struct NameEnds: BitwiseCopyable, Equatable {
  /// How many slots a table has.
  @usableFromInline static var slots: Int { 2_048 }
  /// How many letters a table keeps in all, about.
  @usableFromInline static var mostLetters: Int { 1 << 24 }

  @usableFromInline let first: UInt64
  @usableFromInline let last: UInt64

  init() {
    first = 0
    last = 0
  }

  /// Of the name of so many letters at `place`. Eight bytes are read of a shorter one.
  @inlinable @inline(__always)
  init(_ place: UnsafePointer<UInt8>, _ length: Int) {
    let word = unsafe ByteWord.load(place)
    guard length < 8 else {
      first = word
      last = length == 8 ? 0 : unsafe ByteWord.load(place + (length - 8))
      return
    }
    first = word & (1 << UInt64(truncatingIfNeeded: 8 * length) &- 1)
    last = 0
  }

  /// Whether the letters between the first eight and the last eight are the same, of names of more than sixteen.
  @usableFromInline
  static func isSame(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    assert(length > 16)
    return unsafe memcmp(left + 8, right + 8, length - 16) == 0
  }

  /// The slot where the search begins.
  @inlinable @inline(__always)
  func slot(_ length: Int) -> Int {
    let mixed = (first ^ (last &* 31) &+ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(truncatingIfNeeded: mixed >> 53)
    assert(slot < Self.slots)
    return slot
  }
}
