/// Parses documents that use of XML what large exports use: elements, attributes, text, XML's five entities and
/// references to characters, names of letters.
///
/// It does in a third of the time what libxml2 does, and knows nothing else: at the first thing beyond (a prefix, a
/// comment, CDATA, an entity), and at the first that is no well-formed XML, it stops, and a whole parser has to read
/// that document and say what is wrong.
///
/// Reads up to ``PlainBytes/room`` bytes behind the document's end, where a stop is put for that time: `<` and zeros.
@safe
public struct PlainParser<Handler: MarkupHandler & ~Copyable>: ~Copyable {
  @usableFromInline typealias Place = UnsafePointer<UInt8>

  @usableFromInline @safe
  struct OpenElement: BitwiseCopyable {
    @usableFromInline let name: MarkupName<Handler.Meaning>
    @usableFromInline let place: Place

    @usableFromInline @inline(__always)
    init(_ name: MarkupName<Handler.Meaning>, at place: Place) {
      self.name = name
      unsafe self.place = place
    }
  }

  /// Gets the tags and texts.
  public var handler: Handler
  /// The names that were met.
  public var names = NameTable<Handler.Meaning>()
  @usableFromInline var tag = StartTag<Handler.Meaning>()
  @usableFromInline var open = PlainList<OpenElement>(capacity: PlainBytes.deepest)

  /// A parser that knows no name yet.
  public init(_ handler: consuming Handler) { self.handler = handler }

  /// Reads the document that is a stretch of `block`, whose bytes ``UTF8Check/isText(_:)`` holds of.
  ///
  /// - Returns: how many line breaks it has; nil where it was not read to its end, or ends inside of an element. What
  ///   was handed over before stands.
  @inlinable
  public mutating func parse(_ range: Range<Int>, of block: ByteBlock) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound + PlainBytes.room <= block.capacity)
    let start = unsafe block.bytes + range.lowerBound
    let end = unsafe block.bytes + range.upperBound
    let behind = unsafe PlainBytes.stop(at: end)
    defer { unsafe UnsafeMutableRawPointer(end).storeBytes(of: behind, as: SIMD16<UInt8>.self) }
    open.removeAll()
    var position = unsafe DocumentPlace(in: start)
    var place = unsafe Place(start)
    while true {
      guard let next = unsafe text(from: place, start) else { return nil }
      unsafe place = next
      if unsafe place[1] == UInt8(ascii: "/") {
        guard let next = unsafe endTag(at: place, start, &position) else { return nil }
        unsafe place = next
      } else {
        if unsafe place == end { break }
        guard let next = unsafe startTag(at: place, start, &position) else { return nil }
        unsafe place = next
      }
    }
    guard open.isEmpty else { return nil }
    position.reached = range.count
    return position.line() - 1
  }

  /// The place behind the end tag at `open`; nil where it does not end the element that is open.
  @inlinable @inline(__always)
  mutating func endTag(at place: Place, _ start: Place, _ position: inout DocumentPlace) -> Place? {
    guard !open.isEmpty else { return nil }
    let element = open.last
    let count = Int(element.name.count)
    guard unsafe PlainBytes.isSame(place + 2, element.place, count), unsafe place[2 + count] == UInt8(ascii: ">")
    else { return nil }
    open.removeLast()
    let behind = unsafe place + (3 + count)
    position.reached = unsafe behind - start
    handler.end(element.name, at: &position)
    return unsafe behind
  }

  /// The place behind the start tag at `open`; nil where it is none of the plain kind, or not to be read.
  @inlinable @inline(__always)
  mutating func startTag(at open: Place, _ start: Place, _ position: inout DocumentPlace) -> Place? {
    var place = unsafe open + 1
    guard let name = unsafe name(at: place), !handler.refuses(name) else { return nil }
    unsafe tag.begin(at: place, Int(name.count))
    unsafe place += Int(name.count)
    var isEmpty = false
    if unsafe place.pointee != UInt8(ascii: ">") {
      guard let end = unsafe attributes(from: place) else { return nil }
      unsafe place = end
      if unsafe place.pointee == UInt8(ascii: "/") {
        isEmpty = true
        unsafe place += 1
      }
      guard unsafe place.pointee == UInt8(ascii: ">") else { return nil }
    }
    guard self.open.count < PlainBytes.deepest else { return nil }
    position.reached = unsafe place - start
    guard handler.start(name, tag, at: &position) else { return nil }
    unsafe place += 1
    if isEmpty {
      position.reached = unsafe place - start
      handler.end(name, at: &position)
    } else {
      self.open.append(unsafe OpenElement(name, at: open + 1))
    }
    return unsafe place
  }

  /// The name at `place`, of letters, digits and `_`.
  @inlinable @inline(__always)
  mutating func name(at place: Place) -> MarkupName<Handler.Meaning>? {
    let length = unsafe PlainBytes.nameLength(at: place)
    return unsafe names.name(at: place, length) ?? newName(at: place, length)
  }

  @inlinable @inline(never)
  mutating func newName(at place: Place, _ length: Int) -> MarkupName<Handler.Meaning>? {
    let letters = unsafe Span(_unsafeStart: place, count: length)
    guard PlainBytes.isPlainName(letters), !names.isFull else { return nil }
    return names.name(letters) ?? names.learn(letters, handler.meaning(of: letters))
  }
}
