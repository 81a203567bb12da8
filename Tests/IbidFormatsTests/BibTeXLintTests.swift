import IbidModel
import IbidText
import TestSupport
import Testing

@testable import IbidFormats

@Suite struct BibTeXLintTests {
  /// A text without its marks `⟦` and `⟧`, and where they stood.
  static func unmarked(_ text: String) -> (bytes: [UInt8], places: [Range<Int>]) {
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": places.append(start..<bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, places)
  }

  @Test("A rule's examples are its tests", arguments: BibTeXRule.all)
  func examplesHold(of rule: BibTeXRule) {
    #expect(rule.examples.contains { $0.text.contains("⟦") })
    for example in rule.examples {
      let (bytes, places) = Self.unmarked(example.text)
      let faults = BibTeXLint.faults(in: bytes)
      #expect(faults.map(\.rule) == places.map { _ in rule.id }, "\(example.text)\(faults)")
      #expect(faults.map(\.range) == places, "\(example.text)")
      #expect(BibTeXMending.mended(bytes).map { String(decoding: $0, as: UTF8.self) } == example.mended, "\(faults)")
    }
  }

  @Test("Each rule has a name of its own, and says what to do")
  func rulesAreTold() {
    #expect(Set(BibTeXRule.all.map(\.id)).count == BibTeXRule.all.count)
    for rule in BibTeXRule.all { #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "\(rule.id)") }
  }

  @Test("Each fault is found in other words, at its line, and nothing else is", arguments: BibTeXLintWordings.all)
  func wordingsAreFound(wording: BibTeXLintWordings.Row) {
    for lineEnd in ["\n", "\r\n"] {
      let text = wording.text.replacing("\n", with: lineEnd)
      let (bytes, places) = Self.unmarked(text)
      let lines = LineIndex(bytes)
      let faults = BibTeXLint.faults(in: bytes)
      #expect(faults.map(\.rule) == places.map { _ in wording.rule }, "\(text)\(faults)")
      #expect(
        faults.map { lines.place(at: $0.range.lowerBound).line } == places.map { lines.place(at: $0.lowerBound).line },
        "\(text)\(faults)")
    }
  }

  @Test("Bytes of Latin-1 are told, wherever they stand")
  func latin1() {
    for line in ["author = {M\u{FC}ller}", "title = \"Z\u{FC}rich\"", "note = {caf\u{E9}}"] {
      let text = "@misc{a,\n  \(line),\n  year = 2020\n}\n"
      let bytes = text.unicodeScalars.map { UInt8($0.value) }
      let faults = BibTeXLint.faults(in: bytes)
      #expect(faults.map(\.rule) == ["wrong-encoding"])
      #expect(faults.first.map { bytes[$0.range.lowerBound] >= 0x80 } == true)
    }
  }

  @Test("Fields as people write them rightly are clean", arguments: BibTeXLintWordings.clean)
  func cleanIsClean(text: String) {
    let faults = BibTeXLint.faults(in: Array(text.utf8))
    #expect(faults.isEmpty, "\(text)\(faults)")
  }

  /// One byte of a sound file is changed, anywhere and to any mark: what is read of it stays.
  @Test func fixesLoseNothing() throws {
    let sound = Array(
      """
      @string{p = "Salt \\& Co"}
      @article{lee, author = {Lee, Ann and Kim, Bo}, title = "Salt \\& {DNA}", pages = {1--9}, month = mar,
        doi = {10.1/a}, journal = p # " B", year = 2020
      }

      """.utf8)
    for place in sound.indices {
      for mark in Array("{}\"&%#_$,@=x- ;".utf8) {
        var broken = sound
        broken[place] = mark
        guard let mended = BibTeXMending.mended(broken) else { continue }
        #expect(BibTeXMending.shape(of: mended) == BibTeXMending.shape(of: broken))
        #expect(BibTeXMending.mended(mended) == nil, "\(String(decoding: broken, as: UTF8.self))")
      }
    }
  }

  @Test("Bytes outside of what an edit replaces stay")
  func restStays() {
    let text =
      "% a remark\r\n@Article {lee ,\r\n\tAUTHOR={Lee, A.},TITLE = {A & b},journal={J}, year=1999 }\r\njunk\r\n"
    let mended = BibTeXMending.mended(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(mended == text.replacing("&", with: "\\&"))
  }

  @Test("A long file, and one that is broken from its start on, take time in proportion to their length")
  func isLinear() {
    for text in ["@a{b, c = {", "{", "\"", "@string{a = \"", "@comment{", "@", "@a{b, c = \"d\" # ", "\\", "&amp;"] {
      let bytes = Array(String(repeating: text, count: 20_000).utf8)
      _ = BibTeXLint.faults(in: bytes)
      _ = BibTeXLint.faults(in: Array("@misc{a, author = {".utf8) + bytes)
      _ = BibTeXLint.faults(in: Array("@misc{a, title = \"".utf8) + bytes)
    }
  }

  /// Rules that a writer cannot keep, since they are about what the records say.
  private static let ofRecords: Set<String> = [
    "missing-field", "missing-key", "bad-year", "bad-date", "bad-isbn", "bad-issn", "unknown-field", "unknown-type",
    "unknown-month", "month-spelled-out", "crossref-to-nothing", "html-entity", "control-character", "wrong-encoding",
    "names-by-commas", "and-in-body", "key-characters", "doi-as-url", "decomposed-accent", "unprotected-capitals",
    "duplicate-doi",
  ]

  @Test(
    "What is written of the corpora's records has no fault but those of the records",
    .enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"),
    arguments: [BibTeXDialect.bibtex, .biblatex])
  func exportsAreClean(dialect: BibTeXDialect) throws {
    let folder = Repository.shared + "/corpora/interchange/bibtex"
    for path in try ["real", "biber"].flatMap({ try Repository.files(in: folder + "/" + $0, endingWith: ".bib") }) {
      let bytes = try Repository.bytes(path)
      guard bytes.count < 20_000, let items = try? BibTeXReader.items(in: bytes).items else { continue }
      var writer = BibTeXWriter(dialect)
      let text = writer.text(of: items)
      let faults = BibTeXLint.faults(in: Array(text.utf8)).filter { !Self.ofRecords.contains($0.rule) }
      #expect(faults.isEmpty, "\(path)")
    }
  }
}
