package import IbidKit
import IbidModel

/// What numbered markers stand for, to be shown behind them: «Saragiotto 2016» behind `[3]`.
package struct MarkerNames {
  /// A name, and the offset behind the marker.
  package struct Name: Sendable, Hashable {
    package let offset: Int
    package let text: String
  }

  /// The names of the markers in a stretch of an article's own file. Markers that name their works themselves have none.
  package static func names(in article: CheckedArticle, _ text: EditedText, _ stretch: Range<Int>) -> [Name] {
    let places = ArticlePlaces(article, text)
    var byEnd: [Int: [String]] = [:]
    for marker in article.markers {
      guard case .note = marker.marker.target, marker.marker.style != .authorYear,
        Int(marker.marker.label) != nil || marker.marker.style == .footnote, places.isOwn(marker.marker.range),
        marker.marker.range.offsets.overlaps(stretch), let item = marker.works.first?.item
      else { continue }
      let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
      let name = RecordIndex.name(names, year: item[date: .issued]?.year.map(String.init))
      if !name.isEmpty { byEnd[marker.marker.range.offsets.upperBound, default: []].append(name) }
    }
    return byEnd.map { Name(offset: $0.key, text: words($0.value)) }.sorted { $0.offset < $1.offset }
  }

  private static func words(_ names: [String]) -> String {
    names.count <= 2 ? names.joined(separator: "; ") : names[0] + " and \(names.count - 1) more"
  }
}
