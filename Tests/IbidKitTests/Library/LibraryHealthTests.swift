import IbidKit
import IbidModel
import TestSupport
import Testing

/// What is said of a library that is whole, and what is got out of one that is not.
struct LibraryHealthTests {
  private let path: String
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/library.sqlite"
    let items = (1...300).map { number in
      var item = Item(id: "work\(number)", type: .articleJournal)
      item[.title] = "A work of number \(number) on " + String(repeating: "pain ", count: 100)
      item[.PMID] = String(30_000_000 + number)
      return item
    }
    try RecordLibrary(writing: path).add(items)
  }

  /// Puts other bytes over each place where these stand: what was moved within the file stands in it twice.
  private func damage(_ text: String, with other: [UInt8]) throws {
    var bytes = try Repository.bytes(path)
    let wanted = Array(text.utf8)
    let places = bytes.indices.filter { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    #expect(!places.isEmpty)
    for place in places {
      let end = min(bytes.count, place + other.count)
      bytes.replaceSubrange(place..<end, with: other.prefix(end - place))
    }
    try folder.write("library.sqlite", bytes)
  }

  private func salvaged() throws -> (keys: [String], lost: [String]) {
    var keys: [String] = []
    let lost = try LibraryHealth.salvage(path) { keys.append($0.id) }
    return (keys, lost)
  }

  @Test("Of a whole library there is nothing to say, and all can be taken out")
  func wholeLibrary() throws {
    let health = try LibraryHealth(of: path)
    #expect(health.records == 300)
    #expect(health.faults == [])
    let (keys, lost) = try salvaged()
    #expect(keys == (1...300).map { "work\($0)" } && lost == [])
  }

  @Test("A record whose JSON is broken is named, and does not stand in the way of the others")
  func brokenRecord() throws {
    try damage(#"{"id":"work17""#, with: Array("XX".utf8))
    #expect(try LibraryHealth(of: path).faults == ["work17: its JSON cannot be read"])
    let (keys, lost) = try salvaged()
    #expect(keys.count == 299 && !keys.contains("work17"))
    #expect(lost == ["work17: its JSON cannot be read"])
  }

  @Test("A stretch of the file that was overwritten costs what stood there, and is told")
  func overwrittenPage() throws {
    try damage(#"{"id":"work150""#, with: [UInt8](repeating: 0, count: 20_000))
    #expect(try !LibraryHealth(of: path).faults.isEmpty)
    let (keys, lost) = try salvaged()
    #expect(!lost.isEmpty)
    #expect(keys.count > 150 && Set(keys).count == keys.count)
  }

  @Test("What is no library is refused")
  func refuses() throws {
    let missing = #expect(throws: IbidError.self) { try LibraryHealth(of: folder.path + "/none.sqlite") }
    #expect(missing?.code == .library)
    let other = try folder.write("other.sqlite", "no database")
    #expect(throws: IbidError.self) { try LibraryHealth(of: other) }
    #expect(throws: IbidError.self) { try LibraryHealth(of: "postgresql://localhost/lab") }
  }
}
