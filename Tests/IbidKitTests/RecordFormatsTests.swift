import FoundationEssentials
import IbidFormats
import IbidKit
import IbidModel
import TestSupport
import Testing

struct RecordFormatsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: The list

  @Test("Every format that a folder holds is in the list, and every folder of a format holds one")
  func listIsComplete() throws {
    var names: [String] = []
    for parent in ["Sources/IbidFormats", "Sources/IbidKit/Formats"] {
      for folder in try Repository.files(in: Repository.folder + "/" + parent, endingWith: "") {
        let isShared = ["Input", "Tagged", "XML"].contains { folder.hasSuffix("/" + $0) }
        guard !folder.hasSuffix(".swift"), !isShared else { continue }
        let files = try Repository.files(in: folder, endingWith: "Format.swift")
        #expect(files.count == 1, "\(folder) holds no format")
        for file in files { names += try valuesOfFormats(in: Repository.text(file)) }
      }
    }
    #expect(names.count == RecordFormats.all.count, "\(names) are in folders")
    let listed = try Repository.text(Repository.folder + "/Sources/IbidKit/Formats/RecordFormats.swift")
    for name in names { #expect(listed.contains("    .\(name),\n"), "\(name) is not in the list") }
  }

  /// The names of `static let`s that are formats.
  private func valuesOfFormats(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      guard let start = line.firstRange(of: "static let ") else { return nil }
      let isFormat = line.contains("= RecordFormat") || line.contains("= styled(")
      return isFormat ? String(line[start.upperBound...].prefix { $0 != " " && $0 != ":" }) : nil
    }
  }

  @Test("Each format can be read or written, and no two have one name or one ending")
  func formatsDiffer() {
    let names = RecordFormats.all.flatMap { [$0.name] + $0.shortNames }
    #expect(Set(names).count == names.count)
    let endings = RecordFormats.all.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    for format in RecordFormats.all {
      #expect(format.read != nil || format.makeWriter != nil, "\(format.name)")
      #expect(format.name == format.name.lowercased() && !format.summary.isEmpty)
      for ending in format.endings { #expect(ending == ending.lowercased() && !ending.contains(".")) }
    }
  }

  @Test("What can be read and written comes back as it was")
  func roundTrips() throws {
    var formats: [String] = []
    for format in RecordFormats.all + [.toy] {
      guard let read = format.read, let makeWriter = format.makeWriter else { continue }
      formats.append(format.name)
      // nbib has no place for a key, and takes all that says nothing else for an article.
      if format.name == "nbib" { continue }
      for count in [0, 1, 3] {
        var writer = try makeWriter(WritingOptions())
        let items = (0..<count).map(item)
        let text = writer.text(of: items)
        if text.isEmpty, count == 0 { continue }
        var input = try ByteInput.memory(Array(text.utf8), path: "x")
        var again: [Item] = []
        let summary = try read(&input, ReadingOptions()) { again.append($0) }
        #expect(again == items, "\(format.name)")
        #expect(summary.problems.isEmpty, "\(format.name)")
      }
    }
    #expect(
      formats == [
        "nbib", "ris", "csv", "endnote-xml", "bibtex", "biblatex", "csl-json", "jsonl", "hayagriva", "toy",
      ])
  }

  private func item(_ number: Int) -> Item {
    var item = Item(id: "doe\(2000 + number)", type: .document)
    item[.title] = "Title \(number): “quoted”, a\u{301}"
    return item
  }

  // MARK: Names and endings

  @Test(
    "A format is found by its name or its short name",
    arguments: [
      ("bibtex", "bibtex"), ("bib", "bibtex"), ("BibTeX", "bibtex"), ("biblatex", "biblatex"), ("json", "csl-json"),
      ("csl-json", "csl-json"), ("jsonl", "jsonl"), ("txt", "text"), ("md", "markdown"), ("html", "html"),
    ])
  func named(name: String, format: String) throws {
    #expect(try ExportFormat(named: name).name == format)
  }

  @Test(
    "The ending of the output decides, and text where it says nothing",
    arguments: [
      ("refs.bib", "bibtex"), ("a/b.c/REFS.BIB", "bibtex"), ("x.json", "csl-json"), ("x.jsonl", "jsonl"),
      ("x.txt", "text"), ("x.md", "markdown"), ("x.markdown", "markdown"), ("x.html", "html"), ("x.htm", "html"),
      ("x.list", "text"), ("refs", "text"), ("a.bib/refs", "text"), (".bib", "text"), ("x.", "text"), ("", "text"),
    ])
  func ending(path: String, format: String) throws {
    #expect(try ExportFormat(for: path).name == format)
    #expect(try ExportFormat(for: nil).name == "text")
  }

  private static let writable =
    "what can be written: " + RecordFormats.all.filter { $0.makeWriter != nil }.map(\.name).joined(separator: ", ")
  private static let readable = "what can be read: " + readableNames
  private static let readableNames =
    RecordFormats.all.filter { $0.read != nil }.map(\.name).joined(separator: ", ")

  @Test(
    "What cannot be written is refused with what can",
    arguments: [
      ("bibtx", "there is no format “bibtx”; did you mean bibtex? "), ("docx", "there is no format “docx”; "),
      ("", "there is no format “”; "), ("isi", "isi can be read, not written; "),
    ])
  func refusesNames(name: String, message: String) {
    expect(message + Self.writable) { try ExportFormat(named: name) }
  }

  @Test(
    "A file of another kind is not written with a bibliography",
    arguments: [
      ("a/x.docx", "a/x.docx: Word cannot be written; "), ("x.pdf", "x.pdf: PDF cannot be written; "),
      ("x.bib.gz", "x.bib.gz: gzip cannot be written; "), ("x.xml", "x.xml: XML cannot be written; "),
      ("x.isi", "x.isi: isi can be read, not written; "),
    ])
  func refusesEndings(path: String, message: String) {
    expect(message + Self.writable) { try ExportFormat(for: path) }
  }

  @Test("What cannot be read is refused with what can")
  func refusesInputNames() throws {
    #expect(try ImportFormat(named: "references").name == "references")
    #expect(try ImportFormat(named: "bib").name == "bibtex")
    expect("html can be written, not read; " + Self.readable) { try ImportFormat(named: "html") }
    expect("there is no format “cls-json”; did you mean csl-json? " + Self.readable) {
      try ImportFormat(named: "cls-json")
    }
  }

  @Test(
    "A manuscript is written as what its output's name says",
    arguments: [
      ("x.md", "markdown"), ("x.txt", "text"), ("x.HTML", "html"), ("x", nil), ("x.list", nil), ("x.docx", "docx"),
      ("x.odt", "odt"), ("x.tex", "latex"), ("x.xml", "jats"), ("x.PDF", "pdf"), ("x.typ", "typst"), (".docx", nil),
    ])
  func manuscriptEnding(path: String, format: String?) throws {
    #expect(try FormattedManuscript.Format(for: path)?.rawValue == format)
  }

  @Test(
    "A manuscript is written as running text only",
    arguments: [("x.doc", "Word"), ("x.bib", "bibtex"), ("x.nbib", "nbib"), ("x.xlsx", "Excel")])
  func refusesManuscripts(path: String, kind: String) {
    let written = "markdown, text, html, docx, odt, pdf, jats, latex, rtf, epub, org, rst, typst"
    expect("\(path): \(kind) cannot be written; what can be written: \(written)") {
      try FormattedManuscript.Format(for: path)
    }
  }

  // MARK: Recognizing

  @Test(
    "A file is recognized by what it holds, else by its name",
    arguments: [
      ("x.xml", "<PubmedArticleSet>", "pubmed"), ("x.nbib", "PMID- 1\n", "nbib"), ("x.bib", "PMID- 1\n", "nbib"),
      ("x", "[{\"id\": \"a\"}]", "csl-json"), ("x.bib", "[{\"id\": \"a\"}]", "csl-json"),
      ("x.json", "[{\"abstract\": 1}]", "csl-json"), ("x.jsonl.gz", "{\"abstract\": 1}", "jsonl"),
      ("x.NBIB", "PT  - Journal Article\n", "nbib"),
      ("x", "TY  - JOUR\nER  - \n", "ris"), ("x.RIS.gz", "?", "ris"), ("x.bib", "1.\n\n TY - JOUR\n", "ris"),
      ("x", "%0 Book\n%T A\n", "refer"), ("x", "FN x\nPT J\nTI A\nER\n", "isi"),
      ("x", "Authors;Title;Year\n", "csv"), ("x.tsv", "?", "csv"), ("x.txt", "%toy\n", "toy"), ("x.toy", "?", "toy"),
      ("x.bib", "@book{a,}", "bibtex"), ("x", "% remark\n\n  @Article {a,}", "bibtex"),
      ("-", "@string(a = {b})", "bibtex"), ("x.bib.gz", "nothing", "bibtex"),
      ("x.txt", "Prose before\n@thing{key, title = {T}}", "bibtex"),
      ("x.xml", "<xml><records><record><ref-type", "endnote-xml"), ("x.xml", "<b:mods xmlns:b=\"m\">", "mods"),
      ("x.xml", "<record><leader>", "marcxml"), ("x.html", "<!DOCTYPE html>", "article"),
      ("x.xml", "<?xml?><article><front>", "article"), ("x.md", "---\ntitle: T\n---\n", "article"),
      ("x.yml", "cff-version: 1.2.0\n", "cff"), ("x", "a:\n  type: book\n", "hayagriva"),
      ("x", "references:\n- id: a\n", "csl-yaml"),
    ])
  func recognizes(path: String, text: String, format: String) throws {
    let found = try ImportFormat(recognizing: Array(text.utf8), path: path, among: RecordFormats.all + [.toy])
    #expect(found.name == format)
  }

  @Test(
    "A file that cannot be read is refused with what it is, where that is known, and what can be read",
    arguments: [
      ("x.docx", "PK", "Word cannot be read; "), ("x.pdf", "%PDF-1.4", "PDF cannot be read; "),
      ("x.txt", "Doe A. Pain.", nil), ("x.xml", "<rss>", nil), ("x", "@ me{", nil), ("x", "@you: hello", nil),
      ("x.gz", "?", nil), ("x", "?", nil), ("-", "?", nil), ("x", "", nil), ("x", "@{", nil), ("x", "@", nil),
    ] as [(String, String, String?)])
  func refusesFiles(path: String, text: String, message: String?) {
    let expected =
      message.map { "\(path): " + $0 + Self.readable }
      ?? "\(path): is of no format that records can be read from (\(Self.readableNames))"
    expect(expected) {
      try ImportFormat(recognizing: Array(text.utf8), path: path, among: RecordFormats.all)
    }
  }

  // MARK: The drill

  @Test("A new format is a value in the list: it is recognized, read, named and written like all others")
  func toyFormat() throws {
    let formats = RecordFormats.all + [.toy]
    let path = try folder.write("x.unknown", "%toy\n*doe2001: One\n?\n*roe2002: Two: three\n*doe2001: Again\n")
    var items: [Item] = []
    let problems = try RecordFiles.read([path], among: formats) { items.append($0) }
    #expect(items.map(\.id) == ["doe2001", "roe2002", "doe2001a"])
    #expect(items.map { $0[.title] } == ["One", "Two: three", "Again"])
    #expect(problems.map(\.line) == [3])
    #expect(throws: IbidError.self) { try RecordFiles.read([path]) { _ in } }

    let records = try folder.write("x.json", #"[{"id": "a", "type": "book", "title": "One"}]"#)
    var output = ""
    for name in ["toy", "ty"] {
      let export = RecordExport(of: .files([records]), in: try ExportFormat(named: name, among: formats))
      output = ""
      _ = try export.write { output += String(decoding: $0, as: UTF8.self) }
      #expect(output == "%toy\n*a: One\n")
    }
    #expect(throws: IbidError.self) { try ExportFormat(named: "toy") }
  }

  private func expect<Value>(_ message: String, _ body: () throws -> Value) {
    let error = #expect(throws: IbidError.self) { try body() }
    #expect(error?.message == message)
    #expect(error?.code == .unknownFormat)
  }
}
