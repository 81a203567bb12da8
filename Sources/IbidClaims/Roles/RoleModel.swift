internal import Glibc
internal import IbidText

/// What the first pass makes of a sentence, without its own citation.
package struct RoleView: Sendable {
  /// How likely each role is, by `SentenceRole`.
  package var roles: [Float]
  /// The log odds of `need`.
  package var need: Float
  /// What a model of research articles says: log odds of a citation, then of each kind of section.
  package var research: [Float]
  /// The log odds that an article's authors would cite something there, by its place and neighbours too.
  package var worthiness: Float
}

/// Tells what sentences do, and which of them want a source.
///
/// Two linear models look at the words, one learnt from research articles and their citations, one from sentences that were
/// labelled by reading. Trees look at their answers for the sentence, its neighbours and its article, and at citations.
package struct RoleModel: Sendable {
  /// Learnt from research articles: whether they cite, and in which section they would say it.
  package var research: TermWeights
  /// Learnt from labelled sentences: their roles. What the research model says is known by `denseHash`.
  package var roles: TermWeights
  /// The log odds of `need`.
  package var trees: BoostedTrees

  /// How many answers the research model has: a citation, and five kinds of section.
  package static let researchAnswers = 6

  /// A model of these parts.
  package init(research: TermWeights, roles: TermWeights, trees: BoostedTrees) {
    self.research = research
    self.roles = roles
    self.trees = trees
  }

  /// The model that the command carries in itself; nil where its bytes are none.
  package static let bundled: RoleModel? = Resource(named: "claims/roles.bin").flatMap { RoleModel(bytes: $0.bytes) }

  /// The terms by which the research model knows a sentence.
  package static func words(of text: String) -> [UInt32] {
    let reading = SentenceReading(text)
    return reading.vocabulary + reading.pairs
  }

  /// How many columns a row of the second pass has.
  package static var columnCount: Int { RoleFeature.all.count }

  /// What research articles would do with each sentence.
  package static func research(of document: RoleDocument, by weights: TermWeights) -> [[Float]] {
    document.readings.map { reading in
      var sums = weights.start()
      for word in reading.vocabulary { weights.add(word, 1, to: &sums) }
      for pair in reading.pairs { weights.add(pair, 1, to: &sums) }
      return sums.map { $0 * TermWeights.unit }
    }
  }

  /// Hands out all terms of a sentence with their values; the answers of the research model are terms as well.
  @inline(__always)
  static func forEachTerm(
    of index: Int, in terms: RoleTerms, _ document: RoleDocument, research: [[Float]], mean: [Float],
    _ body: (UInt32, Float) -> Void
  ) {
    terms.forEach(of: index, body)
    func dense(_ place: Int, _ values: [Float], _ scale: Float) {
      for (answer, value) in values.enumerated() {
        body(denseHash(place, answer), 0.5 * max(-4, min(4, value * scale)))
      }
    }
    dense(0, research[index], 1)
    if let before = document.before(index) { dense(1, research[before], 0.5) }
    if let behind = document.behind(index) { dense(2, research[behind], 0.5) }
    dense(3, mean, 1)
  }

  private static func denseHash(_ place: Int, _ answer: Int) -> UInt32 {
    RoleTerms.Seed.document.with(200 + place, answer)
  }

  /// The mean of each answer over a document.
  package static func mean(_ research: [[Float]]) -> [Float] {
    var sums = [Float](repeating: 0, count: researchAnswers)
    for values in research { for (index, value) in values.enumerated() { sums[index] += value } }
    return sums.map { $0 / Float(max(1, research.count)) }
  }

  /// What the first pass makes of each sentence.
  package func views(of document: RoleDocument) -> [RoleView] {
    let research = Self.research(of: document, by: research)
    return Self.views(of: document, research: research, worthiness: Self.worthiness(of: document), roles: roles)
  }

  /// What the model of worthiness says of each sentence, without its own citation.
  package static func worthiness(of document: RoleDocument) -> [Float] {
    guard let model = WorthinessModel.bundled else { return document.sentences.map { _ in 0 } }
    let odds = model.logOdds(
      of: document.sentences.map { sentence in
        WorthinessSentence(
          text: sentence.text, section: sentence.headings.lazy.compactMap(SectionKind.init(heading:)).first ?? .other,
          paragraph: sentence.paragraph, isCited: sentence.isCited)
      })
    return odds.map { Float($0.sum) }
  }

  /// The same, by these weights.
  package static func views(
    of document: RoleDocument, research: [[Float]], worthiness: [Float], roles: TermWeights
  ) -> [RoleView] {
    let terms = RoleTerms(document)
    let mean = mean(research)
    return document.sentences.indices.map { index in
      var sums = roles.start()
      forEachTerm(of: index, in: terms, document, research: research, mean: mean) { hash, value in
        roles.add(hash, value, to: &sums)
      }
      return RoleView(
        sums.map { $0 * TermWeights.unit }, research: research[index], worthiness: worthiness[index])
    }
  }

  /// The terms of each sentence with their values, for those who learn the weights.
  package static func terms(of document: RoleDocument, research: [[Float]]) -> [[(hash: UInt32, value: Float)]] {
    let terms = RoleTerms(document)
    let mean = mean(research)
    return document.sentences.indices.map { index in
      var found: [(hash: UInt32, value: Float)] = []
      forEachTerm(of: index, in: terms, document, research: research, mean: mean) { found.append(($0, $1)) }
      return found
    }
  }

  /// The rows of the second pass.
  package static func rows(of document: RoleDocument, _ views: [RoleView]) -> [[Float]] {
    let rows = RoleRows(document, views)
    return document.sentences.indices.map(rows.row)
  }

  /// The words of a sentence that say most for or against a source, the heaviest first.
  func tellingWords(of text: String, limit: Int) -> [String] {
    var found: [(text: String, weight: Int)] = []
    var seen: Set<UInt32> = []
    var text = text
    text.withUTF8 { bytes in
      var scanner = TermScanner(bytes)
      while let word = scanner.next() {
        var letters: [UInt8] = []
        word.forEachByte { letters.append($0) }
        let hash = UInt32(fnvOf: letters)
        guard seen.insert(hash).inserted, let place = roles.place(of: hash) else { continue }
        let weights = roles.weights[(place * roles.answers)..<((place + 1) * roles.answers)].map(Int.init)
        found.append((String(decoding: letters, as: UTF8.self), abs(weights[0] * weights.count - weights.reduce(0, +))))
      }
    }
    return found.enumerated().sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }
      .prefix(limit).map(\.element.text)
  }

  /// Each sentence's log odds of wanting a source, how much each feature moved them, and what the first pass says.
  package func judgements(of sentences: [RoleSentence]) -> [(sum: Double, parts: [Double], view: RoleView)] {
    let document = RoleDocument(sentences)
    let views = views(of: document)
    let rows = RoleRows(document, views)
    return sentences.indices.map { index in
      let (sum, parts) = trees.logOdds(of: rows.row(index))
      return (sum, parts, views[index])
    }
  }
}

extension RoleView {
  /// Of the first pass's sums.
  fileprivate init(_ sums: [Float], research: [Float], worthiness: Float) {
    let most = sums.max() ?? 0
    let odds = sums.map { exp($0 - most) }
    let total = odds.reduce(0, +)
    roles = odds.map { $0 / total }
    let rest = max(1e-4, 1 - roles[0])
    need = log(max(1e-4, roles[0])) - log(rest)
    self.research = research
    self.worthiness = worthiness
  }
}
