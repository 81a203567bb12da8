/// What holds for every article of a format, whatever its text says.
package struct ArticleTraits: Sendable, Hashable {
  /// Whether only research articles are written in the format.
  package var isResearchFormat: Bool
  /// What points at a note in the text; nil where the format has no such mark that a person would put there.
  package var noteMark: NoteMark?

  /// What stands around a note's label where the text points at it: `[^12]`.
  package struct NoteMark: Sendable, Hashable {
    package var opening: String
    package var closing: String

    package init(opening: String, closing: String) {
      self.opening = opening
      self.closing = closing
    }

    /// The mark that points at the note with this label.
    package func text(for label: String) -> String { opening + label + closing }
  }

  /// Traits; without any, those of plain text.
  package init(isResearchFormat: Bool = false, noteMark: NoteMark? = nil) {
    self.isResearchFormat = isResearchFormat
    self.noteMark = noteMark
  }
}
