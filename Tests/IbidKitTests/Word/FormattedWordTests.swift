import IbidKit
import IbidModel
import TestSupport
import Testing

/// The live citations of a Word document in another style.
struct FormattedWordTests {
  private typealias D = DocxFile
  private typealias F = WordFields

  private static func formatted(
    _ bytes: [UInt8], _ style: String? = "ieee", records: [Item] = []
  ) throws -> (FormattedWord, WordParts) {
    let result = try FormattedWord(
      bytes: bytes, path: "a.docx", style: try style.map { try StyleSearch().style($0) }, records: records)
    return (result, try WordParts(result.bytes))
  }

  private static let instruction = F.zotero("(Weber 1988)", F.weber)
  private static let result = D.run("(Weber 1988)", "<w:lang w:val=\"en-GB\"/>")
  private static var escaped: String { D.escaped(instruction) }

  /// A field in each of the forms in which programs write it.
  static let forms: [(name: String, xml: String)] = [
    ("runs of its own", D.paragraph(D.run("A "), D.field(instruction, result), D.run("."))),
    (
      "the instruction in many runs",
      D.paragraph(
        D.run("A "), D.mark("begin"),
        instruction.split(separator: ":", omittingEmptySubsequences: false).enumerated().map { number, piece in
          "<w:r><w:instrText xml:space=\"preserve\">\(number == 0 ? "" : ":")\(D.escaped(String(piece)))</w:instrText></w:r>"
        }.joined(), D.mark("separate"), result, D.mark("end"), D.run("."))
    ),
    (
      "the result in many runs",
      D.paragraph(
        D.run("A "), D.field(instruction, D.run("(We", "<w:b/>") + "<w:proofErr/>" + D.run("ber") + D.run(" 1988)")),
        D.run("."))
    ),
    (
      "all in one run",
      "<w:p><w:r><w:t xml:space=\"preserve\">A </w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText>\(escaped)</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>(Weber 1988)</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>.</w:t></w:r></w:p>"
    ),
    (
      "a simple field",
      D.paragraph(
        D.run("A "), "<w:fldSimple w:instr=\"\(escaped.replacing("\"", with: "&quot;"))\">\(result)</w:fldSimple>",
        D.run("."))
    ),
    (
      "a field without a result",
      D.paragraph(
        D.run("A "), D.mark("begin"), "<w:r><w:instrText>\(escaped)</w:instrText></w:r>", D.mark("end"), D.run("."))
    ),
    ("an empty result", D.paragraph(D.run("A "), D.field(instruction, ""), D.run("."))),
    (
      "over two paragraphs",
      "<w:p>" + D.run("A ") + D.mark("begin") + "<w:r><w:instrText>\(escaped)</w:instrText></w:r>" + D.mark("separate")
        + D.run("(Weber") + "</w:p><w:p>" + D.run("1988)") + D.mark("end") + D.run(".") + "</w:p>"
    ),
    (
      "in a table",
      "<w:tbl><w:tr><w:tc>" + D.paragraph(D.run("A "), D.field(instruction, result), D.run("."))
        + "</w:tc></w:tr></w:tbl>"
    ),
    (
      "in a content control",
      "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent>"
        + D.paragraph(D.run("A "), D.field(instruction, result), D.run(".")) + "</w:sdtContent></w:sdt>"
    ),
    (
      "inserted with changes tracked",
      D.paragraph(
        D.run("A "), "<w:ins w:id=\"1\" w:author=\"B\">" + D.field(instruction, result) + "</w:ins>", D.run("."))
    ),
    (
      "with a tracked change in it",
      D.paragraph(
        D.run("A "),
        D.field(
          instruction,
          "<w:del w:id=\"1\"><w:r><w:delText>(W. 1988)</w:delText></w:r></w:del><w:ins w:id=\"2\">\(result)</w:ins>"),
        D.run("."))
    ),
    ("within another field", D.paragraph(D.run("A "), D.field(" QUOTE ", D.field(instruction, result)), D.run("."))),
    (
      "with another's comment on it",
      D.paragraph(
        D.run("A "),
        D.field(instruction, "<w:bookmarkStart w:id=\"4\" w:name=\"x\"/>" + result + "<w:bookmarkEnd w:id=\"4\"/>"),
        D.run("."))
    ),
  ]

  @Test("A citation field is rendered anew however it is written", arguments: forms)
  func rendersEveryForm(name: String, xml: String) throws {
    let (result, parts) = try Self.formatted(D.document(xml))
    #expect(parts.text().replacing("\n", with: "") == "A [1].", "\(name)")
    #expect(result.kept.isEmpty && result.count == 1)
    #expect(parts.violations == [], "\(name)")
    let plain = name == "a simple field" ? "&quot;plainCitation&quot;:&quot;[1]&quot;" : "plainCitation"
    #expect(parts.document.contains(plain) && !parts.document.contains("(Weber 1988)"))
    // There and back again.
    let (_, there) = try Self.formatted(result.bytes, "apa")
    #expect(there.text().replacing("\n", with: "") == "A (Weber, 1988).")
    let (_, back) = try Self.formatted(try Self.formatted(result.bytes, "apa").0.bytes)
    #expect(back.document == parts.document, "\(name)")
  }

  @Test("Other prefixes, the strict edition and a default namespace are Word's too")
  func namespaces() throws {
    let xml = "<w:document xmlns:w=\"\(D.namespace)\"><w:body>\(Self.forms[0].xml)</w:body></w:document>"
    for (name, changed) in [
      ("prefix", xml.replacing("w:", with: "x:").replacing("xmlns:w", with: "xmlns:x")),
      ("strict", xml.replacing(D.namespace, with: D.strictNamespace)),
      (
        "default",
        xml.replacing("<w:", with: "<").replacing("</w:", with: "</").replacing("xmlns:w", with: "xmlns")
          .replacing("w:fldCharType", with: "q:fldCharType").replacing("w:val", with: "q:val")
          .replacing("<body>", with: "<body xmlns:q=\"\(D.namespace)\">")
      ),
    ] {
      let (_, parts) = try Self.formatted(D.document("<?xml version=\"1.0\"?>" + changed))
      #expect(parts.text() == "A [1].\n" || parts.text().hasPrefix("A [1]."), "\(name): \(parts.document)")
      #expect(parts.violations == [], "\(name)")
    }
  }

  @Test("The text that the field keeps is the visible one; formatting goes into runs, and out again")
  func keepsItsText() throws {
    let (first, raised) = try Self.formatted(D.document(Self.forms[0].xml), "nature")
    #expect(raised.document.contains("\"formattedCitation\":\"\\\\super 1\\\\nosupersub{}\",\"plainCitation\":\"1\""))
    #expect(
      raised.document.contains(
        "<w:rPr><w:vertAlign w:val=\"superscript\"/><w:lang w:val=\"en-GB\"/></w:rPr><w:t>1</w:t>"))
    let (_, plain) = try Self.formatted(first.bytes, "apa")
    #expect(plain.document.contains("<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t>(Weber, 1988)</w:t>"))
    #expect(plain.document.contains("\"plainCitation\":\"(Weber, 1988)\""))
  }

  @Test(
    "Citations that their author settled stay, and count",
    arguments: [
      ("\"dontUpdate\":true", "(Weber 1988)", "asked for that in Zotero"),
      ("\"custom\":\"(Weber 1988)\"", "(Weber 1988)", "asked for that in Zotero"),
      ("\"x\":1", "(Weber’s Salt)", "changed by hand; Zotero had written “(Weber 1988)”"),
    ])
  func keepsWhatIsSettled(property: String, text: String, reason: String) throws {
    let settled = F.zotero("(Weber 1988)", F.weber, properties: "," + property)
    let body = D.paragraph(
      D.field(settled, D.run(text)), D.run(" and "), D.field(F.zotero("(Sato 2001)", F.sato), D.run("(Sato 2001)")))
    let (result, parts) = try Self.formatted(D.document(body))
    #expect(parts.text() == "\(text) and [2]\n")
    #expect(result.kept.count == 1 && result.kept[0].contains(reason), "\(result.kept)")
    #expect(parts.document.contains(D.escaped(settled)))
  }

  private static func list(_ bibliography: String, _ entries: String...) -> String {
    let first =
      "<w:p><w:pPr><w:pStyle w:val=\"Bibliography\"/></w:pPr>" + D.mark("begin")
      + "<w:r><w:instrText>\(D.escaped(bibliography))</w:instrText></w:r>" + D.mark("separate")
    return first
      + entries.map { D.run($0) }.joined(separator: "</w:p><w:p><w:pPr><w:pStyle w:val=\"Bibliography\"/></w:pPr>")
      + "</w:p><w:p>" + D.mark("end") + "</w:p>"
  }

  private static let cites = D.paragraph(
    D.field(F.zotero("(Weber 1988)", F.weber), D.run("(Weber 1988)")), D.run(" and "),
    D.field(F.zotero("(Sato 2001)", F.sato), D.run("(Sato 2001)")))

  @Test(
    "A bibliography has a paragraph an entry, more or fewer than before",
    arguments: [
      ["old"], ["old", "older"], ["old", "older", "oldest"], [],
    ])
  func bibliography(entries: [String]) throws {
    let first =
      "<w:p><w:pPr><w:pStyle w:val=\"Bibliography\"/></w:pPr>" + D.mark("begin")
      + "<w:r><w:instrText>\(D.escaped(F.bibliography))</w:instrText></w:r>" + D.mark("separate")
    let body =
      Self.cites + first
      + entries.map { D.run($0) }.joined(separator: "</w:p><w:p><w:pPr><w:pStyle w:val=\"Bibliography\"/></w:pPr>")
      + D.mark("end") + "</w:p>" + D.paragraph(D.run("End"))
    let (result, parts) = try Self.formatted(D.document(body))
    let lines = parts.text().split(separator: "\n")
    #expect(lines.count == 4 && lines[0] == "[1] and [2]" && lines[3] == "End", "\(lines)")
    #expect(
      lines[1].hasPrefix("[1]\tC. Weber, Salt and the heart") && lines[2].hasPrefix("[2]\tC. Sato, Scales"), "\(lines)")
    #expect(parts.violations == [])
    let apa = try Self.formatted(result.bytes, "apa").1
    #expect(apa.text().contains("Sato, C. (2001). Scales of the body. Norton.\nWeber, C. (1988)"))
    #expect(apa.document.contains("<w:i/><w:iCs/></w:rPr><w:t>Scales of the body</w:t>"))
    #expect(try Self.formatted(Self.formatted(result.bytes, "apa").0.bytes).1.document == parts.document)
  }

  @Test("What its author leaves out of the bibliography, words himself and lists uncited is heeded")
  func heedsTheAuthor() throws {
    let uri = { (name: String) in "http://zotero.org/users/1/items/\(name)" }
    let code =
      " ADDIN ZOTERO_BIBL {\"uncited\":[[\"\(uri("Lin1990"))\"]],\"omitted\":[[\"\(uri("Weber1988"))\"]],\"custom\":[[[\"\(uri("Sato2001"))\"],\"Sato, in {\\\\i{}Scales}\"]]} CSL_BIBLIOGRAPHY "
    let body = Self.cites + Self.list(code, "Lin P. Air in all rooms.", "Sato C. Scales of the body.")
    let (result, parts) = try Self.formatted(D.document(body))
    #expect(parts.text() == "[1] and [2]\nSato, in Scales\nLin P. Air in all rooms.\n\n")
    #expect(parts.document.contains("<w:i/><w:iCs/></w:rPr><w:t>Scales</w:t>"))
    #expect(
      result.warnings == [
        "a.docx: 1 works are listed without being cited; their entries stay as they were, and come last"
      ])
  }

  @Test("The style that the reference manager keeps is the new one, in as many properties as it takes")
  func keepsTheStyle() throws {
    let filler = " x=\"" + String(repeating: "y", count: 90) + "\""
    let bytes = D.document(Self.forms[0].xml, properties: F.preferences("apa", filler: filler))
    let long = "nlm-citation-sequence-superscript"
    let (result, parts) = try Self.formatted(bytes, long)
    let properties = parts["docProps/custom.xml"]
    #expect(properties.contains("name=\"ZOTERO_PREF_2\"") && properties.contains("pid=\"4\""))
    #expect(properties.contains("http://www.zotero.org/styles/\(long)") && properties.contains("kept"))
    #expect(
      !properties.contains("ZOTERO_PREF_3") && properties.contains("id=\"S1\"") || properties.contains("&quot;S1"))
    let (_, back) = try Self.formatted(result.bytes, "apa")
    #expect(!back["docProps/custom.xml"].contains("ZOTERO_PREF_2"))
    // Without another the document's own style is used.
    #expect(try Self.formatted(bytes, nil).1.text() == "A (Weber, 1988).\n")
  }

  @Test("Mendeley's fields keep their own three texts; the style stands in a property of its own")
  func mendeley() throws {
    let code =
      "ADDIN CSL_CITATION {\"citationItems\":[{\"id\":\"ITEM-1\",\"itemData\":{\"id\":\"ITEM-1\",\"type\":\"book\",\"title\":\"Salt\",\"author\":[{\"family\":\"Weber\",\"given\":\"C\"}],\"issued\":{\"date-parts\":[[\"1988\"]]}},\"uris\":[\"http://www.mendeley.com/documents/?uuid=1\"]}],\"mendeley\":{\"formattedCitation\":\"(Weber 1988)\",\"plainTextFormattedCitation\":\"(Weber 1988)\",\"previouslyFormattedCitation\":\"(Weber 1988)\"},\"properties\":{\"noteIndex\":0},\"schema\":\"x\"}"
    let properties =
      "<Properties xmlns:vt=\"v\"><property pid=\"2\" name=\"Mendeley Citation Style_1\"><vt:lpwstr>http://www.zotero.org/styles/apa</vt:lpwstr></property></Properties>"
    let body =
      D.paragraph(D.field(code, Self.result))
      + D.paragraph(D.field("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", D.run("old")))
    let (_, parts) = try Self.formatted(D.document(body, properties: properties), "nature")
    #expect(parts.text().hasPrefix("1\n1.\tWeber, C."))
    #expect(
      parts.document.contains(
        "\"formattedCitation\":\"&lt;sup&gt;1&lt;/sup&gt;\",\"plainTextFormattedCitation\":\"1\",\"previouslyFormattedCitation\":\"&lt;sup&gt;1&lt;/sup&gt;\""
      ))
    #expect(parts["docProps/custom.xml"].contains("http://www.zotero.org/styles/nature"))
  }

  @Test("Mendeley Cite’s content controls carry the citation in their tag")
  func mendeleyCite() throws {
    let json =
      "{\"citationID\":\"MENDELEY_CITATION_1\",\"isEdited\":false,\"citationItems\":[{\"id\":\"1\",\"itemData\":{\"id\":\"1\",\"type\":\"book\",\"title\":\"Salt\",\"author\":[{\"family\":\"Weber\",\"given\":\"C\"}]},\"isTemporary\":false}],\"manualOverride\":{\"isManuallyOverridden\":false,\"citeprocText\":\"(Weber)\",\"manualOverrideText\":\"\"}}"
    func control(_ json: String) -> String {
      "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_CITATION_v3_\(Self.base64(json))\"/></w:sdtPr><w:sdtContent>\(D.run("(Weber)"))</w:sdtContent></w:sdt>"
    }
    let (_, parts) = try Self.formatted(D.document(D.paragraph(D.run("A "), control(json))))
    #expect(parts.text() == "A [1]\n")
    #expect(
      parts.document.contains("MENDELEY_CITATION_v3_" + Self.base64(json.replacing("\"(Weber)\"", with: "\"[1]\""))))
    let kept = json.replacing("Overridden\":false", with: "Overridden\":true")
    #expect(try Self.formatted(D.document(D.paragraph(D.run("A "), control(kept)))).1.text() == "A (Weber)\n")
  }

  @Test("EndNote’s fields and Word’s own are rendered, with a warning")
  func others() throws {
    let xml =
      "<EndNote><Cite><Author>Weber</Author><Year>1988</Year><RecNum>1</RecNum><Pages>12</Pages><DisplayText>(Weber 1988)</DisplayText><record><rec-number>1</rec-number><ref-type name=\"Book\">6</ref-type><contributors><authors><author>Weber, C</author></authors></contributors><titles><title>Salt</title></titles><dates><year>1988</year></dates></record></Cite></EndNote>"
    let here = D.paragraph(D.field(" ADDIN EN.CITE \(xml)", D.run("(Weber 1988)")))
    let data =
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData>\(Self.base64(xml))</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>"
      + D.mark("end")
    let nested = D.paragraph(
      D.mark("begin"), "<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>", data, D.mark("separate"),
      D.field(" HYPERLINK \\l \"_ENREF_1\" ", D.run("(Weber 1988)")), D.mark("end"))
    let list = D.paragraph(D.field(" ADDIN EN.REFLIST ", D.run("old")))
    for body in [here, nested] {
      let (result, parts) = try Self.formatted(D.document(body + list), "apa")
      #expect(parts.text() == "(Weber, 1988, p. 12)\nWeber, C. (1988). Salt.\n", "\(parts.text())")
      #expect(parts.violations == [] && result.warnings.count == 1 && result.warnings[0].contains("EndNote returns"))
    }
    #expect(
      try Self.formatted(D.document(here), "apa").1.document.contains(
        "&lt;DisplayText>(Weber, 1988, p. 12)&lt;/DisplayText>"))
    let sources =
      "<b:Sources xmlns:b=\"b\"><b:Source><b:Tag>Web88</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Weber</b:Last><b:First>C</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>Salt</b:Title><b:Year>1988</b:Year></b:Source></b:Sources>"
    let word =
      D.paragraph(D.run("A "), D.field(" CITATION Web88 \\p 3 \\l 1033 ", D.run("(Weber 3)")))
      + D.paragraph(D.field(" BIBLIOGRAPHY ", D.run("old")))
    let (result, parts) = try Self.formatted(D.document(word, parts: [("customXml/item1.xml", sources)]), "apa")
    #expect(parts.text() == "A (Weber, 1988, p. 3)\nWeber, C. (1988). Salt.\n", "\(parts.text())")
    #expect(result.warnings.count == 1 && result.warnings[0].contains("Word returns"))
  }

  private static func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      let value = chunk.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - chunk.count))
      for place in 0..<4 { result.append(place <= chunk.count ? digits[value >> (18 - 6 * place) & 63] : "=") }
    }
    return result
  }

  @Test("Fields in notes come where the text refers to the note; deleted ones are none; what repeats is told apart")
  func order() throws {
    let note =
      "<w:footnote w:id=\"2\">" + D.paragraph(D.field(F.zotero("(Sato 2001)", F.sato), D.run("(Sato 2001)")))
      + "</w:footnote>"
    let box = { (content: String) in
      "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice><w:txbxContent>\(content)</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\(content)</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    }
    let body = D.paragraph(
      "<w:del w:id=\"9\"><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:delInstrText>\(Self.escaped)</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:delText>(Weber 1988)</w:delText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:del>",
      D.run("A"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", D.run(" "), D.field(Self.instruction, Self.result),
      box(D.paragraph(D.field(F.zotero("(Weber 1988b)", F.weber), D.run("(Weber 1988b)")))))
    let (result, parts) = try Self.formatted(D.document(body, notes: note))
    #expect(result.count == 3)
    #expect(parts.text() == "A [2][2]\n\n" && parts.text(of: "word/footnotes.xml") == "[1]\n", "\(parts.text())")
    #expect(parts.document.components(separatedBy: "\"plainCitation\":\"[2]\"") == 4)
    #expect(parts.document.contains("<w:delInstrText>\(Self.escaped)"))
  }

  @Test("A record that was named counts before the field’s own")
  func records() throws {
    var record = Item(id: "Weber1988", type: .book)
    record[.title] = "Salt, revised"
    record[names: .author] = [Name(family: "Weber-Lin", given: "C")]
    record[date: .issued] = CSLDate(1989)
    let (_, parts) = try Self.formatted(D.document(Self.forms[0].xml), "apa", records: [record])
    #expect(parts.text() == "A (Weber-Lin, 1989).\n")
  }

  @Test(
    "What cannot be done is refused, with the reason",
    arguments: [
      (D.document(D.paragraph(D.run("A [1]."))), "apa", "has no live citations; `ibid cite a.docx -o OUT.docx`"),
      (D.document(forms[0].xml), "chicago-notes", "1 citations stand in the text"),
      (
        D.document(
          D.paragraph("<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
          notes: "<w:footnote w:id=\"2\">\(forms[0].xml)</w:footnote>",
          properties: F.preferences("chicago-notes")), "apa", "all citations stand in notes"
      ),
      (D.document("<w:p>"), "apa", "is no well-formed XML"),
      (Array("no".utf8), "apa", "no ZIP file"),
    ] as [([UInt8], String, String)])
  func refuses(bytes: [UInt8], style: String, message: String) throws {
    let error = #expect(throws: IbidError.self) { try Self.formatted(bytes, style) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("Parts that are not written to are the same bytes, in the same order")
  func leavesTheRest() throws {
    let bytes = D.document(
      Self.forms[0].xml, parts: [("word/media/image1.png", "PNG"), ("word/theme/theme1.xml", "<t/>")])
    let before = try WordParts(bytes)
    let (result, parts) = try Self.formatted(bytes)
    #expect(parts.order == before.order)
    for name in before.order where name != "word/document.xml" { #expect(parts[name] == before[name]) }
    #expect(try Self.formatted(bytes).0.bytes == result.bytes)
  }
}

extension String {
  /// How many pieces a separator makes of the text.
  fileprivate func components(separatedBy separator: String) -> Int { ranges(of: separator).count + 1 }
}
