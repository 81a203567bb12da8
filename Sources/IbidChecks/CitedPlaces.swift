import IbidClaims
import IbidModel

extension LinkedArticle {
  /// Where the article cites a work: in a note's reference, or by a key in the text.
  struct CitedPlace {
    let range: SourceRange
    let work: Work
  }

  /// Every place where a work is cited.
  var citedPlaces: [CitedPlace] {
    let inNotes = notes.flatMap(\.references).map {
      CitedPlace(range: $0.reference.range, work: works[$0.work])
    }
    let inText = zip(article.markers, markers).compactMap { marker, link -> CitedPlace? in
      guard case .key = marker.target, let work = link.works.first else { return nil }
      return CitedPlace(range: marker.range, work: works[work])
    }
    return inNotes + inText
  }

  /// A claim and the works that its own markers lead to.
  struct SupportedClaim {
    let index: Int
    let sentence: Sentence
    let works: [Work]
    let notes: [Int]
  }

  /// The sentences that have works behind their markers, and do not merely name them on the way.
  var supportedClaims: [SupportedClaim] {
    article.sentences.indices.compactMap { index in
      let links = markers[article.sentences[index].markers]
      var seen = Set<Int>()
      let cited = links.flatMap(\.works).filter { seen.insert($0).inserted }
      guard !cited.isEmpty, judgements[index].kind != .question, judgements[index].kind != .navigation else {
        return nil
      }
      return SupportedClaim(
        index: index, sentence: article.sentences[index], works: cited.map { works[$0] },
        notes: links.compactMap(\.note))
    }
  }
}
