import IbidClaims
import IbidModel

/// What each marked sentence shows when it is chosen: its score, notes, references, quotes and findings.
///
/// The page carries it as JSON, of which the script makes elements when a sentence is chosen. As elements from the
/// start, ten times as many as the article's own, they took most of the time in which a long report opens.
struct HTMLDetails {
  private let report: HTMLReporter
  private var linked: LinkedArticle { report.linked }

  init(_ report: HTMLReporter) { self.report = report }

  /// `{"sentences": {"s1": {head, findings, notes, works, suggestions, reasons}}, "notes": [{label, references, text, quotes}]}`; a
  /// sentence's notes count in the list of notes. Every `<` is escaped, so that no text ends the element around.
  var json: String {
    let shown = linked.article.sentences.indices.filter(report.isShown)
    let value = JSONValue.object([
      JSONMember("sentences", .object(shown.map { JSONMember("s\($0 + 1)", details(of: $0)) })),
      JSONMember("notes", .array(linked.article.notes.indices.map(note))),
    ])
    return JSONWriter.text(of: value).split(separator: "<", omittingEmptySubsequences: false).joined(
      separator: "\\u003c")
  }

  private func details(of index: Int) -> JSONValue {
    let judgement = linked.judgements[index]
    let score = Int((judgement.needsCitation * 100).rounded())
    let state = linked.statuses[index] == .none ? judgement.kind.rawValue : linked.statuses[index].rawValue
    var members = [JSONMember("head", .string("\(state), score \(score) of 100"))]
    func add(_ name: String, _ elements: [JSONValue]) {
      if !elements.isEmpty { members.append(JSONMember(name, .array(elements))) }
    }
    add(
      "findings",
      (report.bySentence[index] ?? []).map {
        .array([.string($0.severity.rawValue), .string(HTMLText.shown($0.message)), .string($0.rule)])
      })
    add("notes", notes(of: index).map { .number(String($0)) })
    add("works", works(of: index))
    add(
      "suggestions",
      (report.suggestions[index] ?? []).map { .array($0.map { .string(cut($0)) }) })
    add(
      "reasons",
      judgement.reasons.prefix(6).map { reason in
        let weight = abs((reason.weight * 100).rounded() / 100)
        return .string("\(reason.weight < 0 ? "−" : "+")\(weight) \(HTMLText.shown(reason.name))")
      })
    return .object(members)
  }

  private func notes(of index: Int) -> [Int] {
    var seen = Set<Int>()
    return linked.markers[linked.article.sentences[index].markers].compactMap(\.note)
      .filter { seen.insert($0).inserted }
  }

  private func note(_ index: Int) -> JSONValue {
    let note = linked.article.notes[index]
    let references = linked.notes[index].references
    return .object([
      JSONMember("label", .string(HTMLText.shown(note.label))),
      JSONMember("references", .array(references.map { .array([.string(cut($0.reference.text)), match(of: $0)]) })),
      JSONMember("text", .string(references.isEmpty ? cut(note.paragraphs.first?.text ?? "") : "")),
      JSONMember("quotes", .array(note.quotes.map { .string(cut($0.text)) })),
    ])
  }

  private func match(of link: LinkedReference) -> JSONValue {
    guard let match = link.match else { return "" }
    return .string(HTMLText.shown("= record \(match.record.id), by \(match.reasons.joined(separator: ", "))"))
  }

  /// Works that the sentence cites by key, or names.
  private func works(of index: Int) -> [JSONValue] {
    let markers = linked.article.sentences[index].markers
    let byKey = linked.markers[markers].filter { $0.note == nil }.flatMap(\.works)
    let named = (report.mentions[index] ?? []).filter { $0.works.count == 1 }.flatMap(\.works)
    var seen = Set<Int>()
    return (byKey + named).filter { seen.insert($0).inserted }.map { work in
      let item = linked.works[work].item
      return .string(HTMLText.shown("\(item.id): ") + cut(item[.title] ?? ""))
    }
  }

  private func cut(_ text: String) -> String {
    HTMLText.shown(text.utf8.count > 600 && text.count > 600 ? text.prefix(600) + "…" : text)
  }
}
