import FoundationEssentials
import IbidFormats
import IbidModel
import TestSupport
import Testing

@testable import IbidKit

/// A writer may say at once that an item is wholly in what it wrote. Reading it again must never find otherwise.
struct CarriedItemTests {
  private static let formats: [RecordFormat] = [.jsonl, .bibtex, .biblatex]

  /// How many items are made; a million values and more with `IBID_PROPERTY_ITEMS=100000`.
  private static let count =
    ProcessInfo.processInfo.environment["IBID_PROPERTY_ITEMS"].flatMap { Int($0) } ?? 3_000

  /// The items that a writer answers for though a field of theirs is not there again, and how many it answers for.
  private static func judge(_ items: [Item], in format: RecordFormat) throws -> (wrong: [String], carried: Int) {
    var writer = try #require(try format.makeWriter?(WritingOptions()))
    let read = try #require(format.read)
    var wrong: [String] = []
    var carried = 0
    for item in items {
      writer.bytes = []
      writer.write(item)
      guard writer.carries(item) else { continue }
      carried += 1
      var input = try ByteInput.memory(writer.bytes, path: "-")
      var reread: [Item] = []
      _ = try read(&input, ReadingOptions()) { reread.append($0) }
      let loss = RecordLoss(of: item, in: reread.first ?? Item(type: .document))
      if reread.count != 1 || !loss.isEmpty || loss.losesPubMedFacts {
        wrong.append("\(loss.missing) \(loss.changed)\n" + String(decoding: writer.bytes, as: UTF8.self))
      }
    }
    return (wrong, carried)
  }

  @Test("What a writer answers for is there when it is read", arguments: formats)
  func answersForWhatIsThere(format: RecordFormat) throws {
    var generator = SeededGenerator(11)
    let items = (0..<Self.count).map { Item.odd(number: $0, using: &generator) }
    let (wrong, carried) = try Self.judge(items, in: format)
    #expect(wrong == [])
    #expect(carried > 0, "an answer that is always no saves nothing")
  }

  @Test("The same holds for the files of other programs", .enabled(if: Repository.hasCorpora), arguments: formats)
  func answersForFilesOfOthers(format: RecordFormat) throws {
    let folder = Repository.shared + "/corpora/interchange"
    for ending in ["bib", "ris", "json", "nbib"] {
      for path in try Repository.files(in: folder, endingWith: ending) {
        guard let items = try? RecordFiles.items(of: [path]).items else { continue }
        #expect(try Self.judge(items, in: format).wrong == [], "\(path)")
      }
    }
  }

  @Test(
    "What a format has no place for, or reads otherwise, is not answered for",
    arguments: [
      (RecordFormat.bibtex, { @Sendable (item: inout Item) in item[.medium] = "vinyl" }),
      (.bibtex, { @Sendable (item: inout Item) in item[.title] = " Salt" }),
      (.bibtex, { @Sendable (item: inout Item) in item[.note] = "Read; PMCID: PMC1676333" }),
      (.bibtex, { @Sendable (item: inout Item) in item[.issue] = "3" }),
      (
        .bibtex,
        { @Sendable (item: inout Item) in item[names: .author] = [Name(family: "De Roe")] + [Name(given: "A")] }
      ),
      (.bibtex, { @Sendable (item: inout Item) in item[date: .issued] = CSLDate(2001, 2, 30) }),
      (
        .biblatex,
        { @Sendable (item: inout Item) in item[custom: "bibtex"] = .object([JSONMember("Owner", .string("x"))]) }
      ),
      (.biblatex, { @Sendable (item: inout Item) in item[.language] = "xx" }),
      (.jsonl, { @Sendable (item: inout Item) in item[.title] = "Salt  lakes" }),
      (.jsonl, { @Sendable (item: inout Item) in item[.ISSN] = "12345678" }),
      (.jsonl, { @Sendable (item: inout Item) in item[.event] = "A meeting" }),
      (.jsonl, { @Sendable (item: inout Item) in item[names: .author] = [Name(given: "Plato")] }),
      (.jsonl, { @Sendable (item: inout Item) in item[date: .issued] = CSLDate(0) }),
      (.jsonl, { @Sendable (item: inout Item) in item[custom: "license"] = .string("MIT") }),
    ] as [(RecordFormat, @Sendable (inout Item) -> Void)])
  func leavesDoubtfulOnesToTheReader(format: RecordFormat, change: @Sendable (inout Item) -> Void) throws {
    var item = Item(id: "roe2001", type: .book)
    item[.title] = "Salt lakes of the north"
    item[names: .author] = [Name(family: "Roe", given: "Ann B.")]
    item[date: .issued] = CSLDate(2001)
    #expect(try Self.judge([item], in: format).carried == 1)
    change(&item)
    #expect(try Self.judge([item], in: format).carried == 0)
  }
}

extension Item {
  /// An item of plain values with some odd ones among them.
  fileprivate static func odd(number: Int, using generator: inout SeededGenerator) -> Item {
    let types: [ItemType] = [.articleJournal, .book, .chapter, .paperConference, .report, .thesis, .document, .webpage]
    var item = Item(id: "k\(number)", type: types.randomElement(using: &generator) ?? .book)
    let texts: [Variable] = [
      .titleShort, .containerTitle, .collectionTitle, .publisher, .publisherPlace, .volume, .issue, .number,
      .collectionNumber, .page, .edition, .genre, .keyword, .note, .abstract, .language, .DOI, .URL, .ISSN, .ISBN,
      .PMID,
      .eventTitle,
    ]
    item.set(.title, richText: value(using: &generator))
    for variable in texts where Int.random(in: 0..<4, using: &generator) == 0 {
      item.set(variable, richText: usual[variable]?.randomElement(using: &generator) ?? value(using: &generator))
    }
    item[names: .author] = (0..<3).map { _ in
      Name(family: value(using: &generator), given: ["A", "Ann B.", "AB", "Jr", "de"].randomElement(using: &generator))
    }
    if number % 5 == 0 { item[names: .editor] = [Name(literal: value(using: &generator))] }
    item[date: .issued] = [
      CSLDate(1999, 3, 4), CSLDate(2001), CSLDate(44), CSLDate(1999, 2, 31), CSLDate(literal: "n.d."),
    ]
    .randomElement(using: &generator)
    if number % 3 == 0 {
      item[custom: "bibtex"] = .object([
        JSONMember("owner", .string(value(using: &generator))), JSONMember("kwds", .string(value(using: &generator))),
      ])
    }
    return item
  }

  private static let usual: [Variable: [String]] = [
    .page: ["12-34", "596-9", "7", "12-12", "e12", "3, 5"], .language: ["en", "de", "ger", "xx"],
    .keyword: ["salt; lakes", "salt, lakes", "salt ;lakes", "salt"], .genre: ["PhD thesis", "Preprint", "Atlas"],
    .DOI: ["10.1000/a_b", "https://doi.org/10.1000/a", "10.1000%2Fa"], .URL: ["https://x.org/~a?b=%20", "\\url{x}"],
    .ISSN: ["1234-567X", "12345678", "ISSN 1234-5678"], .PMID: ["123", "0123"],
  ]

  private static let words = ["salt", "Lakes", "of", "NHANES", "mRNA", "Åland", "и", "O'Hara", "Well-Known", "R", "12"]
  private static let signs = [
    "{", "}", "{a}", "%", "&", "$", "#", "_", "~", "^", "\\", "<i>x</i>", "</i>", "<", "|", "--", "–", "'", "’", "''",
    "“",
    "\"", "`", "e\u{301}", "\u{301}", "\u{202E}", "\u{A0}", "\u{3000}", "\n", "  ", ",", ";", "=", "and", "others",
    "@a{b,",
    "\\textit{x}", ":", "?", "&amp;", "<span class=\"nocase\">x</span>",
  ]

  private static func value(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      let isOdd = Int.random(in: 0..<30, using: &generator) == 0
      return (isOdd ? signs : words).randomElement(using: &generator) ?? "salt"
    }.joined(separator: " ")
  }
}
