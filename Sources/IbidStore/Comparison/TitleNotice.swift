/// What a title says its work is, where that is a work about another: the words that it begins or ends with.
enum TitleNotice: CaseIterable {
  /// It corrects another.
  case erratum
  /// It takes another back, or doubts it.
  case retraction
  /// It is a letter about another, or the answer to one.
  case reply

  /// The notice of a title in lower case, and the title without it; nil where it gives none.
  static func read(_ title: Substring) -> (notice: TitleNotice, rest: Substring)? {
    guard let first = title.utf8.first, let last = title.utf8.last else { return nil }
    for (beginning, notice) in beginnings[first] ?? [] where title.utf8.starts(with: beginning.utf8) {
      let rest = title.dropFirst(beginning.count)
      if rest.first?.isLetter ?? false { continue }
      return (notice, rest)
    }
    for (ending, notice) in endings[last] ?? [] where title.utf8.reversed().starts(with: ending.utf8.reversed()) {
      return (notice, title.dropLast(ending.count))
    }
    return nil
  }

  /// What titles begin with, by its first byte.
  private static let beginnings = words(\.beginnings) { $0.utf8.first }
  /// What titles end in, by its last byte.
  private static let endings = words(\.endings) { $0.utf8.last }

  private static func words(
    _ words: (TitleNotice) -> [String], by byte: (String) -> UInt8?
  ) -> [UInt8: [(String, TitleNotice)]] {
    Dictionary(grouping: allCases.flatMap { notice in words(notice).map { ($0, notice) } }) { byte($0.0) ?? 0 }
  }

  /// Whether it corrects or takes back what it is about.
  var isErratum: Bool { self != .reply }

  private var beginnings: [String] {
    switch self {
    case .erratum: Self.errata
    case .retraction: Self.retractions
    case .reply: Self.replies
    }
  }

  private var endings: [String] {
    switch self {
    case .erratum: Self.erratumEndings
    case .retraction: Self.retractionEndings
    case .reply: Self.replyEndings
    }
  }

  private static let errata = [
    "erratum", "errata", "corrigendum", "corrigenda", "addendum", "addenda", "correction to", "corrections to",
    "correction:", "correction.", "corrections:", "correction for", "author correction", "publisher correction",
    "correction notice", "berichtigung", "korrektur:", "korrektur zu", "rectificatif", "fe de erratas", "fe de errores",
    "errata corrige",
  ]

  private static let retractions = [
    "retraction note", "retraction notice", "retraction:", "retraction.", "retraction to", "retraction of:",
    "notice of retraction", "withdrawal notice", "removal notice", "expression of concern",
    "editorial expression of concern", "publisher's note: expression of concern",
  ]

  private static let replies = [
    "reply to", "reply:", "reply.", "reply by", "reply from", "in reply", "re:", "response to:",
    "response to the letter", "response to letter", "response to comment", "response to the comment", "response:",
    "comment on", "comments on", "comment to", "comment:", "commentary on", "commentary:", "letter to the editor",
    "letter:", "letter re:", "letter regarding", "author reply", "authors reply", "authors' reply", "author's reply",
    "authors’ reply", "author’s reply", "author's response", "authors' response", "authors’ response",
    "author response",
    "the authors reply", "the authors respond", "invited commentary", "discussion of", "discussion:", "kommentar zu",
    "erwiderung auf", "replik auf", "commentaire sur", "réponse à", "respuesta a", "comentario sobre",
    "comentario a",
  ]

  private static let erratumEndings = endings(["erratum", "correction", "corrigendum", "addendum"])
  private static let retractionEndings = endings(["retraction", "expression of concern"])
  private static let replyEndings =
    endings([
      "reply", "a reply", "comment", "a comment", "commentary", "a commentary", "response", "a response",
      "author's reply", "authors' reply", "author reply", "reply to the letter",
    ])

  /// How such words stand behind a title.
  private static func endings(_ words: [String]) -> [String] {
    words.flatMap { [": \($0)", " - \($0)", " – \($0)", " — \($0)", "; \($0)", ". \($0)", " (\($0))", " [\($0)]"] }
  }
}
