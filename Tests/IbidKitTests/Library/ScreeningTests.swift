import IbidKit
import IbidModel
import TestSupport
import Testing

/// What reviewers decide, how it is counted, and how it goes to other programs and comes back.
struct ScreeningTests {
  private let folder: TemporaryFolder
  private let path: String
  private let library: RecordLibrary

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/library.sqlite"
    let records = [("Ice", "Roe", 2001), ("Snow", "Doe", 2003), ("Rain", "Low", 2002)].map { title, author, year in
      "TY  - JOUR\nTI  - \(title) and its causes\nAU  - \(author), J\nPY  - \(year)\nJO  - Weather\nID  - \(title.lowercased())\nER  - \n"
    }
    try folder.write("embase.ris", records.joined(separator: "\n"))
    try folder.write("medline.ris", records[0])
    try Self.importAll(into: path, folder)
    library = try RecordLibrary(updating: path)
  }

  private static func importAll(into path: String, _ folder: TemporaryFolder) throws {
    var embase = RecordImport(into: path, database: "embase", searched: "2026-11-02")
    try embase.read(folder.path + "/embase.ris")
    var medline = RecordImport(into: path)
    try medline.read(folder.path + "/medline.ris")
  }

  @Test("The counts are those of PRISMA's diagram, and a second import of the same files changes none")
  func counts() throws {
    try library.screen(["ice"], ScreeningDecision(.include))
    try library.screen(["snow"], ScreeningDecision(.exclude, reason: "wrong place"))
    let counts = try library.prismaCounts()
    #expect(counts.sources == [.init(name: "embase", count: 3), .init(name: "medline.ris", count: 1)])
    #expect((counts.identified, counts.duplicates, counts.screened) == (4, 1, 2))
    #expect((counts.included, counts.excludedCount, counts.undecided, counts.unscreened) == (1, 1, 0, 1))
    #expect(counts.excluded == [.init(name: "wrong place", count: 1)])
    try Self.importAll(into: path, folder)
    #expect(try library.prismaCounts() == counts)
    #expect(
      try library.details(of: "ice").origins.map(\.text) == ["embase, embase.ris, searched 2026-11-02", "medline.ris"])
    #expect(try library.sources().map(\.searched) == ["2026-11-02", ""])
  }

  @Test("Reasons are those of the configuration, where it lists them")
  func checksReasons() throws {
    let configuration = try CheckConfiguration(
      text: "screening: {reasons: [Wrong place, Wrong time]}", path: ".ibid.yml")
    try library.screen(
      ["ice"], ScreeningDecision(.exclude, reason: "wrong time; WRONG PLACE"), configuration: configuration)
    #expect(try library.details(of: "ice").screening?.reason == "Wrong time; Wrong place")
    let error = #expect(throws: IbidError.self) {
      try library.screen(["ice"], ScreeningDecision(.exclude, reason: "wrong tim"), configuration: configuration)
    }
    #expect(error?.facts.candidates == ["Wrong time"] && error?.message.contains("Wrong place; Wrong time") == true)
    for text in [
      "screening: 3", "screening: {reasons: x}", "screening: {reason: [x]}", "screening: {reasons: [\"a;b\"]}",
    ] {
      #expect(throws: IbidError.self) { try CheckConfiguration(text: text, path: ".ibid.yml") }
    }
  }

  @Test(
    "Decisions are read from the notes of other programs",
    arguments: [
      (#"RAYYAN-INCLUSION: {"Ann"=>"Included"}"#, "include"),
      (#"RAYYAN-INCLUSION: {"Ann"=>"Maybe"} | RAYYAN-LABELS: excluded"#, "maybe"),
      (
        #"RAYYAN-INCLUSION: {"Ann"=>"Excluded", "Bo"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: too old,wrong place"#,
        "exclude: too old; wrong place"
      ),
      (#"RAYYAN-INCLUSION: {"Ann"=>"Excluded", "Bo"=>"Included"}"#, "maybe"),
      ("Exclusion reason: Wrong place; Bo (2026-11-03)(Select): Included;", "exclude: Wrong place"),
      ("included", "include"), ("A note that says nothing of it.", nil),
    ])
  func readsDecisions(note: String, decision: String?) throws {
    let record =
      "TY  - JOUR\nTI  - Snow and its causes\nAU  - Doe, J\nPY  - 2003\nJO  - Weather\nN1  - \(note)\nER  - \n"
    try folder.write("screened.ris", record)
    let report = try library.importDecisions(from: folder.path + "/screened.ris")
    #expect(try library.details(of: "snow").screening?.text == decision)
    #expect(report.changed == (decision == nil ? 0 : 1) && report.undecided == (decision == nil ? 1 : 0))
    #expect(try library.count() == 3, "the file's records are not added")
  }

  @Test("A table that shortens the records is understood; what the library lacks is told")
  func readsTables() throws {
    try folder.write(
      "covidence.csv",
      """
      Title,Authors,Published Year,Journal,Covidence #,Notes,Tags
      Rain and its causes,"Low, J.",2002,,#1,"Exclusion reason: Wrong time; ",
      Snow and its causes,"Doe, J.",2003,Weather,#2,,
      Fog and its causes,"Doe, J.",2003,Weather,#3,,Included

      """)
    let report = try library.importDecisions(
      from: folder.path + "/covidence.csv", otherwise: ScreeningDecision(.maybe))
    #expect(report.changed == 2 && report.unknown == ["Fog and its causes"])
    #expect(try library.details(of: "rain").screening?.text == "exclude: Wrong time")
    #expect(try library.details(of: "snow").screening?.text == "maybe")
    #expect(try library.undo().first?.text == "screen --import covidence.csv")
    #expect(try library.details(of: "rain").screening == nil)
  }

  @Test("What is written comes back as it was")
  func roundTrip() throws {
    try library.screen(["ice"], ScreeningDecision(.include))
    try library.screen(["snow"], ScreeningDecision(.exclude, reason: "too old; wrong place"))
    try library.screen(["rain"], ScreeningDecision(.maybe))
    let text = try library.decisionsAsRIS()
    try folder.write("out.ris", text)
    try library.screen(["ice", "snow", "rain"], nil)
    #expect(try library.importDecisions(from: folder.path + "/out.ris").changed == 3)
    #expect(try library.decisionsAsRIS() == text)
    #expect(try library.importDecisions(from: folder.path + "/out.ris").unchanged == 3)
  }
}
