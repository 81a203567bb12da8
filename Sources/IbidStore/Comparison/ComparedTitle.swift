internal import IbidText

/// A title as it is compared with others.
struct ComparedTitle {
  /// Its words; without what a database put behind it.
  let words: [String]
  /// The words in one piece: where two databases part words differently.
  let joined: String
  /// The words of a second title, in brackets or behind an equals sign; empty where there is none.
  let otherWords: [String]
  /// What the title says of another work.
  let notice: TitleNotice?
  /// Whether the work is said to be withdrawn.
  let isWithdrawn: Bool
  /// Whether it names a kind of writing and no more.
  let isGeneric: Bool
  /// Whether many works are called so: it names a kind of writing, or is short.
  let isCommon: Bool

  /// A title as a record writes it.
  init(_ text: String) {
    let plain = TitleText.plain(text)
    var rest = plain[...]
    while let first = rest.first, first.isWhitespace || first == "[" && !rest.contains("]") { rest.removeFirst() }
    var isWithdrawn = false
    for status in Self.statuses where rest.hasPrefix(status) {
      rest = rest.dropFirst(status.count)
      isWithdrawn = status.hasPrefix("withdrawn")
    }
    self.isWithdrawn = isWithdrawn
    var other: Substring?
    (rest, other) = TitleRemarks.taken(off: rest)
    if let (notice, behind) = TitleNotice.read(rest) {
      self.notice = notice
      rest = behind
    } else {
      notice = nil
    }
    words = TitleWords.words(of: rest)
    joined = words.joined()
    otherWords = other.map(TitleWords.words) ?? []
    isGeneric = words.allSatisfy(Self.generic.contains)
    isCommon = words.count < 3 || joined.utf8.count < 16 || isGeneric
  }

  private static let statuses = ["retracted article:", "retracted:", "withdrawn:", "retracted article."]

  private static let generic: Set<String> = [
    "editorial", "introduction", "preface", "foreword", "letter", "letters", "to", "editor", "editors", "abstracts",
    "abstract", "annual", "report", "reports", "meeting", "of", "news", "index", "contents", "obituary", "in",
    "memoriam", "book", "review", "reviews", "correspondence", "comment", "commentary", "reply", "author", "authors",
    "response", "from", "this", "issue", "notes", "program", "programme", "proceedings", "poster", "posters",
    "presentations", "presentation", "oral", "session", "sessions", "conference", "congress", "international", "world",
    "society", "summary", "conclusion", "conclusions", "discussion", "overview", "background", "message", "president",
    "welcome", "guest", "special", "subject", "continuing", "education", "journal", "club", "case", "images", "for",
    "on", "highlights", "selected", "symposium", "supplement", "section", "part", "volume", "no", "authors", "title",
  ]
}
