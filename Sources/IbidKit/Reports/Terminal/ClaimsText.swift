import IbidModel
import IbidText

/// An article's claims as a person reads them on a terminal.
struct ClaimsText {
  let article: CheckedArticle
  let isExplaining: Bool
  let colour: TerminalColour

  /// Section by section, the sentences that are claims or carry a marker: place, state, score, text, and what is
  /// behind them.
  var text: String {
    var text = ""
    var section: Int?
    for sentence in article.sentences where sentence.kind == .claim || !sentence.markers.isEmpty {
      if sentence.sentence.section != section || text.isEmpty, let title = sentence.section {
        text += (text.isEmpty ? "" : "\n") + "== \(title)\n"
        section = sentence.sentence.section
      }
      text += line(of: sentence)
    }
    return text
  }

  private func line(of sentence: CheckedSentence) -> String {
    let score = String(Int((sentence.needsCitation * 100).rounded()))
    let name = sentence.status.rawValue
    let status = colour.painted(name + String(repeating: " ", count: max(0, 7 - name.count)), sentence.status)
    var line =
      padded(TerminalText.plain(sentence.range.label), 7)
      + "  \(status)  \(padded(score, 3))%  \(shortened(sentence.text))\n"
    var seen = Set<String>()
    for work in sentence.markers.flatMap(\.works) where seen.insert(work.item.id).inserted {
      line += "        → \(work.item.id)  \(shortened(work.item[.title] ?? ""))\n"
    }
    if isExplaining {
      for reason in sentence.reasons {
        let weight = (reason.weight * 100).rounded() / 100
        line += "        \(reason.weight < 0 ? "" : "+")\(weight)  \(reason.feature)\n"
      }
    }
    return line
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func shortened(_ text: String) -> String {
    let text = TerminalText.plain(text)
    return text.count > 90 ? text.prefix(89) + "…" : text
  }
}
