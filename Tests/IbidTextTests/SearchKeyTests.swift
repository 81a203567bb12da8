import IbidText
import Testing

struct SearchKeyTests {
  @Test(
    "Case, accents and punctuation do not count",
    arguments: [
      ("Łódź—Straße", "lodz strasse"), ("Couppé’s", "couppes"), ("Coupp\u{65}\u{301}", "couppe"),
      ("H2O, p < .05", "h2o p 05"), ("Žižek Đặng", "zizek dang"), ("", ""),
      ("O'Brien\u{7F}{~}|z[\\]^_`@A:/09", "obrien z a 09"), ("ﬃ Ⱥ İ ½ ₂", "ffi a i ½ ₂"), ("Ǆ ß", "dz ss"),
      ("\u{B5}m \u{3D5} \u{212B}", "\u{3BC}m φ a"),
      ("Α β-Γ", "α β γ"),
      ("a𝛼😀b", "a𝛼 b"), ("ẞ ﬂ ﬀ ﬄ", "ss fl ff ffl"), ("Ά ς й Å", "α σ и a"), ("e\u{301}\u{302}x", "ex"),
      ("a’b c'd ’ '", "ab cd"), ("x²y", "x²y"), ("Ḿ ḁ Ạ", "m a a"), ("Þórr Ðunn ıſ", "thorr dunn is"),
      ("王—氏", "王 氏"), ("1,5 µg/ml", "1 5 μg ml"), ("\u{301}a", "a"), (" a ", "a"),
    ])
  func folds(text: String, folded: String) {
    #expect(SearchKey.folded(text) == folded)
  }

  @Test("What is appended gets a blank before it where something stands there")
  func appends() {
    var key: [UInt8] = []
    SearchKey.appendFolded("…", to: &key)
    #expect(key.isEmpty)
    for text in ["A", "", "«É»", " b"] { SearchKey.appendFolded(text, to: &key) }
    #expect(String(decoding: key, as: UTF8.self) == "a e b")
  }
}

struct FreeKeysTests {
  @Test("Keys get the first letters that nobody has, and none is given out twice")
  func givesFreeKeys() {
    var keys = FreeKeys()
    var taken: Set = ["wang2020", "wang2020b"]
    let given = (0..<4).map { _ in
      let key = keys.key("wang2020") { taken.contains($0) }
      taken.insert(key)
      return key
    }
    #expect(given == ["wang2020a", "wang2020c", "wang2020d", "wang2020e"])
    #expect(keys.key("new2020") { taken.contains($0) } == "new2020")
  }
}
