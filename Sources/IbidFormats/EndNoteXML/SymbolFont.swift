/// Letters in the font Symbol are Greek.
///
/// Source: Adobe, «Symbol encoding».
enum SymbolFont {
  private static let latin = Array("ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz")
  private static let greek = Array("ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ")
  private static let letters = Dictionary(uniqueKeysWithValues: zip(latin, greek))

  /// The text that a run in this font shows.
  static func text(of run: String) -> String { String(run.map { letters[$0] ?? $0 }) }
}
