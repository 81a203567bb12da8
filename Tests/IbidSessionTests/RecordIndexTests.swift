import IbidModel
import IbidSession
import Testing

struct RecordIndexTests {
  private static let index = RecordIndex([
    item("engel1977", ["Engel"], "The need for a new medical model", 1977),
    item("weng2023", ["Weng", "Goh", "Wu"], "Comparative efficacy of exercise", 2023),
    item("x1", ["Öström", "Engel"], "Governing the commons", 1990),
    item("engineering", [], "Weng's law", nil),
  ])

  private static func item(_ key: String, _ families: [String], _ title: String, _ year: Int?) -> Item {
    var item = Item(id: key, type: .book)
    item[.title] = title
    item[names: .author] = families.map { Name(family: $0) }
    if let year { item[date: .issued] = CSLDate(year) }
    return item
  }

  @Test(
    "A search finds the beginnings of words in key, authors, year and title, the key first",
    arguments: [
      ("eng", ["engel1977", "engineering", "x1"]), ("Engel", ["engel1977", "x1"]), ("ostrom", ["x1"]),
      ("ÖSTRÖM", ["x1"]), ("goh", ["weng2023"]), ("weng", ["weng2023", "engineering"]), ("1977", ["engel1977"]),
      ("2023 exer", ["weng2023"]), ("exercise goh", ["weng2023"]), ("medical model", ["engel1977"]), ("odel", []),
      ("commons 1991", []), ("engel commons", ["x1"]), ("", ["engel1977", "weng2023", "x1", "engineering"]),
      ("  ", ["engel1977", "weng2023", "x1", "engineering"]),
    ])
  func finds(query: String, keys: [String]) {
    #expect(Self.index.records(query, limit: 100).map(\.entry.key) == keys)
  }

  @Test("No more are given than are wanted, the best of them")
  func keepsToTheLimit() {
    #expect(Self.index.records("eng", limit: 2).map(\.entry.key) == ["engel1977", "engineering"])
    #expect(Self.index.records("eng", limit: 0).isEmpty)
    #expect(RecordIndex([]).records("eng", limit: 9).isEmpty)
  }

  @Test("A record is named by its authors and its year")
  func namesRecords() {
    #expect(Self.index.entries.map(\.name) == ["Engel 1977", "Weng et al. 2023", "Öström and Engel 1990", ""])
  }
}
