package import IbidModel

extension Item {
  /// Whom the work is known by: its authors, or its editors where it has no author.
  package var creators: [Name] { self[names: .author].isEmpty ? self[names: .editor] : self[names: .author] }

  /// The creators' family names, or their whole names, as they are compared; particles included.
  package var creatorKeys: [String] { creators.map { SearchKey.folded($0.familyOrLiteral) } }
}
