internal import Glibc
internal import IbidStore

/// A record's words as the server's full-text index takes them, a `tsvector`: made here, so that all engines fold text
/// in one way, and the server's dictionaries and languages do not matter.
///
/// A word begins with a letter for its column: so the index itself tells columns apart.
///
/// Source: PostgreSQL, `src/backend/utils/adt/tsvector.c`, `tsvectorrecv`.
enum WordVector {
  /// The server's limits: places in a text, places of one word, bytes of a word and of all words.
  private static let lastPlace = 16383
  private static let mostPlaces = 255
  private static let longestWord = 1000
  private static let mostBytes = 900_000

  /// Appends the binary form of a record's words.
  static func append(_ entries: WorkEntries, to bytes: inout [UInt8]) {
    var text = SearchText()
    text.add(entries)
    let ends = text.ends
    let start = bytes.count
    bytes.append(bigEndian: UInt32(0))
    var count: UInt32 = 0
    text.bytes.withUnsafeBufferPointer { text in
      var words: [Word] = []
      var (begin, place) = (0, 1)
      for (column, end) in zip(SearchColumn.allCases, ends) {
        let room = mostBytes - (bytes.count - start)
        words.removeAll(keepingCapacity: true)
        split(text, begin..<cut(text, begin..<end, at: room / 2), &place, into: &words)
        begin = end
        words.sort { $0.isBefore($1, in: text) }
        count += append(words, column, text, to: &bytes)
      }
    }
    withUnsafeBytes(of: count.bigEndian) { bytes.replaceSubrange(start..<(start + 4), with: $0) }
  }

  /// The words of a search, as long ones are kept.
  static func cut(_ word: String) -> String {
    let bytes = Array(word.utf8)
    let end = bytes.withUnsafeBufferPointer { cut($0, 0..<$0.count, at: longestWord) }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Where a range ends that has no more than so many bytes, and no part of a scalar.
  private static func cut(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at length: Int) -> Int {
    guard range.count > length else { return range.upperBound }
    var end = range.lowerBound + max(0, length)
    while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// A word of a text, and the place at which it stands.
  private struct Word {
    let range: Range<Int>
    /// The first eight bytes, as a number in whose order they are.
    let head: UInt64
    let place: Int

    func isBefore(_ other: Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
      if head != other.head { return head < other.head }
      let order = compare(other, in: text)
      return order != 0 ? order < 0 : place < other.place
    }

    func isSame(as other: Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
      head == other.head && compare(other, in: text) == 0
    }

    private func compare(_ other: Word, in text: UnsafeBufferPointer<UInt8>) -> Int {
      guard range.count > 8 || other.range.count > 8, let start = text.baseAddress else {
        return range.count - other.range.count
      }
      let shared = min(range.count, other.range.count)
      let order = memcmp(start + range.lowerBound, start + other.range.lowerBound, shared)
      return order != 0 ? Int(order) : range.count - other.range.count
    }
  }

  private static func split(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ place: inout Int, into words: inout [Word]
  ) {
    var start = range.lowerBound
    var index = start
    while index <= range.upperBound {
      if index == range.upperBound || text[index] == UInt8(ascii: " ") {
        if index > start {
          let end = cut(text, start..<index, at: longestWord)
          var head: UInt64 = 0
          for offset in 0..<8 { head = head << 8 | UInt64(start + offset < end ? text[start + offset] : 0) }
          words.append(Word(range: start..<end, head: head, place: place))
          place += 1
        }
        start = index + 1
      }
      index += 1
    }
  }

  /// Appends sorted words, each once with all its places, and tells how many they were.
  private static func append(
    _ words: [Word], _ column: SearchColumn, _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) -> UInt32 {
    var count: UInt32 = 0
    var first = words.startIndex
    while first < words.endIndex {
      let next = words[first...].firstIndex { !$0.isSame(as: words[first], in: text) } ?? words.endIndex
      bytes.append(column.letter)
      bytes.append(contentsOf: text[words[first].range])
      bytes.append(0)
      let places = words[first..<next].prefix { $0.place <= lastPlace }.prefix(mostPlaces)
      bytes.append(bigEndian: UInt16(places.count))
      for word in places { bytes.append(bigEndian: column.weight << 14 | UInt16(word.place)) }
      count += 1
      first = next
    }
    return count
  }
}

extension SearchColumn {
  /// What the column's words begin with, in the order of the columns.
  var letter: UInt8 {
    UInt8(ascii: "a") + UInt8(SearchColumn.allCases.firstIndex(of: self) ?? 0)
  }

  /// The server's four weights, from D to A.
  var weight: UInt16 {
    switch self {
    case .abstract, .other: 0
    case .container, .year, .keyword: 1
    case .author: 2
    case .title, .identifier: 3
    }
  }
}
