package import IbidModel

/// The article's claims with their citations as JSON: what `ibid claims --format json` prints.
package struct ClaimsReport {
  private let linked: LinkedArticle
  private let mentions: [Int: [LinkedMention]]
  private let clauses: [Int: [UncoveredClause]]
  private let minConfidence: Double

  /// A report of this article, without the references whose reading is less sure than `minConfidence` (0…1).
  package init(_ linked: LinkedArticle, minConfidence: Double = 0) {
    self.linked = linked
    self.minConfidence = minConfidence
    mentions = Dictionary(grouping: linked.mentions, by: \.sentence)
    clauses = Dictionary(grouping: linked.uncoveredClauses, by: \.sentence)
  }

  /// The whole report.
  ///
  /// - Parameter explaining: adds to each sentence what spoke for and against its needing a citation.
  package func json(explaining: Bool = false) -> JSONValue {
    .object([
      JSONMember("article", article),
      JSONMember("sentences", .array(linked.article.sentences.indices.map { sentence($0, explaining: explaining) })),
      JSONMember("notes", notes),
      JSONMember("items", items),
      JSONMember("summary", summary),
    ])
  }

  /// Only the notes and the items behind them: what `ibid notes --format json` prints.
  package var notesJSON: JSONValue { .object([JSONMember("notes", notes), JSONMember("items", items)]) }

  private var article: JSONValue {
    let article = linked.article
    return .object([
      JSONMember("path", .string(article.path)),
      JSONMember("format", .string(article.format)),
      JSONMember("title", article.title.map(JSONValue.string) ?? .null),
      JSONMember("words", .number(String(article.wordCount))),
      JSONMember("sentences", .number(String(article.sentences.count))),
    ])
  }

  private func sentence(_ index: Int, explaining: Bool) -> JSONValue {
    let sentence = linked.article.sentences[index]
    let judgement = linked.judgements[index]
    let section = sentence.section.map { JSONValue.string(linked.article.sections[$0].title) } ?? .null
    var members =
      [JSONMember("id", .string("s\(index + 1)")), JSONMember("text", .string(sentence.text))]
      + Self.place(of: sentence.range)
    members += [
      JSONMember("section", section),
      JSONMember("kind", .string(judgement.kind.rawValue)),
      JSONMember("needsCitation", Self.number(judgement.needsCitation)),
      JSONMember("status", .string(linked.statuses[index].rawValue)),
      JSONMember("markers", .array(sentence.markers.map(marker))),
    ]
    if let mentions = mentions[index] {
      members.append(JSONMember("terse", .array(mentions.map { terse($0.citation, works: $0.works) })))
    }
    if let clauses = clauses[index] {
      members.append(
        JSONMember(
          "uncovered",
          .array(clauses.map { Self.object("text", $0.text, at: $0.range) })))
    }
    if explaining {
      let reasons = judgement.reasons.map {
        JSONValue.object([JSONMember("feature", .string($0.name)), JSONMember("weight", Self.number($0.weight))])
      }
      members.append(JSONMember("reasons", .array(reasons)))
    }
    return .object(members)
  }

  private func marker(_ index: Int) -> JSONValue {
    let marker = linked.article.markers[index]
    let link = linked.markers[index]
    let note: JSONValue =
      switch marker.target {
      case .note(let label): .string(label)
      case .key: .null
      }
    return .object(
      [JSONMember("label", .string(marker.label))] + Self.place(of: marker.range)
        + [JSONMember("note", note), JSONMember("items", keys(of: link.works))])
  }

  private var notes: JSONValue {
    let cited = Set(linked.markers.compactMap(\.note))
    return .array(
      linked.article.notes.indices.map { index in
        let note = linked.article.notes[index]
        let link = linked.notes[index]
        let references = link.references.filter { $0.reference.confidence >= minConfidence }
        var members = [JSONMember("label", .string(note.label))] + Self.place(of: note.range)
        members += [
          JSONMember("kind", .string(Self.kind(of: note))),
          JSONMember("cited", .bool(cited.contains(index))),
          JSONMember("items", keys(of: references.map(\.work))),
          JSONMember("references", .array(references.map(reference))),
          JSONMember("quotes", .array(note.quotes.map { Self.object("text", $0.text, at: $0.range) })),
          JSONMember("terse", .array(zip(note.terseCitations, link.mentions).map { terse($0, works: $1) })),
        ]
        return .object(members)
      })
  }

  private static func kind(of note: Note) -> String {
    switch (note.references.isEmpty, note.hasCommentary) {
    case (true, _): "commentary"
    case (false, true): "both"
    case (false, false): "reference"
    }
  }

  /// What the note says stays beside the record that was found for it.
  private func reference(_ link: LinkedReference) -> JSONValue {
    let written = link.reference
    var members = [JSONMember("text", .string(written.text))] + Self.place(of: written.range)
    members += [
      JSONMember("item", .string(linked.works[link.work].item.id)),
      JSONMember("confidence", Self.number(written.confidence)),
      JSONMember("fields", written.item.cslJSON()),
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

  private func terse(_ citation: TerseCitation, works: [Int]) -> JSONValue {
    .object(
      [JSONMember("text", .string(citation.text))] + Self.place(of: citation.range)
        + [JSONMember("items", keys(of: works))])
  }

  private var items: JSONValue { .array(linked.works.map { $0.item.cslJSON() }) }

  private var summary: JSONValue {
    let article = linked.article
    let claims = linked.judgements.indices.filter { linked.judgements[$0].kind == .claim }
    func count(_ status: CitationStatus) -> JSONValue {
      .number(String(claims.count { linked.statuses[$0] == status }))
    }
    let cited = Set(linked.markers.compactMap(\.note))
    let unmarked = article.notes.indices.filter { !cited.contains($0) }.map { article.notes[$0].label }
    var seen = Set<String>()
    let dangling = zip(article.markers, linked.markers).filter { $1.note == nil && $1.works.isEmpty }
      .map(\.0.label).filter { seen.insert($0).inserted }
    return .object([
      JSONMember("claims", .number(String(claims.count))),
      JSONMember("cited", count(.cited)),
      JSONMember("hollow", count(.hollow)),
      JSONMember("uncited", count(.uncited)),
      JSONMember("notes", .number(String(article.notes.count))),
      JSONMember("notesWithReference", .number(String(linked.notes.count { !$0.references.isEmpty }))),
      JSONMember("notesWithoutMarker", .array(unmarked.map(JSONValue.string))),
      JSONMember("markersWithoutNote", .array(dangling.map(JSONValue.string))),
    ])
  }

  private func keys(of works: [Int]) -> JSONValue { .array(works.map { .string(linked.works[$0].item.id) }) }

  private static func object(_ name: String, _ text: String, at range: SourceRange) -> JSONValue {
    .object([JSONMember(name, .string(text))] + place(of: range))
  }

  /// `place`, `path` where the article stands in several files, `length`.
  private static func place(of range: SourceRange) -> [JSONMember] {
    [JSONMember("place", range.place.json)] + (range.path.map { [JSONMember("path", .string($0))] } ?? [])
      + [JSONMember("length", .number(String(range.length)))]
  }

  private static func number(_ value: Double) -> JSONValue { .number("\((value * 1000).rounded() / 1000)") }
}

extension Place {
  /// The place as the command's JSON gives it.
  package var json: JSONValue {
    .object([
      JSONMember("line", .number(String(line))), JSONMember("column", .number(String(column))),
      JSONMember("offset", .number(String(offset))),
    ])
  }
}
