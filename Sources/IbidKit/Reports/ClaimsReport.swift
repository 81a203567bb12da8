public import IbidModel

/// An article's claims and notes as JSON: what `ibid claims` and `ibid notes` print with `--format json`.
///
///     let report = ClaimsReport(article)
///     print(JSONWriter.text(of: report.json()))
public struct ClaimsReport {
  private let article: CheckedArticle
  private let minConfidence: Double

  /// A report of this article, without the references whose reading is less sure than `minConfidence` (0…1).
  public init(_ article: CheckedArticle, minConfidence: Double = 0) {
    self.article = article
    self.minConfidence = minConfidence
  }

  /// The whole report.
  ///
  /// - Parameter explaining: adds to each sentence what spoke for and against its needing a citation.
  public func json(explaining: Bool = false) -> JSONValue {
    .object([
      JSONMember("article", head),
      JSONMember("sentences", .array(article.sentences.map { sentence($0, explaining: explaining) })),
      JSONMember("notes", notes),
      JSONMember("items", items),
      JSONMember("summary", summary),
    ])
  }

  /// Only the notes and the items behind them.
  public var notesJSON: JSONValue { .object([JSONMember("notes", notes), JSONMember("items", items)]) }

  private var head: JSONValue {
    let article = article.article
    return .object([
      JSONMember("path", .string(article.path)),
      JSONMember("format", .string(article.format)),
      JSONMember("title", article.title.map(JSONValue.string) ?? .null),
      JSONMember("words", Self.number(article.wordCount)),
      JSONMember("sentences", Self.number(article.sentences.count)),
    ])
  }

  private func sentence(_ sentence: CheckedSentence, explaining: Bool) -> JSONValue {
    var members = [JSONMember("id", .string(sentence.id)), JSONMember("text", .string(sentence.text))]
    members += place(of: sentence.range)
    members += [
      JSONMember("section", sentence.section.map(JSONValue.string) ?? .null),
      JSONMember("kind", .string(sentence.kind.rawValue)),
      JSONMember("needsCitation", Self.number(sentence.needsCitation)),
      JSONMember("status", .string(sentence.status.rawValue)),
      JSONMember("markers", .array(sentence.markers.map(marker))),
    ]
    if !sentence.mentions.isEmpty { members.append(JSONMember("terse", .array(sentence.mentions.map(mention)))) }
    if !sentence.uncovered.isEmpty {
      members.append(JSONMember("uncovered", .array(sentence.uncovered.map { text($0.text, at: $0.range) })))
    }
    if explaining {
      let reasons = sentence.reasons.map {
        JSONValue.object([JSONMember("feature", .string($0.feature)), JSONMember("weight", Self.number($0.weight))])
      }
      members.append(JSONMember("reasons", .array(reasons)))
    }
    return .object(members)
  }

  private func marker(_ link: CheckedMarker) -> JSONValue {
    let note: JSONValue =
      switch link.marker.target {
      case .note(let label): .string(label)
      case .key: .null
      }
    return .object(
      [JSONMember("label", .string(link.marker.label))] + place(of: link.marker.range)
        + [JSONMember("note", note), JSONMember("items", Self.keys(of: link.works))])
  }

  private var notes: JSONValue { .array(article.notes.map(note)) }

  private func note(_ link: CheckedNote) -> JSONValue {
    let references = link.references.filter { $0.reference.confidence >= minConfidence }
    return .object(
      [JSONMember("label", .string(link.note.label))] + place(of: link.note.range)
        + [
          JSONMember("kind", .string(link.kind.rawValue)),
          JSONMember("cited", .bool(link.isCited)),
          JSONMember("items", Self.keys(of: Self.each(references.map(\.work) + link.repeated))),
          JSONMember("references", .array(references.map(reference))),
          JSONMember("quotes", .array(link.note.quotes.map { text($0.text, at: $0.range) })),
          JSONMember("terse", .array(link.mentions.map(mention))),
        ])
  }

  /// What the note says stays beside the record that was found for it.
  private func reference(_ link: CheckedReference) -> JSONValue {
    let written = link.reference
    var members = [JSONMember("text", .string(written.text))] + place(of: written.range)
    members += [
      JSONMember("item", .string(link.work.item.id)),
      JSONMember("confidence", Self.number(written.confidence)),
      // As `ibid parse` gives the reference.
      JSONMember(
        "fields",
        .object(written.item.cslJSON().members + [JSONMember("confidence", Self.number(written.confidence))])),
    ]
    if let match = link.match {
      members.append(
        JSONMember(
          "match",
          .object([
            JSONMember("record", .string(match.record.id)), JSONMember("score", Self.number(match.score)),
            JSONMember("reasons", .array(match.reasons.map(JSONValue.string))),
          ])))
    }
    if !link.conflicts.isEmpty {
      let conflicts = link.conflicts.map { conflict in
        JSONValue.object([
          JSONMember("record", .string(conflict.record.id)),
          JSONMember("identifiers", .array(conflict.reasons.map(JSONValue.string))),
        ])
      }
      members.append(JSONMember("conflicts", .array(conflicts)))
    }
    return .object(members)
  }

  private func mention(_ mention: CheckedMention) -> JSONValue {
    .object(
      [JSONMember("text", .string(mention.citation.text))] + place(of: mention.citation.range)
        + (mention.citation.locator.map { [JSONMember("locator", .string($0))] } ?? [])
        + [JSONMember("items", Self.keys(of: mention.works))])
  }

  private var items: JSONValue { .array(article.works.map { $0.item.cslJSON() }) }

  private var summary: JSONValue {
    let summary = article.summary
    return .object([
      JSONMember("claims", Self.number(summary.claims)),
      JSONMember("cited", Self.number(summary.cited)),
      JSONMember("hollow", Self.number(summary.hollow)),
      JSONMember("uncited", Self.number(summary.uncited)),
      JSONMember("notes", Self.number(summary.notes)),
      JSONMember("notesWithReference", Self.number(summary.notesWithReference)),
      JSONMember("notesWithoutMarker", .array(summary.notesWithoutMarker.map(JSONValue.string))),
      JSONMember("markersWithoutNote", .array(summary.markersWithoutNote.map(JSONValue.string))),
    ])
  }

  /// Each once.
  private static func each(_ works: [CitedWork]) -> [CitedWork] {
    works.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func keys(of works: [CitedWork]) -> JSONValue { .array(works.map { .string($0.item.id) }) }

  private func text(_ text: String, at range: SourceRange) -> JSONValue {
    .object([JSONMember("text", .string(text))] + place(of: range))
  }

  /// `place`, `path` where the article stands in several files, `length`.
  private func place(of range: SourceRange) -> [JSONMember] {
    [JSONMember("place", range.place.json)] + (range.path.map { [JSONMember("path", .string($0))] } ?? [])
      + [JSONMember("length", Self.number(range.length))]
  }

  private static func number(_ value: Int) -> JSONValue { .number(String(value)) }
  private static func number(_ value: Double) -> JSONValue { .number("\((value * 1000).rounded() / 1000)") }
}
