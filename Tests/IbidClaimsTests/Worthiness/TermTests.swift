import IbidText
import Testing

@testable import IbidClaims

/// How a sentence is cut into terms.
struct TermTests {
  private func terms(_ text: String) -> (terms: SentenceTerms, texts: [String]) {
    var texts: [String] = []
    let terms = SentenceTerms(text) { texts.append($1) }
    return (terms, texts)
  }

  @Test(
    "Terms are each word, each pair, and the first word and two",
    arguments: [
      ("", []), ("Ice", ["ice", "^ice"]), ("Ice helps", ["ice", "^ice", "helps", "ice helps", "^ice helps"]),
      ("Ice does help", ["ice", "^ice", "does", "ice does", "^ice does", "help", "does help"]),
      ("in 1999 or 2010", ["in", "^in", "#y", "in #y", "^in #y", "or", "#y or", "#y", "or #y"]),
    ])
  func listsTerms(text: String, expected: [String]) { #expect(terms(text).texts == expected) }

  @Test(
    "Words are letters; numbers, years and apostrophes are what they are",
    arguments: [
      ("1999", ["#y"]), ("2099", ["#y"]), ("1899", ["#"]), ("2100", ["#"]), ("3099", ["#"]), ("199", ["#"]),
      ("19990", ["#"]), ("1,000.5", ["#"]),
      ("1.", ["#"]), ("1,x", ["#", "x"]), ("1..2", ["#", "#"]), ("don't", ["don't"]),
      ("dogs' tails", ["dogs", "tails"]),
      ("a'1", ["a", "#"]), ("B12", ["b12"]), ("12B", ["#", "b"]), ("mice’s", ["mice", "s"]), ("a—b", ["a", "b"]),
      ("a\u{A0}b", ["a", "b"]),
      ("naïve", ["naïve"]), ("Éa", ["Éa"]), ("µg", ["µg"]), ("α-β", ["α", "β"]), ("𝛼b", ["𝛼b"]),
      ("a\u{2040}b", ["a\u{2040}b"]), ("a\u{203F}b", ["a", "b"]),
      ("a\u{2010}b", ["a", "b"]), ("abcdefghijklmnopqrstuvwxyz", ["abcdefghijklmnopqrstuvwx"]), ("-'-", []),
      ("@[`{", []), ("aZ[", ["az"]),
    ])
  func cutsWords(text: String, words: [String]) {
    #expect(terms(text).texts.filter { !$0.contains(" ") && !$0.hasPrefix("^") } == words)
  }

  @Test("Each term has one hash, in order of value: the FNV-1a of its text")
  func hashes() {
    let (terms, texts) = terms("Ice and ice and ICE")
    #expect(terms.hashes == Set(texts.map { UInt32(fnvOf: $0.utf8) }).sorted())
    #expect(terms.hashes == SentenceTerms("Ice and ice and ICE").hashes)
    #expect(UInt32(fnvOf: "".utf8) == 0x811C_9DC5)
    #expect(UInt32(fnvOf: "a".utf8) == 0xE40C_292C)
    for text in texts { #expect(terms.contains(UInt32(fnvOf: text.utf8))) }
    #expect(!terms.contains(UInt32(fnvOf: "snow".utf8)))
    #expect(!SentenceTerms("").contains(1))
  }

  @Test(
    "Words, numbers, years and names are counted; the first word is no name",
    arguments: [
      ("In 1999 Roe saw 12 of 40 Doe", 8, 2, 1, 2), ("Roe", 1, 0, 0, 0), ("roe Roe Z Az zA", 5, 0, 0, 3),
      ("2010", 1, 0, 1, 0),
      ("", 0, 0, 0, 0),
    ])
  func counts(text: String, words: Int, numbers: Int, years: Int, capitals: Int) {
    let terms = SentenceTerms(text)
    #expect(
      [terms.wordCount, terms.numberCount, terms.yearCount, terms.capitalCount] == [words, numbers, years, capitals])
  }
}
