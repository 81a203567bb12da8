import Testing

@testable import IbidClaims

struct WordStemTests {
  @Test(
    "Words that differ by their endings have one stem, others do not",
    arguments: [
      ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("feed", "feed"), ("agreed", "agre"),
      ("plastered", "plaster"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("sized", "size"),
      ("hopping", "hop"), ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"), ("failing", "fail"),
      ("filing", "file"), ("happy", "happi"), ("sky", "sky"), ("relational", "relat"), ("conditional", "condit"),
      ("digitizer", "digit"), ("radically", "radic"), ("vietnamization", "vietnam"), ("operator", "oper"),
      ("decisiveness", "decis"), ("hopefulness", "hope"), ("formality", "formal"), ("sensitivity", "sensit"),
      ("triplicate", "triplic"), ("electrical", "electr"), ("goodness", "good"), ("revival", "reviv"),
      ("adjustable", "adjust"), ("replacement", "replac"), ("adoption", "adopt"), ("communism", "commun"),
      ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controlling", "control"), ("roll", "roll"),
      ("syzygy", "syzygi"), ("yes", "ye"),
    ])
  func takesOffEndings(word: String, stem: String) {
    #expect(String(decoding: WordStem(of: word.utf8).bytes, as: UTF8.self) == stem)
  }

  @Test("What is no English word stays as it is", arguments: ["", "s", "as", "p53s", "mädchens", "睡眠", "covid19s"])
  func leavesOthers(word: String) {
    #expect(String(decoding: WordStem(of: word.utf8).bytes, as: UTF8.self) == word)
  }

  @Test("Runs of y take no time")
  func endsSoon() { #expect(WordStem(of: String(repeating: "y", count: 40).utf8).bytes.count <= 40) }
}
