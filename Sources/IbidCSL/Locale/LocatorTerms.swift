/// The words by which a style's language names what a locator counts: `p.`, `pages`, `Kap.`, `§`.
///
///     let terms = processor.locatorTerms
///     terms["pp."]  // "page"
///
/// English ones count in every language, behind its own.
///
/// Source: CSL 1.0.2, appendix III, «Locators». Which of them a manuscript may write is pandoc's choice.
package struct LocatorTerms: Sendable {
  /// CSL's names of what is counted.
  private static let names = [
    "book", "chapter", "column", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part",
    "section", "sub-verbo", "verse", "volume",
  ]

  /// The name for each word, in lower case.
  private var labels: [String: String] = [:]
  /// The length of the longest word, in UTF-8 bytes.
  package private(set) var longest = 0

  init(_ locale: Locale) {
    for source in Locale.Words.allCases {
      for name in Self.names {
        for form in [TermForm.long, .short, .symbol] {
          for word in locale.words(name, form, source).map({ $0.lowercased() }) where !word.isEmpty {
            labels[word] = labels[word] ?? name
            longest = max(longest, word.utf8.count)
          }
        }
      }
    }
  }

  /// What a word counts, in whatever case it is written; nil where it is no such word.
  package subscript(word: String) -> String? { labels[word.lowercased()] }
}
