import IbidCSL

/// The bibliography as it stands in a manuscript.
struct BibliographyText {
  let format: FormattedManuscript.Format
  let output: OutputFormat
  let choices: ManuscriptChoices

  /// The list of these entries.
  ///
  /// - Parameter isInDivision: whether it stands in a `refs` division of the author's.
  func text(of entries: [BibliographyEntry], isInDivision: Bool) -> String {
    let texts = entries.map(text)
    switch output {
    case .html: return (choices.heading.map { $0 + "\n" } ?? "") + PlainTextPage.list(of: texts)
    case .text, .rtf: return (heading.map { $0 + "\n\n" } ?? "") + texts.joined(separator: "\n") + "\n"
    case .markdown: return (heading.map { $0 + "\n\n" } ?? "") + division(of: texts, isInDivision) + "\n"
    }
  }

  /// Markdown's heading: a text may be Markdown, too.
  private var heading: String? { choices.heading.map { "# " + $0 } }

  /// For pandoc the entries have Word's own style for them.
  private func division(of texts: [String], _ isInDivision: Bool) -> String {
    let list = texts.joined(separator: "\n\n")
    guard format.isMadeByPandoc else { return list }
    let name = isInDivision ? "" : "#refs .references "
    return "::: {\(name)custom-style=\"Bibliography\"}\n\n\(list)\n\n:::"
  }

  private func text(_ entry: BibliographyEntry) -> String {
    var text = output == .markdown ? RaisedText.escapingBlanks(entry.text, for: format) : entry.text
    if choices.linksBibliography, output != .text {
      text = BibliographyLinks(isMarkdown: output == .markdown).linked(text)
    }
    guard choices.linksCitations, output == .markdown else { return text }
    let anchor = Self.anchor(entry.id)
    return (format == .html ? PagePlace.mark(anchor) : "[]{#\(anchor)}") + text
  }

  /// The name of an entry's place.
  static func anchor(_ key: String) -> String {
    "ref-" + String(String.UnicodeScalarView(key.unicodeScalars.map { isName($0) ? $0 : "-" }))
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "_.:-".unicodeScalars.contains(scalar)
  }
}
