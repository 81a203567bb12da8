import IbidKit
import IbidModel
import Testing

struct DuplicatesTests {
  private static func item(_ key: String, _ title: String, _ year: Int, page: String, doi: String? = nil) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = title
    item[.containerTitle] = "Gait"
    item[.volume] = "12"
    item[.page] = page
    item[.DOI] = doi
    item[date: .issued] = CSLDate(year)
    item[names: .author] = [Name(family: "Ortiz", given: "M"), Name(family: "Bauer", given: "K L")]
    return item
  }

  private static let items = [
    item("b", "CROOKED WALKS AFTER HIP SURGERY", 2009, page: "11-19"),
    item("a", "Crooked walks after hip surgery", 2009, page: "11-9", doi: "10.1000/g.1"),
    item("c", "Crooked walks after hip surgery. [Review] [9 refs]", 2009, page: "11"),
    item("z", "Erratum: Crooked walks after hip surgery", 2010, page: "99"),
    item("d", "Straight walks before knee surgery", 2009, page: "31-40"),
  ]

  @Test("The record that says most is kept, and the others stand in order behind it")
  func keepsTheRichest() throws {
    let duplicates = Duplicates(of: Self.items)
    let group = try #require(duplicates.groups.first)
    #expect(duplicates.groups.count == 1)
    #expect(group.keep == "a")
    #expect(group.members == ["a", "b", "c"])
    #expect(group.isSure)
    #expect(group.relation == .sameWork)
    #expect(group.reasons.first { $0.field == "title" }?.verdict == .agree)
    #expect(group.reasons.first { $0.field == "issue" }?.verdict == .missing)
    #expect((0.5...1).contains(group.score))
  }

  @Test("An erratum is related to the record that is kept")
  func relatesTheErratum() {
    let related = Duplicates(of: Self.items).related
    #expect(related.map(\.from) == ["z"])
    #expect(related.map(\.to) == ["a"])
    #expect(related.map(\.relation) == [.erratumTo])
  }

  @Test("The order of the records changes nothing")
  func dependsOnNoOrder() {
    let expected = Duplicates(of: Self.items)
    #expect(Duplicates(of: Self.items.reversed()) == expected)
    #expect(Duplicates(of: Self.items.sorted { $0.id < $1.id }) == expected)
    #expect(Duplicates(of: []).groups.isEmpty)
  }

  @Test("Many records of one work are one group; many works of one title are none")
  func copesWithMany() {
    let copies = (0..<300).map { number in
      var item = Self.items[number % 2]
      item.id = "r\(number)"
      if number % 3 == 0 { item[.issue] = "\(number)" }
      return item
    }
    #expect(Duplicates(of: copies).groups.map(\.members.count) == [300])
    let editorials = (0..<300).map { Self.item("e\($0)", "Editorial", 1900 + $0 % 90, page: "\($0 + 2)") }
    #expect(Duplicates(of: editorials).groups.isEmpty)
  }
}
