import IbidModel
import IbidNotes
import IbidText
import TestSupport
import Testing

/// References of many kinds, and notes around them, with all that is read in them.
struct WholeReadingTests {
  private static let fixtures = Fixtures()

  @Test("References read as the golden file says, each list in its own style")
  func readsReferences() throws {
    var listing: [String] = []
    var style = ListStyle()
    for line in try Self.fixtures.text("references.txt").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.hasPrefix("#") {
        style = ListStyle()
      } else {
        listing += Self.listing(of: ReferenceParser.parse(ReferenceText(String(line)), in: &style), String(line))
      }
    }
    try Self.fixtures.expect(listing.joined(separator: "\n") + "\n", equals: "references.golden")
  }

  /// The line with its fields in brackets, what it says, and how sure that is.
  private static func listing(of parsed: ParsedReference, _ line: String) -> [String] {
    let bytes = Array(line.utf8)
    var marked: [UInt8] = []
    var position = 0
    for field in parsed.fields {
      marked += bytes[position..<field.range.lowerBound] + Array("⟦".utf8) + bytes[field.range] + Array("⟧".utf8)
      position = field.range.upperBound
    }
    marked += bytes[position...]
    let least = parsed.fields.min { $0.confidence < $1.confidence }
    let doubt = least.map {
      ", least sure of \($0.variable.map { "\($0)" } ?? "what is no field"): \(percent($0.confidence))"
    }
    return [String(decoding: marked, as: UTF8.self)] + parsed.item.listing.map { "  " + $0 }
      + ["  \(percent(parsed.confidence)) sure\(doubt ?? "")", ""]
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  @Test("Notes read as the golden file says")
  func readsNotes() throws {
    let bytes = try Self.fixtures.bytes("notes.txt")
    let reader = NoteReader(ReadingCopy(bytes))
    let lines = LineIndex(bytes)
    var style = ListStyle()
    var listing: [String] = []
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      let range = lines.range(line.startIndex..<line.endIndex)
      let text = String(decoding: line, as: UTF8.self)
      let isListItem = text.hasPrefix("- ")
      let paragraph = Note.Paragraph(text: text, range: range, listDepth: isListItem ? 1 : 0)
      let note = reader.read(Note(label: "\(index + 1)", range: range, paragraphs: [paragraph]), in: &style)
      listing += Self.listing(of: note, bytes)
    }
    try Self.fixtures.expect(listing.joined(separator: "\n") + "\n", equals: "notes.golden")
  }

  private static func listing(of note: Note, _ bytes: [UInt8]) -> [String] {
    func words(_ range: SourceRange) -> String { String(decoding: bytes[range.offsets], as: UTF8.self) }
    var lines = ["\(note.label)\(note.hasCommentary ? ", with commentary" : ""): \(note.paragraphs[0].text)"]
    for reference in note.references {
      lines.append("  reference \(percent(reference.confidence)) \(words(reference.range))")
      lines += reference.item.listing.map { "    " + $0 }
    }
    for quote in note.quotes { lines.append("  quote of «\(quote.text)» in «\(words(quote.range))»") }
    for terse in note.terseCitations {
      lines.append(
        "  named \(terse.families.joined(separator: ", ")) \(terse.year.map(String.init) ?? "") «\(words(terse.range))»"
      )
    }
    return lines + [""]
  }
}
