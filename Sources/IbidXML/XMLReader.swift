/// What a reader does with the parts of a document, without a pointer: bytes are lent for the time of a call.
package protocol XMLHandler: ~Copyable {
  /// A start tag; `line` is 1-based, and `offset` is that of the byte that is parsed next.
  mutating func start(_ name: Span<UInt8>, _ attributes: borrowing XMLAttributes, offset: Int, line: Int)
  /// An end tag, or the end of an empty element.
  mutating func end(_ name: Span<UInt8>, offset: Int, line: Int)
  /// Text, CDATA and blanks between elements. One stretch comes in any number of pieces.
  mutating func characters(_ text: Span<UInt8>)
  /// An entity that nothing defines, in text or in an attribute's value.
  mutating func reference(_ name: Span<UInt8>, isInAttribute: Bool)
}

/// The attributes of a start tag, by local name.
@safe
package struct XMLAttributes: ~Copyable {
  /// Five pointers an attribute, as in ``XMLCallbacks/Start``.
  private let pointers: UnsafeMutablePointer<XMLCallbacks.Text>?
  /// How many there are.
  package let count: Int

  fileprivate init(_ pointers: UnsafeMutablePointer<XMLCallbacks.Text>?, count: Int) {
    unsafe self.pointers = pointers
    self.count = unsafe pointers == nil ? 0 : count
  }

  /// The local name of an attribute.
  @_lifetime(borrow self)
  package func name(of attribute: Int) -> Span<UInt8> {
    precondition(attribute >= 0 && attribute < count)
    let name = unsafe pointers?[5 * attribute]
    return unsafe _overrideLifetime(spelling(name), borrowing: self)
  }

  /// The value of an attribute.
  @_lifetime(borrow self)
  package func value(of attribute: Int) -> Span<UInt8> {
    precondition(attribute >= 0 && attribute < count)
    guard let start = unsafe pointers?[5 * attribute + 3], let end = unsafe pointers?[5 * attribute + 4] else {
      return Span()
    }
    return unsafe _overrideLifetime(Span(_unsafeStart: start, count: end - start), borrowing: self)
  }
}

/// Reads XML documents with ``XMLParser``, and hands their parts to an ``XMLHandler``.
///
/// A call costs a closure's more than ``XMLCallbacks`` do.
@safe
package struct XMLReader: ~Copyable {
  private let parser: XMLParser
  private let calls: UnsafeMutablePointer<Calls>

  /// The handler's functions, while a document is read.
  @unsafe
  fileprivate struct Calls {
    var start: (Span<UInt8>, borrowing XMLAttributes) -> Void = { _, _ in }
    var end: (Span<UInt8>) -> Void = { _ in }
    var characters: (Span<UInt8>) -> Void = { _ in }
    var reference: (Span<UInt8>) -> Void = { _ in }
  }

  /// - Throws: a failure where there is no memory.
  package init() throws(XMLFailure) {
    let calls = UnsafeMutablePointer<Calls>.allocate(capacity: 1)
    do throws(XMLFailure) {
      parser = unsafe try XMLParser(Self.callbacks, state: calls)
    } catch {
      unsafe calls.deallocate()
      throw error
    }
    unsafe calls.initialize(to: Calls())
    unsafe self.calls = calls
  }

  deinit {
    unsafe calls.deinitialize(count: 1)
    unsafe calls.deallocate()
  }

  /// Reads one document. What was handed over before a failure stands.
  ///
  /// - Returns: nil, or the first thing that makes `document` no well-formed XML.
  package borrowing func parse<Handler: XMLHandler & ~Copyable>(
    _ document: Span<UInt8>, _ handler: inout Handler
  ) -> XMLFailure? {
    let position = unsafe parser.position
    return unsafe withUnsafeMutablePointer(to: &handler) { handler in
      unsafe calls.pointee = Calls(
        start: { name, attributes in
          unsafe handler.pointee.start(name, attributes, offset: position.offset, line: position.line)
        },
        end: { name in unsafe handler.pointee.end(name, offset: position.offset, line: position.line) },
        characters: { text in unsafe handler.pointee.characters(text) },
        reference: { name in unsafe handler.pointee.reference(name, isInAttribute: position.isInAttribute) })
      defer { unsafe calls.pointee = Calls() }
      return unsafe document.withUnsafeBytes { unsafe parser.parse($0) }
    }
  }

  /// The functions that libxml2 calls: they find ``Calls`` behind its pointer and nothing else.
  private static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { state, name, _, _, _, _, count, _, attributes in
        guard let name = unsafe name, let state = unsafe state else { return }
        let list = unsafe XMLAttributes(attributes, count: Int(count))
        unsafe state.assumingMemoryBound(to: Calls.self).pointee.start(spelling(name), list)
      },
      end: { state, name, _, _ in
        guard let name = unsafe name, let state = unsafe state else { return }
        unsafe state.assumingMemoryBound(to: Calls.self).pointee.end(spelling(name))
      },
      characters: { state, piece, count in
        guard let piece = unsafe piece, let state = unsafe state else { return }
        unsafe state.assumingMemoryBound(to: Calls.self).pointee.characters(
          Span(_unsafeStart: piece, count: Int(count)))
      },
      reference: { state, name in
        guard let name = unsafe name, let state = unsafe state else { return }
        unsafe state.assumingMemoryBound(to: Calls.self).pointee.reference(spelling(name))
      })
  }
}

/// The letters of a name that ends in a zero; none of a name that is missing.
@_lifetime(immortal)
private func spelling(_ name: UnsafePointer<UInt8>?) -> Span<UInt8> {
  guard let name = unsafe name else { return Span() }
  var count = 0
  while unsafe name[count] != 0 { count += 1 }
  return unsafe _overrideLifetime(Span(_unsafeStart: name, count: count), copying: ())
}
