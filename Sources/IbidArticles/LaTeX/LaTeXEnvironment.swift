/// What environments mean for a reader of the prose, by their names without stars.
enum LaTeXEnvironment {
  /// Environments that hold no prose.
  static let verbatim: Set<String> = [
    "verbatim", "lstlisting", "minted", "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math",
    "tikzpicture", "comment", "alltt", "algorithm", "algorithmic",
  ]

  /// Environments that hold the words of others.
  static let quotations: Set<String> = ["quote", "quotation", "displayquote"]

  /// Environments with an argument that is no text.
  static let withArgument: Set<String> = ["tabular", "thebibliography", "minipage"]
}
