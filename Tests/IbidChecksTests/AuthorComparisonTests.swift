import IbidModel
import Testing

@testable import IbidChecks

/// A reference's list of authors against its record's.
struct AuthorComparisonTests {
  /// «Roe J, Doe Anna Maria, van Poe K»; a name without a blank is a body's.
  private static func names(_ text: String) -> [Name] {
    text.split(separator: ", ").map { one in
      guard let cut = one.firstIndex(of: "|") ?? one.lastIndex(of: " ") else { return Name(literal: String(one)) }
      return Name(family: String(one[..<cut]), given: String(one[one.index(after: cut)...]))
    }
  }

  private static func item(_ authors: String) -> Item {
    var item = Item(id: "a", type: .articleJournal)
    item[names: .author] = names(authors)
    return item
  }

  @Test(
    "Names that are replaced, left out, misspelt, swapped or have other initials are told; what styles do is not",
    arguments: [
      // The record: Roe J, Doe AM, Poe K, Low C, Moe D
      ("Roe J, Doe AM, Poe K, Low C, Moe D", []), ("Roe J", []), ("Roe J, Doe AM, Poe K", []),
      ("Roe J, Doe A, Moe D", []), ("Roe John, Doe Anna, Poe Kim", []), ("ROE J, DOE AM", []),
      ("Roe J, Doe AM, Friedman Z", ["author 3 “Friedman Z”, record “Poe K”"]),
      ("Roe J, Friedman Z, Poe K", ["author 2 “Friedman Z”, record “Doe AM”"]),
      ("Roe J, Do AM, Poe K", ["author 2 “Do AM”, record “Doe AM”"]),
      ("Roe J, Poe K", ["authors without “Doe AM”"]),
      ("Roe J, Doe AM, Low C, Moe D", ["authors without “Poe K”"]),
      ("Doe AM, Roe J", ["order of authors “Doe AM, Roe J”, record “Roe J, Doe AM”"]),
      ("Roe J, Doe BM", ["author 2 “Doe BM”, record “Doe AM”"]),
      ("Roe J, Doe AX", ["author 2 “Doe AX”, record “Doe AM”"]),
      ("Zoe J", ["first author “Zoe”, record “Roe”"]),
      (
        "Roe J, Doe AM, Poe K, Low C, Moe D, Noe E", ["number of authors “6”, record “5”"]
      ),
      ("Group", ["first author “Group”, record “Roe”"]),
    ] as [(String, [String])])
  func comparesLists(written: String, differences: [String]) {
    let record = Self.item("Roe J, Doe AM, Poe K, Low C, Moe D")
    #expect(AuthorComparison(written: Self.item(written), record: record).differences == differences)
  }

  @Test(
    "One name may be written in several ways",
    arguments: [
      ("Müller T", "Mueller T"), ("Müller T", "Muller T"), ("Ångström A", "Aangstrom A"),
      ("Østergård P", "Ostergard P"),
      ("van Poe K", "Poe K"), ("García Márquez|G", "García G"), ("Mac Donald|E", "MacDonald E"), ("Roe J-P", "Roe JP"),
      ("Roe|Jean-Pierre", "Roe JP"), ("Roe|Jean Pierre", "Roe J"), ("Roe|William", "Roe|Bill"), ("Łódź A", "Lodz A"),
      ("Roe|J. P.", "Roe JP"),
    ])
  func knowsNames(left: String, right: String) {
    for (one, other) in [(left, right), (right, left)] {
      #expect(AuthorComparison(written: Self.item(one), record: Self.item(other)).differences == [])
    }
  }

  @Test("A record whose own list breaks off has no number of authors, and one without authors no names")
  func leavesOpenLists() {
    var record = Self.item("Roe J")
    record.breakOff(names: .author)
    #expect(AuthorComparison(written: Self.item("Roe J, Doe A"), record: record).differences == [])
    #expect(AuthorComparison(written: Self.item("Roe J"), record: Self.item("")).differences == [])
    #expect(AuthorComparison(written: Self.item(""), record: record).differences == [])
  }

  @Test(
    "British and American spelling are one",
    arguments: [
      ("a randomised trial", "a randomized trial"), ("tumour behaviour", "tumor behavior"),
      ("paediatric anaemia", "pediatric anemia"), ("oestrogen and sulphate", "estrogen and sulfate"),
      ("a centre for modelling", "a center for modeling"), ("analysed by catalysis", "analyzed by catalysis"),
      ("ageing in a rehabilitation programme", "aging in a rehabilitation program"), ("defence", "defense"),
    ])
  func spellsAlike(british: String, american: String) {
    #expect(HouseSpelling.plain(british) == HouseSpelling.plain(american))
    #expect(HouseSpelling.plain("randomised controls") != HouseSpelling.plain("randomised control"))
  }
}
