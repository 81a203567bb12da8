import IbidKit
import IbidModel
import IbidSession

/// What is shown where a person points.
extension LanguageServer {
  func hover(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article, let entries = entries(of: view) else {
      return .null
    }
    let offset = try view.checkedOffset(parameters["position"])
    let places = ArticlePlaces(article, view.checked.text)
    let markers = places.markers(at: offset)
    if let first = markers.first {
      let links = markers.map { article.markers[$0] }
      let cards = links.flatMap(\.works).map { card($0, view, entries) }
      let note = links.first?.note.map { article.notes[$0] }
      let text =
        cards.isEmpty
        ? HoverText.note(note, links[0].marker) : cards.map(HoverText.card).joined(separator: "\n\n---\n\n")
      return content(text, view.range(places.label(of: article.markers[first].marker)))
    }
    if let index = places.note(at: offset) {
      let note = article.notes[index]
      let reference = note.references.first { $0.reference.range.offsets.touches(offset) } ?? note.references.first
      guard let reference else { return .null }
      let card = card(reference.work, view, entries)
      return content(HoverText.card(card), view.range(reference.reference.range.offsets))
    }
    guard let index = places.sentence(at: offset) else { return .null }
    let sentence = article.sentences[index]
    guard let text = HoverText.claim(sentence) else { return .null }
    return content(text, view.range(sentence.range.offsets))
  }

  private func card(_ work: CitedWork, _ view: View, _ entries: RecordEntries) -> ReferenceCard {
    ReferenceCard(work, in: view.checked, library: session.recordsLocation(for: view.path), entries)
  }

  private func content(_ markdown: String, _ range: JSONValue) -> JSONValue {
    let kind = client.showsMarkdown ? "markdown" : "plaintext"
    let text = client.showsMarkdown ? markdown : HoverText.plain(markdown)
    return json(["contents": json(["kind": .string(kind), "value": .string(text)]), "range": range])
  }
}

/// The texts of hovers, in Markdown.
enum HoverText {
  /// A cited work: its reference, where it is known from, what speaks against it, its abstract's first lines.
  static func card(_ card: ReferenceCard) -> String {
    let identifiers = card.identifiers.map(link)
    let origin =
      switch card.origin {
      case .library(let path): "`\(card.key)` in \(path.map(name) ?? "the records")"
      case .file(let path): "`\(card.key)` in \(name(path))"
      case .ownRecord: "`\(card.key)`, a record of the article's own"
      case .reference: "no record: this is what the article's own reference says"
      }
    return
      ([escaped(card.reference)] + card.warnings.map { "**⚠ \(escaped($0))**" }
      + [([origin] + identifiers).joined(separator: " · ")]
      + (card.abstract.isEmpty ? [] : ["> " + escaped(card.abstract)])).joined(separator: "\n\n")
  }

  /// A marker behind which no work stands.
  static func note(_ note: CheckedNote?, _ marker: Marker) -> String {
    guard let note else {
      switch marker.target {
      case .note(let label): return "There is no note \(escaped(label))."
      case .key(let key): return "No record has the key `\(key)`."
      }
    }
    let text = note.note.paragraphs.map(\.text).joined(separator: " ")
    let short = text.count > 400 ? text.prefix(399) + "…" : text
    return "Note \(escaped(note.note.label)), without a reference: \(escaped(short))"
  }

  /// A sentence: whether it is cited, how much it needs that, and why; nil where there is nothing to say of it.
  static func claim(_ sentence: CheckedSentence) -> String? {
    guard sentence.kind == .claim || sentence.status != .none else { return nil }
    let state =
      switch sentence.status {
      case .cited: "Cited"
      case .hollow: "Hollow: its notes hold no reference"
      case .uncited: "Without a citation"
      case .none: "Needs no citation"
      }
    let score = Int((sentence.needsCitation * 100).rounded())
    let reasons = sentence.reasons.prefix(4).map { reason in
      "- \(escaped(reason.feature)) (\(reason.weight < 0 ? "−" : "+")\(tenths(reason.weight)))"
    }
    let parts = sentence.uncovered.map { "No citation covers “\(escaped($0.text))”." }
    return
      (["**\(state)** · needs a citation: \(score) of 100"] + parts
      + (reasons.isEmpty ? [] : [reasons.joined(separator: "\n")])).joined(separator: "\n\n")
  }

  /// The text without marks of Markdown.
  static func plain(_ markdown: String) -> String {
    var text = ""
    var isEscaped = false
    for character in markdown {
      if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      }
      if isEscaped || !"*`>".contains(character) { text.append(character) }
      isEscaped = false
    }
    return text
  }

  /// A file's name, and that of its folder.
  private static func name(_ path: String) -> String {
    escaped(path.split(separator: "/").suffix(2).joined(separator: "/"))
  }

  private static func link(_ identifier: Identifier) -> String {
    let words = "\(identifier.kind.rawValue) \(escaped(identifier.value))"
    return identifier.address.map { "[\(words)](\($0))" } ?? words
  }

  private static func tenths(_ weight: Double) -> String {
    let tenths = Int((abs(weight) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension Identifier {
  /// Where the work can be found; nil for an identifier that leads nowhere.
  var address: String? {
    switch kind {
    case .doi: "https://doi.org/" + Self.encoded(value)
    case .pmid: "https://pubmed.ncbi.nlm.nih.gov/\(value)/"
    case .pmcid: "https://pmc.ncbi.nlm.nih.gov/articles/\(value)/"
    case .arxiv: "https://arxiv.org/abs/" + Self.encoded(value)
    case .isbn: nil
    }
  }

  private static func encoded(_ value: String) -> String { String(FileURI.uri(of: "/" + value).dropFirst(8)) }
}
