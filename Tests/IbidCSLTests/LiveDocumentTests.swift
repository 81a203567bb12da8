import IbidCSL
import IbidModel
import Testing

struct LiveDocumentTests {
  /// Works of few people and years, so that names, years and positions depend on one another.
  private static let items: [Item] = (0..<40).map { number in
    var item = Item(id: "i\(number)", type: number % 3 == 0 ? .book : .articleJournal)
    item[.title] = "Title \(number)"
    item[date: .issued] = CSLDate(2018 + number % 3)
    var names: [Name] = []
    for person in 0..<(1 + number % 4) {
      var name = Name()
      name.family = ["Doe", "Roe", "Poe"][(number / 4 + person) % 3]
      name.given = ["Ann B.", "Cy", "Al"][(number / 5 + person) % 3]
      names.append(name)
    }
    item[names: .author] = names
    return item
  }

  @Test(
    "After each change the document reads as a fresh run does",
    arguments: ["apa", "american-medical-association", "chicago-notes", "ieee", "chicago-author-date"])
  func equalsAFreshRun(style: String) throws {
    let processor = Processor(style: try #require(Style.named(style)))
    var state: UInt64 = 88_172_645_463_325_252
    func random(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    func citation(_ note: Int) -> Citation {
      let cites = (0...random(2)).map { _ in
        Cite(id: "i\(random(Self.items.count))", locator: random(3) == 0 ? "\(random(9))" : nil)
      }
      return Citation(cites, noteNumber: note)
    }
    var citations = (1...60).map(citation)
    var live = LiveDocument(processor, items: Self.items, citations: citations)
    for _ in 0..<25 {
      let index = random(citations.count)
      var changed = random(2) == 0 ? citation(index + 1) : citations[index]
      if let cite = changed.cites.indices.last, random(2) == 0 { changed.cites[cite].locator = "\(random(99))" }
      let before = live.result.citations
      citations[index] = changed
      let touched = live.replaceCitation(at: index, with: changed)
      let fresh = processor.process(items: Self.items, citations: citations)
      #expect(live.result == fresh)
      #expect(touched == before.indices.filter { before[$0] != fresh.citations[$0] })
    }
  }
}
