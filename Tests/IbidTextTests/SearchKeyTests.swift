import IbidText
import Testing

struct SearchKeyTests {
  @Test(
    "Case, accents and punctuation do not count",
    arguments: [
      ("Łódź—Straße", "lodz strasse"), ("Couppé’s", "couppes"), ("Coupp\u{65}\u{301}", "couppe"),
      ("H2O, p < .05", "h2o p 05"), ("Žižek Đặng", "zizek dang"), ("", ""),
    ])
  func folds(text: String, folded: String) {
    #expect(SearchKey.folded(text) == folded)
  }
}
