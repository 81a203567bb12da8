import Glibc
import IbidModel
import IbidXML

/// Finds records in bytes by their tags, past comments, CDATA, processing instructions and document types: a record
/// inside one of those is none.
///
/// What stands between records (sets, wrappers of other programs, a second file appended) is passed over.
struct RecordScanner {
  /// What was found from a place on.
  enum Found {
    /// A record, or what is left of one and why it cannot be read.
    case record(Range<Int>, trouble: String?)
    /// Nothing more is known without more bytes: keep those from `from`.
    case unfinished(from: Int, isRecord: Bool)
  }

  /// The first element of the file.
  private(set) var rootName: String?
  /// Sets that are open: more than none at the end of the file says that it is cut off.
  private(set) var openSets = 0
  /// Whether a set of PubMed's was met with, if an empty one.
  private(set) var hasSets = false
  /// Whether there was text between records.
  private(set) var hasStrayText = false

  static let records: [StaticString] = [
    "PubmedArticle", "MedlineCitation", "PubmedBookArticle", "BookDocument", "DeleteCitation", "DeleteDocument",
  ]
  static let sets: [StaticString] = [
    "PubmedArticleSet", "MedlineCitationSet", "PubmedBookArticleSet", "BookDocumentSet",
  ]

  /// The next record of `bytes` at or behind `start`, which is no place inside a tag.
  mutating func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Found {
    var place = start
    while let open = Self.index(of: UInt8(ascii: "<"), in: bytes, from: place) {
      noteText(bytes, place..<open)
      guard let construct = Self.construct(in: bytes, at: open) else { return .unfinished(from: open, isRecord: false) }
      place = construct.end
      switch construct.kind {
      case .other: break
      case .endTag(let name): if Self.sets.contains(where: { name.equals($0) }) { openSets -= 1 }
      case .startTag(let name, let isEmpty):
        if rootName == nil { rootName = name.text }
        if Self.sets.contains(where: { name.equals($0) }) {
          hasSets = true
          if !isEmpty { openSets += 1 }
        }
        guard let record = Self.records.first(where: { name.equals($0) }) else { continue }
        if isEmpty { return .record(open..<construct.end, trouble: nil) }
        return end(of: record, in: bytes, from: open, behindTag: construct.end)
      }
    }
    noteText(bytes, place..<bytes.count)
    return .unfinished(from: bytes.count, isRecord: false)
  }

  private mutating func noteText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if !hasStrayText, bytes[range].contains(where: { !$0.isASCIISpace && $0 != 0 }) { hasStrayText = true }
  }

  /// The end of a record that begins at `start`.
  private func end(
    of record: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, behindTag: Int
  ) -> Found {
    var place = behindTag
    var trouble: String?
    while let open = Self.index(of: UInt8(ascii: "<"), in: bytes, from: place) {
      guard open + 1 < bytes.count else { break }
      let next = bytes[open + 1]
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        guard let construct = Self.construct(in: bytes, at: open) else { break }
        place = construct.end
      } else {
        let isEnd = next == UInt8(ascii: "/")
        let name = TagName(in: bytes, at: open + (isEnd ? 2 : 1))
        if isEnd, name.equals(record) {
          guard let close = Self.index(of: UInt8(ascii: ">"), in: bytes, from: open) else { break }
          return .record(start..<close + 1, trouble: trouble)
        }
        if Self.breaks(name, record, isEnd: isEnd) {
          return .record(start..<open, trouble: "the record has no end tag </\(record)>")
        }
        place = open + 1
        if !isEnd, trouble == nil, Self.isTooLong(in: bytes, at: open) {
          trouble = "a start tag is longer than \(XMLParser.longestStartTag) bytes"
        }
      }
    }
    return .unfinished(from: start, isRecord: true)
  }

  /// Whether this tag cannot stand inside of a record, so that the record has lost its end.
  private static func breaks(_ name: TagName, _ record: StaticString, isEnd: Bool) -> Bool {
    guard let first = name.first,
      first == UInt8(ascii: "P") || first == UInt8(ascii: "M") || first == UInt8(ascii: "B")
        || first == UInt8(ascii: "D")
    else { return false }
    if sets.contains(where: { name.equals($0) }) { return true }
    guard !isEnd, records.contains(where: { name.equals($0) }) else { return false }
    let isInner =
      name.equals("MedlineCitation") && record.equals("PubmedArticle")
      || name.equals("BookDocument") && record.equals("PubmedBookArticle")
    return !isInner
  }

  /// Whether the tag at `open` is longer than a parser should see.
  static func isTooLong(in bytes: UnsafeBufferPointer<UInt8>, at open: Int) -> Bool {
    let limit = open + XMLParser.longestStartTag
    guard limit < bytes.count else { return false }
    // An attribute cannot hold a raw `<`: where one follows soon, the tag is short.
    if index(of: UInt8(ascii: "<"), in: bytes, from: open + 1).map({ $0 <= limit }) ?? false { return false }
    return construct(in: UnsafeBufferPointer(rebasing: bytes[..<limit]), at: open) == nil
  }

  static func index(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The last such byte before `end`.
  static func lastIndex(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, before end: Int, after start: Int = 0
  ) -> Int? {
    var place = end
    while place > start {
      place -= 1
      if bytes[place] == byte { return place }
    }
    return nil
  }
}

extension StaticString {
  fileprivate func equals(_ other: StaticString) -> Bool {
    utf8CodeUnitCount == other.utf8CodeUnitCount && memcmp(utf8Start, other.utf8Start, utf8CodeUnitCount) == 0
  }
}

extension RecordScanner {
  /// Whether one of the first elements is PubMed's. What a prefix cuts off is not missed.
  static func recognizes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while let open = index(of: UInt8(ascii: "<"), in: bytes, from: place) {
      guard let construct = construct(in: bytes, at: open) else { return false }
      place = construct.end
      guard case .startTag(let name, _) = construct.kind else { continue }
      if (records + sets).contains(where: { name.equals($0) }) { return true }
    }
    return false
  }

  /// The number in the first `PMID` element of a record that cannot be parsed; nil where there is none.
  static func pmid(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var place = 0
    while let open = index(of: UInt8(ascii: "<"), in: bytes, from: place) {
      place = open + 1
      guard TagName(in: bytes, at: place).equals("PMID"),
        let close = index(of: UInt8(ascii: ">"), in: bytes, from: place)
      else { continue }
      let digits = bytes[(close + 1)...].drop(while: \.isASCIISpace).prefix(12).prefix(while: \.isASCIIDigit)
      return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }
    return nil
  }
}
