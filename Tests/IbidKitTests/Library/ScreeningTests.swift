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
      (#"RAYYAN-INCLUSION: {"Ann"=>"Excluded", "Bo"=>"Included"}"#, "conflict"),
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

  // MARK: Reviewers and stages

  private func outcome(_ key: String) throws -> String? { try library.details(of: key).screening?.fullText }

  private func importNote(_ note: String, by name: String = "") throws -> RecordLibrary.ScreeningReport {
    let record =
      "TY  - JOUR\nTI  - Snow and its causes\nAU  - Doe, J\nPY  - 2003\nJO  - Weather\nN1  - \(note)\nER  - \n"
    try folder.write("screened.ris", record)
    return try library.importDecisions(from: folder.path + "/screened.ris", by: name)
  }

  @Test("Reviewers who differ are in conflict, which a search finds until the review settles it")
  func conflicts() throws {
    try library.screen(["ice", "snow"], ScreeningDecision(.include, by: "Ann"))
    try library.screen(["ice"], ScreeningDecision(.exclude, reason: "too old", by: "Bo"))
    #expect(try outcome("ice") == "conflict (Ann: include; Bo: exclude: too old)")
    #expect(try library.search("screening:conflict", limit: 9).map(\.id) == ["ice"])
    #expect(try library.search("screening:include", limit: 9).map(\.id) == ["snow"])
    let counts = try library.prismaCounts()
    #expect((counts.screened, counts.conflicts, counts.included, counts.unscreened) == (2, 1, 1, 1))
    #expect(counts.rows.contains { $0.stage == "in conflict" && $0.count == 1 })
    try library.screen(["ice"], ScreeningDecision(.exclude, reason: "wrong place"))
    #expect(try library.details(of: "ice").screening?.text == "exclude: wrong place")
    #expect(try library.search("screening:conflict", limit: 9).isEmpty)
    _ = try library.undo()
    #expect(try library.search("screening:conflict", limit: 9).map(\.id) == ["ice"])
    #expect(try library.takeBackDecisions(on: ["ice"], by: "Bo") == 1)
    #expect(try outcome("ice") == "include (Ann: include)")
    #expect(try library.screen(["ice"], nil) == 1 && outcome("ice") == nil)
  }

  @Test("What the review settled stands, whatever reviewers of a file say; who said it is kept")
  func settled() throws {
    try library.screen(["snow"], ScreeningDecision(.exclude, reason: "too old"))
    let report = try importNote(#"RAYYAN-INCLUSION: {"Anna"=>"Included","Ben"=>"Excluded"}"#)
    #expect(report.settled == ["snow"] && report.conflicts.isEmpty && report.changed == 1)
    #expect(try library.details(of: "snow").screening?.text == "exclude: too old")
    #expect(try library.details(of: "snow").screening?.decisions.map(\.by) == ["", "Anna", "Ben"])
    #expect(try library.decisionsAsRIS().contains(#"{"Ibid"=>"Excluded", "Anna"=>"Included", "Ben"=>"Excluded"}"#))
  }

  @Test("A file's reviewers come in and go out again, and a file of one reviewer under the name that is given")
  func reviewers() throws {
    let note = #"RAYYAN-INCLUSION: {"Anna"=>"Included", "Ben"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: wrong outcome"#
    #expect(try importNote(note).conflicts == ["snow"])
    #expect(try library.decisionsAsRIS().contains(note))
    #expect(try importNote("Included", by: "Cem").changed == 1)
    #expect(try outcome("snow")?.contains("Cem: include") == true)
    #expect(throws: IbidError.self) { try library.screen(["ice"], ScreeningDecision(.maybe, by: "A\"B")) }
  }

  @Test("A reason with a comma comes back as it was")
  func commas() throws {
    try library.screen(["snow"], ScreeningDecision(.exclude, reason: "wrong population, hip; too old"))
    try folder.write("out.ris", try library.decisionsAsRIS())
    try library.screen(["snow"], nil)
    _ = try library.importDecisions(from: folder.path + "/out.ris")
    #expect(try library.details(of: "snow").screening?.reason == "wrong population, hip; too old")
  }

  @Test("Title and abstract come first, then the report, each counted for itself")
  func stages() throws {
    try library.screen(["ice", "snow"], ScreeningDecision(.include))
    try library.screen(["rain"], ScreeningDecision(.exclude, reason: "animals"))
    try library.screen(["snow"], ScreeningDecision(.exclude, reason: "no control", stage: .fullText))
    #expect(try library.details(of: "snow").screening?.text == "exclude: no control")
    #expect(try library.search("screening:exclude", limit: 9).map(\.id) == ["rain", "snow"])
    let counts = try library.prismaCounts()
    #expect((counts.screened, counts.excludedCount, counts.sought, counts.assessed) == (3, 1, 2, 1))
    #expect((counts.excludedReportsCount, counts.included) == (1, 0))
    #expect(
      counts.rows.filter { $0.stage.hasPrefix("reports") }.map { "\($0.stage) \($0.name) \($0.count)" } == [
        "reports sought  2", "reports assessed  1", "reports excluded no control 1", "reports excluded  1",
      ])
    try library.screen(["ice"], ScreeningDecision(.include, stage: .fullText))
    #expect(try library.prismaCounts().included == 1)
    #expect(try library.decisionsAsRIS(stage: .fullText).contains("RAYYAN-EXCLUSION-REASONS: no control"))
    #expect(try !library.decisionsAsRIS().contains("no control"))
  }

  @Test("Of two records that become one, an include and an exclude are a conflict")
  func merged() throws {
    try library.screen(["ice"], ScreeningDecision(.include))
    try library.screen(["snow"], ScreeningDecision(.exclude, reason: "too old"))
    try library.merge([["ice", "snow"]])
    #expect(try library.details(of: "ice").screening?.outcome == "conflict")
    try library.screen(["ice"], ScreeningDecision(.include))
    #expect(try library.details(of: "ice").screening?.fullText == "include")
  }
}
