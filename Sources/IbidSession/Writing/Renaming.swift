package import IbidKit
package import IbidModel

/// A key or a note's label under another name, wherever an article has it.
package struct Renaming {
  /// Why a name cannot be given.
  package struct Refused: Error {
    package let reason: String
  }

  private let article: CheckedArticle
  private let text: EditedText
  private let entries: RecordEntries

  package init(_ article: CheckedArticle, _ text: EditedText, _ entries: RecordEntries) {
    (self.article, self.text, self.entries) = (article, text, entries)
  }

  /// The edits by the paths of their files.
  ///
  /// - Throws: `Refused` where the name cannot be one, or another has it.
  package func edits(of target: Marker.Target, to name: String) throws(Refused) -> [String: [TextEdit]] {
    guard !name.isEmpty, name.utf8.count <= 200,
      name.unicodeScalars.allSatisfy({
        !"[]{}(),;\"'\\@%<>`".unicodeScalars.contains($0) && !$0.properties.isWhitespace
      })
    else { throw Refused(reason: "“\(name)” cannot be a key or a label") }
    let places = ArticlePlaces(article, text)
    var edits = [article.article.path: [TextEdit]()]
    for marker in places.uses(of: target) {
      let range = places.label(of: marker)
      // A number that a range such as «4–6» only implies is not written anywhere.
      guard range != marker.range.offsets || text.text(range) == marker.label else {
        throw Refused(reason: "\(marker.range.label): “\(marker.label)” is not written out there")
      }
      edits[article.article.path, default: []].append(TextEdit(range, name))
    }
    switch target {
    case .note(let label):
      guard !article.notes.contains(where: { $0.note.label == name }) else {
        throw Refused(reason: "there is a note \(name) already")
      }
      for note in article.notes.map(\.note) where note.label == label && places.isOwn(note.range) {
        guard let range = places.label(of: note) else {
          throw Refused(reason: "note \(label) is counted, and its number written nowhere")
        }
        edits[article.article.path, default: []].append(TextEdit(range, name))
      }
    case .key(let key):
      guard !article.ownRecords.contains(where: { $0.id == name }) else {
        throw Refused(reason: "there is a record \(name) already")
      }
      if let entry = entries.place(of: key) { edits[entry.path, default: []].append(TextEdit(entry.range, name)) }
    }
    return edits.mapValues { Array(Set($0)).sorted { $0.range.lowerBound < $1.range.lowerBound } }
  }
}
