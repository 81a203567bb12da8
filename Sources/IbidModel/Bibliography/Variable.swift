// swift-format-ignore: AlwaysUseLowerCamelCase
/// A CSL variable: what an item can say of a work.
///
/// Source: CSL 1.0.2 specification, appendix IV, and csl-data.json 1.0.2.
///
///     let journal = Variable(name: "container-title")
///     print(journal == .containerTitle)
public enum Variable: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  // Standard variables.
  case abstract, annote, archive, archiveCollection, archiveLocation, archivePlace, authority, callNumber
  case citationKey, citationLabel, collectionTitle, containerTitle, containerTitleShort, dimensions, division
  case DOI, event, eventPlace, eventTitle, genre, ISBN, ISSN, jurisdiction, keyword, language, license, medium
  case note, originalPublisher, originalPublisherPlace, originalTitle, partTitle, PMCID, PMID, publisher
  case publisherPlace, references, reviewedGenre, reviewedTitle, scale, source, status, title, titleShort, URL
  case volumeTitle, yearSuffix
  // Number variables.
  case chapterNumber, citationNumber, collectionNumber, edition, firstReferenceNoteNumber, issue, locator
  case number, numberOfPages, numberOfVolumes, page, pageFirst, partNumber, printingNumber, section
  case supplementNumber, version, volume
  // Date variables.
  case accessed, availableDate, eventDate, issued, originalDate, submitted
  // Name variables.
  case author, chair, collectionEditor, compiler, composer, containerAuthor, contributor, curator, director
  case editor, editorialDirector, editorTranslator, executiveProducer, guest, host, illustrator, interviewer
  case narrator, organizer, originalAuthor, performer, producer, recipient, reviewedAuthor, scriptWriter
  case seriesCreator, translator

  /// What a variable's value is.
  ///
  ///     let dates = Variable.allCases.filter { $0.kind == .date }
  public enum Kind: Sendable {
    /// Text.
    case standard
    /// Text that is, or holds, a number.
    case number
    /// A date.
    case date
    /// A list of names.
    case names
  }

  /// What this variable's value is.
  public var kind: Kind {
    switch self {
    case .abstract ... .yearSuffix: .standard
    case .chapterNumber ... .volume: .number
    case .accessed ... .submitted: .date
    default: .names
    }
  }

  /// The variable's name in CSL and CSL-JSON, as in `container-title`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The variable of this name in CSL or CSL-JSON; citeproc-js' `shortTitle` and `journalAbbreviation` are known.
  public init?(name: String) {
    guard let variable = Self.byName[name] else { return nil }
    self = variable
  }

  /// The order of the declarations above.
  public static func < (left: Variable, right: Variable) -> Bool { left.rawValue < right.rawValue }

  /// In the order of the cases. A list, because making it of the cases' names took a seventh of a short run.
  private static let names = [
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority",
    "call-number", "citation-key", "citation-label", "collection-title", "container-title", "container-title-short",
    "dimensions", "division", "DOI", "event", "event-place", "event-title", "genre", "ISBN", "ISSN", "jurisdiction",
    "keyword", "language", "license", "medium", "note", "original-publisher", "original-publisher-place",
    "original-title", "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references", "reviewed-genre",
    "reviewed-title", "scale", "source", "status", "title", "title-short", "URL", "volume-title", "year-suffix",
    "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue",
    "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first", "part-number",
    "printing-number", "section", "supplement-number", "version", "volume", "accessed", "available-date",
    "event-date", "issued", "original-date", "submitted", "author", "chair", "collection-editor", "compiler",
    "composer", "container-author", "contributor", "curator", "director", "editor", "editorial-director",
    "editor-translator", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator",
    "translator",
  ]

  private static let byName: [String: Variable] = {
    var variables = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
    variables["shortTitle"] = .titleShort
    variables["journalAbbreviation"] = .containerTitleShort
    return variables
  }()
}
