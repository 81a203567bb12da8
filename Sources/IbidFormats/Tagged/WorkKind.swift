import IbidModel

/// How a kind of work stands to others, as far as the meaning of a field depends on it.
enum WorkKind {
  /// An article in a journal, magazine or newspaper.
  case journal
  /// A part of a book, of proceedings or of a site.
  case part
  /// A work by itself.
  case whole

  init(_ type: ItemType) {
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook, .periodical: self = .journal
    case .book, .thesis, .report, .map, .software, .standard, .patent, .pamphlet, .manuscript, .musicalScore, .classic:
      self = .whole
    default: self = .part
    }
  }
}
