import IbidCSL
import IbidModel
import Testing

@testable import IbidKit

/// What stands behind a key: a locator and the author's own words.
struct CiteLocatorTests {
  private func locator(_ words: String, language: String? = nil) throws -> CiteLocator {
    var reader = AffixReader(isMarkdown: true)
    let style = try StyleSearch().style("apa")
    let terms = try style.processor(locale: language, format: .text).locatorTerms
    return CiteLocator(reader.tokens(of: words), terms: terms)
  }

  @Test(
    "A locator is a word for what is counted and the numbers behind it",
    arguments: [
      (", p. 33", "page", "33", nil), (", pp.33", "page", "33", nil), (" p. 33", "page", "33", nil),
      (", Pages 7", "page", "7", nil), (", PP. 7", "page", "7", nil), (",p. 7", "page", "7", nil),
      (", chap. iv", "chapter", "iv", nil), (", fig. 3b", "figure", "3b", nil), (", § 4", "section", "4", nil),
      (", §§4", "section", "4", nil), (", l. 9", "line", "9", nil), (", pt. II", "part", "II", nil),
      (", vol. 2", "volume", "2", nil), (", paragraph 3(a)", "paragraph", "3(a)", nil),
      (", p.\u{A0}3", "page", "3", nil), (", p.\n3", "page", "3", nil), (", p. (iv)", "page", "(iv)", nil),
    ] as [(String, String?, String?, String?)])
  func readsLabels(words: String, label: String?, value: String?, suffix: String?) throws {
    let read = try locator(words)
    #expect(read.label == label && read.value == value && read.suffix == suffix, "\(read)")
  }

  @Test(
    "Without such a word a digit makes pages of it",
    arguments: [
      (", 33", "33", nil), (" 33", "33", nil), (", 12a", "12a", nil), (", A12", "A12", nil), (", 3:12", "3:12", nil),
      (", II.3.4", "II.3.4", nil), (", 34(1)(i)", "34(1)(i)", nil), (", 591 [84]", "591 [84]", nil),
      (", xiv", nil, ", xiv"), (", in 2020", nil, ", in 2020"),
    ] as [(String, String?, String?)])
  func readsNumbers(words: String, value: String?, suffix: String?) throws {
    let read = try locator(words)
    #expect(read.label == (value == nil ? nil : "page") && read.value == value && read.suffix == suffix, "\(read)")
  }

  @Test(
    "Lists and ranges go on until a word that is no number",
    arguments: [
      (", pp. 12-15, 19", "12–15, 19", nil), (", pp. 12--15", "12–15", nil), (", pp. iv-x, 3", "iv–x, 3", nil),
      (", pp. 3, 5, and 9", "3, 5", ", and 9"), (", pp. 33 ff.", "33", " ff."),
      (", pp. 4 *passim*", "4", " <i>passim</i>"),
      (", p. 3. And so", "3", ". And so"), (", p. 1.2.3", "1.2.3", nil), (", p. 3, chap. 4", "3", ", chap. 4"),
      (", p. 3 [a]", "3", " [a]"), (", p. 3 $x$", "3", nil),
    ] as [(String, String, String?)])
  func readsLists(words: String, value: String, suffix: String?) throws {
    let read = try locator(words)
    #expect(read.label == "page" && read.value == value, "\(read)")
    if let suffix { #expect(read.suffix == suffix) }
  }

  @Test(
    "Braces tell where a locator begins and ends, and empty ones that there is none",
    arguments: [
      (" {ii, A, D-Z}, and more", "page", "ii, A, D–Z", ", and more"), (", {fig. one}", "figure", "one", nil),
      (", {appendix B}", "page", "appendix B", nil), (", { p. 3 }", "page", "3", nil), ("{3}", "page", "3", nil),
      (", {p. {a} [b]}", "page", "{a} [b]", nil), (", {}99 years", nil, nil, ", 99 years"),
      (", {} p. 3", nil, nil, " p. 3"), (", {open 3", nil, nil, ", {open 3"), (", {a]}", nil, nil, ", {a]}"),
    ] as [(String, String?, String?, String?)])
  func readsBraces(words: String, label: String?, value: String?, suffix: String?) throws {
    let read = try locator(words)
    #expect(read.label == label && read.value == value && read.suffix == suffix, "\(read)")
  }

  @Test(
    "All else are words of the author, set off by a comma where nothing else does",
    arguments: [
      (", my note", ", my note"), (" my note", " my note"), ("see p. 3", ", see p. 3"), (": words", ": words"),
      (". Words", ". Words"), (", table 2", ", table 2"), (", s. 3", ", s. 3"), (" , p. 4", " , p. 4"), ("", nil),
      (" ", nil), (", \"a 'b'\"", ", \"a ‘b’\""), (", don't", ", don’t"), (" -- so", " – so"),
      (", see a^2^", ", see a<sup>2</sup>"),
      (", **b** ~c~", ", <b>b</b> <sub>c</sub>"), (", \\*a\\*", ", *a*"), (", a_b_c", ", a_b_c"),
      (", x & y&nbsp;z", ", x & y\u{A0}z"),
    ] as [(String, String?)])
  func keepsWords(words: String, suffix: String?) throws {
    let read = try locator(words)
    #expect(read.value == nil && read.suffix == suffix, "\(read)")
  }

  @Test(
    "The words are those of the style's language",
    arguments: [
      ("de-DE", ", S. 3", "page", "3"), ("de-DE", ", Kapitel 3", "chapter", "3"),
      ("fr-FR", ", chapitre 2", "chapter", "2"),
      ("es-ES", ", capítulo 3", "chapter", "3"), ("de-DE", ", Seiten 3-5", "page", "3–5"),
      ("de-DE", ", p. 3", "page", "3"),
    ])
  func readsLanguages(language: String, words: String, label: String, value: String) throws {
    let read = try locator(words, language: language)
    #expect(read.label == label && read.value == value && read.suffix == nil, "\(read)")
  }

  @Test(
    "Roman numerals are those that people write",
    arguments: [
      ("iv", true), ("MCMXCIV", true), ("xc", true), ("iiii", false), ("ic", false), ("vx", false), ("", false),
      ("mild", false),
    ])
  func readsRomanNumerals(word: String, isOne: Bool) { #expect(RomanNumber.isOne(word) == isOne) }

  @Test("Code, formulas and links come back as they were written")
  func keepsPlaces() {
    var reader = AffixReader(isMarkdown: true)
    let text = reader.richText(of: "see `a; *b*`, $x_1$ and [c](d(e)) *or `f`*")
    #expect(!text.contains("`") && !text.contains("$") && !text.contains("]("))
    #expect(reader.filled(text) == "see `a; *b*`, $x_1$ and [c](d(e)) <i>or `f`</i>")
    #expect(reader.filled("none") == "none")
  }

  @Test("In plain text nothing is markup")
  func readsPlainText() {
    var reader = AffixReader(isMarkdown: false)
    #expect(reader.richText(of: "*a* `b` $c$ -- 'd'") == "*a* `b` $c$ -- 'd'")
  }
}
