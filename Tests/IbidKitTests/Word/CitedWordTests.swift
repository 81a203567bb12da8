import IbidKit
import IbidModel
import TestSupport
import Testing

/// Typed citations that become live.
struct CitedWordTests {
  private typealias D = DocxFile

  private static let list = [
    "1. Weber C. Salt and the heart. J Salt. 1988;3(2):1-9.",
    "2. Moreau D, Lin P. Rooms and air. Build Air. 1999;7:88-95.",
    "3. Sato H. Scales of the body in motion. Weights. 2001;2(1):5-9. doi:10.1000/xyz123",
  ]
  private static let named = [
    "Moreau D, Lin P. (1999). Rooms and air. Build Air, 7, 88-95.",
    "Sato, H. (2001). Scales of the body in motion. Weights, 2(1), 5-9. doi:10.1000/xyz123",
    "Weber, C. (1988). Salt and the heart. J Salt, 3(2), 1-9.",
  ]

  private static func document(_ paragraph: String, _ list: [String]) -> [UInt8] {
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>\(D.run("References"))</w:p>"
    return D.document(D.paragraph(paragraph) + heading + list.map { D.paragraph(D.run($0)) }.joined())
  }

  private static func cited(_ bytes: [UInt8], style: String? = nil) throws -> (CitedWord, WordParts) {
    let cited = try CitedWord(
      CheckedArticle(bytes: bytes, path: "a.docx"), style: try style.map { try StyleSearch().style($0) })
    return (cited, try WordParts(cited.bytes))
  }

  @Test("Numbers in brackets and raised ones become fields with the whole record; the list becomes the bibliography")
  func numbers() throws {
    let bytes = Self.document(
      D.run("Salt makes thirsty [1,2]. Air is in rooms [") + D.run("1", "<w:b/>")
        + D.run("–3]. Bodies have scales [3]."), Self.list)
    let (cited, parts) = try Self.cited(bytes)
    #expect(cited.count == 3 && cited.hasBibliography && cited.left == [], "\(cited.left)")
    #expect(parts.text() == (try WordParts(bytes)).text())
    #expect(parts.violations == [])
    #expect(parts.document.contains("\"plainCitation\":\"[1–3]\"") && parts.document.contains("ADDIN ZOTERO_BIBL"))
    #expect(
      parts.document.contains("\"uris\":[\"https://doi.org/10.1000/xyz123\"]")
        && parts.document.contains("\"family\":\"Weber\""))
    // What is live can be formatted, and is not made live again.
    let formatted = try WordParts(
      FormattedWord(bytes: cited.bytes, path: "a.docx", style: try StyleSearch().style("apa")).bytes)
    #expect(
      formatted.text().hasPrefix("Salt makes thirsty (Moreau & Lin, 1999; Weber, 1988). Air is in rooms ("),
      "\(formatted.text())")
    #expect(formatted.violations == [])
    #expect(try Self.cited(cited.bytes).0.count == 0)
  }

  @Test("Raised numbers")
  func raised() throws {
    let raised = "<w:vertAlign w:val=\"superscript\"/>"
    let (cited, parts) = try Self.cited(
      Self.document(
        D.run("Salt makes thirsty.") + D.run("1,2", raised) + D.run(" Bodies have scales.") + D.run("3", raised),
        Self.list))
    #expect(cited.count == 2 && cited.left == [], "\(cited.left)")
    #expect(
      parts.document.contains("\"formattedCitation\":\"\\\\super 1,2\\\\nosupersub{}\",\"plainCitation\":\"1,2\""))
  }

  @Test("Names and years, with what stands around them")
  func names() throws {
    let bytes = Self.document(
      D.run(
        "Salt makes thirsty (Weber 1988; Moreau and Lin 1999, p. 90). Scales were described by Sato (2001). Many have them (see Sato, 2001)."
      ),
      Self.named)
    let (cited, parts) = try Self.cited(bytes, style: "apa")
    #expect(cited.count == 3 && cited.hasBibliography && cited.left == [], "\(cited.left)")
    #expect(parts.text() == (try WordParts(bytes)).text())
    #expect(
      parts.document.contains("\"plainCitation\":\"(2001)\"") && parts.document.contains("\"suppress-author\":true"))
    #expect(
      parts.document.contains("\"locator\":\"90\",\"label\":\"page\"") && parts.document.contains("\"prefix\":\"see \"")
    )
    #expect(parts["docProps/custom.xml"].contains("http://www.zotero.org/styles/apa"))
    #expect(parts.violations == [])
    let formatted = try WordParts(FormattedWord(bytes: cited.bytes, path: "a.docx").bytes)
    #expect(
      formatted.text().hasPrefix(
        "Salt makes thirsty (Moreau & Lin, 1999, p. 90; Weber, 1988). Scales were described by Sato (2001). Many have them (see Sato, 2001).\n"
      ), "\(formatted.text())")
  }

  @Test("What is unsure is left, and listed; a list with such entries stays typed")
  func leavesWhatIsUnsure() throws {
    let bytes = Self.document(
      D.run(
        "Salt makes thirsty (Weber, 1988). Scales (as a great many people have said again and again since Sato, 2001) are had by bodies."
      ), Self.named)
    let (cited, parts) = try Self.cited(bytes)
    #expect(cited.count == 1 && cited.hasBibliography)
    #expect(
      cited.left == ["a.docx:1:98: “Sato, 2001” is left as it is: it is not clear which of it is the citation"],
      "\(cited.left)")
    #expect(parts.text() == (try WordParts(bytes)).text() && parts.violations == [])
    // An entry in the middle that nothing cites would be lost on the next refresh.
    let gap = try Self.cited(Self.document(D.run("Salt makes thirsty [1]. Bodies have scales [3]."), Self.list)).0
    #expect(gap.count == 2 && !gap.hasBibliography)
    #expect(gap.left.contains { $0.contains("no live citation cites entry 2") }, "\(gap.left)")
  }

  @Test(
    "A number in brackets that may count something else is left, and listed",
    arguments: [
      "The element a[1] is salt.", "The interval [1, 2] is closed.", "It lies in [1, 2] interval of reals.",
      "Equation (3) holds.", "So says eq. (2).", "As Fig. (1) has it.",
    ])
  func doubtfulNumbers(sentence: String) throws {
    let (cited, parts) = try Self.cited(Self.document(D.run("Salt makes thirsty [1,2,3]. " + sentence), Self.list))
    #expect(cited.count == 1, "\(parts.document)")
    #expect(try Self.cited(Self.document(D.run("Salt makes thirsty[1]. Rooms have air (2)."), Self.list)).0.left == [])
  }

  @Test("While numbers are left as they were typed, no style counts the works anew")
  func refusesToRenumber() throws {
    let bytes = Self.document(D.run("Scales [3], salt [1]. The interval [1, 2] is closed."), Self.list)
    let error = #expect(throws: IbidError.self) { try Self.cited(bytes, style: "vancouver") }
    #expect(error?.message.contains("[1, 2]") == true)
    #expect(try Self.cited(bytes).0.count == 2)
  }

  @Test("A name and a year that two works of the list have are left, but for those with a letter")
  func ambiguousNames() throws {
    let twins = [
      "Weber, C. (1988a). Salt and the heart. J Salt, 3(2), 1-9.", "Weber, C. (1988b). Air in rooms. Build Air, 7, 88-95.",
    ]
    let (cited, _) = try Self.cited(
      Self.document(D.run("Salt makes thirsty (Weber, 1988a). Rooms have air (Weber, 1988)."), twins))
    #expect(cited.count == 1 && cited.left.count == 2, "\(cited.left)")
  }
}
