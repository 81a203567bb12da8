/// A Word document with much of what such documents hold.
enum WordSample {
  private typealias W = WordFile

  private static let styles = """
    <w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="Abschnitt"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="character" w:styleId="Hoch"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>
    """

  private static let sources = """
    <b:Sources><b:Source><b:Tag>Oka92</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList>\
    <b:Person><b:Last>Okafor</b:Last><b:First>Bo</b:First><b:Middle>T</b:Middle></b:Person></b:NameList></b:Author>\
    </b:Author><b:Title>Thirst</b:Title><b:JournalName>Physiol Notes</b:JournalName><b:Year>1992</b:Year>\
    <b:Month>4</b:Month><b:Day>12</b:Day><b:Volume>7</b:Volume><b:Issue>3</b:Issue><b:Pages>101-109</b:Pages>\
    <b:StandardNumber>1234-5679</b:StandardNumber><b:DOI>10.1000/Thirst</b:DOI></b:Source>\
    <b:Source><b:Tag>Min20</b:Tag><b:SourceType>InternetSite</b:SourceType><b:Author><b:Author>\
    <b:Corporate>Ministry of Paths</b:Corporate></b:Author><b:Editor><b:NameList><b:Person><b:Last>Lin</b:Last>\
    </b:Person></b:NameList></b:Editor></b:Author><b:Title>Paths for all</b:Title><b:Year>2020</b:Year>\
    <b:Month>13</b:Month><b:URL>https://example.org/paths</b:URL></b:Source></b:Sources>
    """

  private static func zotero(_ cites: String) -> String {
    "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[\(cites)]}"
  }
  private static let weber = """
    {"uris":["u/W"],"locator":"3-4","label":"chapter","prefix":"see ","suffix":" and more","itemData":{"type":"book",\
    "title":"Salt","author":[{"family":"Weber","given":"Clara"}],"issued":{"date-parts":[[1988]]}}}
    """

  static let document = W.document(
    [
      W.paragraph(W.run("Salt and Thirst"), style: "Title"),
      W.paragraph(
        "<w:fldSimple w:instr=\" TOC \\o \">", W.run("Contents 1"), "</w:fldSimple>"),
      W.paragraph(W.run("Background"), style: "berschrift1"),
      W.paragraph(
        W.run("Salt makes thirsty "),
        W.field(" CITATION Oka92 \\p 4 \\m Min20 \\l 1031 ", "(Okafor, 1992; Ministry, 2020)"),
        W.run(". It is old"), W.field(zotero(weber), "1", isRaised: true), W.run(", and in use"),
        "<w:r><w:footnoteReference w:id=\"3\"/></w:r>", W.run("."), W.run("2", isRaised: true),
        W.run(" Rooms have 12 m"), W.run("2", isRaised: true), W.run(" here.")),
      W.paragraph(W.run("Method"), style: "Abschnitt"),
      W.paragraph(
        "<w:ins>", W.run("We weighed"), "</w:ins><w:del>", W.run(" nothing"), "</w:del>",
        "<w:r><w:tab/><w:t>it</w:t><w:noBreakHyphen/><w:t>all</w:t><w:br/><w:t>twice.</w:t></w:r>",
        "<w:r><w:rPr><w:rStyle w:val=\"Hoch\"/></w:rPr><w:t>1,3</w:t></w:r>", W.run(" So "),
        "<m:oMath><m:r><m:t>x=12</m:t></m:r></m:oMath>", W.run(" holds.")),
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>\(W.run("An item"))</w:p>",
      "<w:tbl><w:tr><w:tc>\(W.paragraph(W.run("A cell")))</w:tc></w:tr></w:tbl>",
      "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>\(W.run("Deeper"))</w:p>",
      W.paragraph(W.run("Words under it.")),
      W.paragraph(W.run("References"), style: "Heading1"),
      W.paragraph(W.run("1. Weber C. Salt. Leeds: Norton; 1988.")),
      W.paragraph(W.run("2. Moreau D. Rooms. Build Air. 1999;7:88-95.")),
      W.paragraph(W.run("3. Sato H. Scales. Weights. 2001;2(1):5.")),
    ].joined(),
    [
      ("word/styles.xml", styles), ("customXml/item1.xml", sources),
      (
        "word/footnotes.xml",
        "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"3\">"
          + W.paragraph(W.run("Not by Quist.")) + W.paragraph(W.run("Nor by Lin (2004)."))
          + "</w:footnote></w:footnotes>"
      ),
    ])
}
