import FoundationEssentials
import IbidKit
import IbidModel
import IbidSession
import TestSupport
import Testing

/// What a session finds is what `ibid check` finds.
struct SessionCheckTests {
  /// The articles of a folder and those below it that an editor can open: texts.
  private static func articles(below folder: String) throws -> [String] {
    let endings = [".md", ".txt", ".tex", ".html", ".xml", ".rst", ".org", ".typ", ".adoc", ".ipynb", ".bib", ".nxml"]
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      endings.contains { name.hasSuffix($0) }
    }.sorted().map { folder + "/" + $0 }
  }

  /// The findings and what else a check says, as `ibid check` does it.
  private func check(_ path: String, _ records: Records) throws -> [Finding] {
    let configuration = try CheckConfiguration.nearest(to: path)
    guard !CheckedBibliography.isNamed(path) else {
      let rules = try RuleSelection(only: [], disabled: [], configuration: configuration, subject: .bibliography)
      return try CheckedBibliography(path: path).findings(rules: rules)
    }
    let rules = try RuleSelection(only: [], disabled: [], configuration: configuration, year: 2026)
    return try CheckedArticle(path: path, records: records).findings(rules: rules)
  }

  private func expectEqual(_ paths: [String], _ options: SessionOptions, _ records: Records) throws {
    var options = options
    options.year = 2026
    let session = WritingSession(options)
    var found = 0
    for (number, path) in paths.enumerated() {
      let bytes = try Repository.bytes(path)
      // An editor knows text of one encoding alone. Long files say no more than short ones, in minutes.
      guard bytes.count < 5000, let text = String(validating: bytes, as: UTF8.self) else { continue }
      let expected = Result { try check(path, records) }
      // Some as they are typed: the second half first, then what stands before it.
      let half =
        number % 5 > 0
        ? text.startIndex : text.unicodeScalars.index(text.startIndex, offsetBy: text.unicodeScalars.count / 2)
      session.open(path, String(text.unicodeScalars[half...]), version: 1, at: 0)
      #expect(session.check(path))
      if half > text.startIndex {
        session.change(path, 0..<0, to: String(text.unicodeScalars[..<half]), version: 2, at: 20)
        #expect(session.check(path))
      }
      let checked = try #require(session.documents[path]?.checked)
      switch expected {
      case .success(let findings):
        #expect(checked.findings == findings, "\(path)")
        found += findings.count
      case .failure(let error):
        guard case .none(let own) = checked.subject else {
          Issue.record("\(path): the check failed with \(error)")
          continue
        }
        // What is no article, or empty, is that in an editor, too.
        #expect(own.code == (error as? IbidError)?.code || bytes.isEmpty, "\(path)")
      }
      session.close(path)
    }
    #expect(found > 100)
  }

  @Test("A session finds in every fixture what a check finds, also after edits")
  func findsTheSameInFixtures() throws {
    let paths = try Self.articles(below: Repository.folder + "/Tests")
    #expect(paths.count > 30)
    try expectEqual(paths, SessionOptions(), Records([]))
  }

  @Test(
    "A session finds in every article of the corpora what a check finds, beside a library",
    .enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
  func findsTheSameInCorpora() throws {
    let folder = try TemporaryFolder()
    var options = SessionOptions()
    options.library = folder.path + "/library.sqlite"
    let library = try RecordLibrary(writing: folder.path + "/library.sqlite")
    let pubmed = Repository.shared + "/corpora/pubmed"
    for file in try Repository.files(in: pubmed, endingWith: ".xml").prefix(2) {
      try library.add(try #require(Records(files: [file]).inMemory).prefix(300).map(\.self))
    }
    let paths =
      try Self.articles(below: Repository.shared + "/cases")
      + Repository.files(in: Repository.shared + "/seed", endingWith: ".txt")
    try expectEqual(paths, options, Records(RecordLibrary(reading: folder.path + "/library.sqlite")))
  }

  @Test("An abandoned check leaves what was found before, and the document is still to be checked")
  func canBeBrokenOff() throws {
    let writer = try Writer("Exercise reduces chronic pain in 40% of patients.[^7]\n")
    let before = writer.checked.findings
    #expect(before.map(\.rule) == ["marker-without-note"])
    _ = writer.write("Exercise reduces chronic pain in 40% of patients.\n")
    // Reading, linking, judging and the rules: before each it is asked once.
    for step in 0..<4 {
      var asked = 0
      let isDone = writer.session.check(writer.path) {
        asked += 1
        return asked > step
      }
      #expect(!isDone && asked == step + 1)
      #expect(writer.checked.findings == before)
      #expect(writer.session.nextCheck == 1150)
    }
    var asked = 0
    let isDone = writer.session.check(writer.path) {
      asked += 1
      return false
    }
    #expect(isDone && asked == 4)
    #expect(writer.session.nextCheck == nil)
    #expect(writer.checked.findings.map(\.rule) == ["uncited-claim"])
  }

  @Test("Documents are checked in the order in which they fell due")
  func knowsWhatIsDue() {
    let session = WritingSession()
    session.open("/a.md", "One.", version: 1, at: 1000)
    session.open("/b.md", "Two.", version: 1, at: 900)
    #expect(session.nextCheck == 900)
    #expect(
      session.due(at: 899) == [] && session.due(at: 900) == ["/b.md"] && session.due(at: 1000) == ["/b.md", "/a.md"])
    #expect(session.check("/b.md") && session.nextCheck == 1000)
    session.change("/b.md", 0..<3, to: "Six", version: 2, at: 1100)
    #expect(session.due(at: 1249) == ["/a.md"])
    session.refresh(at: 1120)
    #expect(session.due(at: 1120) == ["/a.md", "/b.md"])
    session.close("/a.md")
    #expect(session.documents.keys.sorted() == ["/b.md"])
    #expect(session.check("/gone.md"))
  }

  @Test("What cannot be checked is told at its place, and an empty text is not told of")
  func tellsWhatCannotBeChecked() throws {
    let broken = try Writer("<article><body><p>Pain</body></article>", named: "a.xml", records: [])
    #expect(broken.checked.notices.map(\.severity) == [.error] || broken.checked.article != nil)
    let empty = try Writer(" \n", records: [])
    #expect(empty.checked.notices == [] && empty.checked.findings == [])
    let configured = try Writer("Pain.\n", records: [], bibliography: [(".ibid.yml", "profile: none\n")])
    #expect(configured.checked.notices.first?.message.contains("profile must be") == true)
    var options = SessionOptions()
    options.library = "/nowhere/library.sqlite"
    let lost = try Writer("Pain.\n", records: [], options: options)
    #expect(lost.checked.notices.map(\.code) == ["library"])
    let named = try Writer("---\nbibliography: none.bib\n---\nPain <!-- ibid-disable-line nonsense -->.\n", records: [])
    #expect(named.checked.notices.map(\.code) == ["records", "unknown-rule"])
    #expect(named.checked.notices.map(\.line) == [1, 4])
  }

  @Test("The configuration, an article's bibliography and files that it takes in are read again when they change")
  func readsChangedFiles() throws {
    let writer = try Writer(
      "---\nbibliography: own.bib\n---\nSleep helps [@roe2010].\n", records: [],
      bibliography: [("own.bib", "@book{roe2010, title={Sleep}}\n")])
    #expect(writer.checked.findings.map(\.rule).contains("marker-without-note") == false)
    func rules() -> [String] {
      writer.session.refresh(at: 5000)
      _ = writer.session.check(writer.path)
      return writer.checked.findings.map(\.rule)
    }
    try writer.folder.write("own.bib", "@book{roe2011, title={Sleep well}}\n")
    #expect(rules().contains("marker-without-note"))
    try writer.folder.write(".ibid.yml", "disable: [marker-without-note]\n")
    #expect(!rules().contains("marker-without-note"))
  }

  @Test("A chapter that is open in the editor counts as it is there")
  func takesInUnsavedFiles() throws {
    let text = "\\documentclass{article}\\begin{document}\\input{one}\\end{document}\n"
    let writer = try Writer(text, named: "main.tex", records: [], bibliography: [("one.tex", "Sleep helps.\n")])
    #expect(writer.checked.article?.sentences.map(\.text) == ["Sleep helps."])
    writer.session.open(writer.folder.path + "/one.tex", "Sleep heals.\n", version: 1, at: 0)
    writer.session.refresh(at: 0)
    _ = writer.session.check(writer.path)
    #expect(writer.checked.article?.sentences.map(\.text) == ["Sleep heals."])
  }

  @Test("A library is found above the article, and its changes are seen")
  func holdsTheLibrary() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/Bibliography/library.sqlite"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Bibliography", withIntermediateDirectories: true)
    let session = WritingSession()
    let path = folder.path + "/article.md"
    session.open(path, "Medicine needs a new model [@engel1977].\n", version: 1, at: 0)
    func rules() -> [String] {
      session.refresh(at: 0)
      _ = session.check(path)
      return session.documents[path]?.checked?.findings.map(\.rule) ?? []
    }
    #expect(session.recordsLocation(for: path) == nil)
    #expect(rules().contains("marker-without-note"))
    try RecordLibrary(writing: place).add([Writer.records[0]])
    #expect(session.recordsLocation(for: path)?.hasSuffix("/Bibliography/library.sqlite") == true)
    #expect(!rules().contains("marker-without-note"))
    #expect(session.recordIndex(for: path)?.entries.map(\.key) == ["engel1977"])
    #expect(session.documentWithoutIndex == nil)
    try RecordLibrary(updating: place).remove(keys: ["engel1977"])
    #expect(rules().contains("marker-without-note"))
    #expect(session.documentWithoutIndex == path)
    #expect(session.recordIndex(for: path)?.entries == [])
    #expect(session.record("engel1977", for: path) == nil)
    #expect(session.recordIndex(for: path, unless: { true }) != nil, "an index that is there need not be read")
  }
}
