/// How a format writes remarks, which are no part of the article.
package struct RemarkSyntax: Sendable, Hashable {
  /// What opens a remark, and what closes it: nil where the line's end does.
  package struct Delimiter: Sendable, Hashable {
    package let opening: String
    package let closing: String?

    package init(opening: String, closing: String? = nil) {
      self.opening = opening
      self.closing = closing
    }
  }

  /// Every kind of remark in the format.
  package let delimiters: [Delimiter]
  /// Whether a line of the text itself may be a remark: the format has none of its own.
  package let allowsBareLines: Bool

  package init(_ delimiters: [Delimiter], allowsBareLines: Bool = false) {
    self.delimiters = delimiters
    self.allowsBareLines = allowsBareLines
  }

  /// `<!-- … -->`.
  static let markup = RemarkSyntax([Delimiter(opening: "<!--", closing: "-->")])

  /// What people write in a format that has no remarks: a line of its own, or what is one elsewhere.
  static let customary = RemarkSyntax(
    [
      Delimiter(opening: "<!--", closing: "-->"), Delimiter(opening: "[//]: # ("),
      Delimiter(opening: "[comment]: # ("), Delimiter(opening: "%"),
      Delimiter(opening: "//"), Delimiter(opening: "#"),
    ], allowsBareLines: true)
}
