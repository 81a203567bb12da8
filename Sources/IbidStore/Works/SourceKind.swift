package import IbidModel

/// Who says what a record says: of two values the one counts that the better source gives.
///
/// Raw values are kept in libraries.
package enum SourceKind: Int, Sendable, Comparable, CaseIterable {
  /// A reference that a person wrote, read from text.
  case reference = 0
  /// A manager's or a database's export: BibTeX, RIS, EndNote and their likes.
  case export = 1
  /// The publisher's own data, as Crossref and DataCite hand it on.
  case publisher = 2
  /// PubMed's record.
  case pubmed = 3
  /// A person's edit in the library.
  case edit = 4

  package static func < (left: SourceKind, right: SourceKind) -> Bool { left.rawValue < right.rawValue }

  /// The kind of a record that came in a file of this format.
  package init(of item: Item, format: String) {
    // Whoever writes PubMed's format by hand is not PubMed.
    if item.pubmed != nil, item[.PMID] != nil {
      self = .pubmed
    } else if Self.registries.contains(item[.source] ?? "") || format == "article" {
      self = .publisher
    } else {
      self = format == "references" ? .reference : .export
    }
  }

  private static let registries: Set<String> = ["Crossref", "DataCite"]

  /// As a person reads it.
  package var name: String {
    switch self {
    case .reference: "a reference in text"
    case .export: "an export"
    case .publisher: "the publisher"
    case .pubmed: "PubMed"
    case .edit: "an edit by hand"
    }
  }
}
