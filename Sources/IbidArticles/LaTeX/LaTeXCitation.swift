/// What the commands of the `\cite` family say of a citation.
///
/// Source: natbib's reference sheet; biblatex's manual, «Citation commands».
struct LaTeXCitation {
  var isInText: Bool
  var suppressesAuthor: Bool

  /// The command's kind; nil where it is none of the family. Capitals and stars do not matter.
  init?(command: String) {
    let name = command.lowercased()
    if Self.inText.contains(name) {
      (isInText, suppressesAuthor) = (true, false)
    } else if Self.plain.contains(name) {
      (isInText, suppressesAuthor) = (false, false)
    } else if Self.yearOnly.contains(name) {
      (isInText, suppressesAuthor) = (false, true)
    } else {
      return nil
    }
  }

  private static let inText: Set<String> = [
    "citet", "citealt", "textcite", "textcites", "citeauthor", "onlinecite", "shortcitea", "citeasnoun", "newcite",
  ]
  private static let plain: Set<String> = [
    "cite", "cites", "citep", "citealp", "parencite", "parencites", "autocite", "autocites", "footcite", "footcites",
    "smartcite", "supercite", "fullcite", "footfullcite", "upcite", "citenum", "shortcite",
  ]
  private static let yearOnly: Set<String> = ["citeyear", "citeyearpar", "citedate", "citetitle", "shortciteyear"]
}
