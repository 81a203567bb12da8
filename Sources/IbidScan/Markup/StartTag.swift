/// What a start tag says besides what its name stands for: letters, and attributes without references.
///
/// Bytes stand in the document, which outlives each call that gets the tag, or were copied.
@safe
public struct StartTag<Meaning: BitwiseCopyable>: ~Copyable {
  /// Bytes from `start` of the document on, or of ``copies`` where that is nil.
  @usableFromInline @safe
  struct Piece: BitwiseCopyable {
    @usableFromInline let document: UnsafePointer<UInt8>?
    @usableFromInline let start: Int
    @usableFromInline let count: Int

    @usableFromInline
    init(_ place: UnsafePointer<UInt8>, _ count: Int) {
      unsafe document = place
      start = 0
      self.count = count
    }

    @usableFromInline
    init(copied start: Int, _ count: Int) {
      unsafe document = nil
      self.start = start
      self.count = count
    }
  }

  @usableFromInline
  struct Attribute: BitwiseCopyable {
    @usableFromInline let name: MarkupName<Meaning>
    @usableFromInline let spelling: Piece
    @usableFromInline let value: Piece

    @usableFromInline
    init(_ name: MarkupName<Meaning>, _ spelling: Piece, _ value: Piece) {
      self.name = name
      self.spelling = spelling
      self.value = value
    }
  }

  @usableFromInline var elementSpelling = Piece(copied: 0, 0)
  @usableFromInline var attributes = PlainList<Attribute>(capacity: 64)
  @usableFromInline var copies = ByteArena(capacity: 1 << 12)

  /// A tag that has no name yet.
  public init() {}

  /// Begins the next tag, whose name stands in the document.
  @inlinable @inline(__always)
  mutating func begin(at place: UnsafePointer<UInt8>, _ count: Int) {
    unsafe elementSpelling = Piece(place, count)
    attributes.removeAll()
  }

  /// Begins the next tag with a copy of its name's letters.
  @inlinable
  public mutating func begin(spelled letters: Span<UInt8>) {
    copies.truncate(to: 0)
    elementSpelling = copy(letters)
    attributes.removeAll()
  }

  /// Adds an attribute with a copy of its bytes.
  @inlinable
  public mutating func append(_ name: MarkupName<Meaning>, spelled letters: Span<UInt8>, value: Span<UInt8>) {
    let spelling = copy(letters)
    attributes.append(Attribute(name, spelling, copy(value)))
  }

  @inlinable
  mutating func copy(_ bytes: Span<UInt8>) -> Piece {
    defer { copies.append(bytes) }
    return Piece(copied: copies.count, bytes.count)
  }

  /// Whether it has an attribute of this name.
  @inlinable
  func has(_ name: MarkupName<Meaning>) -> Bool {
    for index in 0..<attributes.count where attributes[index].name.number == name.number { return true }
    return false
  }

  @inlinable @_lifetime(borrow self)
  func bytes(_ piece: Piece) -> Span<UInt8> {
    guard let document = unsafe piece.document else {
      return copies.slice(piece.start..<piece.start + piece.count)
    }
    let span = unsafe Span(_unsafeStart: document, count: piece.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }
}

extension StartTag {
  /// How many attributes it has.
  @inlinable public var count: Int { attributes.count }

  /// Whether it has no attribute.
  @inlinable public var isEmpty: Bool { attributes.isEmpty }

  /// The letters of its name.
  @inlinable
  public var spelling: Span<UInt8> {
    @_lifetime(borrow self) get { bytes(elementSpelling) }
  }

  /// What the name of an attribute stands for.
  @inlinable
  public func meaning(of attribute: Int) -> Meaning { attributes[attribute].name.meaning }

  /// The letters of an attribute's name.
  @inlinable @_lifetime(borrow self)
  public func spelling(of attribute: Int) -> Span<UInt8> { bytes(attributes[attribute].spelling) }

  /// An attribute's value.
  @inlinable @_lifetime(borrow self)
  public func value(of attribute: Int) -> Span<UInt8> { bytes(attributes[attribute].value) }
}
