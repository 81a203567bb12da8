import Testing

@testable import IbidText

struct HTMLEntityTests {
  @Test(
    "Characters by their names, first and last of each group",
    arguments: [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"), ("iexcl", "¡"),
      ("yuml", "ÿ"), ("egrave", "è"), ("Egrave", "È"), ("Alpha", "Α"), ("Rho", "Ρ"), ("Sigma", "Σ"), ("Omega", "Ω"),
      ("alpha", "α"), ("sigmaf", "ς"), ("omega", "ω"), ("micro", "\u{B5}"), ("OElig", "Œ"), ("hellip", "…"),
      ("loz", "◊"), ("", nil), ("-", nil), ("egrav", nil), ("EGRAVE", nil), ("amp;", nil), ("nothing", nil),
    ] as [(String, Unicode.Scalar?)])
  func names(name: String, scalar: Unicode.Scalar?) { #expect(HTMLEntity.scalar(named: name) == scalar) }
}
