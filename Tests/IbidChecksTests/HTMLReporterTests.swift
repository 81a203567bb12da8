import Testing

@testable import IbidChecks

struct HTMLReporterTests {
  @Test(
    "Text is escaped scalar by scalar",
    arguments: [
      ("a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"),
      ("<\u{301}script>", "&lt;\u{301}script&gt;"),
      ("\"\u{338}onload=", "&quot;\u{338}onload="),
      ("a\u{0}b\u{1B}[1m", "a\u{FFFD}b\u{FFFD}[1m"),
      ("ünï", "ünï"),
    ])
  func escapesText(text: String, expected: String) {
    #expect(Array(HTMLText.escaped(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "Hashes are those of the standard",
    arguments: [
      ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
      ),
    ])
  func hashesBySHA256(text: String, expected: String) {
    #expect(SHA256.base64(of: Array(text.utf8)) == expected)
  }

  @Test(
    "Quotation marks are paired",
    arguments: [
      ("He said “a b.”", ["a b."], false), ("„a b“ and «c»", ["a b", "c"], false), ("a 60\" bed", [], false),
      ("He said “a b.", [], true), ("\"a\" and \"b", ["a"], true),
    ])
  func pairsQuotationMarks(text: String, quotes: [String], isOpen: Bool) {
    let marks = QuotedPassages(text)
    #expect(marks.quotes == quotes)
    #expect(marks.isOpen == isOpen)
  }

  @Test("A quote with a word changed is nearly the text's, another is not")
  func measuresOverlap() {
    let text = "We find that models of health need care and thought, among other things."
    #expect(WordOverlap(of: "models of health require care and thought", in: text).share >= 0.75)
    #expect(WordOverlap(of: "the moon is made of green cheese", in: text).share < 0.5)
  }
}
