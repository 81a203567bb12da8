import Glibc
import IbidModel
import IbidStore
import TestSupport
import Testing

private func article(
  _ title: String, pmid: String? = nil, doi: String? = nil, family: String = "Łukasz", year: Int = 2022
) -> Item {
  var item = Item(type: .articleJournal)
  item[.title] = title
  item[names: .author] = [Name(family: family, given: "A")]
  item[date: .issued] = CSLDate(year)
  item[.PMID] = pmid
  item[.DOI] = doi
  return item
}

struct LibraryTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library(path: folder.path + "/library.sqlite", access: .create)
  }

  @Test("A second import of the same records changes nothing")
  func secondImportChangesNothing() throws {
    let items = [article("Pain", pmid: "1"), article("Gain", pmid: "2")]
    #expect(try library.add(items).map(\.outcome) == [.added, .added])
    #expect(try library.add(items).map(\.outcome) == [.unchanged, .unchanged])
    #expect(try library.keys() == ["lukasz2022", "lukasz2022a"])
    #expect(try library.item(key: "lukasz2022a")?[.title] == "Gain")
  }

  @Test("The same work under another identifier updates the record and keeps its key")
  func sameWorkUpdates() throws {
    _ = try library.add([article("Pain", pmid: "1", doi: "10.1000/X")])
    var changed = article("Pain!", doi: "10.1000/x")
    changed[.volume] = "3"
    #expect(try library.add([changed]).map(\.outcome) == [.updated])
    let item = try #require(try library.item(key: "lukasz2022"))
    #expect(item[.title] == "Pain!" && item[.volume] == "3" && item[.PMID] == "1")
  }

  @Test("Equal keys and titles are two works where identifiers contradict, or where there is no title")
  func equalKeysMayBeTwoWorks() throws {
    func editorial(_ doi: String?, _ title: String?) -> Item {
      var item = article("", doi: doi)
      item.id = "ed"
      item[.title] = title
      return item
    }
    let items = [editorial("10.1000/a", "Editorial"), editorial("10.1000/b", "Editorial"), editorial(nil, nil)]
    #expect(try library.add(items).map(\.key) == ["ed", "eda", "edb"])
    #expect(try library.add(Array(items.prefix(2))).map(\.outcome) == [.unchanged, .unchanged])
  }

  @Test("Two PMIDs are two records, though they share a DOI")
  func twoPMIDsAreTwoRecords() throws {
    _ = try library.add([article("Pain", pmid: "1", doi: "10.1000/x")])
    #expect(try library.add([article("Erratum: Pain", pmid: "2", doi: "10.1000/x")]).map(\.outcome) == [.added])
  }

  @Test("An older version of a PubMed record does not replace a newer one")
  func olderVersionDoesNotReplace() throws {
    var new = article("New", pmid: "1")
    new.pubmed = PubMedFacts(json: #"{"PMID":{"Version":"2"}}"#)
    var old = article("Old", pmid: "1")
    old.pubmed = PubMedFacts(json: #"{"PMID":{"Version":"1"}}"#)
    _ = try library.add([new])
    #expect(try library.add([old]).map(\.outcome) == [.unchanged])
    #expect(try library.items().map { $0[.title] } == ["New"])
  }

  @Test(
    "Search finds words, phrases, prefixes and columns, without accents and case",
    arguments: [
      ("lukasz", ["b", "a"]), ("ŁUKASZ", ["b", "a"]), ("couppe", ["c"]), ("\"chronic pain\"", ["a"]),
      ("\"pain chronic\"", []),
      ("trea*", ["a", "c"]), ("year:2020", ["c"]), ("author:couppé loading", ["c"]), ("title:lukasz", []), ("\"", []),
      ("pain OR (", []), ("2:3 -x \"; DROP", []), ("", []),
    ])
  func searches(query: String, found: [String]) throws {
    var first = article("Chronic pain treated", pmid: "11")
    first.id = "a"
    var second = article("Sleep", pmid: "12")
    second.id = "b"
    var third = article("Loading as treatment", pmid: "13", family: "Couppé", year: 2020)
    third.id = "c"
    _ = try library.add([first, second, third])
    #expect(Set(try library.search(SearchQuery(query)).map(\.id)) == Set(found))
  }

  @Test("What is removed is found no more")
  func removes() throws {
    _ = try library.add([article("Pain", pmid: "1"), article("Sleep", pmid: "2")])
    #expect(throws: LibraryError.unknownKey("nobody")) { try library.remove(keys: ["lukasz2022", "nobody"]) }
    #expect(try library.count() == 2, "all or none")
    try library.remove(keys: ["lukasz2022"])
    #expect(try library.search(SearchQuery("pain")).isEmpty)
    #expect(try library.count() == 1)
  }

  @Test("Everything that an item holds comes back, U+0000 included")
  func itemsComeBackWhole() throws {
    var item = article("A\u{0}B", pmid: "1")
    item.id = "key"
    item.set(.title, richText: "H<sub>2</sub>O\u{0}!")
    item[names: .author][0].orcid = "0000-0002-1825-0097"
    item[names: .author][0].affiliations = ["Here"]
    item[custom: "Site"] = "51373"
    item.pubmed = PubMedFacts(json: #"{"CoiStatement":"none"}"#)
    _ = try library.add([item])
    #expect(try library.item(key: "key") == item)
  }
}

struct LibraryFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A file that is no library is refused and left as it is")
  func refusesOtherFiles() throws {
    let text = try folder.write("notes.txt", String(repeating: "no database at all ", count: 100))
    #expect(throws: LibraryError.self) { try Library(path: text, access: .read) }
    #expect(throws: LibraryError.self) { try Library(path: text, access: .create) }
    #expect(try Repository.text(text).hasPrefix("no database"))
  }

  @Test("Reading a library that is not there makes none")
  func readingMakesNone() throws {
    let path = folder.path + "/none.sqlite"
    #expect(throws: LibraryError.missing(path: path)) { try Library(path: path, access: .read) }
    #expect(try Repository.files(in: folder.path, endingWith: "").isEmpty)
  }

  @Test("A library is one file")
  func isOneFile() throws {
    do {
      let library = try Library(path: folder.path + "/l.sqlite", access: .create)
      _ = try library.add([article("Pain", pmid: "1")])
    }
    #expect(try Repository.files(in: folder.path, endingWith: "").count == 1)
    let again = try Library(path: folder.path + "/l.sqlite", access: .read)
    #expect(try again.count() == 1)
  }
}

struct LibraryUpgradeTests {
  private static let shell = "/usr/bin/sqlite3"

  @Test(
    "A library of version 1 is read as it is, and its index is built anew when it is written to",
    .enabled(if: access(shell, X_OK) == 0, "sqlite3 is not installed"))
  func upgrades() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    _ = try Library(path: path, access: .create).add([article("Schmerz", pmid: "1"), article("Παιν", pmid: "2")])
    let older = """
      DROP TABLE item_text;
      CREATE VIRTUAL TABLE item_text USING fts5(
        title, author, container, year, keyword, abstract, identifier,
        content='', tokenize='unicode61 remove_diacritics 0');
      PRAGMA user_version = 1;
      """
    try folder.write("older.sql", older)
    #expect(system("\(Self.shell) '\(path)' < '\(folder.path)/older.sql'") == 0)
    let before = try Repository.bytes(path)
    #expect(try Library(path: path, access: .read).count() == 2)
    #expect(try Repository.bytes(path) == before)
    let library = try Library(path: path, access: .update)
    #expect(try library.search(SearchQuery("schmerz")).count == 1)
    #expect(try library.search(SearchQuery("title:παιν")).count == 1)
    try library.remove(keys: ["lukasz2022"])
    #expect(try Library(path: path, access: .read).search(SearchQuery("schmerz")).isEmpty)
  }

  @Test(
    "Words of every script are found, whole and by their beginnings",
    arguments: [
      ("Μελέτη τοῦ πόνου", "ΜΕΛΈΤΗ"), ("Боль в спине", "боль"), ("慢性疼痛", "慢性疼痛"), ("दर्द का इलाज", "इलाज"),
      ("β-blockers", "β"), ("Größe", "grosse"), ("ağrı", "agri"), ("CO₂ at 5 µm", "µm"), ("한국어 제목", "한국*"),
    ])
  func findsEveryScript(title: String, query: String) throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite", access: .create)
    _ = try library.add([article(title), article("Another")])
    #expect(try library.search(SearchQuery(query)).map { $0[.title] } == [title])
  }
}
