/// The elements of a format that are records, and those that are sets of them.
public struct RecordNames: Sendable {
  private let records: [[UInt8]]
  private let sets: [[UInt8]]
  /// Records inside of which others may stand: `outer`, and then `inner`.
  private let nested: [(outer: Int, inner: Int)]
  /// Whether a name of these begins with a byte.
  private let begins: [Bool]
  /// The longest start tag that a parser should see, in bytes.
  public let longestStartTag: Int

  /// Names the elements. Of `nested` both are among `records`.
  public init(
    records: [String], sets: [String], nested: [(outer: String, inner: String)], longestStartTag: Int
  ) {
    precondition(longestStartTag > 0)
    self.records = records.map { Array($0.utf8) }
    self.sets = sets.map { Array($0.utf8) }
    self.nested = nested.map { pair in
      guard let outer = records.firstIndex(of: pair.outer), let inner = records.firstIndex(of: pair.inner) else {
        preconditionFailure("\(pair) is no pair of records")
      }
      return (outer, inner)
    }
    var begins = [Bool](repeating: false, count: 256)
    for name in self.records + self.sets {
      precondition(!name.isEmpty, "an element has no name")
      begins[Int(name[0])] = true
    }
    self.begins = begins
    self.longestStartTag = longestStartTag
  }

  /// Which record's name it is; nil where it is none's.
  func record(_ name: Span<UInt8>) -> Int? {
    guard let first = name.first, begins[Int(first)] else { return nil }
    return records.firstIndex { name.equals($0) }
  }

  func isSet(_ name: Span<UInt8>) -> Bool {
    guard let first = name.first, begins[Int(first)] else { return false }
    return sets.contains { name.equals($0) }
  }

  /// All of them.
  public var all: [String] { (records + sets).map { String(decoding: $0, as: UTF8.self) } }

  func letters(of record: Int) -> [UInt8] { records[record] }

  func text(of record: Int) -> String { String(decoding: records[record], as: UTF8.self) }

  /// Whether a record may stand inside of another.
  func mayStand(_ inner: Int, in outer: Int) -> Bool { nested.contains { $0 == (outer, inner) } }
}
