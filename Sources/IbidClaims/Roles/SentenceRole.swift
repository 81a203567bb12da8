/// What a sentence does in its text, by the question whether an editor would write «source?» beside it.
package enum SentenceRole: Int, Sendable, CaseIterable {
  /// States something about the world that a reader could doubt, whether or not a source is given.
  case need
  /// States such a thing, plainly going on from the neighbour's source.
  case covered
  /// Tells of this text's own methods, data, results, plans or structure.
  case own
  /// Defines, or says what every reader of this publication knows.
  case common
  /// Judges, advises, reasons, asks, gives an example.
  case opinion
  /// Heads, captions, or is a fragment.
  case other

  /// The role of this name; nil where there is none.
  package init?(name: String) {
    guard let role = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = role
  }
}
