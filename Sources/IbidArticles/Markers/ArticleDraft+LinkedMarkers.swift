import IbidModel
import IbidText

extension ArticleDraft {
  /// Adds the citations that no markup tells apart: numbers that point into a list of references.
  mutating func addLinkedMarkers() {
    let taken = (citations.map(\.range) + verbatim).sorted { $0.lowerBound < $1.lowerBound }
    let found = MarkerLinker.citations(in: self)
    var index = 0
    for citation in found {
      while index < taken.count, taken[index].upperBound <= citation.range.lowerBound { index += 1 }
      if index == taken.count || taken[index].lowerBound >= citation.range.upperBound { citations.append(citation) }
    }
  }
}
