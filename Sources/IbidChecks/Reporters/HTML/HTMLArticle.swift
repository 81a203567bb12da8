import IbidClaims
import IbidModel

/// The text of the article with each claim marked by its state.
struct HTMLArticle {
  private let report: HTMLReporter

  init(_ report: HTMLReporter) { self.report = report }

  var html: String {
    let sentences = report.linked.article.sentences
    var html = ""
    var index = 0
    while index < sentences.count {
      var end = index + 1
      while end < sentences.count, sentences[end].block == sentences[index].block,
        sentences[end].setting == sentences[index].setting
      {
        end += 1
      }
      let (open, close) = tags(of: sentences[index])
      html += open + (index..<end).map(sentence).joined(separator: " ") + close + "\n"
      index = end
    }
    return html
  }

  private func tags(of sentence: Sentence) -> (String, String) {
    switch sentence.setting {
    case .heading:
      let level = min(6, max(2, (sentence.section.map { report.linked.article.sections[$0].level } ?? 1) + 1))
      return ("<h\(level)>", "</h\(level)>")
    case .paragraph: return ("<p>", "</p>")
    case .listItem: return ("<ul><li>", "</li></ul>")
    case .quotation: return ("<p class=\"quotation\">", "</p>")
    case .caption, .metadata: return ("<p class=\"aside\">", "</p>")
    }
  }

  private func sentence(_ index: Int) -> String {
    let text = HTMLText.escaped(report.linked.article.sentences[index].text) + markers(of: index)
    guard report.isShown(index) else { return "<span id=\"s\(index + 1)\">\(text)</span>" }
    let status = report.linked.statuses[index]
    let isClaim = report.linked.judgements[index].kind == .claim || status == .cited || status == .hollow
    let rules = (report.bySentence[index] ?? []).map(\.rule)
    var seen = Set<String>()
    let names = rules.filter { seen.insert($0).inserted }.joined(separator: " ")
    return "<span id=\"s\(index + 1)\" class=\"s \(isClaim ? status.rawValue : "none")\" role=\"button\" "
      + "tabindex=\"0\" aria-expanded=\"false\" aria-controls=\"panel\" data-state=\"\(status.rawValue)\" "
      + "data-rules=\"\(names)\">\(text)</span>"
  }

  private func markers(of index: Int) -> String {
    let markers = report.linked.article.sentences[index].markers
    guard !markers.isEmpty else { return "" }
    let labels = report.linked.article.markers[markers].map { HTMLText.escaped($0.label) }
    return "<sup>\(labels.joined(separator: ","))</sup>"
  }
}

extension HTMLReporter {
  /// Whether a sentence has something to show: it is a claim, carries a marker, or has a finding or a suggestion.
  func isShown(_ index: Int) -> Bool {
    let sentence = linked.article.sentences[index]
    return linked.judgements[index].kind == .claim || !sentence.markers.isEmpty || bySentence[index] != nil
      || linked.statuses[index] == .cited || suggestions[index] != nil
  }
}
