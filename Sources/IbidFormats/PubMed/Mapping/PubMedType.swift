import IbidModel
import IbidScan

/// The kind of work by PubMed's publication types. All of them stay in the facts.
enum PubMedType {
  /// What one publication type says of the work; nil for those that say nothing of its kind.
  static func kind(of publicationType: Span<UInt8>) -> (type: ItemType, genre: String?)? {
    switch publicationType.first {
    // Most types begin otherwise, and need not be made a String.
    case UInt8(ascii: "P"), UInt8(ascii: "D"), UInt8(ascii: "N"), UInt8(ascii: "L"), UInt8(ascii: "E"),
      UInt8(ascii: "V"), UInt8(ascii: "W"), UInt8(ascii: "A"), UInt8(ascii: "T"), UInt8(ascii: "B"),
      UInt8(ascii: "M"):
      kind(named: publicationType.text)
    default: nil
    }
  }

  /// What PubMed calls a kind of work; nil where it has no word for it.
  static func name(of item: Item) -> String? {
    switch item.type {
    case .article: "Preprint"
    case .dataset: "Dataset"
    case .articleNewspaper: "Newspaper Article"
    case .motionPicture: "Video-Audio Media"
    case .thesis: "Academic Dissertation"
    case .report: "Technical Report"
    case .reviewBook: "Book Review"
    case .articleJournal: item[.genre] == "Letter" || item[.genre] == "Editorial" ? item[.genre] : "Journal Article"
    default: nil
    }
  }

  private static func kind(named name: String) -> (type: ItemType, genre: String?)? {
    switch name {
    case "Preprint": (.article, "Preprint")
    case "Dataset": (.dataset, nil)
    case "Newspaper Article": (.articleNewspaper, nil)
    case "Letter": (.articleJournal, "Letter")
    case "Editorial": (.articleJournal, "Editorial")
    case "Video-Audio Media", "Webcast": (.motionPicture, nil)
    case "Academic Dissertation": (.thesis, nil)
    case "Technical Report": (.report, nil)
    case "Monograph": (.book, nil)
    case "Book Review": (.reviewBook, nil)
    default: nil
    }
  }
}
