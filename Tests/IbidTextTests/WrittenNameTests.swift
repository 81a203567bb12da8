import IbidModel
import IbidText
import Testing

/// One name in one text.
struct WrittenNameTests {
  private static func name(
    _ family: String?, _ given: String? = nil, particle: String? = nil, suffix: String? = nil
  ) -> Name {
    var name = Name(family: family, given: given, suffix: suffix)
    name.nonDroppingParticle = particle
    return name
  }

  @Test(
    "Names are read as reference managers write them, and written so that they are read the same",
    arguments: [
      ("Weng, Qianlin", name("Weng", "Qianlin")), ("van der Berg, Jan", name("Berg", "Jan", particle: "van der")),
      ("King, Martin Luther, Jr.", name("King", "Martin Luther", suffix: "Jr.")),
      ("World Health Organization,", Name(literal: "World Health Organization")),
      ("Ministry of Health, Oslo,", Name(literal: "Ministry of Health, Oslo")),
    ])
  func names(text: String, name: Name) {
    #expect(WrittenName.name(text) == name)
    #expect(WrittenName.text(of: name) == text)
  }

  @Test("Other ways to write a name are read too")
  func others() {
    #expect(WrittenName.name("Jo Gibson") == Name(family: "Gibson", given: "Jo"))
    #expect(WrittenName.name("King, Jr., Martin") == Name(family: "King", given: "Martin", suffix: "Jr."))
    #expect(WrittenName.name("Plato") == Name(literal: "Plato"))
    #expect(WrittenName.name("  ") == nil)
    #expect(WrittenName.name("A, B, C, D") == Name(literal: "A, B, C, D"))
  }
}
