// swift-format-ignore: AlwaysUseLowerCamelCase
/// A CSL variable: what an item can say of a work.
///
/// Source: CSL 1.0.2 specification, appendix IV, and csl-data.json 1.0.2.
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

  private static let names: [String] = allCases.map { variable in
    switch variable {
    case .archiveCollection: "archive_collection"
    case .archiveLocation: "archive_location"
    default: hyphenated("\(variable)")
    }
  }

  private static let byName: [String: Variable] = {
    var variables = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
    variables["shortTitle"] = .titleShort
    variables["journalAbbreviation"] = .containerTitleShort
    return variables
  }()

  /// `containerTitle` as `container-title`; names in capitals (`DOI`) stay.
  private static func hyphenated(_ name: String) -> String {
    guard name.utf8.first.map({ $0 >= UInt8(ascii: "a") }) == true else { return name }
    return name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
