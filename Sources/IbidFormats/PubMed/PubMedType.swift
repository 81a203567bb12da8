import IbidModel

/// The kind of work by PubMed's publication types. All of them stay in the facts.
enum PubMedType {
  /// What one publication type says of the work; nil for those that say nothing of its kind.
  static func kind(of publicationType: some StringProtocol) -> (type: ItemType, genre: String?)? {
    switch publicationType {
    case "Preprint": (.article, "Preprint")
    case "Dataset": (.dataset, nil)
    case "Newspaper Article": (.articleNewspaper, nil)
    case "Letter": (.articleJournal, "Letter")
    case "Editorial": (.articleJournal, "Editorial")
    case "Video-Audio Media", "Webcast": (.motionPicture, nil)
    case "Academic Dissertation": (.thesis, nil)
    case "Technical Report": (.report, nil)
    default: nil
    }
  }
}
