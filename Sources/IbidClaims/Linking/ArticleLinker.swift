package import IbidModel
internal import IbidNotes
package import IbidText

/// Closes the chain of an article whose notes have been read: marker → note → reference → work.
package struct ArticleLinker {
  private let reading: ReadingCopy
  private let records: any RecordSource
  private var works: [Work] = []
  private var workByRecord: [String: Int] = [:]
  private var takenKeys: Set<String> = []
  /// Works that no record stands for, by the keys that two references to one work share.
  private var workByKey: [SameWork.Key: [Int]] = [:]

  /// A linker for an article with this text, which looks up works in these records.
  package init(_ reading: ReadingCopy, records: any RecordSource) {
    self.reading = reading
    self.records = records
  }

  /// The article with its notes read, all of its links, and a judgement of each sentence.
  ///
  /// - Parameter pausing: called before the sentences are judged; what it throws ends the work.
  /// - Throws: what the records and `pausing` throw.
  package mutating func link(_ article: Article, pausing: () throws -> Void = {}) throws -> LinkedArticle {
    var article = article
    let reader = NoteReader(reading)
    var style = ListStyle()
    article.notes = reader.read(article.notes, in: &style)
    let references = try article.notes.map { try $0.references.map { try link($0) } }
    let keys = try article.markers.map { try work(forKeyOf: $0) }
    var resolver = MentionResolver(records: records, works: works, notes: references.map { $0.map(\.work) })
    var notes: [LinkedNote] = []
    var earlier = EarlierCitations()
    for (index, note) in article.notes.enumerated() {
      notes.append(try link(note, index, references: references[index], behind: &earlier, &resolver))
      earlier.endNote(
        note.label, works: notes[index].works,
        namesUnknown: zip(note.terseCitations, notes[index].mentions).contains { $0.form != .mention && $1.count != 1 })
    }
    let mentions = try self.mentions(in: article, resolver: &resolver)
    adopt(resolver)

    let byLabel = Dictionary(
      article.notes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    let nested = NestedNotes(article, notes: notes, byLabel: byLabel, keys: keys)
    var unknown: Set<String> = []
    let markers = try zip(article.markers, keys).map { marker, work in
      switch marker.target {
      case .key(let key): try self.marker(key, work: work, &unknown)
      case .note(let label): LinkedMarker(note: byLabel[label], works: byLabel[label].map { nested.works[$0] } ?? [])
      }
    }
    let named = Set(mentions.filter { $0.citation.year != nil || $0.works.count == 1 }.map(\.sentence))
    let cites = article.sentences.enumerated().map { index, sentence in
      named.contains(index) || SourceSigns.areIn(sentence.text)
        || article.markers[sentence.markers].contains { !$0.isPlainLink }
    }
    let namesSource = zip(article.sentences, cites).map { sentence, cites in cites || !sentence.markers.isEmpty }
    try pausing()
    let judgements = ClaimJudge.judgements(of: article, cited: cites)
    let linked = LinkedArticle(
      article: article, works: works, notes: notes, markers: markers, mentions: mentions, judgements: judgements,
      namesSource: namesSource,
      statuses: Self.statuses(of: article, markers: markers, mentions: mentions, judgements: judgements),
      uncoveredClauses: ClauseSplitter(reading: reading).clauses(of: article, judgements: judgements))
    return CitationOrder.ordered(linked)
  }

  private mutating func link(_ reference: Reference) throws -> LinkedReference {
    let outcome = try records.match(reference.item, text: reference.text)
    guard let match = outcome.match else {
      return LinkedReference(
        reference: reference, work: readWork(reference.item), match: nil, conflicts: outcome.conflicts)
    }
    return LinkedReference(
      reference: reference, work: recordWork(match.record), match: match, conflicts: outcome.conflicts)
  }

  /// A note with its mentions resolved; its short citations lean on what stands before them.
  private func link(
    _ note: Note, _ index: Int, references: [LinkedReference], behind earlier: inout EarlierCitations,
    _ resolver: inout MentionResolver
  ) throws -> LinkedNote {
    var linked = LinkedNote(references: references, mentions: [])
    for citation in note.terseCitations {
      guard citation.form != .mention else {
        linked.mentions.append(try resolver.works(for: citation, inNote: index))
        continue
      }
      let before = references.filter { $0.reference.range.position < citation.range.position }.map(\.work)
      earlier.inNote = before + linked.repeated
      let works = try resolver.works(for: citation, behind: earlier)
      linked.mentions.append(works)
      if works.count == 1 { linked.repeated += works }
    }
    return linked
  }

  /// A marker by key; `unknown` holds the keys before it that no record has.
  private func marker(_ key: String, work: Int?, _ unknown: inout Set<String>) throws -> LinkedMarker {
    if let work { return LinkedMarker(note: nil, works: [work]) }
    let isNew = unknown.count < Self.comparedKeys && unknown.insert(key).inserted
    return LinkedMarker(note: nil, works: [], nearestKeys: isNew ? try records.keys(near: key) : [])
  }

  /// So many unknown keys are compared with those that there are; who has more has another file's keys.
  private static let comparedKeys = 100

  private mutating func work(forKeyOf marker: Marker) throws -> Int? {
    guard case .key(let key) = marker.target else { return nil }
    if let record = try records.record(key: key) { return recordWork(record) }
    // A key that is an identifier names its work whether a record has it or not.
    guard let named = NamedWork(key: key) else { return nil }
    return try link(Reference(text: key, range: marker.range, item: named.item, confidence: 1)).work
  }

  private mutating func recordWork(_ record: Item) -> Int {
    if let known = workByRecord[record.id] { return known }
    works.append(Work(item: record, isRecord: true))
    workByRecord[record.id] = works.count - 1
    takenKeys.insert(record.id)
    return works.count - 1
  }

  /// The work of a reference that no record stands for: one that the article named before, or a new one.
  private mutating func readWork(_ item: Item) -> Int {
    let keys = SameWork.keys(of: item)
    let candidates = Set(keys.flatMap { workByKey[$0] ?? [] }).sorted()
    if let known = candidates.first(where: { SameWork.holds(works[$0].item, item) }) { return known }
    works.append(Work(item: item, isRecord: false))
    for key in keys { workByKey[key, default: []].append(works.count - 1) }
    return works.count - 1
  }

  /// Mentions in the body; what is part of a marker («Smith et al., 2010») is that marker's.
  private func mentions(in article: Article, resolver: inout MentionResolver) throws -> [LinkedMention] {
    try article.sentences.indices.flatMap { index in
      let sentence = article.sentences[index]
      guard sentence.setting != .heading, sentence.setting != .metadata else { return [LinkedMention]() }
      let markers = article.markers[sentence.markers].map(\.range.positions)
      return try TerseCitations.terseCitations(in: reading, reading.offsets(of: sentence.range))
        .filter { mention in !markers.contains { $0.overlaps(mention.range.positions) } }
        .map { LinkedMention(sentence: index, citation: $0, works: try resolver.works(for: $0, inNote: nil)) }
    }
  }

  /// Takes over the works that mentions led to, and gives a key to each work that has none of its own yet.
  private mutating func adopt(_ resolver: MentionResolver) {
    works = resolver.works
    for index in works.indices where works[index].isRecord { takenKeys.insert(works[index].item.id) }
    for index in works.indices where !works[index].isRecord {
      let key = CitationKey.free(CitationKey.base(for: works[index].item)) { takenKeys.contains($0) }
      works[index].item.id = key
      takenKeys.insert(key)
    }
  }

  private static func statuses(
    of article: Article, markers: [LinkedMarker], mentions: [LinkedMention], judgements: [Judgement]
  ) -> [CitationStatus] {
    let named = Set(mentions.filter { $0.works.count == 1 }.map(\.sentence))
    return zip(article.sentences, judgements).enumerated().map { index, pair in
      let (sentence, judgement) = pair
      let links = markers[sentence.markers]
      if links.contains(where: { !$0.works.isEmpty }) || named.contains(index) { return .cited }
      if links.contains(where: { $0.note != nil }) { return .hollow }
      return judgement.kind == .claim ? .uncited : .none
    }
  }
}

extension Marker {
  /// Whether it is a link to a page that no identifier names: it explains a word as often as it gives a source.
  fileprivate var isPlainLink: Bool {
    guard case .key(let key) = target else { return false }
    return key.hasPrefix("http://") || key.hasPrefix("https://")
  }
}
