import Testing

@testable import IbidClaims

/// Citations that a sentence shows though no list stands behind them.
struct SourceSignTests {
  @Test(
    "Numbers in brackets, and a name and year in parentheses, cite",
    arguments: [
      ("Rain falls [3].", true), ("Rain falls [3, 5–7].", true), ("Rain falls (Roe, 2010).", true),
      ("Rain falls (see Roe & Doe, 2010a; WHO, 2021).", true), ("Rain falls (World Health Organization, 1999).", true),
      ("Rain falls [2010].", false), ("Rain falls [a3].", false), ("Rain falls [].", false),
      ("Rain falls (2010).", false), ("Rain falls (often, in 2010).", false),
      ("Rain falls (Roe, 3010).", false), ("Rain falls (Roe, 2010", false), ("", false),
    ])
  func tellsSigns(text: String, cites: Bool) { #expect(SourceSigns.areIn(text) == cites) }
}
