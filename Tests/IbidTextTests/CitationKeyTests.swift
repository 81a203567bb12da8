import IbidModel
import IbidText
import Testing

struct CitationKeyTests {
  private func key(
    author: Name? = nil, editor: Name? = nil, title: String? = nil, year: Int? = nil
  ) -> String {
    var item = Item(type: .book)
    if let author { item[names: .author] = [author, Name(family: "Other")] }
    if let editor { item[names: .editor] = [editor] }
    item[.title] = title
    if let year { item[date: .issued] = CSLDate(year) }
    return CitationKey.base(for: item)
  }

  @Test("A key is the first author's family name and the year, the editor's failing that, else a word of the title")
  func bases() {
    let weng = Name(family: "Wéng Li", given: "Q")
    #expect(key(author: weng, editor: Name(family: "Cook"), title: "Ice", year: 2023) == "wengli2023")
    #expect(key(editor: Name(family: "O’Cook"), year: -44) == "ocook-44")
    #expect(key(author: Name(literal: "World Health Organization"), year: 1999) == "world1999")
    #expect(key(author: Name(family: "王"), title: "Ice", year: 1999) == "item1999")
    #expect(key(title: "On the ice of Mars") == "mars")
    #expect(key(title: "The abc Wörter") == "worter")
    #expect(key(title: "On ice", year: 2000) == "item2000")
    #expect(key() == "item")
    #expect(key(author: Name(family: String(repeating: "ab", count: 30))) == String(repeating: "ab", count: 20))
  }

  @Test("Letters behind a key go from a to z, then aa")
  func letters() {
    var keys: [String] = []
    for _ in 0..<(2 + 26 + 26 * 26) { keys.append(CitationKey.free("k") { keys.contains($0) }) }
    #expect(Array(keys.prefix(3)) == ["k", "ka", "kb"])
    #expect(Array(keys[26...28]) == ["kz", "kaa", "kab"])
    #expect(Array(keys[52...53]) == ["kaz", "kba"])
    #expect(keys[702] == "kzz")
    #expect(keys[703] == "kaaa")
  }

  @Test("Free keys are those that nobody has, also where a thousand are taken")
  func freeKeys() {
    var keys = FreeKeys()
    var taken: Set<String> = []
    var asked = 0
    for number in 0..<800 {
      let key = keys.key("k") {
        asked += 1
        return taken.contains($0)
      }
      #expect(key == CitationKey.free("k") { taken.contains($0) })
      taken.insert(key)
      #expect(asked <= 2 * number + 3)
    }
    #expect(keys.key("other") { taken.contains($0) } == "other")
    #expect(keys.key("other") { _ in false } == "other")
  }

  @Test("A key that was given out is known, and no other")
  func givenKeys() {
    var given = GivenKeys()
    #expect(!given.has("a"))
    given.add("a")
    given.add("ab")
    #expect(given.has("a"))
    #expect(given.has("ab"))
    for other in ["", "b", "ba", "aa", "abc", "A"] { #expect(!given.has(other)) }
  }

  @Test("A work is known by its authors, by its editors where it has none")
  func creators() {
    var item = Item(type: .book)
    #expect(item.creators.isEmpty)
    item[names: .editor] = [Name(family: "Cook"), Name(literal: "WHO, Genf")]
    #expect(item.creatorKeys == ["cook", "who genf"])
    var gogh = Name(family: "Gogh")
    gogh.nonDroppingParticle = "van"
    item[names: .author] = [gogh]
    #expect(item.creatorKeys == ["van gogh"])
  }
}
