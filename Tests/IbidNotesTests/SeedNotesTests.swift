import IbidModel
import IbidNotes
import TestSupport
import Testing

@Suite(.enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
struct SeedNotesTests {
  @Test func findsTheReferencesAndNoOthers() throws {
    let seed = try #require(SeedNotes.shared)
    #expect(seed.notes.count == 22)
    let withReference = seed.notes.filter { !$0.references.isEmpty }.map(\.label)
    #expect(withReference == ["5", "7", "9", "10", "11", "12", "13", "15", "18", "19", "20"])
    #expect(seed.notes.allSatisfy { $0.references.count <= 1 })
  }

  /// Label, count of authors, last author, year, month, volume, issue, pages, PMID, the site's number.
  @Test(arguments: [
    ("5", 5, "McAuley", "2017-7 51 13 986-988 27797740 -"),
    ("7", 1, "Bastian", "2006-12 99 12 611-614 17139062 51373"),
    ("9", 3, "Wu", "2023-1 - - - 36593092 51421"),
    ("10", 3, "Pontzer", "2022-0 17 7 e0270221 35793317 51450"),
    ("11", 3, "Katzmarzyk", "2022-10 - - - 36302460 -"),
    ("12", 4, "Whitfield", "2022-10 5 10 e2236778 36251297 51392"),
    ("13", 4, "Willer", "2018-8 17 8 262-270 30095546 52267"),
    ("15", 3, "Waller", "2019-0 - - - - -"),
    ("18", 1, "Engel", "1977-4 196 4286 129-136 847460 -"),
    ("19", 4, "Gibson", "2022-0 - - 1-16 35645164 52047"),
    ("20", 3, "Talay", "2021-6 - - - 34155354 -"),
  ])
  func readsEveryField(label: String, authors: Int, last: String, numbers: String) throws {
    let item = try #require(SeedNotes.shared?.note(label)?.references.first?.item)
    #expect(item.type == .articleJournal)
    #expect(item[names: .author].count == authors)
    #expect(item[names: .author].last?.family == last)
    #expect(item[names: .author].allSatisfy { $0.given?.isEmpty == false })
    let issued = try #require(item[date: .issued]?.start)
    let found = [
      "\(issued.year)-\(issued.month ?? 0)", item[.volume] ?? "-", item[.issue] ?? "-", item[.page] ?? "-",
      item[.PMID] ?? "-", item[custom: "PainSci Bibliography"]?.text ?? "-",
    ]
    #expect(found.joined(separator: " ") == numbers)
  }

  @Test(arguments: [
    (
      "7", "\"They would say that, wouldn't they?\" A reader's guide to author and sponsor biases in clinical research",
      "J R Soc Med"
    ),
    (
      "9",
      "Comparative efficacy of exercise therapy and oral non-steroidal anti-inflammatory drugs and paracetamol for knee or hip osteoarthritis: a network meta-analysis of randomised controlled trials",
      "Br J Sports Med"
    ),
    ("11", "Vigorous physical activity, incident heart disease, and cancer: how little is enough?", "Eur Heart J"),
    (
      "15",
      "What does best practice care for musculoskeletal pain look like? Eleven consistent recommendations from high-quality clinical practice guidelines: systematic review",
      "Br J Sports Med"
    ),
    ("18", "The need for a new medical model: a challenge for biomedicine", "Science"),
    (
      "19", "The biopsychosocial model is lost in translation: from misrepresentation to an enactive modernization",
      "Physiotherapy Theory and Practice"
    ),
  ])
  func readsTitleAndJournal(label: String, title: String, journal: String) throws {
    let item = try #require(SeedNotes.shared?.note(label)?.references.first?.item)
    #expect(item[.title] == title)
    #expect(item[.containerTitle] == journal)
  }

  @Test func givesExactPlaces() throws {
    let seed = try #require(SeedNotes.shared)
    for note in seed.notes {
      for reference in note.references {
        let text = String(decoding: seed.source[reference.range.offsets], as: UTF8.self)
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == reference.text)
        #expect(reference.text.hasSuffix("❐") || note.label == "15")
      }
      for quote in note.quotes {
        let text = String(decoding: seed.source[quote.range.offsets], as: UTF8.self)
        #expect(text.hasPrefix("“") && quote.text.hasPrefix(text.dropFirst().prefix(4)))
      }
      for mention in note.terseCitations {
        let text = String(decoding: seed.source[mention.range.offsets], as: UTF8.self)
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == mention.text)
      }
    }
  }

  @Test func findsQuotes() throws {
    let seed = try #require(SeedNotes.shared)
    let counts = seed.notes.filter { !$0.quotes.isEmpty }.map { "\($0.label):\($0.quotes.count)" }
    #expect(counts == ["5:1", "6:2", "7:1", "10:1", "14:1", "18:3", "20:1"])
    #expect(seed.note("5")?.quotes.first?.text.hasSuffix("a great disservice.") == true)
    #expect(seed.note("6")?.quotes.last?.text.hasSuffix("‘improve quality of life.’") == true)
  }

  @Test func findsWorksNamedInPassing() throws {
    let mentions = try #require(SeedNotes.shared).notes.flatMap { note in
      note.terseCitations.map { note.label + " " + $0.text }
    }
    #expect(
      mentions == [
        "1 Cuijpers", "1 Cook", "11 Klasson et al", "12 Webber et al", "14 Soligard et al", "14 Hopewell et al",
        "14 Couppé et al", "18 Cormack et al",
      ])
  }

  @Test func tellsCommentary() throws {
    let bare = try #require(SeedNotes.shared).notes.filter { !$0.hasCommentary }.map(\.label)
    #expect(bare == ["5", "7", "15", "19"])
  }
}
