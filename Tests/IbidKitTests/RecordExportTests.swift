import IbidFormats
import IbidKit
import IbidModel
import TestSupport
import Testing

struct RecordExportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file of so many books of Ann Doe's, whose titles have so many letters more than they need.
  private func records(_ count: Int, letters: Int = 0) throws -> RecordChoice {
    let more = String(repeating: "e", count: letters)
    let lines = (0..<count).map { number in
      #"{"id":"k\#(number)","type":"book","title":"Book\#(more) \#(number)","PMID":"\#(90_000_000 + number)","#
        + #""author":[{"family":"Doe","given":"Ann"}]}"#
    }
    return .files([try folder.write("books.jsonl", lines.joined(separator: "\n"))])
  }

  private func blocks(_ export: RecordExport) throws -> [[UInt8]] {
    var blocks: [[UInt8]] = []
    _ = try export.write { blocks.append(Array($0)) }
    return blocks
  }

  @Test(
    "Every format gives its text block by block, before all records are read",
    arguments: ["bibtex", "biblatex", "csl-json", "jsonl", "text", "html", "markdown"])
  func streams(format: String) throws {
    var reads = 0
    var readsBefore: [Int] = []
    var sizes: [Int] = []
    _ = try RecordExport(of: records(400, letters: 1000), in: ExportFormat(named: format)).write(
      onProgress: { _, _ in reads += 1 },
      to: {
        readsBefore.append(reads)
        sizes.append($0.count)
      })
    #expect(try #require(readsBefore.first) < 3 && reads >= 4, "written after all was read")
    #expect(sizes.count > 2)
    #expect(sizes.allSatisfy { $0 < 1 << 18 }, "\(sizes)")
  }

  @Test("A style that sorts gives the same as one piece")
  func gathers() throws {
    var export = RecordExport(of: try records(11), in: try ExportFormat(named: "text"))
    export.style = "apa"
    let text = String(decoding: try blocks(export).flatMap(\.self), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(zip(lines, [0, 1, 10, 2, 3]).allSatisfy { $0.contains("Book \($1).") })
    #expect(lines[2].contains("(n.d.-c)"))
  }

  @Test("Records of some keys come in the order of the keys, each once")
  func choosesKeys() throws {
    for format in ["jsonl", "text"] {
      var export = RecordExport(of: try records(5), in: try ExportFormat(named: format))
      export.selection = .keys(["k3", "k1", "k3"])
      let lines = String(decoding: try blocks(export).flatMap(\.self), as: UTF8.self).split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].contains("Book 3") && lines[1].contains("Book 1"))
      export.selection = .keys(["k1", "nobody"])
      #expect(throws: IbidError.unknownKey("nobody")) { try blocks(export) }
    }
  }

  @Test("Works that an article cites come in the order of first citation, and reading shows how far it is")
  func choosesCited() throws {
    let article = try folder.write(
      "a.md",
      "# T\n\nIce helps.[^1] Heat too.[^2]\n\n[^1]: Doe A. Book. PubMed 90000004.\n\n[^2]: Doe A. Book. PubMed 90000002.\n"
    )
    var export = RecordExport(of: try records(150), in: try ExportFormat(named: "bib"))
    export.selection = .cited(by: article)
    var text = ""
    var last = ReadingProgress()
    _ = try export.write(onProgress: { last = $1 }, to: { text += String(decoding: $0, as: UTF8.self) })
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("@") } == ["@book{k4,", "@book{k2,"])
    #expect(last.records == 150)
  }

  @Test("A library is written in the order of its keys, and shows how far it is by records")
  func writesLibraries() throws {
    guard case .files(let paths) = try records(250) else { return }
    let library = folder.path + "/library.sqlite"
    var reading = RecordImport(into: library)
    try reading.read(paths[0])
    var seen: [ReadingProgress] = []
    let export = RecordExport(of: .library(path: library, isNamed: true), in: try ExportFormat(named: "bibtex"))
    var text = ""
    _ = try export.write(onProgress: { seen.append($1) }, to: { text += String(decoding: $0, as: UTF8.self) })
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(keys.count == 250 && keys == keys.sorted())
    #expect(
      seen == [ReadingProgress(records: 100, recordCount: 250), ReadingProgress(records: 200, recordCount: 250)])
  }

  @Test(
    "Where a style or a language is not there, nothing is read or written",
    arguments: [("no-such-style", nil), (nil, "xx-XX")] as [(String?, String?)])
  func refuses(style: String?, locale: String?) throws {
    var export = RecordExport(of: .files([folder.path + "/missing.json"]), in: try ExportFormat(named: "html"))
    export.style = style
    export.locale = locale
    let error = #expect(throws: IbidError.self) { try blocks(export) }
    #expect(error?.message.contains(style ?? "“xx-XX”") == true)
    // A format that knows no styles does not look for one.
    var plain = RecordExport(of: try records(1), in: try ExportFormat(named: "bibtex"))
    plain.style = style
    plain.locale = locale
    #expect(try blocks(plain).count == 1)
  }

  @Test("What a writer could not do is told, and so is what a reader met with")
  func reports() throws {
    let path = try folder.write("x.json", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}, 7, {\"id\":")
    let report = try RecordExport(of: .files([path]), in: ExportFormat(named: "bib")).write { _ in }
    #expect(report.problems.map(\.outcome) == [.rejected, .brokenOff])
    #expect(report.warnings.isEmpty)
  }

  @Test(
    "A gzip file that was cut off gives what is whole, and says so, whatever its format",
    arguments: ["jsonl", "references"])
  func cutOff(format: String) throws {
    let line = format == "jsonl" ? #"{"id":"a","type":"book","title":"T"}"# : "Doe A. Pain. Pain. 2010;1:2-3. PMID 1"
    // One stored block of RFC 1951, whose end the file lacks.
    let text = Array((line + "\n").utf8)
    let length = [UInt8(text.count), 0, ~UInt8(text.count), 0xFF]
    let path = try folder.write("x.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0] + length + text)
    var reading = RecordImport(into: folder.path + "/l.sqlite", format: try ImportFormat(named: format))
    try reading.read(path)
    #expect(reading.report.added == 1)
    #expect(reading.report.problems.map(\.message) == ["the gzip file is cut off"])
    #expect(!reading.report.isComplete)
  }
}
