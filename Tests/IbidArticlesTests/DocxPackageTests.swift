import IbidArticles
import IbidModel
import Testing

/// The ZIP file that a Word document is: what is read of it, and how damage is told.
struct DocxPackageTests {
  private static let whole = WordFile.document(WordFile.paragraph(WordFile.run("It is so.")))

  /// The sentences, or the message.
  private static func read(_ bytes: [UInt8]) -> String {
    do {
      return try ArticleReaders.read(bytes, path: "a.docx", format: "docx").article.sentences.map(\.text)
        .joined(separator: " ")
    } catch {
      return error.message
    }
  }

  /// The file with bytes of its only directory entry replaced.
  private static func changed(_ offset: Int, _ bytes: [UInt8], in file: [UInt8] = whole) -> [UInt8] {
    var file = file
    guard let entry = file.indices.last(where: { file[$0...].starts(with: [0x50, 0x4B, 1, 2]) }) else { return [] }
    file.replaceSubrange(entry + offset..<entry + offset + bytes.count, with: bytes)
    return file
  }

  @Test(
    "A changed directory entry is told of",
    arguments: [
      (8, [1], "a.docx: word/document.xml is encrypted"), (8, [2], "It is so."),
      (10, [12], "a.docx: word/document.xml is packed by method 12, which is not read"),
      (10, [8], "a.docx: word/document.xml is damaged"),
      (16, [0], "a.docx: word/document.xml is damaged"),
      (20, [0xFF, 0xFF], "a.docx: word/document.xml is cut off"),
      (24, [1, 0, 0, 0], "a.docx: word/document.xml is damaged"),
      (24, [0x01, 0x20, 0xA1, 0x07], "a.docx: word/document.xml holds 128000001 bytes; at most 128000000 are read"),
      (
        24, [0x00, 0x20, 0xA1, 0x07],
        "a.docx: word/document.xml holds more than 250 times its packed size; no document does"
      ),
      (24, [0x40, 0x42, 0x0F, 0], "a.docx: word/document.xml is damaged"),
      (
        24, [0x41, 0x42, 0x0F, 0],
        "a.docx: word/document.xml holds more than 250 times its packed size; no document does"
      ),
      (42, [1], "a.docx: word/document.xml has no header in the ZIP file"),
      (0, [0], "a.docx: the ZIP file's directory is damaged"),
      (28, [0xFF], "a.docx: the ZIP file's directory is damaged"),
      (46, [0x57], "a.docx: the ZIP file holds no word/document.xml; a Word document was expected"),
    ] as [(Int, [UInt8], String)])
  func tellsDamage(offset: Int, bytes: [UInt8], message: String) {
    #expect(Self.read(Self.changed(offset, bytes)) == message)
  }

  @Test("A comment may stand behind the directory, and nothing else")
  func comment() {
    var bytes = Self.whole
    bytes[bytes.count - 2] = 3
    #expect(Self.read(bytes + [1, 2, 3]) == "It is so.")
    #expect(Self.read(bytes + [1, 2]) == "a.docx: the ZIP file has no directory; it is cut off")
    #expect(Self.read(Array(Self.whole.dropLast())) == "a.docx: the ZIP file has no directory; it is cut off")
    #expect(Self.read(Array("PK\u{3}\u{4}".utf8)) == "a.docx: the ZIP file has no directory; it is cut off")
  }

  @Test("More entries than a document has are refused", arguments: [(4096, "damaged"), (4097, "at most 4096")])
  func entryLimit(count: Int, word: String) {
    var bytes = Self.whole
    let end = bytes.count - 22
    bytes.replaceSubrange(end + 10..<end + 12, with: [UInt8(count & 0xFF), UInt8(count >> 8)])
    #expect(Self.read(bytes).contains(word))
  }

  @Test("Deflated parts are inflated, to exactly the length that they claim")
  func inflates() throws {
    // Deflate's own «stored» block: final, length, its complement, the bytes.
    let text = Array("<w:document><w:body>\(WordFile.paragraph(WordFile.run("It is so.")))</w:body></w:document>".utf8)
    let length = [UInt8(text.count & 0xFF), UInt8(text.count >> 8)]
    let packed = [1] + length + length.map { ~$0 } + text
    // A stored part of the packed length gives the frame; bytes, method, size and checksum are then put in.
    let frame = WordFile.package([("word/document.xml", String(repeating: "x", count: packed.count))])
    let plain = WordFile.package([("word/document.xml", String(decoding: text, as: UTF8.self))])
    let start = 30 + "word/document.xml".utf8.count
    let entry = try #require(plain.indices.last { plain[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    var file = frame
    file.replaceSubrange(start..<start + packed.count, with: packed)
    file = Self.changed(10, [8, 0], in: file)
    file = Self.changed(16, Array(plain[entry + 16..<entry + 20]), in: file)
    file = Self.changed(24, Array(plain[entry + 24..<entry + 28]), in: file)
    #expect(Self.read(file) == "It is so.")
    for wrong in [text.count - 1, text.count + 1] {
      let size = [UInt8(wrong & 0xFF), UInt8(wrong >> 8)]
      #expect(Self.read(Self.changed(24, size, in: file)) == "a.docx: word/document.xml is damaged")
    }
  }

  @Test("The package says where its document is", arguments: ["doc/main.xml", "/doc/main.xml"])
  func relationships(target: String) {
    let rels = """
      <Relationships><Relationship Type="http://example.org/styles" Target="doc/other.xml"/>
      <Relationship Type="http://example.org/officeDocument" Target="\(target)"/></Relationships>
      """
    let main = "<w:document><w:body>\(WordFile.paragraph(WordFile.run("It is so.")))</w:body></w:document>"
    #expect(Self.read(WordFile.package([("_rels/.rels", rels), ("doc/main.xml", main)])) == "It is so.")
  }

  @Test(
    "What is wrong with an article is told in one line",
    arguments: [
      (ArticleError(.empty, path: "a"), "a: is empty"),
      (
        ArticleError(.notText(offset: 4), path: "a"),
        "a: byte 5 is no UTF-8 text; save the article as UTF-8 or name its format"
      ),
      (ArticleError(.tooLarge(limit: 2_000_000), path: "a"), "a: is larger than 2 MB"),
      (ArticleError(.malformed("broken", line: 3), path: "a"), "a:3: broken"),
      (ArticleError(.malformed("broken", line: nil), path: "a"), "a: broken"),
    ])
  func messages(error: ArticleError, message: String) { #expect(error.message == message) }
}
