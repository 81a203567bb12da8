import IbidClaims
import IbidModel

/// What each marked sentence shows when it is chosen: its score, notes, references, quotes and findings.
struct HTMLDetails {
  private let report: HTMLReporter
  private var linked: LinkedArticle { report.linked }

  init(_ report: HTMLReporter) { self.report = report }

  /// A template for each marked sentence.
  var templates: String {
    linked.article.sentences.indices.filter(report.isShown).map { index in
      "<template id=\"ds\(index + 1)\">\(details(of: index))</template>\n"
    }.joined()
  }

  private func details(of index: Int) -> String {
    let judgement = linked.judgements[index]
    let score = Int((judgement.needsCitation * 100).rounded())
    let state = linked.statuses[index] == .none ? judgement.kind.rawValue : linked.statuses[index].rawValue
    var html = "<h2>\(state), score \(score) of 100</h2>"
    let findings = report.bySentence[index] ?? []
    if !findings.isEmpty {
      html += "<h3>Findings</h3><ul>\(findings.map { "<li>\(HTMLReporter.words(of: $0))</li>" }.joined())</ul>"
    }
    html += notes(of: index) + works(of: index)
    let reasons = judgement.reasons.prefix(6).map { reason in
      "<li>\(reason.weight < 0 ? "−" : "+")\(abs((reason.weight * 100).rounded() / 100)) \(HTMLText.escaped(reason.name))</li>"
    }
    return html + (reasons.isEmpty ? "" : "<h3>What speaks for and against</h3><ul>\(reasons.joined())</ul>")
  }

  private func notes(of index: Int) -> String {
    var seen = Set<Int>()
    let notes = linked.markers[linked.article.sentences[index].markers].compactMap(\.note)
      .filter { seen.insert($0).inserted }
    return notes.map { number in
      let note = linked.article.notes[number]
      let references = linked.notes[number].references.map { reference in
        "<li>\(HTMLText.escaped(cut(reference.reference.text)))\(match(of: reference))</li>"
      }
      let quotes = note.quotes.map { "<li>“\(HTMLText.escaped(cut($0.text)))”</li>" }
      let text = references.isEmpty ? "<p>\(HTMLText.escaped(cut(note.paragraphs.first?.text ?? "")))</p>" : ""
      return "<h3>Note \(HTMLText.escaped(note.label))</h3>"
        + (references.isEmpty ? "<p class=\"quiet\">holds no reference</p>" : "<ul>\(references.joined())</ul>") + text
        + (quotes.isEmpty ? "" : "<p class=\"quiet\">quotes</p><ul>\(quotes.joined())</ul>")
    }.joined()
  }

  private func match(of link: LinkedReference) -> String {
    guard let match = link.match else { return "" }
    let reasons = match.reasons.joined(separator: ", ")
    return
      " <span class=\"quiet\">= record \(HTMLText.escaped(match.record.id)), by \(HTMLText.escaped(reasons))</span>"
  }

  /// Works that the sentence cites by key, or names.
  private func works(of index: Int) -> String {
    let markers = linked.article.sentences[index].markers
    let byKey = linked.markers[markers].filter { $0.note == nil }.flatMap(\.works)
    let named = linked.mentions.filter { $0.sentence == index && $0.works.count == 1 }.flatMap(\.works)
    var seen = Set<Int>()
    let items = (byKey + named).filter { seen.insert($0).inserted }.map { linked.works[$0].item }
    guard !items.isEmpty else { return "" }
    let lines = items.map { item in
      "<li>\(HTMLText.escaped(item.id)): \(HTMLText.escaped(cut(item[.title] ?? "")))</li>"
    }
    return "<h3>Works</h3><ul>\(lines.joined())</ul>"
  }

  private func cut(_ text: String) -> String { text.count > 600 ? text.prefix(600) + "…" : text }
}
