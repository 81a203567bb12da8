import IbidModel
import IbidNotes
import Testing

struct ParsedReferenceTests {
  private static let lines = [
    "1. Okafor BT, Weber CG. Heel raises for sore tendons: a trial. J Gait. 2015 Jul;51(13):986–88. PubMed 20000001 ❐",
    "Weber, C. (2016). Walks. In D. Moreau (Ed.), Handbook of steps (2nd ed., pp. 12-40). New York: Norton.",
    "Müller, Hans 1998: Gehen und Stehen, in: Zeitschrift für Gang 12 (3), S. 44–60. https://example.org/a_b?c=1",
    "no reference at all", "", "   ", "12.", "(((((((", "é\u{301}\u{301}", "*Emphasis* _A_. 2012.", "10.1000/abc",
    "日本語の本. 東京, 2001.", "Weber, J. H., Handbook of Biological Statistics, 2n 2nd \u{FFFD}T!\u{FFFD}, Baltimore, 2009.",
    "T. Becher and M.arXiv:2301.01234 D. Weber, JHEP 02, 040 (2010), arXiv:0911.0681[ hep-ph].",
    "J. P. C CO9,2 Lancet 6(5 CO,9,2doi:10.1000/d ed. 7);",
  ]

  @Test("Every byte is in a field or in the remainder", arguments: lines)
  func accountsForEveryByte(line: String) {
    let parsed = parseReference(line)
    var counts = [Int](repeating: 0, count: line.utf8.count)
    for range in parsed.fields.map(\.range) + parsed.remainder { for index in range { counts[index] += 1 } }
    #expect(counts.allSatisfy { $0 == 1 })
    #expect((0...1).contains(parsed.confidence))
  }

  @Test func readsChaptersWithPagesBeforeTheBook() {
    let item = parseReference(
      "Weber, C. (1974), Walks in the city, 121–148, in: Moreau, D. (Ed.), Handbook of steps. New York: Norton."
    )
    .item
    #expect(item[.title] == "Walks in the city")
    #expect(item[.page] == "121-148")
    #expect(item[.containerTitle] == "Handbook of steps")
  }

  @Test(arguments: [
    ("8 A. Okafor, R. Weber, J. Gait 21, 2 (2019) 5.", ["A.", "R."]),
    ("116G. C. Okafor and K. H. Weber, J Gait, 2008, 9, 938–950.", ["G. C.", "K. H."]),
  ])
  func tellsTheListsNumberFromInitials(line: String, given: [String]) {
    #expect(parseReference(line).item[names: .author].map(\.given) == given)
  }

  @Test func tellsVolumeAndIssueFromPages() {
    let item = parseReference("C. Weber et A. Okafor, « Heels and steps in towns », J Gait, 401-12, 1999, p. 598-602.")
      .item
    #expect(item[.volume] == "401")
    #expect(item[.issue] == "12")
    #expect(item[.page] == "598-602")
  }

  @Test(
    "Numbers that no word names are volume, issue and pages in this order",
    arguments: [
      "Weber, C., Okafor, A. et Brandt, M. (2004) : “Heels and steps in towns”, J Gait, 5, 11, 150-163.",
      "Weber, C. / Okafor, A. / Brandt, M., Heels and steps in towns, in: J Gait, 5,11 (2004), S. 150–163.",
      "[33] Weber, C. and Okafor, A. 2004. Heels and steps in towns. J Gait. 5, 11 (2004), 150–163.",
    ])
  func ordersBareNumbers(line: String) {
    let item = parseReference(line).item
    #expect([item[.volume], item[.issue], item[.page]] == ["5", "11", "150-163"])
  }

  @Test(
    "«In» before a Latin word is part of a journal's name",
    arguments: ["In Vivo", "In Vitro Cell Dev Biol Anim", "In Vitro Cellular & Developmental Biology"])
  func keepsInOfLatinNames(journal: String) {
    let item = parseReference("Okafor BT, Weber CG. Walking as a tonic for sore heels. \(journal). 1994;8(11):113–23.")
      .item
    #expect(item[.containerTitle] == journal)
  }

  @Test func joinsPagesThatLostTheirDash() {
    let item = parseReference("Weber, A. and Okafor, B. (1995). Steps in towns. Journal of Gait, 52:591 611.").item
    #expect(item[.page] == "591-611")
  }

  @Test func endsQuotedTitlesWithTheirMark() {
    let item = parseReference(
      "Weber, Karin (1994), »Primitive Steps: Towards a Notion«, Theory, Culture & Gait, Jg. 11, H. 3, 1–22."
    ).item
    #expect(item[.title] == "Primitive Steps: Towards a Notion")
    #expect(item[.containerTitle] == "Theory, Culture & Gait")
  }

  @Test func leavesFollowingPagesOut() {
    #expect(
      parseReference("Weber, Clara (1998): Gehen. In: Zeitschrift für Gang 12 (3), S. 144ff.").item[.page] == "144")
  }

  @Test func confidenceIsAShareOfRightReadings() {
    let plain = parseReference("Okafor BT, Weber CG. Heel raises for sore tendons: a trial. J Gait. 2015;51(13):986-8.")
    #expect(plain.confidence > 0.9)
    #expect(parseReference("no reference at all").confidence < 0.6)
  }

  @Test func keepsStopsThatBelongToFields() {
    let line = "Weber, C. D., & Okafor, A. B. (2019). Heels and steps. J. Hum. Gait., 12(3), 100–109."
    let item = parseReference(line).item
    #expect(item[names: .author].map(\.given) == ["C. D.", "A. B."])
    #expect(item[.containerTitle] == "J. Hum. Gait.")
    let book = parseReference("Butler DS, Okafor GL. Explain walks. 2nd ed. Adelaide: Norton; 2013.").item
    #expect(book[.edition] == "2nd" || book[.edition] == "2")
    #expect(book.type == .book)
  }

  @Test(
    "Fields end where they end",
    arguments: [
      (
        "Weber CG, Okafor BT, Moreau DL. Evaluating boots for the heel walker, Ambulator plutellus (Walkers: Heelidae). J Gait 2004;97:1365-1372.",
        Variable.title, "Evaluating boots for the heel walker, Ambulator plutellus (Walkers: Heelidae)"
      ),
      (
        "Weber CG, Okafor BT. Predicting adherence to walking after surgery. Heel Prev Res (Phila). 2011;4(9):1360-5.",
        .containerTitle, "Heel Prev Res (Phila)"
      ),
      (
        "Weber CG, Okafor BT, Moreau N. U.S. walking policy, family outings, and circular paths. Gait Review. 2008; 42(1): 64-88.",
        .title, "U.S. walking policy, family outings, and circular paths"
      ),
      (
        "Weber, L. S.; Moreau, F. M. Análise das caminhadas acadêmicas. Em Questão, v. 23, n. 5, p. 115-141, 2017.",
        .containerTitle, "Em Questão"
      ),
      (
        "Cánovas, M. A. (2011). Un modelo de caminata: la Red Iberoamericana de Bancos (BLH). Madrid: OPAS.",
        .title, "Un modelo de caminata: la Red Iberoamericana de Bancos (BLH)"
      ),
      ("Okafor, B. (1983). Development of the Heel (Quintessence).", .title, "Development of the Heel"),
      (
        "137. Conselho Nacional de Caminhadas. Apresentação [Internet]. Brasília; 2020. Available from: http://example.org/a/",
        .title, "Apresentação"
      ),
      (
        "Okafor D, Weber AD. Combination versus single boots in winter. Oncologist. 2002; 7 (Suppl 6):13–19.", .issue,
        "Suppl 6"
      ),
      ("Weber BM, Ilves M. Boots of the middle Miocene. Cainozoic Res. 2013;11–13: 3–584.", .volume, "11–13"),
      (
        "Weber, I. 2021. Boots and balance: notes on a step. Pages 121–146 in B. Brandt and J. Moreau, eds. Walks and other arts. Norton, Leeds.",
        .page, "121-146"
      ),
      ("Hill, T.E. Summary of steps. Leeds: Norton, 1974. xii, 136 p. USDA.", .numberOfPages, "136"),
    ] as [(String, Variable, String)])
  func endsFieldsWhereTheyEnd(line: String, variable: Variable, wanted: String) {
    #expect(parseReference(line).item[variable] == wanted)
  }

  @Test(
    "Bodies keep their place, states are bodies, and the last of two names is no title",
    arguments: [
      (
        "Ministério da Saúde (BR). Portaria nº 2.436, de 21 de setembro de 2017. Brasília, DF, 2017.",
        "Ministério da Saúde (BR)"
      ),
      ("São Paulo. 2010. Plano de caminhadas do parque. São Paulo: Fundação Florestal.", "São Paulo"),
      (
        "[26] T.C.J. Turner, F.L. Wäber, in: R.T. Carder, J.G. Moreau (Eds.), Advances in Heel Ecology, Norton, Leeds, 2004, pp. 21–75.",
        "Turner; Wäber"
      ),
    ])
  func readsAuthors(line: String, names: String) {
    #expect(parseReference(line).item[names: .author].map(\.familyOrLiteral).joined(separator: "; ") == names)
  }

  @Test(
    "Hostile lines end in time",
    arguments: [
      String(repeating: "Weber C, ", count: 40_000), String(repeating: ",", count: 100_000),
      "A" + String(repeating: "\u{301}", count: 100_000), String(repeating: "((1999", count: 15_000),
      String(repeating: "“", count: 15_000), String(repeating: "see Weber and ", count: 6_000),
      String(repeating: "10.1000/", count: 15_000), String(repeating: "http://", count: 15_000),
      String(repeating: "Weber C. 2012; ", count: 6_000), String(repeating: "9", count: 100_000),
    ])
  func survives(line: String) {
    let parsed = parseReference(line)
    #expect(parsed.remainder.allSatisfy { $0.upperBound <= line.utf8.count })
    let bytes = Array(line.utf8.prefix(2_000_000))
    #expect(ReferenceList.entries(in: bytes).count >= 0)
    #expect(TerseCitations.mentions(in: bytes, 0..<bytes.count).count >= 0)
  }

  @Test(
    "A text that ends inside a character is read to its end",
    arguments: [
      Array("Y.\" v".utf8) + Array(repeating: 0x14, count: 34) + Array("an P: ".utf8) + [0xFF], [0xC2], [0xE2],
      [0xE2, 0x80], [0xF0, 0x9F], [0x41, 0x2E, 0x20, 0xC2], [0x28, 0xE2, 0x80],
    ] as [[UInt8]])
  func endsInsideCharacter(bytes: [UInt8]) {
    #expect(ReferenceParser.parse(ReferenceText(bytes, in: 0..<bytes.count)).item.identifiers.isEmpty)
    #expect(ReferenceList.entries(in: bytes).count <= 1)
  }
}
