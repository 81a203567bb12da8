@testable import IbidCSL
import Testing

/// Styles by the names that people give them.
struct StyleIndexTests {
  private static func record(
    _ stem: String, _ title: String, short: String? = nil, issns: [String] = [], path: String? = nil,
    parent: String? = nil, locale: String? = nil
  ) throws -> StyleRecord {
    let bytes = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"\(locale.map { " default-locale=\"\($0)\"" } ?? "")><info>
      <title>\(title)</title>\(short.map { "<title-short>\($0)</title-short>" } ?? "")
      \(issns.map { "<issn> \($0) </issn>" }.joined())
      \(parent.map { "<link href=\"http://example.org/\($0)\" rel=\"independent-parent\"/>" } ?? "")</info></style>
      """
    return try StyleRecord(stem: stem, path: path, bytes: Array(bytes.utf8))
  }

  private static func index() throws -> StyleIndex {
    StyleIndex([
      try record("apa", "American Psychological Association", short: "APA"),
      try record("journal-of-gait", "Journal of Gait", short: "J Gait", issns: ["1234-567X"], path: "/s/a.csl"),
      try record(
        "journal-of-gaits", "Journal of Gaits", issns: ["1234-567X", "8765-4321"], path: "/s/b.csl", parent: "apa"),
      try record("clinical-walks", "The Clinical Walks", path: "/s/c.csl"),
      try record("apa", "A second of the name", path: "/s/d.csl"),
    ])
  }

  @Test(
    "Finds a style by its name, its titles and its numbers",
    arguments: [
      ("apa", "apa"), ("APA", "apa"), ("american psychological association", "apa"),
      ("Journal of Gait", "journal-of-gait"),
      ("journal of gait", "journal-of-gait"), ("j gait", "journal-of-gait"), ("1234-567x", "journal-of-gait"),
      ("1234567X", "journal-of-gait"), (" 8765-4321 ", "journal-of-gaits"), ("Clin Walks", "clinical-walks"),
      ("clinical walks", "clinical-walks"), ("the clin wal", "clinical-walks"),
      // Two titles are abbreviated so.
      ("jour gai", nil), ("of the", nil), ("", nil), ("1234-5678", nil), ("1234-567", nil), ("clin walks more", nil),
      ("A second of the name", nil),
    ] as [(String, String?)])
  func finds(query: String, stem: String?) throws { #expect(try Self.index().find(query)?.stem == stem) }

  @Test(
    "Offers what is near, the nearest first",
    arguments: [
      ("journal of gat", ["journal-of-gait", "journal-of-gaits"]), ("apaa", ["apa"]), ("clinical", ["clinical-walks"]),
      ("walks clinical", ["clinical-walks"]), ("gait", ["journal-of-gait", "journal-of-gaits"]), ("zzz", []), ("", []),
      ("a", []), ("clnical wlaks", ["clinical-walks"]),
    ])
  func offers(query: String, names: [String]) throws {
    #expect(try Self.index().nearest(to: query).map(\.name) == names)
    #expect(try Self.index().nearest(to: query, count: 1).map(\.name) == Array(names.prefix(1)))
  }

  @Test("What is kept on disk comes back, and only that")
  func serialized() throws {
    let odd = try Self.record(
      "odd", "Two\tparts\nof it", short: "Odd", issns: ["1"], path: "/x y", parent: "p/q", locale: "de-DE")
    let index = StyleIndex([odd] + (try Self.index()).records)
    let back = try #require(StyleIndex(serialized: index.serialized.utf8))
    #expect(back.records.dropFirst() == index.records.dropFirst())
    #expect(back.records[0].title == "Two parts of it" && back.records[0].parent == "q")
    #expect(back.records[0].defaultLocale == "de-DE" && back.records[0].path == "/x y")
    let line = "odd\t/x y\tTwo parts of it\tOdd\t1\tq\tde-DE\todd\ttwo parts of it\todd\n"
    #expect(index.serialized.hasPrefix("ibid-styles 2\n" + line))
    for broken in [
      "", "ibid-styles 1\n0 styles\n", "ibid-styles 2\n", "ibid-styles 2\na\tb\n1 styles\n",
      "ibid-styles 2\n\(line)", "ibid-styles 2\n\(line)2 styles\n", "ibid-styles 2\n\(line)1 styles",
      "ibid-styles 2\nx\t\(line)1 styles\n", "ibid-styles 2\n\(line)\n1 styles\n",
    ] {
      #expect(StyleIndex(serialized: broken.utf8) == nil, "\(broken)")
    }
    #expect(StyleIndex(serialized: "ibid-styles 2\n0 styles\n".utf8)?.records.isEmpty == true)
    #expect(StyleIndex(serialized: "ibid-styles 2\n\(line)1 styles\n".utf8)?.records.count == 1)
  }

  @Test("Of two indexes the first wins, whichever is larger", arguments: [1, 5])
  func adds(count: Int) throws {
    let more = try (0..<count).map { try Self.record("style-\($0)", "Style \($0)", path: "/o/\($0).csl") }
    var index = StyleIndex([try Self.record("apa", "Our own", path: "/own/apa.csl")] + more)
    index.add(try Self.index())
    #expect(index.find("apa")?.path == "/own/apa.csl")
    #expect(index.find("American Psychological Association") == nil)
    #expect(index.find("j gait")?.stem == "journal-of-gait")
    #expect(
      index.records.map(\.stem).sorted()
        == (["apa", "clinical-walks", "journal-of-gait", "journal-of-gaits"]
          + (0..<count).map { "style-\($0)" }))
    #expect(index.nearest(to: "apaa").map(\.record.title) == ["Our own"])
    #expect(StyleIndex(serialized: index.serialized.utf8)?.records == index.records)
  }

  @Test("A quick look dismisses no name that has a score")
  func quickLook() {
    let names = ["journal of gait", "gait j", "annals of surgery", "a", "the lancet", "lancet oncology", "cancer", "z"]
    for query in names + ["jurnal gait", "lanct", "j g", "of", "surgery annals", "lancte"] {
      let nearness = StyleNearness(query)
      for name in names where nearness.score(name) > 0 {
        #expect(nearness.mayBeNear(Array(name.utf8)[...]), "\(query): \(name)")
      }
    }
  }

  @Test(
    "A broken style is refused with its line",
    arguments: [
      ("<macro/>", "a macro without a name"), ("<macro name=\"m\"/><macro name=\"m\"/>", "a second macro «m»"),
      ("<citation/>", "«citation» has no «layout»"),
      ("<citation><layout/></citation><bibliography/>", "«bibliography» has no «layout»"),
      ("<citation><sort><key macro=\"m\"/></sort><layout/></citation>", "no macro is called «m»"),
      (
        "<citation><layout><names variable=\"author\"><text/></names></layout></citation>",
        "«text» has no place in «names»"
      ),
      (
        "<info><link href=\"http://example.org/apa\" rel=\"independent-parent\"/></info>",
        "a dependent style: its rules stand in http://example.org/apa"
      ),
    ])
  func broken(body: String, message: String) {
    let text = "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\">\n\(body)</style>"
    let error = #expect(throws: CSLError.self) { try Style.parse(Array(text.utf8)) }
    #expect(error?.reason == message)
    #expect(error?.line == (message.hasPrefix("a dependent") ? 1 : 2))
  }

  @Test("At most 200 macros call one another", arguments: [(200, true), (201, false)])
  func chains(count: Int, isRead: Bool) {
    let macros = (1..<count).map { "<macro name=\"m\($0)\"><text macro=\"m\($0 + 1)\"/></macro>" }.joined()
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">\(macros)<macro name="m\(count)"/>
      <citation><layout><text macro="m1"/></layout></citation></style>
      """
    #expect(((try? Style.parse(Array(text.utf8))) != nil) == isRead)
  }
}
