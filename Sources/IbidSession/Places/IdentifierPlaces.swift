package import IbidKit
package import IbidModel

/// Identifiers that are written in an article's references.
package struct IdentifierPlaces {
  /// An identifier, and where it is written.
  package struct Place: Sendable, Hashable {
    package let identifier: Identifier
    package let range: Range<Int>
  }

  /// The places in an article's own file, in its order.
  package static func all(in article: CheckedArticle, _ text: EditedText) -> [Place] {
    let places = ArticlePlaces(article, text)
    var found: Set<Place> = []
    for reference in article.notes.flatMap(\.references) where places.isOwn(reference.reference.range) {
      let range = reference.reference.range.offsets.clamped(to: 0..<text.bytes.count)
      let lowered = text.bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      for identifier in reference.reference.item.identifiers {
        for place in WholeWord.all(identifier.value.lowercased(), in: lowered, 0..<lowered.count, atMost: 2) {
          found.insert(
            Place(
              identifier: identifier, range: range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound))
        }
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
