package import IbidKit
package import IbidModel

/// What stands where in an article's own file, as it was checked. Offsets are 0-based, in UTF-8 bytes.
package struct ArticlePlaces {
  package let article: CheckedArticle
  private let text: EditedText

  /// The places of an article with this text.
  package init(_ article: CheckedArticle, _ text: EditedText) {
    self.article = article
    self.text = text
  }

  /// Whether a stretch is one of the article's own file, and not of one that it takes in.
  package func isOwn(_ range: SourceRange) -> Bool { range.path == nil || range.path == article.article.path }

  /// The markers that stand at an offset: of several keys in one bracket that which is written there.
  package func markers(at offset: Int) -> [Int] {
    let found = article.markers.indices.filter { touches(article.markers[$0].marker.range, offset) }
    let exact = found.filter { label(of: article.markers[$0].marker).touches(offset) }
    return exact.isEmpty ? found : exact
  }

  /// The note that stands at an offset.
  package func note(at offset: Int) -> Int? {
    article.notes.firstIndex { touches($0.note.range, offset) }
  }

  /// The sentence that stands at an offset.
  package func sentence(at offset: Int) -> Int? {
    article.sentences.firstIndex { touches($0.range, offset) }
  }

  /// Where a marker's label is written; the whole marker where it is not written out, as 5 is in «4–6».
  package func label(of marker: Marker) -> Range<Int> {
    let word =
      switch marker.target {
      case .key(let key): key
      case .note(let label): label
      }
    return find(word, in: marker.range.offsets) ?? find(marker.label, in: marker.range.offsets) ?? marker.range.offsets
  }

  /// Where a note's label is written, before its text; nil where it has none, as in a list that is only counted.
  package func label(of note: Note) -> Range<Int>? {
    let start = note.range.offsets.lowerBound
    let end = note.paragraphs.first?.range.offsets.lowerBound ?? note.range.offsets.upperBound
    return find(note.label, in: start..<max(start, end))
  }

  /// The markers of the article's own file that point at this.
  package func uses(of target: Marker.Target) -> [Marker] {
    article.markers.map(\.marker).filter { $0.target == target && isOwn($0.range) }
  }

  /// What the place at an offset stands for: what a marker there points at, or the note whose label is there.
  package func target(at offset: Int) -> (target: Marker.Target, range: Range<Int>)? {
    if let index = markers(at: offset).first {
      let marker = article.markers[index].marker
      return (marker.target, label(of: marker))
    }
    guard let index = note(at: offset), let label = label(of: article.notes[index].note),
      (article.notes[index].note.range.offsets.lowerBound...label.upperBound).contains(offset)
    else { return nil }
    return (.note(article.notes[index].note.label), label)
  }

  /// The note that a target names.
  package func note(of target: Marker.Target) -> CheckedNote? {
    guard case .note(let label) = target else { return nil }
    return article.notes.first { $0.note.label == label }
  }

  private func touches(_ range: SourceRange, _ offset: Int) -> Bool { isOwn(range) && range.offsets.touches(offset) }

  /// The first place of a word in a stretch where nothing that could be part of it stands beside it.
  private func find(_ word: String, in range: Range<Int>) -> Range<Int>? {
    WholeWord.first(word, in: text.bytes, range.clamped(to: 0..<text.bytes.count))
  }
}

extension Range<Int> {
  /// Whether an offset is in it or at its end, as a cursor is.
  package func touches(_ offset: Int) -> Bool { lowerBound <= offset && offset <= upperBound }
}
