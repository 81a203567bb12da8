import IbidKit
import IbidModel
import TestSupport
import Testing

/// The library as another program uses it, and that an article finds there what it finds in files.
struct RecordLibraryTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/library.sqlite"
  }

  private func item(_ key: String, _ title: String, pmid: String? = nil) -> Item {
    var item = Item(id: key, type: .book)
    item[.title] = title
    item[.PMID] = pmid
    return item
  }

  @Test("Adding counts what became of each record")
  func adds() throws {
    let library = try RecordLibrary(writing: path)
    var expected = ImportReport()
    (expected.seen, expected.added) = (2, 2)
    #expect(try library.add([item("a", "Ice"), item("b", "Snow")]) == expected)
    expected = ImportReport()
    (expected.seen, expected.added, expected.updated, expected.unchanged) = (3, 1, 1, 1)
    expected.changes = ["b: PMID: nothing -> 1"]
    #expect(try library.add([item("a", "Ice"), item("b", "Snow", pmid: "1"), item("c", "Rain")]) == expected)
    #expect(try library.count() == 3)
    #expect(try library.items().map(\.id) == ["a", "b", "c"])
    #expect(try library.item(key: "b")?[.PMID] == "1")
    #expect(try library.item(key: "z") == nil)
    #expect(try library.search("snow OR ice", limit: 9).map(\.id) == ["a", "b"])
    #expect(try library.search("snow", limit: 9).map(\.id) == ["b"])
    #expect(try library.search("title:i*", limit: 1).map(\.id) == ["a"])
  }

  @Test("A walk through the records ends with what its body throws")
  func walks() throws {
    let library = try RecordLibrary(writing: path)
    try library.add([item("a", "Ice"), item("b", "Snow"), item("c", "Rain")])
    var seen: [String] = []
    #expect(throws: IbidError.unknownKey("b")) {
      try library.forEachItem { (item) throws(IbidError) in
        seen.append(item.id)
        if item.id == "b" { throw .unknownKey("b") }
      }
    }
    #expect(seen == ["a", "b"])
  }

  @Test("Records go all together or not at all")
  func removes() throws {
    let library = try RecordLibrary(writing: path)
    try library.add([item("a", "Ice"), item("b", "Snow")])
    let error = #expect(throws: IbidError.self) { try library.remove(keys: ["a", "z"]) }
    #expect(error?.code == .unknownKey && error?.facts.name == "z")
    #expect(try library.count() == 2)
    try library.remove(keys: ["b", "a"])
    #expect(try library.count() == 0)
  }

  @Test("Only who writes makes a library, in a folder that is there")
  func opens() throws {
    for open in [{ try RecordLibrary(reading: $0) }, { try RecordLibrary(updating: $0) }]
      as [(String) throws -> RecordLibrary]
    {
      let error = #expect(throws: IbidError.self) { try open(path) }
      #expect(error?.code == .library && error?.facts.path == path)
    }
    let below = folder.path + "/nowhere/library.sqlite"
    let refused = #expect(throws: IbidError.self) { try RecordLibrary(writing: below) }
    #expect(refused?.code == .library && refused?.facts.path == below)
    _ = try RecordLibrary(writing: path)
    #expect(throws: IbidError.self) { try RecordLibrary(reading: path).add([item("a", "Ice")]) }
    #expect(try RecordLibrary(updating: path).add([item("a", "Ice")]).added == 1)
    let error = #expect(throws: IbidError.self) { try RecordLibrary(reading: "Http://me:secret@host/db") }
    #expect(error?.facts.name == "http" && error?.message.contains("secret") == false)
  }

  @Test(
    "An article finds in a library what it finds in files", arguments: ["general.md", "research.md", "numbers.txt"])
  func findsTheSame(name: String) throws {
    let fixtures = Fixtures().folder.split(separator: "/").dropLast(2).joined(separator: "/")
    let articles = "/" + fixtures + "/Fixtures/articles"
    var intake = RecordImport(into: path)
    try intake.read(articles + "/records.json")
    let bytes = try Repository.bytes(articles + "/" + name)
    let inFiles = try CheckedArticle(bytes: bytes, path: "a.md", records: Records(files: [articles + "/records.json"]))
    let inLibrary = try CheckedArticle(
      bytes: bytes, path: "a.md", records: Records(RecordLibrary(reading: path)))
    func matches(_ article: CheckedArticle) -> [[String?]] {
      article.notes.map { $0.references.map { $0.match?.record.id } + $0.mentions.map { "\($0.works.map(\.item.id))" } }
        + article.sentences.map { $0.markers.map { "\($0.works.map(\.item.id))" } }
    }
    #expect(matches(inLibrary) == matches(inFiles))
    #expect(inLibrary.works.map(\.isRecord) == inFiles.works.map(\.isRecord))
  }

  // MARK: Import

  private func books(_ count: Int, from start: Int = 0) -> String {
    (start..<(start + count)).map { #"{"id":"k\#($0)","type":"book","title":"Book \#($0)"}"# }.joined(separator: "\n")
  }

  @Test("Progress counts the records of each file")
  func tellsProgress() throws {
    var intake = RecordImport(into: path)
    let files = try [folder.write("a.jsonl", books(250)), folder.write("b.jsonl", books(120, from: 200))]
    var counts: [[Int]] = []
    for file in files {
      counts.append([])
      try intake.read(file) { counts[counts.count - 1].append($0.records) }
    }
    #expect(counts == [[100, 200, 250], [100, 120]])
    #expect(intake.report.seen == 370 && intake.report.added == 320 && intake.report.unchanged == 50)
    #expect(intake.report.isComplete)
    #expect(try RecordLibrary(reading: path).count() == 320)
  }

  @Test("What was read before a file turned out to be broken is kept, and told")
  func keepsWhatWasRead() throws {
    var intake = RecordImport(into: path)
    try intake.read(try folder.write("a.jsonl", books(150) + "\n{\"id\":"))
    #expect(intake.report.added == 150)
    #expect(!intake.report.isComplete)
    #expect(try RecordLibrary(reading: path).count() == 150)
    #expect(throws: IbidError.self) { try intake.read(folder.path + "/none.jsonl") }
    #expect(intake.report.added == 150)
  }

  @Test("An entry of a list of references in which nothing can be read is rejected, with its line")
  func rejectsEntries() throws {
    var intake = RecordImport(into: path, format: try ImportFormat(named: "references"))
    try intake.read(try folder.write("a.txt", "Low C, Moe D. Long lives. Aging. 2013;6(1):1-9.\n\nRoe J, Doe A.\n"))
    #expect(intake.report.added == 1 && intake.report.rejected == 1 && intake.report.seen == 2)
    #expect(intake.report.problems.map(\.outcome) == [.rejected] && intake.report.problems.map(\.line) == [3])
    #expect(!intake.report.isComplete)
  }

  @Test("A format that cannot be used so is told by its name, and a file by its path")
  func refusesFormats() throws {
    let named = #expect(throws: IbidError.self) { try ExportFormat(named: "isi") }
    #expect(named?.facts.name == "isi" && named?.facts.path == nil && named?.code == .unknownFormat)
    let file = #expect(throws: IbidError.self) { try ExportFormat(for: "x/out.isi") }
    #expect(file?.facts.path == "x/out.isi")
    let unknown = #expect(throws: IbidError.self) { try ImportFormat(named: "cls-json") }
    #expect(unknown?.facts.name == "cls-json" && unknown?.facts.candidates.first == "csl-json")
  }

  @Test("A file without records makes no library")
  func makesNoLibrary() throws {
    var intake = RecordImport(into: path)
    try intake.read(try folder.write("a.json", "[]"))
    #expect(intake.report == ImportReport())
    #expect(throws: IbidError.self) { try RecordLibrary(reading: path) }
  }

  @Test(
    "An import is complete where nothing was rejected or broken off",
    arguments: [
      (0, nil, true), (1, nil, false), (0, RecordProblem.Outcome.kept, true), (0, .rejected, true),
      (0, .brokenOff, false),
    ]
      as [(Int, RecordProblem.Outcome?, Bool)])
  func tellsCompleteness(rejected: Int, outcome: RecordProblem.Outcome?, isComplete: Bool) {
    var report = ImportReport()
    report.rejected = rejected
    report.problems = outcome.map { [RecordProblem(outcome: $0, path: "a", line: 1, message: "")] } ?? []
    #expect(report.isComplete == isComplete)
  }

  // MARK: Choices

  @Test("Records come from files where some are named, else from a library, which an article can do without")
  func chooses() throws {
    #expect(RecordChoice(library: "l.sqlite", from: []) == .library(path: "l.sqlite", isNamed: true))
    #expect(RecordChoice(library: nil, from: ["a", "b"]) == .files(["a", "b"]))
    let text = Array("So [@k3].".utf8)
    func isRecord(_ choice: RecordChoice) throws -> [Bool] {
      try CheckedArticle(bytes: text, path: "a.md", records: choice.open()).works.map(\.isRecord)
    }
    #expect(try isRecord(.library(path: path, isNamed: false)) == [])
    #expect(throws: IbidError.self) { try isRecord(.library(path: path, isNamed: true)) }
    let file = try folder.write("a.jsonl", books(5))
    #expect(try isRecord(.files([file])) == [true])
    var intake = RecordImport(into: path)
    try intake.read(file)
    #expect(try isRecord(.library(path: path, isNamed: false)) == [true])
    #expect(try RecordChoice.library(path: path, isNamed: true).items().items.count == 5)
    #expect(try RecordChoice.files([file]).items().items.map(\.id) == ["k0", "k1", "k2", "k3", "k4"])
  }

  @Test("Records without a key get one, and of equal keys each but the first a letter")
  func givesKeys() throws {
    let lines = [
      #"{"id":"k","type":"book","title":"A"}"#, #"{"id":"k","type":"book","title":"B"}"#,
      #"{"type":"book","title":"C","author":[{"family":"Roe"}],"issued":{"date-parts":[[2001]]}}"#,
      #"{"type":"book","title":"D","author":[{"family":"Roe"}],"issued":{"date-parts":[[2001]]}}"#,
    ]
    let one = try folder.write("a.jsonl", lines.joined(separator: "\n"))
    let two = try folder.write("b.jsonl", lines[0])
    #expect(try RecordChoice.files([one, two]).items().items.map(\.id) == ["k", "ka", "roe2001", "roe2001a", "kb"])
  }
}
