import IbidModel
import IbidText
import Testing

/// Names by all of their parts: `[dropping ~][non-dropping ~]family|given|suffix`, or the whole name.
struct NameEdgeTests {
  private func outline(_ name: Name) -> String {
    if let literal = name.literal { return literal }
    let particles = [name.droppingParticle, name.nonDroppingParticle].map { $0.map { $0 + "~" } ?? "" }.joined()
    return particles + [name.family, name.given, name.suffix].map { $0 ?? "" }.joined(separator: "|")
  }

  private func expect(_ list: String, _ names: String) {
    #expect(NameList(list).names.map(outline).joined(separator: " / ") == names, "\(list)")
  }

  @Test(
    "Particles stand where they were written",
    arguments: [
      ("van den Berg R", "van den~Berg|R|"), ("Kaa, D.J. van de", "van de~Kaa|D.J.|"), ("De Boeck K", "De~Boeck|K|"),
      ("Ludwig van Beethoven", "van~Beethoven|Ludwig|"), ("Beethoven, Ludwig van", "van~Beethoven|Ludwig|"),
      ("van, A", "van|A|"),
      ("Berg AB van", "van~Berg|AB|"), ("Maria da Silva Neto", "da~Silva Neto|Maria|"),
      ("Maria Silva Neto", "Silva Neto|Maria|"),
      ("A. Neto", "Neto|A.|"), ("Ana St John", "St John|Ana|"), ("Ana y Gasset", "Ana|| / Gasset||"),
      ("von Neumann, John", "von~Neumann|John|"),
    ])
  func particles(list: String, names: String) { expect(list, names) }

  @Test(
    "Suffixes are told from initials",
    arguments: [
      ("Okafor B Jr", "Okafor|B|Jr"), ("Okafor SR", "Okafor|SR|"), ("Okafor III B", "Okafor|B|III"),
      ("Okafor BT 2nd", "Okafor|BT|2nd"),
      ("Okafor, B., Jr.", "Okafor|B.|Jr."), ("Okafor, B. T. Jr", "Okafor|B. T.|Jr"), ("Okafor Jr, B.", "Okafor|B.|Jr"),
      ("Ben Okafor III", "Okafor|Ben|III"), ("Okafor B, Jr., Weber C", "Okafor|B|Jr. / Weber|C|"),
      ("Okafor BT, MD, Weber CG, PhD", "Okafor|BT|MD / Weber|CG|PhD"),
      ("COUTO JR., A.F.", "COUTO|A.F.|JR."),
    ])
  func suffixes(list: String, names: String) { expect(list, names) }

  @Test(
    "Lists are cut at what separates names, and roles are no names",
    arguments: [
      ("Okafor B; Weber C", "Okafor|B| / Weber|C|"), ("Okafor B | Weber C", "Okafor|B| / Weber|C|"),
      ("Okafor B/Weber C", "Okafor|B| / Weber|C|"),
      ("Okafor B & Weber C", "Okafor|B| / Weber|C|"), ("Okafor B – Weber C", "Okafor|B| / Weber|C|"),
      ("Okafor–Weber C", "Okafor–Weber|C|"),
      ("Okafor-Weber C", "Okafor-Weber|C|"), ("Okafor B and Weber C", "Okafor|B| / Weber|C|"),
      ("Okafor B, and Weber C", "Okafor|B| / Weber|C|"),
      ("Okafor B u. Weber C", "Okafor|B| / Weber|C|"), ("Okafor B (ed.)", "Okafor|B|"),
      ("Okafor B [ed], Weber C", "Okafor|B| / Weber|C|"),
      ("Okafor B, editor", "Okafor|B|"), ("Okafor B, Weber C, eds.", "Okafor|B| / Weber|C|"),
      ("Hrsg. Okafor B", "Okafor|B|"), ("Okafor HG", "Okafor|HG|"),
      ("edited by Okafor B", "Okafor|B|"), ("Emerson CP,J", "Emerson|CP|"), ("Okafor B.", "Okafor|B.|"),
      ("N.P.Menezes", "Menezes|N.P.|"), ("AndreasKnie", "Knie|Andreas|"), ("MacGregor", "MacGregor||"),
      ("VanderBilt B", "VanderBilt|B|"),
      ("Weber, C. T. Gait J.S. Stride and A. Li", "Weber|C.| / Gait|T.| / Stride|J.S.| / Li|A.|"),
    ])
  func separators(list: String, names: String) { expect(list, names) }

  @Test(
    "Bodies and places are whole names",
    arguments: [
      ("São Paulo", "São Paulo"), ("Costa Rica", "Costa Rica"), ("Rio Grande do Sul", "Rio Grande do Sul"),
      ("Costa R", "Costa|R|"),
      ("INSTITUTO NACIONAL – EMBRAPA", "INSTITUTO NACIONAL – EMBRAPA"),
      ("Ministério da Saúde (BR)", "Ministério da Saúde (BR)"),
      ("Study Group (eds)", "Study Group"), ("Group for Ice", "Group for Ice"),
      ("Friends of the Earth", "Friends of the Earth"), ("ACTS Study Group", "ACTS Study Group"),
      ("Okafor B, ACTS Study Group", "Okafor|B| / ACTS Study Group"), ("Smith AG", "Smith|AG|"),
      ("World Health Organization, Geneva", "World Health Organization, Geneva"),
      ("Bank, F. J.", "Bank|F. J.|"), ("WHO", "WHO"), ("BT", "BT"),
    ])
  func bodies(list: String, names: String) { expect(list, names) }

  @Test(
    "Families in capitals are told from initials",
    arguments: [
      ("BILGIN, Mehmet, Yigit AKCALI", "BILGIN|Mehmet| / AKCALI|Yigit|"),
      ("BILGIN, Mehmet, Ana LIM", "BILGIN|Mehmet| / LIM|Ana|"),
      ("SILVA SOLÍS Juan", "SILVA SOLÍS|Juan|"), ("M. NUTZ", "NUTZ|M.|"), ("YAO H. H.", "YAO|H. H.|"),
      ("A. J. VAN DER EB", "VAN DER~EB|A. J.|"),
      ("DE WIT, C. T.", "DE~WIT|C. T.|"), ("LI, Q.", "LI|Q.|"), ("LI Q", "LI|Q|"), ("WE O, LI Q", "WE|O| / LI|Q|"),
      ("Okafor BT, Welch Ra, Li Q", "Okafor|BT| / Welch|Ra| / Li|Q|"),
    ])
  func capitals(list: String, names: String) { expect(list, names) }

  @Test(
    "A list says in many ways that names are left out",
    arguments: [
      ("Okafor B, et al", true), ("Okafor B et. al.", true), ("Okafor B, Weber C u. a.", true),
      ("Okafor B and others", true), ("Okafor B und andere", true),
      ("Okafor B et coll", true), ("Okafor B et Weber C", false), ("Okafor B and Other C", false),
      ("Okafor B u. Weber A", false), ("Al A", false), ("", false),
    ])
  func truncated(list: String, isTruncated: Bool) {
    let found = NameList(list)
    #expect(found.isTruncated == isTruncated)
    if !list.isEmpty { #expect(found.names.first.map(outline)?.hasPrefix(list.prefix(2)) == true) }
  }

  @Test("Blanks of all kinds in a name are one")
  func blanks() {
    expect("Okafor\n  B", "Okafor|B|")
    expect("Ben\u{A0}van\tOkafor", "van~Okafor|Ben|")
    expect("Study\u{A0}Group\n\tof Ice", "Study Group of Ice")
  }
}
