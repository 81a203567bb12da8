import IbidKit
import IbidModel
import TestSupport
import Testing

/// Suggestions as text, JSON and a page.
struct SuggestionsReportTests {
  private func report(_ title: String, _ text: String) throws -> SuggestionsReport {
    var items = ["Wages of nurses in large towns", "Reading aloud in primary schools"].enumerated().map {
      index, title in
      var item = Item(id: "other\(index)", type: .articleJournal)
      item[.title] = title
      return item
    }
    var item = Item(id: "mulch", type: .articleJournal)
    item[.title] = title
    item[.abstract] = "In dry summers straw mulch halved evaporation from soils between the vines."
    items.append(item)
    let records = Records(items)
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md", records: records)
    return SuggestionsReport(try ArticleSuggestions(for: article, from: records), of: article)
  }

  private static let claim = "Straw mulch halves evaporation from soils between the vines in dry summers."

  @Test("Text shows supported claims, and others where all are asked for")
  func showsSupported() throws {
    let text = "\(Self.claim)\n\nNothing of the kind is known about wages paid to gardeners.\n"
    let report = try report("Straw mulch in vineyards", text)
    #expect(report.text().hasPrefix("a.md:1:1: \(Self.claim)\n"))
    #expect(report.text().contains("mulch, article: Straw mulch in vineyards\n"))
    #expect(!report.text().contains("gardeners") && report.text(showsAll: true).contains("gardeners"))
    #expect(report.summary == "2 sentences without a citation: 1 with a work that may support them; 3 works looked at")
  }

  @Test("A record sends a terminal no commands, and a page no markup")
  func takesOffControls() throws {
    let report = try report("Straw mulch \u{1B}[2J<script>alert(1)</script>", Self.claim)
    #expect(!report.text().utf8.contains(0x1B))
    #expect(report.html.contains("May support it") && report.html.contains("cite as: [@mulch]"))
    #expect(!report.html.contains("<script>alert"))
  }

  @Test("JSON has all claims, and says from which score on one is supported")
  func givesAll() throws {
    let json = try report("Straw mulch in vineyards", "\(Self.claim) It is of no use to brewers of stout.").json
    #expect(json["threshold"]?.integer == 50)
    #expect(json["claims"]?.elements.map { $0["supported"] } == [.bool(true), .bool(false)])
    #expect(json["summary"]?["works"]?.integer == 3)
  }
}
