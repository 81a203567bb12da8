/// What a title says its work is, where that is a work about another: the words that it begins or ends with.
enum TitleNotice {
  /// It corrects or retracts another.
  case erratum
  /// It is a letter about another, or the answer to one.
  case reply

  /// The notice of a title in lower case, and the title without it; nil where it gives none.
  static func read(_ title: Substring) -> (notice: TitleNotice, rest: Substring)? {
    for (notice, beginnings) in beginnings {
      for beginning in beginnings where title.hasPrefix(beginning) {
        return (notice, title.dropFirst(beginning.count))
      }
    }
    for (notice, endings) in endings {
      for ending in endings where title.hasSuffix(ending) { return (notice, title.dropLast(ending.count)) }
    }
    return nil
  }

  private static let beginnings: [(TitleNotice, [String])] = [
    (
      .erratum,
      [
        "erratum", "errata", "corrigendum", "corrigenda", "addendum", "correction to", "corrections to", "correction:",
        "correction.", "author correction", "publisher correction", "retraction note", "retraction notice",
        "retraction:", "notice of retraction", "expression of concern", "editorial expression of concern",
      ]
    ),
    (
      .reply,
      [
        "reply to", "reply:", "reply.", "reply by", "reply from", "in reply", "re:", "response to:",
        "response to the letter",
        "response to letter", "response to comment", "response to the comment", "response:", "comment on",
        "comments on",
        "comment to", "comment:", "commentary on", "commentary:", "letter to the editor", "letter:", "letter re:",
        "letter regarding", "author reply", "authors reply", "authors' reply", "author's reply", "authors’ reply",
        "author's response", "authors' response", "author response", "the authors reply", "the authors respond",
        "invited commentary", "discussion of", "discussion:",
      ]
    ),
  ]

  private static let endings: [(TitleNotice, [String])] = [
    (.erratum, [": erratum", ": correction", ": corrigendum", ": retraction", " - erratum", " - correction"]),
    (
      .reply,
      [
        ": reply", ": a reply", ": comment", ": a comment", ": response", ": author's reply", ": authors' reply",
        ": author reply", " - reply", " - authors' reply", "; author reply",
      ]
    ),
  ]
}
