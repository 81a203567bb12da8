import IbidArticles
import IbidModel
import Testing

/// Citations by name that have no year, more than a year, or a page in place of it.
struct NamedCitationTests {
  /// The markers of a text above a list, each as its note and words.
  private func markers(_ body: String, _ list: [String], heading: String = "References") throws -> [String] {
    try article(body, list, heading: heading).markers
  }

  private func article(_ body: String, _ list: [String], heading: String = "References") throws -> Marked {
    let text = "# On Bees\n\n\(body)\n\n## \(heading)\n\n" + list.joined(separator: "\n\n") + "\n"
    return try Marked(text, path: "bees.md")
  }

  private static let undated = [
    "Bee Council of Ghent. (n.d.). *Hives in towns*. https://www.bees.example/towns",
    "Dorn, Ute (o. J.): Bienen am Haus. Bonn: Imkerverlag.",
    "Ibarra, L. (s. f.). *Abejas del norte*. Lima: Colmena.",
    "Kemp, R. (in press). Wax and weather. *Hive Letters*.",
    "Moss, A. (forthcoming). *Smoke*. Leeds: Keeper.",
    "Pohl, Eva (im Druck): Waben. In: Imkerblatt 9.",
    "Quist, N. (2014). Queens. *Hive Letters, 4*, 1–9.",
    "SOUZA, Rui. **Mel**. Recife: Abelha, [s.d.].",
  ]

  @Test(
    "Words that stand in the place of a year in the text and in the list cite as a year does",
    arguments: [
      ("Hives hum (Bee Council of Ghent, n.d.).", ["1 «Bee Council of Ghent, n.d.»"]),
      ("Das sagt auch Dorn (o. J.).", ["2 «Dorn (o. J.»"]), ("Bienen summen (Dorn o.J., S. 4).", ["2 «Dorn o.J.»"]),
      ("Vuelan lejos (Ibarra, s.f., p. 8).", ["3 «Ibarra, s.f.»"]),
      ("Wax melts (Kemp, in press; Quist, 2014).", ["4 «Kemp, in press»", "7 «Quist, 2014»"]),
      ("Smoke calms (Moss forthcoming).", ["5 «Moss forthcoming»"]),
      ("Waben sind sechseckig (Pohl, im Druck).", ["6 «Pohl, im Druck»"]),
      ("O mel dura (SOUZA, s.d., p. 12).", ["8 «SOUZA, s.d.»"]),
      // A list that has a year is not cited without it, and a book that is in press is no citation of itself.
      ("Queens rule (Quist, n.d.).", []), ("Queens rule (Lang, n.d.).", []),
      ("The book by Kemp is in press. Ask her.", []),
    ])
  func withoutYear(body: String, expected: [String]) throws {
    // A citation by year beside it, so that the list counts as cited.
    let found = try markers(body + " Drones rest (Quist, 2014).", Self.undated)
    #expect(found == expected + ["7 «Quist, 2014»"])
  }

  private static let bodies = [
    "Amt für Bienenschutz. (2019). *Stöcke zählen*. Bonn: Autor.",
    "Ferro, G. (2020). Night hives. *Hive Letters, 3*, 4–9.",
    "World Bee Alliance. (2018). *Counting hives*. Author.",
  ]

  @Test(
    "A short form that the text gives for the name of a body cites it from then on",
    arguments: [
      (
        "Bees count (World Bee Alliance [WBA], 2018). They rest (Ferro, 2020). They sleep (WBA, 2018).",
        ["3 «World Bee Alliance [WBA], 2018»", "2 «Ferro, 2020»", "3 «WBA, 2018»"]
      ),
      (
        "Bienen zählen (Amt für Bienenschutz [BfBs], 2019). Sie ruhen (BfBs, 2019).",
        ["1 «Amt für Bienenschutz [BfBs], 2019»", "1 «BfBs, 2019»"]
      ),
      ("Das Amt für Bienenschutz (BfBs, 2019) zählt.", ["1 «BfBs, 2019»"]),
      ("Bees count (BfBs, 2019). They rest (Ferro, 2020).", ["2 «Ferro, 2020»"]),
    ])
  func shortForms(body: String, expected: [String]) throws {
    #expect(try markers(body, Self.bodies) == expected)
  }

  @Test("A short form in brackets within parentheses leaves the sentences around it apart")
  func sentencesAroundShortForms() throws {
    let sentences = try article(
      "Bees count (World Bee Alliance [WBA], 2018). They rest (Ferro, 2020). They sleep (WBA, 2018).", Self.bodies
    ).sentences
    #expect(sentences.filter { $0.contains(/count|rest|sleep/) } == ["Bees count.", "They rest.", "They sleep."])
  }

  private static let brazilian = [
    "BARROS, Ana; NUNES, Caio. As colmeias. **Revista Mel**, v. 2, p. 29-48, 2007.",
    "NUNES, Caio. **O zumbido**. Recife: Abelha, 2011.",
    "Rohde, Max; Adler, Eva; Beck, Jan (1990): Augen der Biene. In: Klein, Otto (Hg.): Sehen. Bonn: Imkerverlag, S. 11–20.",
  ]

  @Test(
    "Names that semicolons join are one work where the list has a work of all of them",
    arguments: [
      ("O mel corre (BARROS; NUNES, 2007, p. 33).", ["1 «BARROS; NUNES, 2007»"]),
      ("O mel corre (Barros; Nunes, 2007).", ["1 «Barros; Nunes, 2007»"]),
      ("O mel corre (Barros; Nunes, 2007; Nunes, 2011).", ["1 «Barros; Nunes, 2007»", "2 «Nunes, 2011»"]),
      ("O mel corre (Barros; Nunes, 2011).", ["2 «Nunes, 2011»"]),
      ("Sie sehen gut (vgl. auch Rohde u. a. 1990: 12).", ["3 «Rohde u. a. 1990»"]),
      ("Sie sehen gut (Nunes 2011, S. 3; vgl. Rohde u.a. 1990).", ["2 «Nunes 2011»", "3 «Rohde u.a. 1990»"]),
    ])
  func semicolons(body: String, expected: [String]) throws { #expect(try markers(body, Self.brazilian) == expected) }

  private static let cited = [
    "Hale, Vera J. *The Plot of the Hive*. Faber, 1994.", "Lund, Ann, et al. *Thoughts of Swarms*. Oxford UP, 2001.",
    "May, Cy. *Honey, and Other Tales*. Norton, 1999.",
    "Reed, Amy, and Jo Quiller. “Swarms in Fiction.” *Comparative Honey*, vol. 9, no. 2, 2006, pp. 10–31.",
    "Stone, Bo. *Wax*. Keeper, 2003.", "Stone, Bo. *Smoke*. Keeper, 2005.", "World Bee Alliance. *Hives*. WBA, 2010.",
  ]

  @Test(
    "Names and pages in parentheses cite the one work of the list that is exactly these people's",
    arguments: [
      ("Hives carry plots (Hale 45).", ["1 «Hale 45»"]),
      ("They end (see Reed and Quiller 12–13).", ["4 «Reed and Quiller 12–13»"]),
      ("They do (Lund et al. 7).", ["2 «Lund et al. 7»"]),
      ("They do (Lund et al. 7; Hale 3, 9).", ["2 «Lund et al. 7»", "1 «Hale 3, 9»"]),
      ("They count (World Bee Alliance 3).", ["7 «World Bee Alliance 3»"]),
      // Others, fewer authors, two works of one author, a year, a day and things that are counted are none.
      ("They end (Lang 12).", []), ("They end (Reed 12).", []), ("They end (Stone 12).", []),
      ("They end (Hale 2003).", []),
      ("They end (May 12).", []), ("They end (Table 3).", []), ("They end (Hale and Lund 4).", []),
    ])
  func pages(body: String, expected: [String]) throws {
    #expect(try markers(body, Self.cited, heading: "Works Cited") == expected)
  }

  @Test("Names and numbers in parentheses are no citations where the article marks its notes otherwise")
  func pagesBesideYears() throws {
    let body = "They swarm (Hale, 1994). They rest (Lund et al., 2001). Plots end (Hale 45)."
    #expect(
      try markers(body, Self.cited, heading: "Works Cited") == ["1 «Hale, 1994»", "2 «Lund et al., 2001»"])
  }
}
