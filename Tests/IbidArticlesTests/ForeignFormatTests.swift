import IbidArticles
import Testing

/// Files that are no article which is read: refused by name, with what to do.
struct ForeignFormatTests {
  private static let table: [(String, String)] = [
    ("%PDF-1.7", "PDF"), ("\u{FEFF}\n%PDF-1.4", "PDF"), ("%!PS-Adobe-3.0", "PostScript"), ("AT&TFORM", "DjVu"),
    ("{\\rtf1\\ansi It is so.}", "RTF (rich text)"), ("GIF89a", "a picture (GIF)"),
    ("#LyX 2.3 created this file", "LyX"),
    ("SQLite format 3\u{0}", "an SQLite database"), ("<TeXmacs|2.1>", "TeXmacs"),
    ("<?xml version='1.0'?><!-- x --><TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI>", "TEI"),
    ("<teiCorpus>", "TEI"), ("<FictionBook>", "FictionBook (FB2)"), ("<opml version='2.0'>", "OPML"),
    ("<article xmlns='http://docbook.org/ns/docbook'>", "DocBook"), ("<svg xmlns='x'>", "a picture file"),
    ("<?xml version='1.0'?><office:document>", "OpenDocument text (ODT)"), ("<PubmedArticleSet>", "PubMed’s XML"),
    ("<?xml version='1.0'?><w:wordDocument>", "Word’s old format (DOC)"),
    ("<?xml version='1.0'?><rss/>", "XML with the element <rss>"),
  ]

  private static func refusal(_ bytes: [UInt8], path: String, format: String? = nil) -> String? {
    do throws(ArticleError) {
      _ = try ArticleReaders.read(bytes, path: path, format: format)
      return nil
    } catch {
      guard case .foreign(let name, _) = error.reason else { return error.message }
      return name
    }
  }

  @Test("The content tells, whatever the file is called, and in whatever format it is to be read", arguments: table)
  func content(text: String, name: String) {
    for path in ["a.txt", "a.md", "-", "a"] {
      #expect(Self.refusal(Array(text.utf8), path: path) == name)
      #expect(Self.refusal(Array(text.utf8), path: path, format: "plain-text") == name)
    }
  }

  @Test(
    "Content that is no text tells too",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Word’s old format (DOC)"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a picture (PNG)"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a picture (JPEG)"),
      (Array("BZh91AY&SY".utf8), "a file packed by bzip2"), (Array("BZh91AY&S".utf8), nil),
      (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"),
      (Array("PK\u{3}\u{4} mimetypeapplication/vnd.oasis.opendocument.text".utf8), "OpenDocument text (ODT)"),
      (Array("PK\u{3}\u{4} mimetypeapplication/epub+zip".utf8), "EPUB"),
      (Array(repeating: 0x61, count: 257) + Array("ustar".utf8), "a tar archive"),
      (Array(repeating: 0x61, count: 256) + Array("ustar".utf8), nil),
      (Array(repeating: 0x61, count: 60) + Array("BOOKMOBI".utf8), "a Kindle book (MOBI)"),
      (Array("RIFF1234WEBP".utf8), "a picture file"),
    ] as [([UInt8], String?)])
  func bytes(bytes: [UInt8], name: String?) {
    #expect(Self.refusal(bytes, path: "a") == name)
  }

  @Test(
    "The name tells where the content does not, unless the format is named",
    arguments: [
      ("a.doc", "Word’s old format (DOC)"), ("a.ODT", "OpenDocument text (ODT)"), ("a.b.epub.gz", "EPUB"),
      ("a.pages", "Apple Pages"), ("a.djvu", "DjVu"), ("a.tei", "TEI"), ("a.xlsx", "a spreadsheet"),
      ("a.bib", "BibTeX"),
      ("a.json", "JSON"), ("a.zip", "a ZIP archive"), ("a.jpeg", "a picture (JPEG)"), ("pdf", nil), ("a.pdf.txt", nil),
      ("doc/a", nil), ("a.", nil), (".", nil), ("-", nil), (".doc", "Word’s old format (DOC)"),
    ] as [(String, String?)])
  func names(path: String, name: String?) {
    #expect(Self.refusal(Array("It is so.".utf8), path: path) == name)
    #expect(Self.refusal(Array("It is so.".utf8), path: path, format: "plain-text") == nil)
  }

  @Test(
    "What begins like it is read where it is text",
    arguments: [
      "PDF is a format: %PDF-1.7.", "BZheng walked.", "{rtf1}", "<p>It is so.</p>", "PK walks.", "GIF is so.",
    ])
  func texts(text: String) {
    #expect(Self.refusal(Array(text.utf8), path: "a.md") == nil)
  }

  @Test(
    "The message says what to do, with names that a shell takes",
    arguments: [
      ("%PDF-1", "x/a b.pdf", "PDF is not read; make text of it and read that: `pdftotext 'a b.pdf' 'a b.txt'`"),
      ("%PDF-1", "a.txt", "PDF is not read; make text of it and read that: `pdftotext article.pdf article.txt`"),
      ("%PDF-1", "-", "PDF is not read; make text of it and read that: `pdftotext article.pdf article.txt`"),
      ("%PDF-1", "it's.pdf", "PDF is not read; make text of it and read that: `pdftotext 'its.pdf' 'its.txt'`"),
      ("It.", "é.epub", "EPUB is not read; make Markdown of it and read that: `pandoc -o é.md é.epub`"),
      ("It.", "a.rtf", "RTF (rich text) is not read; save it as .docx and read that"),
      ("It.", "a.ris", "RIS is not read; it holds records, not an article; name it with --from"),
    ])
  func messages(text: String, path: String, message: String) throws {
    let error = #expect(throws: ArticleError.self) { try ArticleReaders.read(Array(text.utf8), path: path) }
    #expect(error?.message == "\(path): \(message)")
  }

  @Test(
    "A manuscript is Markdown or plain text, by its name first",
    arguments: [
      ("\\documentclass{a}", "a.tex", "LaTeX"), ("It.", "a.rst", "reStructuredText"), ("It.", "a.org", "Org"),
      ("It.", "a.typ", "Typst"), ("It.", "a.adoc", "AsciiDoc"), ("{}", "a.ipynb", "A Jupyter notebook"),
      ("<html>", "a.html", "HTML"), ("\\documentclass{a}", "-", "LaTeX"), ("\\documentclass{a}", "a.txt", nil),
      ("<html>", "a.md", nil), ("It.", "-", nil), ("It.", "a", nil), ("# A\n\n# B", "-", nil),
    ] as [(String, String, String?)])
  func manuscripts(text: String, path: String, name: String?) {
    do throws(ArticleError) {
      _ = try Manuscript.read(Array(text.utf8), path: path)
      #expect(name == nil)
    } catch {
      #expect(error.reason == name.map { .notFormatted($0) })
      #expect(error.message.contains("a manuscript is Markdown or plain text, with citations as pandoc writes them"))
    }
  }
}
