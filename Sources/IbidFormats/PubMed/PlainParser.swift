import IbidModel
import IbidXML

/// Parses records that use of XML what PubMed's exports use: elements, attributes, text, XML's five entities and
/// references to characters, names of letters.
///
/// It does in a third of the time what libxml2 does, and knows nothing else: at the first thing beyond (a prefix, a
/// comment, CDATA, an entity), and at the first that is no well-formed XML, it stops, and libxml2 reads that record
/// and says what is wrong. Both call the same functions of ``PubMedState`` with the same texts, though in other pieces.
///
/// Reads up to ``room`` bytes behind the document's end, where a stop is put for that time: `<` and zeros.
struct PlainParser: BitwiseCopyable {
  /// How many bytes behind a document must be there.
  static let room = 64
  /// Elements that stand deeper are left to libxml2, which has a limit.
  static let deepest = 200
  private static let mostAttributes = 32

  private struct OpenElement: BitwiseCopyable {
    let name: MarkupName
    let place: UnsafePointer<UInt8>
  }

  typealias Place = UnsafePointer<UInt8>

  private let open = UnsafeMutablePointer<OpenElement>.allocate(capacity: deepest)
  private var depth = 0
  var names = SpellingTable()
  /// Attributes' values that had references in them.
  var values = ByteArena(capacity: 1 << 12)
  let state: UnsafeMutablePointer<PubMedState>

  init(state: UnsafeMutablePointer<PubMedState>) { self.state = state }

  func free() {
    open.deallocate()
    names.free()
    values.free()
  }

  /// Reads the document from `start` to `end`, whose bytes ``UTF8Check/isText(_:)`` holds of.
  ///
  /// - Parameter parser: whose pointers stand for names.
  /// - Returns: how many line breaks it has; nil where it was not read to its end, or ends inside of an element. The
  ///   records that ended before stand.
  mutating func parse(
    from start: UnsafeMutablePointer<UInt8>, to end: UnsafeMutablePointer<UInt8>, _ parser: borrowing XMLParser
  ) -> Int? {
    let behind = PlainParser.stop(at: end)
    defer { UnsafeMutableRawPointer(end).storeBytes(of: behind, as: SIMD16<UInt8>.self) }
    depth = 0
    state.pointee.plain = PlainPosition(start)
    defer { state.pointee.plain = nil }
    var place = Place(start)
    while true {
      guard let next = text(from: place) else { return nil }
      place = next
      if place[1] == UInt8(ascii: "/") {
        guard let next = endTag(at: place) else { return nil }
        place = next
      } else {
        if place == end { break }
        guard let next = startTag(at: place, parser), !state.pointee.isTorn else { return nil }
        place = next
      }
    }
    guard depth == 0 else { return nil }
    state.pointee.plain?.place = place
    return state.pointee.line - 1
  }

  /// Puts `<` and zeros behind a document, and returns what stood there.
  private static func stop(at end: UnsafeMutablePointer<UInt8>) -> SIMD16<UInt8> {
    let place = UnsafeMutableRawPointer(end)
    defer {
      place.storeBytes(of: SIMD16(), as: SIMD16<UInt8>.self)
      end.pointee = UInt8(ascii: "<")
    }
    return place.loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// The place behind the end tag at `open`; nil where it does not end the element that is open.
  @inline(__always)
  private mutating func endTag(at place: Place) -> Place? {
    guard depth > 0 else { return nil }
    let element = open[depth - 1]
    let count = Int(element.name.count)
    guard Self.isSame(place + 2, element.place, count), place[2 + count] == UInt8(ascii: ">") else { return nil }
    depth -= 1
    let behind = place + (3 + count)
    state.pointee.plain?.place = behind
    state.pointee.end(element.name)
    return behind
  }

  @inline(__always)
  private static func isSame(_ left: Place, _ right: Place, _ count: Int) -> Bool {
    var index = 0
    while index + 8 <= count {
      if ByteWord.load(left + index) != ByteWord.load(right + index) { return false }
      index += 8
    }
    let rest = UInt64(truncatingIfNeeded: count - index)
    return (ByteWord.load(left + index) ^ ByteWord.load(right + index)) & (1 << (8 * rest) &- 1) == 0
  }

  /// The place behind the start tag at `open`; nil where it is none of PubMed's kind.
  @inline(__always)
  private mutating func startTag(
    at open: Place, _ parser: borrowing XMLParser
  ) -> Place? {
    var place = open + 1
    guard let name = name(at: place, parser), !name.isOuter || !state.pointee.breaksRecord(name) else { return nil }
    place += Int(name.count)
    var isEmpty = false
    state.pointee.attributes.removeAll()
    if place.pointee != UInt8(ascii: ">") {
      guard let end = attributes(from: place, parser) else { return nil }
      place = end
      if place.pointee == UInt8(ascii: "/") {
        isEmpty = true
        place += 1
      }
      guard place.pointee == UInt8(ascii: ">") else { return nil }
    }
    state.pointee.plain?.place = place
    guard depth < Self.deepest else { return nil }
    state.pointee.start(name, state.pointee.attributes.all)
    place += 1
    if isEmpty {
      state.pointee.plain?.place = place
      state.pointee.end(name)
    } else {
      self.open[depth] = OpenElement(name: name, place: open + 1)
      depth += 1
    }
    return place
  }

  /// Reads attributes up to the `>` or `/` behind them.
  @inline(never)
  private mutating func attributes(
    from start: Place, _ parser: borrowing XMLParser
  ) -> Place? {
    var place = start
    values.count = 0
    while true {
      let blanks = place
      while place.pointee.isASCIISpace { place += 1 }
      if place.pointee == UInt8(ascii: ">") || place.pointee == UInt8(ascii: "/") { return place }
      guard place > blanks, let name = name(at: place, parser) else { return nil }
      place += Int(name.count)
      let quote = place[1]
      guard place[0] == UInt8(ascii: "="), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      let value = place + 2
      place = Self.endOfValue(from: value, quote)
      let attribute: MarkupAttribute
      if place.pointee == quote {
        attribute = MarkupAttribute(name: name, value: value, count: place - value)
      } else {
        guard place.pointee == UInt8(ascii: "&"),
          let decoded = decodedValue(from: value, to: &place, quote)
        else { return nil }
        attribute = MarkupAttribute(name: name, value: decoded.start, count: decoded.count)
      }
      let known = state.pointee.attributes
      guard known.count < Self.mostAttributes, !known.all.contains(where: { $0.name.spelling == name.spelling }) else {
        return nil
      }
      state.pointee.attributes.append(attribute)
      place += 1
    }
  }

  /// The first quotation mark, `<` or `&`.
  @inline(__always)
  static func endOfValue(from start: Place, _ quote: UInt8) -> Place {
    var place = start
    let quotes = ByteWord.all(quote)
    while true {
      let word = ByteWord.load(place)
      let marks =
        ByteWord.zeros(word ^ quotes) | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "<")))
        | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "&")))
      if marks != 0 { return place + ByteWord.first(marks) }
      place += 8
    }
  }

  /// The name at `place`, of letters, digits and `_`.
  @inline(__always)
  private mutating func name(
    at place: Place, _ parser: borrowing XMLParser
  ) -> MarkupName? {
    let length = Self.nameLength(at: place)
    return names.name(at: place, length) ?? newName(at: place, length, parser)
  }

  /// How many bytes stand before the first that is less than `0`, or one of `<=>?`.
  @inline(__always)
  private static func nameLength(at start: Place) -> Int {
    var place = start
    while true {
      let word = ByteWord.load(place)
      let marks =
        ByteWord.less(word, than: UInt8(ascii: "0"))
        | ByteWord.zeros((word & ~ByteWord.all(3)) ^ ByteWord.all(UInt8(ascii: "<")))
      if marks != 0 { return place - start + ByteWord.first(marks) }
      place += 8
    }
  }

  @inline(never)
  private mutating func newName(
    at place: Place, _ length: Int, _ parser: borrowing XMLParser
  ) -> MarkupName? {
    let bytes = UnsafeBufferPointer(start: place, count: length)
    guard let first = bytes.first, length <= 100, first.isASCIILetter || first == UInt8(ascii: "_"),
      bytes.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }),
      let spelling = parser.intern(bytes)
    else { return nil }
    let name = state.pointee.names.name(spelling)
    names.learn(name, at: place)
    return name
  }
}
