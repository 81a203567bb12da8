import IbidArticles
import IbidClaims
import IbidModel
import IbidText

/// Works of a library that may support an article's sentences without a citation.
///
/// Every such sentence is looked at, whether or not it is thought to need a citation. Works that are newer than the
/// article, that were retracted, and the article itself are left out.
///
///     let records = try Records(files: ["pubmed.xml"])
///     let article = try CheckedArticle(path: "article.md", records: records)
///     let suggestions = try ArticleSuggestions(for: article, from: records)
///     for claim in suggestions.claims where claim.isSupported {
///       print(claim.text, claim.suggestions[0].key)
///     }
public struct ArticleSuggestions: Sendable {
  /// The sentences without a citation, in the order of the article.
  public private(set) var claims: [ClaimSuggestions]
  /// How many works there were to choose from.
  public let workCount: Int

  /// A claim is supported where its first work scores so much. Of claims whose work is not in the library one in ten
  /// has one that does.
  public static let threshold = 50.0

  /// Looks for works among `records`, no more than `limit` for each claim.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public init(for article: CheckedArticle, from records: Records, limit: Int = 5) throws(IbidError) {
    try self.init(for: article, from: records, limit: limit, sentences: nil)
  }

  /// The same for some of the article's sentences, by their places among them; nil for all.
  package init(
    for article: CheckedArticle, from records: Records, limit: Int, sentences: Range<Int>?
  ) throws(IbidError) {
    let texts = try records.workTexts()
    workCount = texts.works.count
    claims = Self.ranked(article, texts, limit: max(1, limit), sentences ?? article.sentences.indices)
    try tellSupport(of: article, texts.index, records)
  }

  /// What is told of a claim's works is told of so many.
  private static let toldWorks = 5

  /// Adds what the first works of supported claims say of them.
  private mutating func tellSupport(
    of article: CheckedArticle, _ index: TextIndex, _ records: Records
  ) throws(IbidError) {
    let supported = claims.indices.filter { claims[$0].isSupported }
    let wanted = Set(supported.flatMap { claims[$0].suggestions.prefix(Self.toldWorks).map(\.key) })
    let items = try records.items(keys: wanted)
    let abstracts = items.mapValues { Abstract($0[.abstract] ?? "", title: $0[.title] ?? "", in: index) }
    let form = CitationForm(article.article)
    let labels = Self.labels(in: article)
    for claim in supported {
      let text = claims[claim].text
      let words = index.words(of: text)
      for place in claims[claim].suggestions.indices.prefix(Self.toldWorks) {
        let key = claims[claim].suggestions[place].key
        guard let item = items[key], let abstract = abstracts[key] else { continue }
        let nearest = abstract.nearestSentence(to: words, in: index)
        let disagreement = nearest.flatMap { Disagreement(text, $0, abstract: item[.abstract] ?? "") }
        claims[claim].suggestions[place].support = Suggestion.Support(
          sentence: nearest?.text, sharedWords: abstract.shared(words, in: index), warning: disagreement?.message,
          citation: form.text(citing: item, label: labels[key]))
      }
    }
  }

  /// The claims, each with its works and their scores.
  private static func ranked(
    _ article: CheckedArticle, _ texts: WorkTexts, limit: Int, _ sentences: Range<Int>
  ) -> [ClaimSuggestions] {
    guard !texts.works.isEmpty else {
      return sentences.filter { mayWantSource(article.sentences[$0]) }.map {
        ClaimSuggestions(article.sentences[$0], at: $0, [])
      }
    }
    let description = SelfDescription.item(of: article.article, in: article.source.bytes)
    let theme = ArticleTheme(
      article.article, title: description[.title] ?? article.article.title, in: texts.index)
    var ranking = SuggestionRanking(
      texts.index, theme: theme, excluded: texts.works.map { !$0.mayBeCited(by: description) })
    // Those beside the first and the last are asked for, too.
    let asked = (sentences.lowerBound - 1..<sentences.upperBound + 1).clamped(to: article.sentences.indices)
    let stems = Dictionary(
      uniqueKeysWithValues: asked.map { ($0, Set(texts.index.stems(of: article.sentences[$0].text))) })
    return sentences.filter { mayWantSource(article.sentences[$0]) }.map { index in
      let beside = { (other: Int) -> Set<Int> in
        guard let found = stems[other],
          article.sentences[other].sentence.block == article.sentences[index].sentence.block
        else { return [] }
        return found
      }
      let best = ranking.best(
        max(limit, SuggestionRanking.leastCount), for: stems[index] ?? [], before: beside(index - 1),
        after: beside(index + 1)
      ) { texts.works[$0].kind.preference(isAboutAnimals: theme.isAboutAnimals) }
      return ClaimSuggestions(
        article.sentences[index], at: index,
        best.prefix(limit).map { Suggestion(texts.works[$0.work], score: $0.score) })
    }
  }

  /// Whether a sentence has no citation that leads to a work, and is one that could have one.
  private static func mayWantSource(_ sentence: CheckedSentence) -> Bool {
    guard sentence.status != .cited else { return false }
    switch sentence.sentence.setting {
    case .heading, .metadata: return false
    case .paragraph, .listItem, .quotation, .caption: break
    }
    return sentence.kind != .question && sentence.text.utf8.lazy.filter { $0 == UInt8(ascii: " ") }.count >= 3
  }

  /// The label of the note that holds nothing but one work, by the work's key.
  private static func labels(in article: CheckedArticle) -> [String: String] {
    var labels: [String: String] = [:]
    for note in article.notes where note.references.count == 1 {
      let key = note.references[0].work.item.id
      if labels[key] == nil { labels[key] = note.note.label }
    }
    return labels
  }
}

extension Suggestion {
  init(_ work: WorkTexts.Entry, score: Double) {
    self.init(key: work.key, title: work.title, year: work.year, kind: work.kind.rawValue, score: score)
  }
}

extension ClaimSuggestions {
  init(_ sentence: CheckedSentence, at index: Int, _ suggestions: [Suggestion]) {
    self.init(
      text: sentence.text, range: sentence.range, section: sentence.section, sentence: index, suggestions: suggestions)
  }
}
