import IbidKit
import Testing

/// What a manuscript's YAML block says of its rendering.
struct ManuscriptMetadataTests {
  private static func metadata(_ text: String) -> ManuscriptMetadata { ManuscriptMetadata(Array(text.utf8)) }

  @Test("Reads style, language and records")
  func readsScalars() {
    let read = Self.metadata("---\ntitle: A\ncsl: \"apa.csl\"\nlang: de-DE\nbibliography: refs.json\n---\nText")
    #expect(read.style == "apa.csl")
    #expect(read.language == "de-DE")
    #expect(read.bibliography == ["refs.json"])
  }

  @Test(
    "Reads lists of files in both spellings",
    arguments: ["bibliography: [a.json, b.bib]", "bibliography:\n  - a.json\n  - b.bib"])
  func readsLists(line: String) {
    #expect(Self.metadata("---\n\(line)\n---\n").bibliography == ["a.json", "b.bib"])
  }

  @Test(
    "Reads uncited keys", arguments: ["nocite: '@a1, @b.2'", "nocite: |\n  @a1, @b.2", "nocite: |\n  @a1,\n  @b.2."])
  func readsUncited(line: String) {
    #expect(Self.metadata("---\n\(line)\n---\n").uncited == ["a1", "b.2"])
    #expect(!Self.metadata("---\n\(line)\n---\n").listsAll)
  }

  @Test("Lists all records on a star")
  func listsAll() { #expect(Self.metadata("---\nnocite: '@*'\n---\n").listsAll) }

  @Test("Finds nothing in a text without a block", arguments: ["", "csl: apa", "Text\n---\ncsl: apa\n---"])
  func readsNothing(text: String) { #expect(Self.metadata(text).style == nil) }
}
