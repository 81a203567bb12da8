/// What environments mean for a reader of the prose, by their names without stars.
enum LaTeXEnvironment {
  /// Environments that hold no prose.
  static let verbatim: Set<String> = [
    "verbatim", "lstlisting", "minted", "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math",
    "flalign", "alignat", "xalignat", "dmath", "IEEEeqnarray", "empheq", "subequations",
    "tikzpicture", "comment", "alltt", "algorithm", "algorithmic",
  ]

  /// Whether an environment of this name, with or without its star, holds formulas, programs, pictures or tables only.
  static func holdsNoProse(_ name: String) -> Bool {
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    return verbatim.contains(plain) || tables.contains(plain)
  }

  private static let tables: Set<String> = [
    "tabular", "tabularx", "tabulary", "longtable", "array", "table", "threeparttable", "figure", "subfigure",
    "picture", "pmatrix", "matrix", "cases", "split", "aligned",
    "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "dcases", "gathered", "alignedat", "multlined",
  ]

  /// Environments that hold the words of others.
  static let quotations: Set<String> = ["quote", "quotation", "displayquote"]

  /// Environments with an argument that is no text.
  static let withArgument: Set<String> = ["tabular", "thebibliography", "minipage"]
}
