@testable import IbidCSL
import IbidModel
import Testing

/// Files of a test, by path.
private struct Files: StyleFiles {
  var contents: [String: String]
  func bytes(at path: String) -> [UInt8]? { contents[path].map { Array($0.utf8) } }
  func names(in folder: String) -> [String] {
    contents.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
      .filter { !$0.contains("/") }
  }
}

struct StyleLibraryTests {
  private static let parent = """
    <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Parent Style</title></info>
    <citation><layout><text term="and"/></layout></citation></style>
    """
  private static let dependent = """
    <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE"><info>
    <title>Der Schmerz</title><title-short>Schmerz</title-short><issn>0932-433X</issn>
    <link href="http://www.zotero.org/styles/parent" rel="independent-parent"/></info></style>
    """
  private let library = StyleLibrary(
    folders: ["/s"], files: Files(contents: ["/s/parent.csl": parent, "/s/dependent/der-schmerz.csl": dependent]))

  @Test(
    "Finds a style by any of its names",
    arguments: ["der-schmerz", "Der Schmerz", "schmerz", "0932-433x", "/s/dependent/der-schmerz.csl"])
  func findsByAnyName(name: String) throws {
    let style = try library.style(named: name).style
    #expect(style.about.title == "Der Schmerz")
    #expect(style.defaultLocale == "de-DE")
  }

  @Test("A dependent style keeps its own locale")
  func keepsOwnLocale() throws {
    let style = try library.style(named: "0932433X").style
    let result = Processor(style: style).process(
      items: [Item(id: "a", type: .book)], citations: [Citation([Cite(id: "a")])])
    #expect(result.citations == ["und"])
  }

  private static func titled(_ title: String) -> String {
    parent.replacing("Parent Style", with: title)
  }

  @Test(
    "A file comes before the bundled style of its name, under that name and its aliases",
    arguments: [
      ("nature", "Nature of the user", "/s/nature.csl"), ("Nature", "Nature of the user", "/s/nature.csl"),
      ("bundled:nature", "Nature", nil), ("ama", "AMA of the system", "/t/american-medical-association.csl"),
      ("bundled:ama", "American Medical Association, 11th edition", nil), ("apa", nil, nil),
      ("ieee", "A dependent one", "/t/dependent/ieee.csl"),
      ("nature of the user", "Nature of the user", "/s/nature.csl"),
      ("vancouver", "Vancouver as it is published", "/t/vancouver.csl"),
    ] as [(String, String?, String?)])
  func filesFirst(name: String, title: String?, path: String?) throws {
    let library = StyleLibrary(
      folders: ["/s", "/t"],
      files: Files(contents: [
        "/s/nature.csl": Self.titled("Nature of the user"), "/t/nature.csl": Self.titled("Nature of the system"),
        "/t/american-medical-association.csl": Self.titled("AMA of the system"), "/t/parent.csl": Self.parent,
        "/t/dependent/ieee.csl": Self.dependent.replacing("Der Schmerz", with: "A dependent one"),
        "/t/vancouver.csl": Self.titled("Vancouver as it is published"),
      ]))
    let found = try library.style(named: name)
    #expect(found.path == path)
    if let title { #expect(found.style.about.title == title) }
  }

  @Test("A file's name is looked for beside the caller first, then in the folders")
  func fileName() throws {
    let library = StyleLibrary(
      folders: ["/s"],
      files: Files(contents: [
        "here.csl": Self.titled("Here"), "/s/here.csl": Self.titled("There"),
        "/s/there.csl": Self.titled("There"),
      ]))
    #expect(try library.style(named: "here.csl").path == "here.csl")
    #expect(try library.style(named: "there.csl").path == "/s/there.csl")
    #expect(throws: StyleLibrary.Failure.unreadable(path: "nowhere.csl")) { try library.style(named: "nowhere.csl") }
    #expect(throws: StyleLibrary.Failure.unreadable(path: "x/there.csl")) { try library.style(named: "x/there.csl") }
  }

  @Test("A dependent style finds its parent where Zotero hides it")
  func hiddenParent() throws {
    let library = StyleLibrary(
      folders: ["/z"],
      files: Files(contents: ["/z/der-schmerz.csl": Self.dependent, "/z/hidden/parent.csl": Self.parent]))
    #expect(try library.style(named: "der-schmerz").style.about.title == "Der Schmerz")
  }

  @Test(
    "A language's files are those of its main dialect, of the language, and its own",
    arguments: [
      ("de-AT", ["de-DE", "de", "de-AT"]), ("de_at", ["de-DE", "de", "de-AT"]), ("DE", ["de-DE", "de"]),
      ("en-AU", ["en-US", "en", "en-AU"]), ("sr-latn-rs", ["sr-Cyrl-RS", "sr", "sr-Latn-RS"]), ("eu", ["eu"]),
      ("eu-ES", ["eu", "eu-ES"]), ("xx", ["xx"]), ("", [""]),
    ])
  func localeFiles(language: String, names: [String]) {
    #expect(Locale.files(for: language) == names)
  }

  @Test("A bundled style that there is not is told with those that there are")
  func unknownBundled() {
    #expect(throws: StyleLibrary.Failure.unknown("bundled:lancet", nearest: Style.bundledNames)) {
      try library.style(named: "bundled:lancet")
    }
  }

  @Test("An unknown name gets the nearest ones")
  func namesNearest() throws {
    #expect(throws: StyleLibrary.Failure.unknown("schmerzen", nearest: ["der-schmerz"])) {
      try library.style(named: "schmerzen")
    }
  }

  @Test(
    "Ranks bundled styles by how near their names are",
    arguments: [
      ("vancuver", "vancouver"), ("aap", "apa"), ("chicago autor date", "chicago-author-date"), ("iee", "ieee"),
      ("cite them right", "harvard-cite-them-right"), ("naturre", "nature"), ("amercan medical asociation", "ama"),
      ("schmerz der", "der-schmerz"),
    ])
  func ranksNearest(query: String, name: String) {
    let nearest = library.makeIndex().nearest(to: query)
    #expect(nearest.first?.name == name || nearest.first?.record.stem == Style.aliases[name], "\(nearest.map(\.name))")
  }

  @Test(
    "Suggests nothing for what is like no name", arguments: ["", "—", "zzzzqqq", String(repeating: "x", count: 9999)])
  func suggestsNothing(query: String) { #expect(library.makeIndex().nearest(to: query).isEmpty) }

  @Test("An index read from its cache is the index that was written")
  func roundTripsCache() throws {
    let index = library.makeIndex()
    let again = try #require(StyleIndex(serialized: index.serialized.utf8))
    #expect(again.records == index.records)
    #expect(StyleIndex(serialized: "something else".utf8) == nil)
  }

  @Test("Every bundled style renders every type", arguments: Style.bundledNames)
  func rendersEveryType(name: String) throws {
    let style = try #require(Style.named(name))
    let items = ItemType.allCases.map { type in
      var item = Item(id: type.rawValue, type: type)
      item[.title] = "On " + type.rawValue
      item[names: .author] = [Name(family: "Doe", given: "Jane")]
      item[date: .issued] = CSLDate(2020, 3, 5)
      return item
    }
    let result = Processor(style: style).process(items: items, citations: items.map { Citation([Cite(id: $0.id)]) })
    #expect(result.bibliography.count == items.count)
    #expect(result.bibliography.allSatisfy { $0.text.contains("On ") || $0.text.lowercased().contains("on ") })
    #expect(result.citations.allSatisfy { !$0.isEmpty })
  }

  @Test(
    "Every bundled locale has every month and the common terms",
    arguments: ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR"])
  func hasCommonTerms(language: String) throws {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="\(language)"><info/>
      <citation><layout><group delimiter="|"><text term="et-al"/><text term="page" form="short"/>
      <text term="editor"/><text term="no date"/><text term="month-12"/></group></layout></citation></style>
      """
    let result = Processor(style: try Style.parse(Array(text.utf8))).process(
      items: [Item(id: "a", type: .book)], citations: [Citation([Cite(id: "a")])])
    #expect(result.citations[0].split(separator: "|").count == 5)
  }
}
