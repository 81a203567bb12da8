/// A sentence as the model of roles is given it.
package struct RoleSentence: Sendable {
  /// The text, without citation markers.
  package var text: String
  /// The headings above it, the outermost first.
  package var headings: [String]
  /// The number of its section: equal numbers have the same headings.
  package var section: Int
  /// The number of its paragraph: equal numbers stand together.
  package var paragraph: Int
  /// The number of its stretch: sentences of one stretch follow each other with no heading or gap between.
  package var stretch: Int
  /// Whether its author cites something in it.
  package var isCited: Bool

  /// A sentence.
  package init(text: String, headings: [String], section: Int, paragraph: Int, stretch: Int, isCited: Bool) {
    self.text = text
    self.headings = headings
    self.section = section
    self.paragraph = paragraph
    self.stretch = stretch
    self.isCited = isCited
  }
}
