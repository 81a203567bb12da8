import IbidKit
import IbidModel
import TestSupport
import Testing

/// One handle on records serves many articles, and locks nobody out between two of them.
struct RecordsTests {
  private static let text = "Exercise reduces chronic pain in 40% of patients [@weng2023].\n"
  private let folder: TemporaryFolder
  private let library: RecordLibrary

  init() throws {
    folder = try TemporaryFolder()
    library = try RecordLibrary(writing: folder.path + "/library.sqlite")
  }

  private static func item(_ key: String, _ title: String) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = title
    return item
  }

  private func statuses(_ records: Records) throws -> [CitationStatus] {
    try CheckedArticle(bytes: Array(Self.text.utf8), path: "a.md", records: records).sentences.map(\.status)
  }

  @Test("A library that stays open is seen as it is at each article, and others write to it meanwhile")
  func seesWhatIsAdded() throws {
    let records = Records(try RecordLibrary(reading: folder.path + "/library.sqlite"))
    #expect(try statuses(records) != [.cited])
    let report = try library.add([Self.item("weng2023", "Comparative efficacy")])
    #expect((report.seen, report.added, report.updated, report.unchanged) == (1, 1, 0, 0))
    #expect(try statuses(records) == [.cited])
    try library.remove(keys: ["weng2023"])
    #expect(try statuses(records) != [.cited])
  }

  @Test("Adding the same again changes nothing, and says so")
  func addsTwice() throws {
    var item = Self.item("weng2023", "Comparative efficacy")
    item[.PMID] = "36593092"
    #expect(try library.add([item]).added == 1)
    let second = try library.add([item])
    #expect((second.added, second.updated, second.unchanged) == (0, 0, 1))
    #expect(try library.count() == 1)
  }

  @Test("Several threads check articles against one library at a time")
  func servesThreads() async throws {
    try library.add([Self.item("weng2023", "Comparative efficacy")])
    let records = Records(library)
    let found = try await withThrowingTaskGroup(of: [CitationStatus].self) { group in
      for _ in 0..<8 { group.addTask { try statuses(records) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(found == Array(repeating: .cited, count: 8))
  }

  @Test("A key of the library, of files and of memory leads to the same record")
  func agrees() throws {
    let item = Self.item("weng2023", "Comparative efficacy")
    try library.add([item])
    let file = try folder.write("records.json", JSONWriter.text(of: .array([item.cslJSON()])))
    for records in [Records(library), Records([item]), try Records(files: [file])] {
      #expect(try statuses(records) == [.cited])
      #expect(records.problems == [])
    }
  }

  @Test("Files that hold broken records say so, and the rest counts")
  func keepsProblems() throws {
    let file = try folder.write("records.json", #"[{"id": "weng2023", "type": "article-journal", "title": "A"}, 7]"#)
    let records = try Records(files: [file])
    #expect(records.problems.map(\.outcome) == [.rejected])
    let article = try CheckedArticle(bytes: Array(Self.text.utf8), path: "a.md", records: records)
    #expect(article.problems == records.problems)
    #expect(article.works.map(\.item.id) == ["weng2023"])
  }

  @Test("Ranges count in UTF-16 as editors do: an astral letter takes two, and lines count from 1")
  func countsUTF16() throws {
    let text = "# 😀\n\n😀 Opioids cause harm in 30% of patients. Ärger\n"
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md")
    let range = try #require(article.findings().first { $0.rule == "uncited-claim" }?.range)
    #expect(range.place == Place(line: 3, column: 1, offset: 8))
    let utf16 = article.utf16(range)
    #expect(utf16.start == UTF16Place(line: 3, column: 1))
    #expect(utf16.end == UTF16Place(line: 3, column: 1 + "😀 Opioids cause harm in 30% of patients.".utf16.count))
  }
}
