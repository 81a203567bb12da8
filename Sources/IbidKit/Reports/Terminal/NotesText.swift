import IbidModel
import IbidText

/// An article's notes as a person reads them on a terminal.
struct NotesText {
  let article: CheckedArticle
  /// References whose reading is less sure are left out.
  let minConfidence: Double

  /// A line a note, then one for each reference, quote and mention in it.
  var text: String {
    article.notes.map { note in
      var lines = ["\(TerminalText.plain(note.note.range.label))  note \(note.note.label)"]
      if note.note.references.isEmpty, note.repeated.isEmpty { lines[0] += "  (no reference)" }
      for reference in note.references where reference.reference.confidence >= minConfidence {
        lines += self.lines(of: reference)
      }
      for quote in note.note.quotes { lines.append("    quote      “\(shortened(quote.text))”") }
      for mention in note.mentions {
        let keys = mention.works.map(\.item.id).joined(separator: " or ")
        let role = mention.citation.form == .mention ? "mention" : "again  "
        lines.append("    \(role)    \(mention.citation.text) → \(keys.isEmpty ? "nowhere" : keys)")
      }
      return lines.map { $0 + "\n" }.joined()
    }.joined()
  }

  private func lines(of link: CheckedReference) -> [String] {
    let item = link.reference.item
    let authors = item[names: .author].map(\.familyOrLiteral)
    let names = authors.count > 3 ? authors[0] + " et al." : authors.joined(separator: ", ")
    let year = item[date: .issued]?.year.map { " (\($0))" } ?? ""
    let sure = Int((link.reference.confidence * 100).rounded())
    let parts = [names + year, shortened(item[.title] ?? "")].filter { !$0.isEmpty }
    // What names nothing but a work's identifier or address is shown as it stands.
    let words = parts.isEmpty ? shortened(link.reference.text) : parts.joined(separator: ". ")
    var lines = ["    reference  \(link.work.item.id)  \(words) [\(sure)% sure]"]
    if let match = link.match {
      lines.append("               = record \(match.record.id), by \(match.reasons.joined(separator: ", "))")
    }
    for conflict in link.conflicts {
      lines.append(
        "               ≠ record \(conflict.record.id), though \(conflict.reasons.joined(separator: ", ")) is the same")
    }
    return lines
  }

  private func shortened(_ text: String) -> String {
    let text = TerminalText.plain(text)
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}
