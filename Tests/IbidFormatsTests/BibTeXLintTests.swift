import IbidModel
import Testing

@testable import IbidFormats

@Suite struct BibTeXLintTests {
  /// A sound article with one line put in.
  private static func file(_ line: String) -> String {
    "@article{lee,\n  author = {Lee, Ann},\n  journal = {Pain},\n  \(line)\n  year = 2020\n}\n"
  }

  @Test(arguments: [
    ("title = {Salt & fat},", "unescaped-ampersand", 4, 17), ("title = {Rest & sleep},", "unescaped-ampersand", 4, 17),
    ("title = {5% of all},", "unescaped-percent", 4, 13), ("title = {Half, 50% up},", "unescaped-percent", 4, 20),
    ("title = {a_b},", "unescaped-underscore", 4, 13), ("title = {No #1},", "unescaped-hash", 4, 15),
    ("title = {It costs $5},", "odd-dollar", 4, 21), ("title = {A $x$ and $},", "odd-dollar", 4, 22),
    ("title = {T}, month = {March},", "month-spelled-out", 4, 25),
    ("title = {T}, month = {Smarch},", "unknown-month", 4, 25),
    ("title = {T}, pages = {1-9},", "pages-dash", 4, 26), ("title = {T}, pages = {10–12},", "pages-dash", 4, 27),
    ("title = {T}, issn = {0304-3958},", "bad-issn", 4, 24),
    ("title = {T}, isbn = {978-3-16-148410-1},", "bad-isbn", 4, 24),
    ("title = {T}, doi = {https://doi.org/10.1/a},", "doi-as-url", 4, 23),
    ("title = {T}, doi = {10.1/a b},", "doi-with-space", 4, 23),
    ("title = {T}, publisher = nowhere,", "undefined-string", 4, 28),
    ("title = {T}, crossref = {gone},", "crossref-to-nothing", 4, 28),
    ("title = {T}, title = {U},", "field-twice", 4, 16), ("title = {T}", "missing-comma", 4, 14),
    ("title = {a &lt; b},", "html-entity", 4, 14),
    ("title = {T}, editor = {Lee, A and},", "trailing-and", 4, 26),
    ("title = {T}, editor = {Ann Lee; Bo Kim},", "names-by-semicolons", 4, 26),
    ("title = {T}, editor = {Lee, A, B, C, D},", "too-many-commas", 4, 26),
    ("title = {T}, editor = {Ann Lee, Bo Kim, Cy Orr},", "names-by-commas", 4, 26),
  ])
  func aFaultHasItsPlace(line: String, rule: String, at lineNumber: Int, column: Int) {
    let faults = BibTeXLint.faults(in: Array(Self.file(line).utf8))
    #expect(faults.map(\.rule) == [rule])
    #expect(faults.first?.line == lineNumber)
    #expect(faults.first?.column == column)
  }

  @Test(arguments: ["title = {Salt \\& fat at 5\\% in $a_b$},", "title = {T}, url = {http://a.org/b_c?d&e%20},"])
  func soundFieldsAreClean(line: String) {
    #expect(BibTeXLint.faults(in: Array(Self.file(line).utf8)).isEmpty)
  }

  @Test(arguments: [
    ("title = {Salt & fat},", "title = {Salt \\& fat},"), ("title = {a &amp; b},", "title = {a \\& b},"),
    ("title = {T}, pages = {1-9},", "title = {T}, pages = {1--9},"), ("title = {T}", "title = {T},"),
    ("title = {T}, doi = {https://doi.org/10.1/a},", "title = {T}, doi = {10.1/a},"),
  ])
  func safeFixesChangeNothingElse(line: String, mended: String) {
    let once = BibTeXLint.mended(Array(Self.file(line).utf8))
    #expect(String(decoding: once, as: UTF8.self) == Self.file(mended))
    #expect(BibTeXLint.mended(once) == once)
  }

  @Test func keysAndEndsOfFiles() {
    let keys = "@misc{a b,title={T}}\n@misc{Q,title={T}}\n@misc{q,title={T}}\n@misc{q,title={T}}\n@misc{z,title={T"
    #expect(
      BibTeXLint.faults(in: Array(keys.utf8)).map(\.rule) == [
        "key-characters", "key-differs-by-case", "key-differs-by-case", "unbalanced-braces",
      ])
  }

  /// One byte of a sound file is changed, anywhere and to any mark: what is read of it stays.
  @Test func fixesLoseNothing() throws {
    let sound = Array(Self.file("title = {Salt \\& fat}, pages = {1--9}, month = mar,").utf8)
    for place in sound.indices {
      for mark in Array("{}\"&%#_$,@=x- ".utf8) {
        var broken = sound
        broken[place] = mark
        let mended = BibTeXLint.mended(broken)
        let before = BibTeXOutline(broken).entries.map { $0.fields.map(\.name) }
        #expect(BibTeXOutline(mended).entries.map { $0.fields.map(\.name) } == before)
        #expect(BibTeXLint.mended(mended) == mended)
      }
    }
  }
}
