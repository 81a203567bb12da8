import IbidArticles
import IbidKit
import IbidModel
import TestSupport
import Testing

/// Findings as comments in a Word document.
struct ReviewedWordTests {
  private typealias D = DocxFile
  private typealias F = WordFields

  /// The document with a comment on each of these words.
  private static func reviewed(_ bytes: [UInt8], on words: [String]) throws -> [UInt8] {
    let article = try CheckedArticle(bytes: bytes, path: "a.docx")
    let text = String(decoding: try ArticleReaders.read(bytes, path: "a.docx").text, as: UTF8.self)
    let findings = try words.enumerated().map { number, words in
      let range = try #require(text.firstRange(of: words), "\(words) in \(text)")
      let offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      var finding = Finding(
        rule: "uncited-claim", severity: .warning, message: "Number \(number) & more", path: "a.docx",
        range: SourceRange(Place(line: 1, column: 1, offset: offset), length: words.utf8.count))
      finding.fingerprint = "0123456789abcde\(number)"
      return finding
    }
    return try ReviewedWord(article, findings: findings).bytes
  }

  /// The words of each comment, by its first line.
  private static func words(_ parts: WordParts) -> [String] {
    var open: [(id: String, text: String)] = []
    var closed: [String: String] = [:]
    var order: [String] = []
    for piece in parts.document.split(separator: "<").map(String.init) {
      let tag = piece.prefix { $0 != ">" }
      let text = piece.drop { $0 != ">" }.dropFirst()
      let id = tag.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
      if tag.hasPrefix("w:commentRangeStart") {
        open.append((id, ""))
        order.append(id)
      } else if tag.hasPrefix("w:commentRangeEnd"), let index = open.firstIndex(where: { $0.id == id }) {
        closed[id] = open.remove(at: index).text
      } else if tag.hasPrefix("w:t>") || tag.hasPrefix("w:t ") || tag == "w:t" {
        for index in open.indices { open[index].text += text }
      }
    }
    return order.compactMap { closed[$0] }
  }

  private static let field = D.field(F.zotero("(Weber 1988)", F.weber), D.run("(Weber 1988)"))

  @Test(
    "A comment stands on its very words, however the text is cut into runs",
    arguments: [
      (D.paragraph(D.run("Salt makes thirsty. It does.")), ["makes thirsty"]),
      (D.paragraph(D.run("Salt "), D.run("makes", "<w:b/>"), D.run(" thirsty.")), ["lt makes th"]),
      (D.paragraph(D.run("Salt"), D.run(" makes ", "<w:b/>"), D.run("thirsty.")), ["Salt makes thirsty."]),
      (D.paragraph(D.run("Salt & sea make < thirsty.")), ["sea", "make"]),
      (D.paragraph(D.run("Salt makes thirsty.")), ["Salt makes", "makes thirsty.", "makes"]),
      (D.paragraph("<w:r><w:tab/><w:t>Salt</w:t><w:br/><w:t>makes thirsty.</w:t></w:r>"), ["Salt"]),
      (
        D.paragraph(D.run("Salt "), "<w:hyperlink>" + D.run("makes") + "</w:hyperlink>", D.run(" thirsty.")),
        ["Salt makes"]
      ),
      (
        D.paragraph(D.run("Salt "), "<w:ins w:id=\"7\">" + D.run("makes us") + "</w:ins>", D.run(" thirsty.")),
        ["makes"]
      ),
      (D.paragraph(D.run("Salt "), field, D.run(" makes thirsty.")), ["Salt (Weber 1988)"]),
      (D.paragraph(D.run("Salt "), field, D.run(" makes thirsty.")), ["(Weber 1988) makes"]),
      (D.paragraph(D.run("Salt "), field, D.run(" makes thirsty.")), ["Weber"]),
      (
        "<w:tbl><w:tr><w:tc>" + D.paragraph(D.run("Salt makes")) + "</w:tc></w:tr></w:tbl>" + D.paragraph(D.run("B.")),
        ["makes"]
      ),
    ] as [(String, [String])])
  func standsOnItsWords(body: String, words: [String]) throws {
    let before = D.document(body)
    let bytes = try Self.reviewed(before, on: words)
    let parts = try WordParts(bytes)
    #expect(Set(Self.words(parts)) == Set(words.map(D.escaped)), "\(parts.document)")
    #expect(parts.violations == [])
    #expect(parts.text() == (try WordParts(before)).text())
    #expect(parts["word/comments.xml"].contains("Number 0 &amp; more"))
    // A second run replaces the first, and all can be taken out again.
    #expect(try WordParts(Self.reviewed(bytes, on: words)).parts == parts.parts)
    let folder = try TemporaryFolder()
    let path = try folder.write("a.docx", bytes)
    let stripped = try ReviewedWord(strippedAt: path)
    #expect(stripped.removed == words.count)
    #expect(try WordParts(stripped.bytes).document == (try WordParts(before)).document)
    #expect(try WordParts(stripped.bytes).parts == (try WordParts(before)).parts)
  }

  @Test("What a border may not stand in lies whole in the comment: formulas, text boxes")
  func liesWhole() throws {
    let body = D.paragraph(
      D.run("So "),
      "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x=12</m:t></m:r></m:oMath>",
      D.run(" holds."))
    let parts = try WordParts(Self.reviewed(D.document(body), on: ["=1"]))
    #expect(parts.violations == [])
    #expect(
      parts.document.contains("<w:commentRangeStart w:id=\"0\"/><m:oMath")
        && parts.document.contains("</m:oMath><w:commentRangeEnd"))
    let box = D.paragraph(
      "<w:r><w:pict><w:txbxContent>" + D.paragraph(D.run("In a box.")) + "</w:txbxContent></w:pict></w:r>",
      D.run("Out."))
    let boxed = try WordParts(Self.reviewed(D.document(box), on: ["box"]))
    #expect(boxed.violations == [] && boxed.document.contains("<w:commentRangeStart w:id=\"0\"/><w:r><w:pict>"))
  }

  @Test("A comment on a note's words stands on the note's mark")
  func notes() throws {
    let body = D.paragraph(D.run("Salt makes thirsty"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", D.run("."))
    let note = "<w:footnote w:id=\"2\">" + D.paragraph(D.run("See the sea.")) + "</w:footnote>"
    let parts = try WordParts(Self.reviewed(D.document(body, notes: note), on: ["the sea"]))
    #expect(
      parts.document.contains(
        "<w:commentRangeStart w:id=\"0\"/><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:commentRangeEnd w:id=\"0\"/>"))
    #expect(parts.violations == [])
  }

  @Test("Others' comments stay, and ours that somebody answered; new ones are numbered above them")
  func leavesOthers() throws {
    func comment(_ id: Int, _ author: String, _ line: String) -> String {
      "<w:comment w:id=\"\(id)\" w:author=\"\(author)\">" + D.paragraph(D.run(line)) + "</w:comment>"
    }
    func marked(_ id: Int, _ text: String) -> String {
      "<w:commentRangeStart w:id=\"\(id)\"/>" + D.run(text)
        + "<w:commentRangeEnd w:id=\"\(id)\"/><w:r><w:commentReference w:id=\"\(id)\"/></w:r>"
    }
    let body = D.paragraph(
      marked(3, "Salt"), D.run(" "), marked(5, "makes"), D.run(" "), marked(8, "us"), D.run(" thirsty."))
    let comments =
      comment(3, "Ann", "ibid:0123456789abcdef") + comment(5, "Ibid", "Mine, ibid:nothing")
      + comment(8, "Ibid", "x · ibid:0123456789abcdef")
    let parts = try WordParts(Self.reviewed(D.document(body, comments: comments), on: ["thirsty"]))
    #expect(parts.violations == [])
    #expect(parts["word/comments.xml"].contains("w:id=\"3\"") && parts["word/comments.xml"].contains("w:id=\"5\""))
    #expect(!parts["word/comments.xml"].contains("w:id=\"8\"") && parts["word/comments.xml"].contains("w:id=\"6\""))
    #expect(parts.text() == "Salt makes us thirsty.\n")
  }

  @Test("An article that is no Word document is refused")
  func refuses() throws {
    let article = try CheckedArticle(bytes: Array("Text.".utf8), path: "a.md")
    #expect(throws: IbidError.self) { try ReviewedWord(article, findings: []) }
  }
}
