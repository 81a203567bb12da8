import IbidClaims
import IbidModel
import IbidText

/// An article's claims as a person reads them on a terminal.
struct ClaimsText {
  let linked: LinkedArticle
  let isExplaining: Bool
  let usesColour: Bool

  /// Section by section, the sentences that are claims or carry a marker: place, state, score, text, and what is
  /// behind them.
  var text: String {
    var text = ""
    var section: Int?
    for index in linked.article.sentences.indices where isShown(index) {
      let sentence = linked.article.sentences[index]
      if sentence.section != section || text.isEmpty, let title = sentence.section {
        text += (text.isEmpty ? "" : "\n") + "== \(linked.article.sections[title].title)\n"
        section = sentence.section
      }
      text += line(of: index)
    }
    return text
  }

  private func isShown(_ index: Int) -> Bool {
    linked.judgements[index].kind == .claim || !linked.article.sentences[index].markers.isEmpty
  }

  private func line(of index: Int) -> String {
    let sentence = linked.article.sentences[index]
    let judgement = linked.judgements[index]
    let status = linked.statuses[index]
    let score = String(Int((judgement.needsCitation * 100).rounded()))
    var line =
      padded(TerminalText.plain(sentence.range.label), 7)
      + "  \(coloured(status))  \(padded(score, 3))%  \(shortened(sentence.text))\n"
    var seen = Set<Int>()
    for work in sentence.markers.flatMap({ linked.markers[$0].works }) where seen.insert(work).inserted {
      line += "        → \(linked.works[work].item.id)  \(shortened(linked.works[work].item[.title] ?? ""))\n"
    }
    if isExplaining {
      for reason in judgement.reasons {
        let weight = (reason.weight * 100).rounded() / 100
        line += "        \(reason.weight < 0 ? "" : "+")\(weight)  \(reason.name)\n"
      }
    }
    return line
  }

  private func coloured(_ status: CitationStatus) -> String {
    let name = status.rawValue + String(repeating: " ", count: max(0, 7 - status.rawValue.count))
    let code =
      switch status {
      case .cited: "32"
      case .hollow: "33"
      case .uncited: "31"
      case .none: "2"
      }
    return usesColour ? "\u{1B}[\(code)m\(name)\u{1B}[0m" : name
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func shortened(_ text: String) -> String {
    let text = TerminalText.plain(text)
    return text.count > 90 ? text.prefix(89) + "…" : text
  }
}
