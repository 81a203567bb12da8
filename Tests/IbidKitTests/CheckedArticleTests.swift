import IbidKit
import IbidModel
import TestSupport
import Testing

/// The typed values of a checked article, and that one handle on records serves many articles.
struct CheckedArticleTests {
  private static let text = """
    # Exercise

    Exercise reduces chronic pain in 40% of patients.[^1] Mortality doubled in ten years.[^2] Weng et al. agree.

    # Drugs

    Opioids cause harm in 30% of patients.

    [^1]: Weng Q, Goh SL, Wu J. Comparative efficacy of exercise therapy. Br J Sports Med. 2023;57(15):990–6. So it is said.
    [^2]: Nobody has counted.
    [^3]: Webber A. Steps and sleep. Pain. 2010;1:2-3.

    """

  private static var record: Item {
    var item = Item(type: .articleJournal)
    item.id = "weng2023"
    item[.title] = "Comparative efficacy of exercise therapy"
    item[.containerTitle] = "Br J Sports Med"
    item[.volume] = "57"
    item[.page] = "990-996"
    item[names: .author] = [Name(family: "Weng", given: "Q"), Name(family: "Goh", given: "SL")]
    item[date: .issued] = CSLDate(CSLDate.Parts(year: 2023))
    return item
  }

  private func article(_ records: [Item] = [], _ text: String = text) throws -> CheckedArticle {
    try CheckedArticle(bytes: Array(text.utf8), path: "a.md", records: Records(records))
  }

  @Test("A sentence tells its kind, score, status, section, and the works behind its markers")
  func tellsOfSentences() throws {
    let article = try article([Self.record])
    let claims = article.sentences.filter { $0.kind == .claim }
    #expect(claims.map(\.status) == [.cited, .hollow, .cited, .uncited])
    #expect(claims.map(\.section) == ["Exercise", "Exercise", "Exercise", "Drugs"])
    #expect(claims.allSatisfy { (0.5...1).contains($0.needsCitation) && !$0.reasons.isEmpty })
    #expect(claims.first?.markers.map { $0.works.map(\.item.id) } == [["weng2023"]])
    #expect(claims.first?.markers.map(\.note) == [0])
    #expect(article.sentences.flatMap(\.mentions).map { $0.works.map(\.item.id) } == [["weng2023"]])
    #expect(article.sentences.map(\.id) == (1...article.sentences.count).map { "s\($0)" })
  }

  @Test("A note tells what it holds, whether it is cited, and why a record is taken for its reference")
  func tellsOfNotes() throws {
    let article = try article([Self.record])
    #expect(article.notes.map(\.kind) == [.both, .commentary, .reference])
    #expect(article.notes.map(\.isCited) == [true, true, false])
    let link = try #require(article.notes.first?.references.first)
    #expect(link.work.isRecord)
    #expect(link.match?.record.id == "weng2023")
    #expect(link.match?.reasons.contains("title") == true)
    #expect(article.notes.last?.references.first?.work.isRecord == false)
    #expect(article.notes.last?.references.first?.match == nil)
  }

  @Test("The summary counts claims by status, and names notes and markers without the other")
  func summarizes() throws {
    let dangling = Self.text.replacing("Opioids", with: "I like ice.[^9] I like it again.[^9] Opioids")
    let summary = try article([], dangling).summary
    #expect(summary.claims == summary.cited + summary.hollow + summary.uncited)
    #expect((summary.cited, summary.hollow, summary.uncited) == (2, 1, 1))
    #expect((summary.notes, summary.notesWithReference, summary.works) == (3, 2, 2))
    #expect(summary.notesWithoutMarker == ["3"])
    #expect(summary.markersWithoutNote == ["9"])
  }

  @Test("Sections count their claims; what stands before the first heading comes first")
  func countsSections() throws {
    let sections = try article().sections
    #expect(sections.map(\.title) == ["", "Exercise", "Drugs"])
    #expect(sections.map(\.claims) == [0, 3, 1])
    #expect(sections.map(\.hollow) == [0, 1, 0])
  }

  @Test("Findings carry fingerprints, alike ones different ones, that a new line above leaves as they are")
  func fingerprints() throws {
    let twice = "Opioids cause harm in 30% of patients.\n\nOpioids cause harm in 30% of patients.\n"
    let prints = try article([], twice).findings().map(\.fingerprint)
    #expect(prints.count == 2 && Set(prints).count == 2 && !prints.contains(nil))
    #expect(try article([], "A word.\n\n" + twice).findings().map(\.fingerprint) == prints)
  }
}
