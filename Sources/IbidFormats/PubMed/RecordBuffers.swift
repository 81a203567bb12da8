/// Bytes that grow behind a pointer: a callback's state holds them without a class or a count of references.
struct ByteArena: BitwiseCopyable {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  var count = 0
  private(set) var capacity: Int

  init(capacity: Int) {
    bytes = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func free() { bytes.deallocate() }

  /// Makes room for this many more bytes.
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  /// One byte where room was reserved before.
  @inline(__always)
  mutating func appendReserved(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Bytes where room was reserved before.
  @inline(__always)
  mutating func appendReserved(_ source: UnsafePointer<UInt8>, _ length: Int) {
    (bytes + count).update(from: source, count: length)
    count += length
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (bytes + count).update(from: source, count: length)
    count += length
  }

  mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  var last: UInt8 { count > 0 ? bytes[count - 1] : 0 }

  func slice(_ start: Int, _ length: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + start, count: length)
  }
}

/// Plain values that grow behind a pointer.
struct EntryList<Entry: BitwiseCopyable>: BitwiseCopyable {
  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    entries = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func free() { entries.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ entry: Entry) {
    if count == capacity {
      let moved = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
      moved.update(from: entries, count: count)
      entries.deallocate()
      entries = moved
      capacity *= 2
    }
    entries[count] = entry
    count += 1
  }

  mutating func removeLast() { count -= 1 }

  var all: UnsafeBufferPointer<Entry> { UnsafeBufferPointer(start: entries, count: count) }

  subscript(index: Int) -> Entry {
    @inline(__always) get { entries[index] }
    @inline(__always) nonmutating set { entries[index] = newValue }
  }
}
