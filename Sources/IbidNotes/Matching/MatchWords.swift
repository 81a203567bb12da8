import IbidText

/// The words of a text as matching compares them, with the text that they can be spelled from.
package struct MatchWords: Sendable {
  /// A key for each word, in order.
  package let keys: [UInt64]
  /// The text, as it was written.
  let text: String

  init(_ text: String) {
    self.text = text
    keys = WordKeys.keys(of: text)
  }

  /// A word as `SearchKey` folds it: only an index outside memory asks, and that seldom twice.
  package func spelling(_ place: Int) -> String { SearchKey.words(of: text)[place] }
}
