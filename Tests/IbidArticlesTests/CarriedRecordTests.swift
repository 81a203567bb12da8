import IbidArticles
import IbidModel
import TestSupport
import Testing

/// Records of works that articles carry with them, one a line, and the items that they give.
struct CarriedRecordTests {
  private static let fixtures = Fixtures()

  private static func listing(_ read: ReadArticle) -> [String] {
    let article = read.article
    let markers = article.markers.compactMap { marker -> String? in
      let parts = [
        marker.prefix.map { "prefix «\($0)»" }, marker.locator.map { "at «\($0)»" },
        marker.suffix.map { "suffix «\($0)»" }, marker.suppressesAuthor ? "without author" : nil,
      ].compactMap(\.self)
      return parts.isEmpty ? nil : "\(marker.label): \(parts.joined(separator: ", "))"
    }
    return article.notes.map { note in
      note.references.isEmpty
        ? "no record: \(note.paragraphs.map(\.text).joined(separator: " ¶ "))"
        : note.references.map { $0.item.listing.joined(separator: "; ") }.joined(separator: " + ")
    } + markers
  }

  private static func word(_ runs: String, _ parts: [(name: String, text: String)] = []) throws -> [String] {
    listing(
      try ArticleReaders.read(
        WordFile.document(WordFile.paragraph(WordFile.run("So it is "), runs), parts), path: "a.docx"))
  }

  @Test("References that JATS tags")
  func jats() throws {
    try Self.fixtures.expect(eachLineOf: "records-jats") { line in
      let text =
        "<article><front/><body><p>Words.</p></body><back><ref-list><ref id=\"a\">\(line)</ref></ref-list></back></article>"
      return Self.listing(try ArticleReaders.read(Array(text.utf8), path: "a.xml"))
    }
  }

  @Test("EndNote's records in Word")
  func endNote() throws {
    try Self.fixtures.expect(eachLineOf: "records-endnote") { line in
      try Self.word(WordFile.field("ADDIN EN.CITE <EndNote>\(line)</EndNote>", "(1)"))
    }
  }

  @Test("Zotero's and Mendeley's records in Word")
  func cslJSON() throws {
    try Self.fixtures.expect(eachLineOf: "records-csl") { line in
      try Self.word(WordFile.field("ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[\(line)]}", "(1)"))
    }
  }

  /// A line is a field's instruction behind `CITATION`, and behind `|` the sources.
  @Test("Word's own sources")
  func wordSources() throws {
    try Self.fixtures.expect(eachLineOf: "records-word") { line in
      let parts = line.split(separator: "|", maxSplits: 1).map(String.init)
      let sources = "<b:Sources>\(parts[1])</b:Sources>"
      return try Self.word(WordFile.field(" CITATION \(parts[0]) ", "(1)"), [("customXml/item1.xml", sources)])
    }
  }
}
