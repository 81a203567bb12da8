import IbidText

/// Numbers in a resource that the command carries in itself, read where they stand, or in an array of their own.
struct ResourceArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // The bytes are constants of the program, or kept by `owner`: they never change and never move.
  private let base: UnsafePointer<UInt8>
  private let owner: Owner?
  let count: Int

  private final class Owner {
    let bytes: UnsafeMutablePointer<UInt8>
    init(_ source: UnsafeRawBufferPointer) {
      bytes = .allocate(capacity: max(1, source.count))
      bytes.initialize(repeating: 0, count: max(1, source.count))
      UnsafeMutableRawBufferPointer(start: bytes, count: source.count).copyMemory(from: source)
    }
    deinit { bytes.deallocate() }
  }

  /// A view on constants of the program.
  init(constants base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
    owner = nil
  }

  /// A copy of an array.
  init(_ elements: [Element]) {
    let copy = elements.withUnsafeBytes { Owner($0) }
    owner = copy
    base = UnsafePointer(copy.bytes)
    count = elements.count
  }

  /// The element at a place, which the caller keeps within `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return UnsafeRawPointer(base).loadUnaligned(
      fromByteOffset: index * MemoryLayout<Element>.stride, as: Element.self)
  }

  /// Calls `body` with where the elements stand.
  @inline(__always)
  func withBase<Result>(_ body: (UnsafeRawPointer) -> Result) -> Result { body(UnsafeRawPointer(base)) }
}

extension ResourceArray<UInt8> {
  /// The bytes of the resource of this name, where they stand; nil where there is none.
  init?(named name: String) {
    guard let resource = Resource(named: name), let base = resource.base else { return nil }
    self.init(constants: base, count: resource.count)
  }
}
