public import IbidModel
import IbidText

/// An article's suggestions as `ibid suggest` prints them.
///
///     let report = SuggestionsReport(try ArticleSuggestions(for: article, from: records), of: article)
///     print(report.text(showsAll: true), terminator: "")
public struct SuggestionsReport {
  private let suggestions: ArticleSuggestions
  private let article: CheckedArticle

  /// A report of these suggestions for this article.
  public init(_ suggestions: ArticleSuggestions, of article: CheckedArticle) {
    (self.suggestions, self.article) = (suggestions, article)
  }

  // MARK: For programs

  /// All claims with all of their works: `threshold` says from which score on a claim's first work is likely to
  /// support it.
  public var json: JSONValue {
    .object([
      JSONMember(
        "article",
        .object([
          JSONMember("path", .string(article.article.path)),
          JSONMember("title", article.article.title.map(JSONValue.string) ?? .null),
        ])),
      JSONMember("threshold", Self.number(ArticleSuggestions.threshold)),
      JSONMember("claims", .array(suggestions.claims.map(claim))),
      JSONMember(
        "summary",
        .object([
          JSONMember("claims", .number(String(suggestions.claims.count))),
          JSONMember("supported", .number(String(supported.count))),
          JSONMember("works", .number(String(suggestions.workCount))),
        ])),
    ])
  }

  private func claim(_ claim: ClaimSuggestions) -> JSONValue {
    var members = [JSONMember("place", claim.range.place.json)]
    if let path = claim.range.path { members.append(JSONMember("path", .string(path))) }
    members += [
      JSONMember("length", .number(String(claim.range.length))),
      JSONMember("text", .string(claim.text)),
      JSONMember("section", claim.section.map(JSONValue.string) ?? .null),
      JSONMember("supported", .bool(claim.isSupported)),
      JSONMember("suggestions", .array(claim.suggestions.map(suggestion))),
    ]
    return .object(members)
  }

  private func suggestion(_ one: Suggestion) -> JSONValue {
    var members = [
      JSONMember("key", .string(one.key)),
      JSONMember("score", Self.number(one.score)),
      JSONMember("title", .string(one.title)),
      JSONMember("year", one.year.map { .number(String($0)) } ?? .null),
      JSONMember("kind", .string(one.kind)),
    ]
    if let support = one.support {
      if let sentence = support.sentence { members.append(JSONMember("sentence", .string(sentence))) }
      members.append(JSONMember("words", .array(support.sharedWords.map(JSONValue.string))))
      if let warning = support.warning { members.append(JSONMember("warning", .string(warning))) }
      members.append(JSONMember("citation", .string(support.citation)))
    }
    return .object(members)
  }

  private static func number(_ value: Double) -> JSONValue {
    .number(Int(exactly: value).map(String.init) ?? "\(value)")
  }

  /// A page of HTML that shows the article, and with each claim the works that may support it.
  public var html: String { FindingsReport.html(of: [], in: article, suggestions: suggestions) }

  // MARK: For people

  private var supported: [ClaimSuggestions] { suggestions.claims.filter(\.isSupported) }

  /// Claim by claim its place and text, then its works: score, key, year, kind and title, the abstract's nearest
  /// sentence, the words that both have, a warning, what to put into the article.
  ///
  /// - Parameter showsAll: shows claims that no work is likely to support, too.
  public func text(showsAll: Bool = false) -> String {
    let claims = showsAll ? suggestions.claims.filter { !$0.suggestions.isEmpty } : supported
    return claims.map(text).joined(separator: "\n")
  }

  private func text(of claim: ClaimSuggestions) -> String {
    let path = claim.range.path ?? article.article.path
    let place = "\(path):\(claim.range.place.line):\(claim.range.place.column)"
    return "\(TerminalText.plain(place)): \(Self.shortened(claim.text, 160))\n"
      + claim.suggestions.map(text).joined()
  }

  private func text(of one: Suggestion) -> String {
    let score = String(Int(one.score.rounded()))
    let facts = [one.key, one.year.map(String.init), one.kind].compactMap(\.self).joined(separator: ", ")
    var lines = [
      String(repeating: " ", count: max(0, 5 - score.count)) + "\(score)  \(TerminalText.plain(facts)): "
        + Self.shortened(one.title, 120)
    ]
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append("       \(name)\(Self.shortened(text, 300))") }
    }
    if let support = one.support {
      add("“", support.sentence.map { $0 + "”" })
      add("both say: ", support.sharedWords.joined(separator: ", "))
      add("warning: ", support.warning)
      add("cite as: ", support.citation)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// One line that counts claims and works.
  public var summary: String {
    "\(suggestions.claims.count) sentences without a citation: \(supported.count) with a work that may support them; "
      + "\(suggestions.workCount) works looked at"
  }

  private static func shortened(_ text: String, _ most: Int) -> String {
    let text = TerminalText.plain(text)
    return text.utf8.count > most && text.count > most ? text.prefix(most - 1) + "…" : text
  }
}
