import IbidArticles
import IbidModel
import Testing

/// Numbers that are raised characters or that markup raises.
struct RaisedNumberTests {
  private static let list =
    "\n\nReferences\n\n" + (1...7).map { "\($0). Weng A. Ice \($0). Spine. 200\($0);1:1-2." }.joined(separator: "\n")

  @Test(
    "Raised digits are markers, but not powers, charges and isotopes",
    arguments: [
      ("Ice helps.¹ Heat² helps too.³", ["1", "2", "3"]), ("Ice helps.¹,² Heat helps.³⁻⁵", ["1", "2", "3", "4", "5"]),
      ("Ice helps.¹, ³ Heat helps.⁴–⁶", ["1", "3", "4", "5", "6"]), ("Ice helps.¹²", ["1", "2"]),
      ("An area of 5 km² and 10³ and R² and 10⁻⁴.", []), ("Ca²⁺ and ¹³C and SO₄²⁻ were there.", []),
      ("Ice helps.⁹", []),
      ("Ice helps.²¹", []),
    ])
  func characters(text: String, labels: [String]) throws {
    let marked = try Marked("On ice and heat in the town\n\n" + text + Self.list, path: "a.txt")
    #expect(marked.article.markers.map(\.label) == labels)
  }

  @Test("Without notes to lead to there are no markers")
  func noNotes() throws { #expect(try Marked("Ice helps.¹ Heat does not.²", path: "a.txt").markers == []) }

  @Test("What HTML raises is one citation where only separators stand between; a link in it is taken as it is")
  func html() throws {
    let marked = try Marked(
      """
      <p>Ice helps.<sup>1</sup><sup>,</sup><sup>3</sup> Heat helps<sup>4</sup>–<sup>6</sup> too, on 5 m<sup>2</sup>, \
      10<sup>3</sup> and <sup>13</sup>C. Sand<sup>7</sup> as well.</p><h2>References</h2><ol>\
      <li>A.</li><li>B.</li><li>C.</li><li>D.</li><li>E.</li><li>F.</li><li>G.</li></ol>
      """, path: "a.html")
    #expect(marked.article.markers.map(\.label) == ["1", "3", "4", "5", "6", "7"])
    #expect(
      marked.sentences.prefix(3) == [
        "Ice helps.", "Heat helps too, on 5 m2, 103 and 13C.", "Sand as well.",
      ])
  }

  @Test("A raised figure in a table leaves the markers of the text as they are")
  func table() throws {
    let cell =
      "<w:tbl><w:tr><w:tc>\(WordFile.paragraph(WordFile.run("Median"), WordFile.run("1", isRaised: true)))</w:tc></w:tr></w:tbl>"
    let document = WordFile.document(
      WordFile.paragraph(WordFile.run("Ice helps [1]. Heat helps [2,3]. Sand helps [3]. All help [1–3].")) + cell
        + WordFile.paragraph(WordFile.run("References"))
        + (1...3).map { WordFile.paragraph(WordFile.run("\($0). Weng A. Ice \($0). Spine. 2001;1:1-2.")) }.joined())
    let article = try ArticleReaders.read(document, path: "a.docx").article
    #expect(article.markers.map(\.label) == ["1", "2", "3", "3", "1", "2", "3"])
  }
}
