/// Plain values that grow behind a pointer, without a class or a count of references.
@safe
package struct PlainList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>
  /// How many there are.
  @usableFromInline package internal(set) var count = 0
  @usableFromInline var capacity: Int

  /// An empty list with room for this many.
  package init(capacity: Int) {
    precondition(capacity >= 0)
    unsafe elements = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe elements.deallocate() }

  @inlinable
  package mutating func removeAll() { count = 0 }

  /// Adds an element.
  @inlinable @inline(__always)
  package mutating func append(_ element: Element) {
    if count == capacity { grow() }
    assert(count < capacity)
    unsafe elements[count] = element
    count += 1
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

  @inlinable @inline(__always)
  package mutating func removeLast() {
    precondition(count > 0)
    count -= 1
  }

  @inlinable package var isEmpty: Bool { count == 0 }

  /// The last element, which there must be.
  @inlinable
  package var last: Element {
    @inline(__always) get {
      precondition(count > 0)
      return unsafe elements[count - 1]
    }
    @inline(__always) set {
      precondition(count > 0)
      unsafe elements[count - 1] = newValue
    }
  }

  @inlinable
  package subscript(index: Int) -> Element {
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
