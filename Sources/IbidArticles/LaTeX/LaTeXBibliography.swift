import IbidModel

/// The entries of `thebibliography`, and the citations that name them by their keys.
struct LaTeXBibliography {
  private var positions: [String: Int] = [:]
  private var open: (key: String, text: Int, source: Int)?
  private var count = 0

  /// Whether an entry is under way.
  var isOpen: Bool { open != nil }

  mutating func begin(key: String, _ writer: inout DraftWriter, source: Int) {
    close(&writer, at: source)
    open = (key, writer.offset, source)
  }

  mutating func close(_ writer: inout DraftWriter, at source: Int) {
    guard let entry = open else { return }
    open = nil
    count += 1
    positions[entry.key] = count
    let range = writer.trimmed(from: entry.text)
    writer.endBlock(at: max(0, source - 1))
    var note = ArticleDraft.NoteDraft(label: String(count), range: range, paragraphs: [.init(range: range)])
    note.sourceStart = entry.source
    writer.draft.notes.append(note)
  }

  /// Points the citations of entries at their notes; other keys stay keys.
  func resolve(in draft: inout ArticleDraft) {
    for citation in draft.citations.indices {
      for marker in draft.citations[citation].markers.indices {
        guard case .key(let key) = draft.citations[citation].markers[marker].target, let position = positions[key]
        else {
          continue
        }
        draft.citations[citation].markers[marker].target = .note(String(position))
      }
    }
  }
}
