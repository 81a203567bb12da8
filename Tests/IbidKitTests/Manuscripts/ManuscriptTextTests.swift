import Testing

@testable import IbidKit

/// The small changes of rendered text on its way into a manuscript.
struct ManuscriptTextTests {
  @Test(
    "Raised and lowered text has no bare blank",
    arguments: [
      ("^see 1, 2^", "^see\\ 1, 2^".replacing(", ", with: ",\\ ")), ("a b ^1^ c d", "a b ^1^ c d"),
      ("x~a b~ y", "x~a\\ b~ y"), ("a\\^b c^", "a\\^b c^"), ("^1 2", "^1 2"), ("a b", "a b"), ("^a\\ b^", "^a\\ b^"),
      ("^1 2^ and ^3 4^", "^1\\ 2^ and ^3\\ 4^"),
    ])
  func escapesBlanks(text: String, escaped: String) {
    #expect(RaisedText.escapingBlanks(text, for: .markdown) == escaped)
  }

  @Test("For a page the blanks are those that do not break")
  func usesOtherBlanks() { #expect(RaisedText.escapingBlanks("^a b^", for: .html) == "^a\u{A0}b^") }

  @Test(
    "Addresses and DOIs of an entry become links",
    arguments: [
      ("A. https://doi.org/10.1/x.", "A. <https://doi.org/10.1/x>."),
      ("A. doi:10.1000/y", "A. doi:[10.1000/y](<https://doi.org/10.1000/y>)"),
      ("DOI: 10.1000/y.z.", "DOI: [10.1000/y.z](<https://doi.org/10.1000/y.z>)."),
      ("http://a.example/b\\_c, d", "<http://a.example/b_c>, d"),
      ("(https://a.example/x)", "(<https://a.example/x>)"),
      ("(https://a.example/x(1)y)", "(<https://a.example/x(1)y>)"),
      ("No: link", "No: link"), ("doi:none", "doi:none"), ("https://", "https://"),
      ("xhttps://a.example", "xhttps://a.example"),
      ("*https://a.example*", "*<https://a.example>*"),
    ])
  func linksMarkdown(entry: String, linked: String) {
    #expect(BibliographyLinks(isMarkdown: true).linked(entry) == linked)
  }

  @Test(
    "In a page, too",
    arguments: [
      ("https://a.example/?b&amp;c.", "<a href=\"https://a.example/?b&amp;c\">https://a.example/?b&amp;c</a>."),
      ("<i>https://a.example</i>", "<i><a href=\"https://a.example\">https://a.example</a></i>"),
    ])
  func linksHTML(entry: String, linked: String) {
    #expect(BibliographyLinks(isMarkdown: false).linked(entry) == linked)
  }

  @Test(
    "The name of an entry's place holds what such names may",
    arguments: [("weng2023", "ref-weng2023"), ("a/b c", "ref-a-b-c"), ("müller_1:x", "ref-müller_1:x")])
  func namesPlaces(key: String, name: String) { #expect(BibliographyText.anchor(key) == name) }
}
