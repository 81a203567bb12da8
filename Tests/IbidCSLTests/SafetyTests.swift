import IbidCSL
import IbidModel
import Testing

/// What a hostile or broken style gets: one clear error.
struct SafetyTests {
  private static func style(_ body: String) -> String {
    "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\">\(body)</style>"
  }
  private static let citation = "<citation><layout><text macro=\"a\"/></layout></citation>"

  static let broken: [(String, String)] = [
    ("", "line 1: Document is empty"),
    ("<a>\n</b>", "line 2: Opening and ending tag mismatch: a and b"),
    ("<locale/>", "line 1: «style» expected, «locale» found"),
    (style(""), "the style has no «citation»"),
    (style(citation), "no macro is called «a»"),
    (style("<macro name=\"a\"><text macro=\"a\"/></macro>" + citation), "a → a"),
    (
      style(
        "<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><group><text macro=\"a\"/></group></macro>"
          + citation),
      "a → b → a"
    ),
    (style("<citation><layout>&bomb;</layout></citation>"), "line 1: Entity 'bomb' not defined"),
    (String(repeating: "<group>", count: 300), "line 1: Excessive depth in document: 256"),
    (style("<citation><layout><nonsense/></layout></citation>"), "«nonsense» is no rendering element"),
    ("<style a='1' a='2'/>", "line 1: Attribute a redefined"),
  ]

  @Test("Says what is wrong with a style, and where", arguments: broken)
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: CSLError.self) { try Style.parse(Array(text.utf8)) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "no error")")
  }

  /// Macros that call the next one twice, and `last` at the end of them.
  private static func doubling(_ count: Int, _ last: String) -> String {
    let macros = (0..<count).map {
      "<macro name=\"m\($0)\"><text macro=\"m\($0 + 1)\"/><text macro=\"m\($0 + 1)\"/></macro>"
    }
    return style(
      macros.joined() + "<macro name=\"m\(count)\"><text variable=\"title\"/></macro>"
        + "<citation>\(last)</citation>")
  }

  @Test(
    "Refuses macros that double their calls at every step, wherever they are called",
    arguments: [
      "<layout><text macro=\"m0\"/></layout>", "<sort><key macro=\"m0\"/></sort><layout/>",
      "<layout><names variable=\"author\"><substitute><text macro=\"m0\"/></substitute></names></layout>",
      "<layout><choose><if type=\"book\"><group><text macro=\"m0\"/></group></if></choose></layout>",
    ])
  func refusesDoublingMacros(last: String) {
    for count in [21, 40, 70] {
      let error = #expect(throws: CSLError.self) { try Style.parse(Array(Self.doubling(count, last).utf8)) }
      #expect(error?.reason == "its macros call one another so often that an item takes more than 2,000,000 steps")
    }
    #expect(throws: Never.self) { try Style.parse(Array(Self.doubling(15, last).utf8)) }
  }

  @Test("Refuses more elements than any style has", arguments: [(49_990, true), (100_001, false)])
  func refusesManyElements(count: Int, isRead: Bool) {
    let groups = String(repeating: "<group></group>", count: count)
    let text = Self.style("<citation><layout>\(groups)</layout></citation>")
    #expect(((try? Style.parse(Array(text.utf8))) != nil) == isRead)
  }

  @Test("Refuses elements that stand in one another too deep")
  func refusesDepth() {
    // Macros within the limit of calls, each some elements deep.
    let macros = (0..<100).map {
      "<macro name=\"m\($0)\"><group><group><text macro=\"m\($0 + 1)\"/></group></group></macro>"
    }
    let text = Self.style(
      macros.joined() + "<macro name=\"m100\"/><citation><layout><text macro=\"m0\"/></layout></citation>")
    let error = #expect(throws: CSLError.self) { try Style.parse(Array(text.utf8)) }
    #expect(error?.reason == "more than 255 elements stand in one another")
  }

  @Test("Names a key that no item has")
  func namesUnknownKeys() throws {
    let style = try #require(Style.named("apa"))
    let result = Processor(style: style).process(items: [], citations: [Citation([Cite(id: "lost")])])
    #expect(result.warnings == [.unknownItem(id: "lost", citation: 0)])
  }
}

/// Time that grows with the input and not with its square.
struct GrowthTests {
  private static func seconds(_ title: String, names: Int) throws -> Double {
    var item = Item(id: "a", type: .articleJournal)
    item.set(.title, richText: title)
    item[names: .author] = (0..<names).map { Name(family: "Doe\($0)", given: "Jane") }
    let style = try #require(Style.named("chicago-author-date"))
    let clock = ContinuousClock()
    let processor = Processor(style: style, format: .html)
    let time = clock.measure { _ = processor.process(items: [item], citations: [Citation([Cite(id: "a")])]) }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  @Test("Reads hostile titles in linear time", arguments: ["\"a ", "'", "<i>", "!", ", ", "“", "&"])
  func readsHostileTitles(piece: String) throws {
    #expect(try Self.seconds(String(repeating: piece, count: 4000), names: 1) < 10)
  }

  @Test("Renders five thousand authors")
  func rendersManyAuthors() throws {
    #expect(try Self.seconds("T", names: 5000) < 10)
  }
}
