import IbidArticles
import IbidChecks
import IbidModel
import IbidText
import Testing

struct SuppressionTests {
  private static func found(_ text: String, in format: String) throws -> (remarks: [Suppression], source: SourceText) {
    let reader = try #require(ArticleReaders.all.first { $0.format.name == format })
    let source = SourceText(Array(text.utf8))
    return (SuppressionReader.suppressions(in: source, syntax: reader.format.remarks), source)
  }

  @Test(
    "A remark is read in the manner of its format, and in no other",
    arguments: [
      ("<!-- ibid-disable-line lost-list -->", ["markdown", "jupyter", "html", "jats", "plain-text", "docx"]),
      ("Text. <!--ibid-disable-line lost-list -->", ["markdown", "jupyter", "html", "jats", "plain-text", "docx"]),
      (
        "<!-- All is well.\nibid-disable-line lost-list\n-->",
        ["markdown", "jupyter", "html", "jats", "plain-text", "docx"]
      ),
      ("<!-- All is well. -->\nibid-disable-line lost-list", ["plain-text", "docx"]),
      (
        "<!-- a --> b <!-- c\n  ibid-disable-line lost-list",
        ["markdown", "jupyter", "html", "jats", "plain-text", "docx"]
      ),
      ("% ibid-disable-line lost-list", ["latex", "plain-text", "docx"]),
      ("Text. %ibid-disable-line lost-list", ["latex", "plain-text", "docx"]),
      ("\\begin{comment}\nibid-disable-line lost-list\n\\end{comment}", ["latex", "plain-text", "docx"]),
      ("\\begin{comment}\n\\end{comment}\nibid-disable-line lost-list", ["plain-text", "docx"]),
      ("[//]: # (ibid-disable-line lost-list)", ["markdown", "jupyter", "plain-text", "docx"]),
      ("[comment]: # (ibid-disable-line lost-list)", ["markdown", "jupyter", "plain-text", "docx"]),
      ("// ibid-disable-line lost-list", ["plain-text", "docx", "typst", "asciidoc"]),
      ("Text. // ibid-disable-line lost-list", ["plain-text", "docx", "typst", "asciidoc"]),
      ("# ibid-disable-line lost-list", ["plain-text", "docx", "org"]),
      (".. ibid-disable-line lost-list", ["rst"]),
      ("/* All is well.\nibid-disable-line lost-list */", ["plain-text", "docx", "typst"]),
      ("/* a */\nibid-disable-line lost-list", ["plain-text", "docx"]),
      ("////\nibid-disable-line lost-list\n////", ["plain-text", "docx", "asciidoc"]),
      ("////\n////\nibid-disable-line lost-list", ["plain-text", "docx"]),
      ("#+begin_comment\nibid-disable-line lost-list\n#+end_comment", ["plain-text", "docx", "org"]),
      ("  ibid-disable-line lost-list", ["plain-text", "docx"]),
      (
        "An ibid-like <!-- ibid-disable-line lost-list -->",
        ["markdown", "jupyter", "html", "jats", "plain-text", "docx"]
      ),
      ("Write ibid-disable-line to be left alone.", []),
      ("<!-- ibid-disabled -->", []), ("`ibid-enabled`", []), ("ibid-", []), ("", []),
      ("<!-- So: ibid-disable-line lost-list -->", []),
    ])
  func formats(text: String, formats: [String]) throws {
    for format in ArticleReaders.all.map({ $0.format.name }) {
      let found = try Self.found(text, in: format).remarks
      #expect(found.map(\.rules) == (formats.contains(format) ? [["lost-list"]] : []), "\(format): \(text)")
    }
  }

  @Test(
    "A remark holds for its rules, on its lines",
    arguments: [
      ("<!-- ibid-disable-line lost-list -->\nx\nx", ["lost-list"], 1...1, nil),
      (
        "Text. <!-- ibid-disable-line lost-list, erratum -- known to all -->\nx\nx", ["lost-list", "erratum"], 1...1,
        "known to all"
      ),
      ("<!-- ibid-disable-next-line erratum: read it -->\nx\nx", ["erratum"], 2...2, "read it"),
      ("[//]: # (ibid-disable-next-line erratum)\nx\nx", ["erratum"], 2...2, nil),
      ("<!-- ibid-disable-line -->\nx\nx", [], 1...1, nil),
      ("x\r\nx <!-- ibid-disable-line -->\r\nx", [], 2...2, nil),
      ("x\nx <!-- ibid-disable-line -->", [], 2...2, nil),
      ("x\n<!-- ibid-disable erratum -->\n\n<!-- ibid-enable erratum -->\nx", ["erratum"], 2...4, nil),
      ("<!-- ibid-disable erratum -->\nx\n<!-- ibid-enable lost-list -->\n", ["erratum"], 1...4, nil),
      ("<!-- ibid-disable erratum -->\nx\n<!-- ibid-enable -->\nx", ["erratum"], 1...3, nil),
      ("x\n<!-- ibid-disable erratum -->\n", ["erratum"], 2...3, nil),
    ] as [(String, [String], ClosedRange<Int>, String?)])
  func readsARemark(text: String, rules: [String], lines: ClosedRange<Int>, reason: String?) throws {
    let (found, source) = try Self.found(text, in: "markdown")
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.rules == rules)
    #expect(one.reason == reason)
    for position in 0...source.bytes.count {
      for rule in ["erratum", "lost-list", "old-evidence"] {
        let finding = Finding(
          rule: rule, severity: .info, message: "", path: "a.md", range: source.range(position..<position))
        let isCovered = lines.contains(source.place(at: position).line) && (rules.isEmpty || rules.contains(rule))
        #expect(one.covers(finding) == isCovered, "\(position) \(rule)")
      }
    }
  }

  @Test(
    "A finding of several lines is covered by a remark on any of them",
    arguments: [(0..<9, true), (0..<4, false), (0..<5, true), (9..<12, true), (10..<12, false)])
  func severalLines(range: Range<Int>, isCovered: Bool) throws {
    let source = SourceText(Array("Abc\nDef.\nGhi.\n".utf8))
    let one = Suppression(rules: [], stretch: 4..<10, range: source.range(0..<0))
    let finding = Finding(rule: "erratum", severity: .info, message: "", path: "a.md", range: source.range(range))
    #expect(one.covers(finding) == isCovered)
  }

  @Test("A remark tells in which file and line it stands, and one that is opened holds in the files behind")
  func files() throws {
    let files = ["one": "One.\n% ibid-disable erratum\nTwo.\n"]
    let read = try ArticleReaders.read(Array("\\begin{document}\n\\input{one}\nThree.".utf8), path: "a/main.tex") {
      files[String($0.dropLast($0.hasSuffix(".tex") ? 4 : 0))].map { Array($0.utf8) }
    }
    let one = try #require(SuppressionReader.suppressions(in: read).first)
    #expect(one.range.label == "a/one.tex:2:3")
    let covered = read.article.sentences.map {
      one.covers(Finding(rule: "erratum", severity: .info, message: "", path: "", range: $0.range))
    }
    #expect(read.article.sentences.map(\.text) == ["One.", "Two.", "Three."])
    #expect(covered == [false, true, true])
  }

  @Test("A fingerprint stays when lines move, and tells twins apart")
  func keepsFingerprints() {
    func finding(_ offset: Int) -> Finding {
      let range = SourceRange(Place(line: 1, column: 1, offset: offset), length: 5)
      return Finding(rule: "erratum", severity: .info, message: "", path: "a.md", range: range)
    }
    let before = Fingerprint.all(of: [finding(0), finding(6)], in: Array("abcde abcde".utf8))
    let after = Fingerprint.all(of: [finding(3), finding(10)], in: Array("\n\n\nabcde\n\nabcde".utf8))
    #expect(before == after)
    #expect(before[0] != before[1])
    #expect(before.allSatisfy { $0.utf8.count == 16 })
  }
}
