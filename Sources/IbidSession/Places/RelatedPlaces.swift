package import IbidKit
package import IbidModel

/// Places that a finding has to do with beside its own: the note behind a marker, the markers that lead to a note, the
/// record's entry in a file.
package struct RelatedPlaces {
  /// A place, and what stands there.
  package struct Related: Sendable, Hashable {
    package let path: String
    /// 0-based half-open range of UTF-8 offsets in that file.
    package let range: Range<Int>
    package let message: String
  }

  private let article: CheckedArticle
  private let entries: RecordEntries
  private var markersByNote: [Int: [Marker]] = [:]
  /// The most that are told of one finding.
  private static let most = 5

  /// The related places of an article's findings.
  package init(_ article: CheckedArticle, _ entries: RecordEntries) {
    self.article = article
    self.entries = entries
    for marker in article.markers {
      if let note = marker.note { markersByNote[note, default: []].append(marker.marker) }
    }
  }

  /// The places that this finding has to do with.
  package mutating func places(of finding: Finding) -> [Related] {
    // What leads nowhere has nothing to do with the other keys of its bracket.
    if finding.rule == "marker-without-note" { return [] }
    let stretch = finding.range
    var found: [Related] = []
    for marker in article.markers where overlaps(marker.marker.range, stretch) {
      if let note = marker.note, !overlaps(article.notes[note].note.range, stretch) {
        found.append(related(article.notes[note].note.range, "note \(article.notes[note].note.label)"))
      }
      if case .key(let key) = marker.marker.target, let entry = entries.place(of: key) {
        found.append(Related(path: entry.path, range: entry.range, message: "the record \(key)"))
      }
    }
    for (index, note) in article.notes.enumerated() where overlaps(note.note.range, stretch) {
      found += markersByNote[index, default: []].filter { !overlaps($0.range, stretch) }.map {
        related($0.range, "cited here as \($0.label)")
      }
      for reference in note.references where reference.match != nil && overlaps(reference.reference.range, stretch) {
        guard let entry = entries.place(of: reference.work.item.id) else { continue }
        found.append(
          Related(path: entry.path, range: entry.range, message: "the record \(reference.work.item.id)"))
      }
    }
    var told: Set<Related> = []
    return Array(found.filter { told.insert($0).inserted }.prefix(Self.most))
  }

  private func overlaps(_ one: SourceRange, _ other: SourceRange) -> Bool {
    one.path == other.path && one.offsets.overlaps(other.offsets)
  }

  private func related(_ range: SourceRange, _ message: String) -> Related {
    Related(path: range.path ?? article.article.path, range: range.offsets, message: message)
  }
}
