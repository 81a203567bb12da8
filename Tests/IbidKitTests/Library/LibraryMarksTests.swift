import IbidKit
import IbidModel
import TestSupport
import Testing

/// Tags, notes and decisions on their way to other programs and other libraries.
struct LibraryMarksTests {
  private let folder: TemporaryFolder
  private let path: String
  private let library: RecordLibrary

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ann.sqlite"
    try folder.write("embase.ris", ["Ice", "Snow"].map(Self.record).joined())
    var records = RecordImport(into: path, database: "embase")
    try records.read(folder.path + "/embase.ris")
    library = try RecordLibrary(updating: path)
    try library.tag(["ice2001"], adding: ["cold", "rct"])
    try library.note("Ask Bo\nabout it", on: "ice2001")
    try library.screen(["ice2001"], ScreeningDecision(.exclude, reason: "wrong place"))
    try library.relate("snow2001", RecordRelation(.partOf, key: "ice2001"))
  }

  private static func record(_ title: String) -> String {
    "TY  - JOUR\nTI  - \(title) and its causes\nAU  - Roe, J\nPY  - 2001\nJO  - Weather\nKW  - Cold\nID  - \(title.lowercased())2001\nER  - \n\n"
  }

  private func export(_ format: String, keys: [String] = []) throws -> (text: String, report: RecordExport.Report) {
    var export = RecordExport(of: .library(path: path, isNamed: true), in: try ExportFormat(named: format))
    if !keys.isEmpty { export.selection = .keys(keys) }
    var bytes: [UInt8] = []
    let report = try export.write { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), report)
  }

  /// What a library knows of the records beside them, a line each.
  private func marks(of path: String) throws -> [String] {
    let library = try RecordLibrary(reading: path)
    return try library.items().map { item in
      let details = try library.details(of: item.id)
      return ([details.item.id] + details.lines).joined(separator: " | ")
    }
  }

  @Test(
    "Formats that keep everything carry all of them, and an import takes them up",
    arguments: ["csl-json", "jsonl", "csv"])
  func carries(format: String) throws {
    let (text, report) = try export(format)
    #expect(report.losses.isEmpty && report.recordsWithoutDecision == 0)
    let other = folder.path + "/bo.sqlite"
    let file = try folder.write("ann.\(format == "csl-json" ? "json" : format)", text)
    for (added, updated) in [(2, 0), (0, 0)] {
      var records = RecordImport(into: other)
      try records.read(file)
      #expect(records.report.added == added && records.report.updated == updated)
      #expect(
        try marks(of: other) == [
          "ice2001 | tags: cold, rct | note: Ask Bo\nabout it | screening: exclude: wrong place | source: \(file.split(separator: "/").last ?? "")",
          "snow2001 | part-of: ice2001 | source: \(file.split(separator: "/").last ?? "")",
        ])
    }
    // The records hold no trace of them.
    #expect(try RecordLibrary(reading: other).items().allSatisfy { $0[custom: "ibid"] == nil && $0.other.isEmpty })
  }

  @Test("Elsewhere tags are keywords and notes annotations, and decisions are told as left out")
  func carriesInVariables() throws {
    for (format, words) in [
      ("bibtex", ["keywords = {Cold, rct}", "annote   = {Ask Bo"]),
      ("ris", ["KW  - Cold\nKW  - rct\n", "RN  - Ask Bo\n"]),
      ("endnote-xml", ["<keyword>Cold</keyword><keyword>rct</keyword>", "<research-notes>Ask Bo"]),
      ("nbib", ["OT  - rct"]),
    ] {
      let (text, report) = try export(format)
      for word in words { #expect(text.contains(word), "\(format): \(word) in \(text)") }
      #expect(report.recordsWithoutDecision == 1)
      #expect(try export(format, keys: ["ice2001"]).report.recordsWithoutDecision == 1)
      #expect(try export(format, keys: ["snow2001"]).report.recordsWithoutDecision == 0)
    }
    #expect(try !export("text").text.contains("Ask Bo"))
  }

  @Test("What `show` prints is taken up, too")
  func takesWhatIsShown() throws {
    let file = try folder.write("ice.json", JSONWriter.text(of: try library.details(of: "ice2001").json))
    let other = folder.path + "/bo.sqlite"
    var records = RecordImport(into: other)
    try records.read(file)
    #expect(
      try marks(of: other)[0].hasPrefix("ice2001 | tags: cold, rct | note: Ask Bo\nabout it | screening: exclude"))
  }

  @Test("Another library comes with its keys, sources, edits and marks; what is decided here stays")
  func importsLibrary() throws {
    _ = try library.edit(key: "snow2001", [FieldEdit("volume=7")])
    _ = try library.rekey("ice2001", to: "Roe-ice")
    let other = folder.path + "/bo.sqlite"
    try folder.write("medline.ris", Self.record("Snow") + Self.record("Rain"))
    var own = RecordImport(into: other)
    try own.read(folder.path + "/medline.ris")
    try RecordLibrary(updating: other).screen(["snow2001"], ScreeningDecision(.include))
    try library.screen(["snow2001"], ScreeningDecision(.maybe))
    for _ in 0..<2 {
      var records = RecordImport(into: other)
      try records.read(path)
      #expect(records.report.clashes == ["“snow2001” was decided on as maybe elsewhere; here it stays include"])
      #expect(
        try marks(of: other) == [
          "Roe-ice | tags: cold, rct | note: Ask Bo\nabout it | screening: exclude: wrong place | source: embase, embase.ris",
          "rain2001 | source: medline.ris",
          "snow2001 | screening: include | part-of: Roe-ice | source: medline.ris | source: embase, embase.ris",
        ])
    }
    let bo = try RecordLibrary(updating: other)
    #expect(try bo.item(key: "snow2001")?[.volume] == "7")
    #expect(try bo.prismaCounts().identified == 4)
    // The second time nothing was new.
    #expect(try bo.undo().count == 1)
    #expect(
      try marks(of: other) == ["rain2001 | source: medline.ris", "snow2001 | screening: include | source: medline.ris"])
  }

  @Test("A library is no file to write to, and not its own source")
  func refusesItself() throws {
    let error = #expect(throws: IbidError.self) { try OutputFile(path).write("gone") }
    #expect(error?.code == .unwritableFile)
    #expect(throws: IbidError.self) { try OutputFile(path + "-journal").check(against: path) }
    #expect(try library.count() == 2)
    var records = RecordImport(into: path)
    #expect(throws: IbidError.self) { try records.read(path) }
  }

  // MARK: Keys

  @Test("Keys of a file that lead to another work are told, and those that lead nowhere")
  func tellsKeys() throws {
    let text =
      "@article{ice2001, author={Low, C}, title={Opioids}, journal={J}, year={2001}}\n"
      + "@article{mine, author={Roe, J}, title={Snow and its causes}, journal={Weather}, year={2001}}\n"
    var records = RecordImport(into: path)
    try records.read(try folder.write("bo.bib", text))
    #expect(records.report.takenKeys == [KeyChange(old: "ice2001", new: "ice2001a")])
    #expect(records.report.otherKeys == [KeyChange(old: "mine", new: "snow2001")])
  }
}
