/// Plain values that grow behind a pointer, without a class or a count of references.
@safe
public struct PlainList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>
  @usableFromInline var length = 0
  @usableFromInline var capacity: Int

  /// How many there are.
  @inlinable public var count: Int { length }

  /// An empty list with room for this many.
  public init(capacity: Int) {
    precondition(capacity >= 0)
    unsafe elements = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe elements.deallocate() }

  /// Takes all elements out, and keeps their room.
  @inlinable
  public mutating func removeAll() { length = 0 }

  /// Adds an element.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if count == capacity { grow() }
    assert(count < capacity)
    unsafe elements[count] = element
    length += 1
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = max(4, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.update(from: elements, count: count)
    unsafe elements.deallocate()
    unsafe elements = moved
    capacity = larger
  }

  /// Takes the last element out, which there must be.
  @inlinable @inline(__always)
  public mutating func removeLast() {
    precondition(count > 0)
    length -= 1
  }

  /// Whether there is none.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// The last element, which there must be.
  @inlinable
  public var last: Element {
    @inline(__always) get {
      precondition(count > 0)
      return unsafe elements[count - 1]
    }
    @inline(__always) set {
      precondition(count > 0)
      unsafe elements[count - 1] = newValue
    }
  }

  /// An element that there must be.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return unsafe elements[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count)
      unsafe elements[index] = newValue
    }
  }
}
