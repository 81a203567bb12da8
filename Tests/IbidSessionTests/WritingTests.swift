import IbidKit
import IbidModel
import IbidSession
import TestSupport
import Testing

/// Fixes, completions and renaming: what a session writes into an article.
struct WritingTests {
  private static let engel =
    "Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1978 Apr;196(4286):129–36. PubMed 847460"

  @Test(
    "A note is added as the last one is written",
    arguments: [
      ("a.md", "Sleep.[^1]\n\n[^1]: Roe.\n\nEnd.\n", "Sleep.[^1]\n\n[^1]: Roe.\n\n[^2]: Doe & Co.\n\nEnd.\n"),
      (
        "a.md", "Sleep.[^1] So.[^3]\n\n[^1]: Roe.\n[^3]: Coe.\n",
        "Sleep.[^1] So.[^3]\n\n[^1]: Roe.\n[^3]: Coe.\n[^2]: Doe & Co.\n"
      ),
      ("a.md", "Sleep helps.\n", "Sleep helps.\n\n[^2]: Doe & Co.\n"),
      ("a.md", "Sleep.", "Sleep.\n\n[^2]: Doe & Co.\n"),
      ("a.md", "Sleep.\r\n", "Sleep.\r\n\r\n[^2]: Doe & Co.\r\n"),
      ("a.org", "Sleep.[fn:1]\n\n[fn:1] Roe.\n", "Sleep.[fn:1]\n\n[fn:1] Roe.\n[fn:2] Doe & Co.\n"),
      ("a.rst", "Sleep. [1]_\n\n.. [1] Roe.\n", "Sleep. [1]_\n\n.. [1] Roe.\n.. [2] Doe & Co.\n"),
      (
        "a.txt", "Sleep helps.1 Rest helps.3\n\nNotes\n\n1. Roe J. Sleep. 2010.\n3. Coe J. Rest. 2011.\n",
        "Sleep helps.1 Rest helps.3\n\nNotes\n\n1. Roe J. Sleep. 2010.\n3. Coe J. Rest. 2011.\n2. Doe & Co.\n"
      ),
      (
        "a.html",
        "<html><body><p>Sleep.<a href=\"#fn1\">1</a></p><ol>\n<li id=\"fn1\">Roe.</li>\n</ol></body></html>\n",
        "<html><body><p>Sleep.<a href=\"#fn1\">1</a></p><ol>\n<li id=\"fn1\">Roe.</li>\n<li id=\"fn2\">Doe &amp; Co.</li>\n</ol></body></html>\n"
      ),
    ])
  func addsNotes(name: String, before: String, after: String) throws {
    let writer = try Writer(before, named: name, records: [])
    let article = try #require(writer.checked.article)
    let edit = NewNote(article, writer.checked.text).edit(label: "2", saying: "Doe & Co.")
    #expect(edit.map { writer.text(with: [$0]) } == after)
  }

  @Test(
    "A rule is switched off for a line as the format writes remarks, and then finds nothing there",
    arguments: [
      (
        "a.md", "# Pain\n\nExercise reduces chronic pain in 40% of patients with arthritis.\n", "<!-- ibid-disable-line"
      ),
      (
        "a.tex",
        "\\documentclass{article}\n\\begin{document}\nExercise reduces chronic pain in 40\\% of patients with arthritis.\n\\end{document}\n",
        "% ibid-disable-line"
      ),
      ("a.txt", "Pain\n\nExercise reduces chronic pain in 40% of patients with arthritis.\n", "<!-- ibid-disable-line"),
      (
        "a.rst", "Pain\n====\n\nExercise reduces chronic pain in 40% of patients with arthritis.\n",
        ".. ibid-disable-next-line"
      ),
      (
        "a.html",
        "<html><body>\n<p>Exercise reduces chronic pain in 40% of patients with arthritis.</p>\n</body></html>\n",
        "<!-- ibid-disable-line"
      ),
      ("a.typ", "= Pain\n\nExercise reduces chronic pain in 40% of patients with arthritis.\n", "/* ibid-disable-line"),
      (
        "a.adoc", "= Pain\n\nExercise reduces chronic pain in 40% of patients with arthritis.\n",
        "// ibid-disable-next-line"
      ),
      (
        "a.org", "* Pain\n\nExercise reduces chronic pain in 40% of patients with arthritis.\n",
        "# ibid-disable-next-line"
      ),
    ])
  func switchesRulesOff(name: String, text: String, remark: String) throws {
    let writer = try Writer(text, named: name, records: [])
    #expect(writer.checked.findings.map(\.rule) == ["uncited-claim"])
    let offset = writer.offset(of: "Exercise")
    let fix = try #require(
      writer.session.quickFixes(in: writer.path, offset..<offset).first {
        $0.title.hasPrefix("Switch uncited-claim off")
      })
    #expect(fix.finding == writer.checked.findings[0].fingerprint)
    let mended = writer.text(with: fix.edits)
    #expect(mended.contains(remark + " uncited-claim"))
    #expect(try writer.rules(in: mended) == [])
  }

  @Test("A remark that would part a paragraph is not offered")
  func partsNoParagraph() throws {
    let writer = try Writer(
      "* Pain\n\nIt was a long day in the town.\nExercise reduces chronic pain in 40% of patients with arthritis.\n",
      named: "a.org", records: [])
    let offset = writer.offset(of: "Exercise")
    #expect(writer.checked.findings.contains { $0.range.offsets.contains(offset) })
    #expect(writer.session.quickFixes(in: writer.path, offset + 1..<offset + 1) == [])
  }

  @Test("A field that the record has otherwise is corrected")
  func correctsFields() throws {
    let writer = try Writer("Medicine needs a new model.[^1]\n\n[^1]: \(Self.engel)\n")
    let offset = writer.offset(of: "Engel")
    let fixes = writer.session.quickFixes(in: writer.path, offset..<offset)
    #expect(fixes.map(\.title).first == "Correct the year to “1977”, as in the record")
    let mended = writer.text(with: fixes[0].edits)
    #expect(mended.contains("Science. 1977 Apr;196"))
    #expect(try !writer.rules(in: mended).contains("record-mismatch"))
  }

  @Test("A finding's own fix is offered first")
  func offersFixes() throws {
    let writer = try Writer("Sleep.[^1]\n\n[^1]: Roe.\n\n[^1]: Roe.\n", records: [])
    let finding = try #require(writer.checked.findings.first { $0.fix != nil })
    let offset = finding.range.offsets.lowerBound
    let fix = try #require(writer.session.quickFixes(in: writer.path, offset..<offset).first)
    #expect(fix.isPreferred && fix.finding == finding.fingerprint && fix.title.hasPrefix("Take out “[^1]: Roe."))
    #expect(fix.edits == [TextEdit(finding.fix?.range.offsets ?? 0..<0, "")])
  }

  @Test(
    "A marker without a note gets one, and a key without a record another key",
    arguments: [
      (
        "Sleep helps.[^7] So.[^1]\n\n[^1]: Roe.\n", "Add note 7",
        "Sleep helps.[^7] So.[^1]\n\n[^1]: Roe.\n\n[^7]: TODO: the reference\n"
      ),
      (
        "Sleep helps.[^weng2023] So.[^1]\n\n[^1]: Roe.\n", "Add note weng2023",
        "Sleep helps.[^weng2023] So.[^1]\n\n[^1]: Roe.\n\n[^weng2023]: Weng A. Comparative efficacy of exercise therapy. 2023.\n"
      ),
      (
        "Sleep [@wneg2023] helps [@wneg2023, p. 3].\n", "Cite “weng2023”",
        "Sleep [@weng2023] helps [@weng2023, p. 3].\n"
      ),
    ])
  func mendsMissing(text: String, title: String, mended: String) throws {
    let writer = try Writer(text)
    let finding = try #require(writer.checked.findings.first { $0.rule == "marker-without-note" })
    let offset = finding.range.offsets.lowerBound
    let fix = writer.session.quickFixes(in: writer.path, offset..<offset).first { $0.title == title }
    #expect(fix.map { writer.text(with: $0.edits) } == mended)
  }

  /// A library in which one work plainly supports a claim: others that share some of its words make those that it alone
  /// has rare.
  private static let mulch =
    (0..<30).map { number in
      Writer.item("other\(number)", "Sato", "Yields of crops in field trial \(number)", 2000) {
        $0[.abstract] = "Water, soils and summers were watched in \(number + 3) fields, and the crops were weighed."
      }
    } + [
      Writer.item("mulch2018", "Lima", "Straw mulch and evaporation from vineyard soils", 2018) {
        $0[.abstract] = "Water is scarce. In dry summers straw mulch halved evaporation from soils between the vines."
      }
    ]

  @Test(
    "A work that supports a claim is cited as the article cites, with its note where it needs one",
    arguments: [
      (
        "Pain is bad [@other1].\n\nStraw mulch halved evaporation from vineyard soils in dry summers.\n",
        "soils in dry summers [@mulch2018].\n"
      ),
      (
        "Rain falls.[^1]\n\nStraw mulch halved evaporation from vineyard soils in dry summers.\n\n[^1]: Roe.\n",
        "soils in dry summers.[^mulch2018]\n\n[^1]: Roe.\n\n[^mulch2018]: Lima A. Straw mulch and evaporation from vineyard soils. 2018.\n"
      ),
    ])
  func citesSuggestions(text: String, end: String) throws {
    let writer = try Writer(text, records: Self.mulch)
    let offset = writer.offset(of: "Straw mulch halved")
    let fix = writer.session.quickFixes(in: writer.path, offset..<offset).first { $0.title.hasPrefix("Cite Lima 2018") }
    let mended = fix.map { writer.text(with: $0.edits) }
    #expect(mended?.hasSuffix(end) == true, "\(mended ?? "no fix")")
  }

  // MARK: Completions

  @Test("Keys come from the article's own references and the records, each once, the best first")
  func completesKeys() throws {
    let writer = try Writer(
      "---\nbibliography: own.bib\n---\nSleep [@roe2010].\n",
      bibliography: [("own.bib", "@book{roe2010, title={Sleep}, author={Roe, Jo}, year=2010}\n")])
    let head = "---\nbibliography: own.bib\n---\nSleep [@roe2010]. "
    func keys(_ typed: String) -> [String] {
      let (context, list) = writer.session.completions(in: writer.path, at: writer.write(head + typed)) ?? (nil, [])
      #expect(list.allSatisfy { $0.edit.range == context?.range })
      return list.map { "\($0.edit.replacement)\($0.needsEntry ? "+" : "")" }
    }
    #expect(keys("[@|") == ["roe2010]", "engel1977]+", "weng2023]+", "ostrom1990]+"])
    #expect(keys("[@roe|]") == ["roe2010"] && keys("[@medical model|]") == ["engel1977+"])
    #expect(keys("[@1990|]") == ["ostrom1990+"] && keys("[@nobody|]") == [])
    #expect(writer.session.completions(in: writer.path, at: writer.write(head + "word|")) == nil)
    #expect(writer.session.completions(in: "/closed.md", at: 0) == nil)
  }

  @Test("Notes are completed by label and by what they cite; a work without a note gets the next number and its note")
  func completesNotes() throws {
    let before = "Sleep.[^1] So.[^2]\n\n[^1]: \(Self.engel)\n\n[^2]: Some words.\n"
    let writer = try Writer(before)
    func complete(_ typed: String) -> [Completion] {
      let offset = writer.write("Well. \(typed)\n\n\(before)")
      return writer.session.completions(in: writer.path, at: offset)?.list ?? []
    }
    #expect(complete("[^|").map(\.edit.replacement) == ["1]", "2]", "3]", "3]"])
    #expect(complete("[^engel|]").map(\.target) == [.note("1")])
    #expect(complete("[^2|]").map(\.target) == [.note("2"), .record("weng2023")])
    let weng = try #require(complete("[^wen|").first)
    #expect(weng.target == .record("weng2023") && weng.needsEntry && weng.name == "Weng 2023")
    // The note goes to where the last one is by now.
    let edit = try #require(writer.session.noteEdit(for: "weng2023", in: writer.path))
    #expect(
      writer.text(with: [weng.edit, edit])
        == "Well. [^3]\n\n\(before)\n[^3]: Weng A. Comparative efficacy of exercise therapy. 2023.\n")
  }

  // MARK: Names

  @Test("A key or a label is renamed wherever it stands, in the article's bibliography too")
  func renames() throws {
    let writer = try Writer(
      "---\nbibliography: own.bib\n---\nSleep [@roe2010; @coe2011] and @roe2010.[^a] So.[^a]\n\n[^a]: Roe. And [@roe2010].\n",
      records: [],
      bibliography: [("own.bib", "@book{coe2011, title={Not roe2010}}\n@book{roe2010, title={Sleep}}\n")])
    let article = try #require(writer.checked.article)
    let file = writer.folder.path + "/own.bib"
    let entries = RecordEntries(of: article) { try? Repository.bytes($0) }
    let renaming = Renaming(article, writer.checked.text, entries)
    let edits = try renaming.edits(of: .key("roe2010"), to: "roe")
    #expect(
      writer.text(with: edits[writer.path] ?? []).hasSuffix(
        "Sleep [@roe; @coe2011] and @roe.[^a] So.[^a]\n\n[^a]: Roe. And [@roe].\n"))
    let own = EditedText(try Repository.bytes(file)).applying(edits[file] ?? [])
    #expect(
      String(decoding: own.bytes, as: UTF8.self)
        == "@book{coe2011, title={Not roe2010}}\n@book{roe, title={Sleep}}\n")
    let labels = try renaming.edits(of: .note("a"), to: "b")[writer.path] ?? []
    #expect(writer.text(with: labels).hasSuffix(".[^b] So.[^b]\n\n[^b]: Roe. And [@roe2010].\n"))
    for (target, name) in [
      (Marker.Target.key("roe2010"), "coe2011"), (.key("roe2010"), ""), (.key("roe2010"), "a b"), (.note("a"), "a]"),
      (.note("a"), "a"),
    ] {
      #expect(throws: Renaming.Refused.self) { try renaming.edits(of: target, to: name) }
    }
  }

  @Test("A number that is only implied, as 5 is in «4–6», is not renamed")
  func renamesNoImpliedNumbers() throws {
    let notes = (1...6).map { "\($0). Roe J. Sleep. 2010.\n" }.joined()
    let writer = try Writer(
      "Sleep helps [1]. It does [2]. So [3]. More [4–6].\n\nReferences\n\n\(notes)", named: "a.txt", records: [])
    let article = try #require(writer.checked.article)
    let renaming = Renaming(article, writer.checked.text, RecordEntries(of: article) { _ in nil })
    #expect(throws: Renaming.Refused.self) { try renaming.edits(of: .note("5"), to: "9") }
    #expect(try renaming.edits(of: .note("4"), to: "9")[writer.path]?.count == 2)
  }
}
