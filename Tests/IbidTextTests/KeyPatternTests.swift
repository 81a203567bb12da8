import IbidModel
@testable import IbidText
import Testing

struct KeyPatternTests {
  private var article: Item {
    var item = Item(type: .articleJournal)
    item[names: .author] = [Name(family: "Müller"), Name(family: "O’Neil"), Name(family: "Øster")]
    item[.title] = "The <i>melting</i> of ice on Mars"
    item[.containerTitle] = "Annals of Ice"
    item[date: .issued] = CSLDate(2021)
    return item
  }

  @Test(
    "A pattern's fields and filters make a key in ASCII",
    arguments: [
      ("[auth]", "Muller"), ("[auth.lower][year]", "muller2021"), ("[auth.upper:3]-[shortyear]", "MUL-21"),
      ("[authEtAl]", "MullerEtAl"), ("[authors(2)]", "MullerONeil"), ("[authors]", "MullerONeilOster"),
      ("[title]", "TheMeltingOfIceOnMars"), ("[shorttitle]", "MeltingIceMars"), ("[veryshorttitle.lower]", "melting"),
      ("[journal]", "AnnalsOfIce"), ("[type]", "articlejournal"), ("[auth.lower][year][shorttitle:3]", "muller2021Mel"),
      ("x_[auth.lower.capitalize]", "x_Muller"),
    ])
  func keys(pattern: String, key: String) throws {
    #expect(try KeyPattern(pattern).key(for: article) == key)
  }

  @Test("Two authors are both named, editors stand in for authors, a body gives its first word")
  func people() throws {
    let pattern = try KeyPattern("[authEtAl]")
    var item = article
    item[names: .author] = [Name(family: "Weng"), Name(family: "Cook")]
    #expect(pattern.key(for: item) == "WengCook")
    item[names: .author] = []
    item[names: .editor] = [Name(literal: "World Health Organization")]
    #expect(pattern.key(for: item) == "World")
  }

  @Test("Where no field says anything, the identifier stands in, else “item”")
  func nothingToSay() throws {
    let pattern = try KeyPattern("k-[auth][year]")
    var item = Item(type: .book)
    item[names: .author] = [Name(family: "王")]
    #expect(pattern.key(for: item) == "item")
    item[.DOI] = "10.1000/Ab-1"
    #expect(pattern.key(for: item) == "101000Ab1")
    item[.PMID] = "123"
    #expect(pattern.key(for: item) == "123")
  }

  @Test(
    "A pattern that says something unknown is refused, with what there is",
    arguments: [
      ("[author]", "there are auth, authEtAl"), ("[auth.loud]", ".lower, .upper"), ("[auth", "has no ]"),
      ("[auth] x", "more than letters"), ("[auth]é", "more than letters"), ("plain", "names no field"),
      ("", "names no field"), ("[]", "not known"), ("[auth(2)]", "not known"), ("[authors(0)]", "1 to 99"),
      ("[auth:x]", "1 to 99"), ("[auth:]", "1 to 99"), ("[[auth]]", "not known"),
      (String(repeating: "a", count: 201), "longer"),
    ])
  func refuses(pattern: String, reason: String) {
    let error = #expect(throws: KeyPattern.Malformed.self) { try KeyPattern(pattern) }
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }
}
