import IbidModel

/// Finds records in bytes by their tags, past comments, CDATA, processing instructions and document types: a record
/// inside one of those is none.
///
/// What stands between records (sets, wrappers of other programs, a second file appended) is passed over.
public struct RecordScanner {
  /// What was found from a place on.
  public enum Found: Equatable {
    /// A record, or what is left of one and why it cannot be read.
    case record(Range<Int>, trouble: String?)
    /// Nothing more is known without more bytes: keep those from `from`.
    case unfinished(from: Int, isRecord: Bool)
  }

  private let names: RecordNames
  /// The first element of the file.
  public private(set) var rootName: String?
  /// Sets that are open: more than none at the end of the file says that it is cut off.
  public private(set) var openSets = 0
  /// Whether a set was met with, if an empty one.
  public private(set) var hasSets = false
  /// Whether there was text between records.
  public private(set) var hasStrayText = false

  /// A scanner at the beginning of a file.
  public init(_ names: RecordNames) { self.names = names }

  /// The next record of `bytes` at or behind `start`, which is no place inside a tag.
  public mutating func next(in bytes: Span<UInt8>, from start: Int) -> Found {
    var place = start
    while let open = bytes.offset(of: UInt8(ascii: "<"), from: place) {
      noteText(bytes, place..<open)
      guard let construct = Construct(in: bytes, at: open) else { return .unfinished(from: open, isRecord: false) }
      place = construct.end
      switch construct.kind {
      case .other: break
      case .endTag(let name): if names.isSet(bytes.extracting(name)) { openSets -= 1 }
      case .startTag(let range, let isEmpty):
        let name = bytes.extracting(range)
        if rootName == nil { rootName = name.text }
        if names.isSet(name) {
          hasSets = true
          if !isEmpty { openSets += 1 }
        }
        guard let record = names.record(name) else { continue }
        if isEmpty { return .record(open..<construct.end, trouble: nil) }
        return end(of: record, in: bytes, from: open, behindTag: construct.end)
      }
    }
    noteText(bytes, place..<bytes.count)
    return .unfinished(from: bytes.count, isRecord: false)
  }

  private mutating func noteText(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !hasStrayText, range.lowerBound < range.upperBound else { return }
    for index in range where !bytes[index].isASCIISpace && bytes[index] != 0 {
      hasStrayText = true
      return
    }
  }

  /// The end of a record that begins at `start`.
  private func end(of record: Int, in bytes: Span<UInt8>, from start: Int, behindTag: Int) -> Found {
    let letters = names.letters(of: record)
    var place = behindTag
    var trouble: String?
    while let open = bytes.offset(of: UInt8(ascii: "<"), from: place) {
      guard open + 1 < bytes.count else { break }
      let next = bytes[open + 1]
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        guard let construct = Construct(in: bytes, at: open) else { break }
        place = construct.end
      } else {
        let isEnd = next == UInt8(ascii: "/")
        let name = bytes.extracting(bytes.tagName(at: open + (isEnd ? 2 : 1)))
        if isEnd, name.equals(letters) {
          guard let close = bytes.offset(of: UInt8(ascii: ">"), from: open) else { break }
          return .record(start..<close + 1, trouble: trouble)
        }
        if breaks(name, record, isEnd: isEnd) {
          return .record(start..<open, trouble: "the record has no end tag </\(names.text(of: record))>")
        }
        place = open + 1
        if !isEnd, trouble == nil, isTooLong(in: bytes, at: open) {
          trouble = "a start tag is longer than \(names.longestStartTag) bytes"
        }
      }
    }
    return .unfinished(from: start, isRecord: true)
  }

  /// Whether this tag cannot stand inside of a record, so that the record has lost its end.
  private func breaks(_ name: Span<UInt8>, _ record: Int, isEnd: Bool) -> Bool {
    if names.isSet(name) { return true }
    guard !isEnd, let other = names.record(name) else { return false }
    return !names.mayStand(other, in: record)
  }

  /// Whether the tag at `open` is longer than a parser should see.
  private func isTooLong(in bytes: Span<UInt8>, at open: Int) -> Bool {
    let limit = open + names.longestStartTag
    guard limit < bytes.count else { return false }
    // An attribute cannot hold a raw `<`: where one follows soon, the tag is short.
    if let next = bytes.offset(of: UInt8(ascii: "<"), from: open + 1), next <= limit { return false }
    return Construct(in: bytes.extracting(..<limit), at: open) == nil
  }
}

extension RecordScanner {
  /// Whether one of the first elements is a record or a set. What a prefix cuts off is not missed.
  public static func recognizes(_ names: RecordNames, in bytes: Span<UInt8>) -> Bool {
    var place = 0
    while let open = bytes.offset(of: UInt8(ascii: "<"), from: place) {
      guard let construct = Construct(in: bytes, at: open) else { return false }
      place = construct.end
      guard case .startTag(let range, _) = construct.kind else { continue }
      let name = bytes.extracting(range)
      if names.record(name) != nil || names.isSet(name) { return true }
    }
    return false
  }

  /// The number in the first element of this name, of a record that cannot be parsed; nil where there is none.
  public static func number(in element: StaticString, of bytes: Span<UInt8>) -> String? {
    var place = 0
    while let open = bytes.offset(of: UInt8(ascii: "<"), from: place) {
      place = open + 1
      guard bytes.extracting(bytes.tagName(at: place)).equals(element),
        let close = bytes.offset(of: UInt8(ascii: ">"), from: place)
      else { continue }
      var start = close + 1
      while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
      var end = start
      while end < bytes.count, end - start < 12, bytes[end].isASCIIDigit { end += 1 }
      return start == end ? nil : bytes.extracting(start..<end).text
    }
    return nil
  }
}
