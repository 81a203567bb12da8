/// The parts of an item that elements and attributes feed; their names stand in ``pubMedTable``.
enum PubMedField: UInt8, CaseIterable {
  case none
  // Records.
  case record, bookRecord, book, deletion, deleted
  // The work.
  case pmid, issn, volume, issue, year, month, day, season, medlineDate, journal, isoAbbreviation, title
  case medlinePgn, startPage, endPage, eLocation, abstractText, copyright, firstAffiliation, language
  case publicationType, vernacularTitle, electronicYear, electronicMonth, electronicDay, medlineTA, issnLinking
  case keyword, status, articleId, relation
  // Books.
  case publisher, publisherPlace, bookTitle, beginningYear, endingYear, volumeTitle, edition, collectionTitle, isbn
  case medium, reportNumber, locationLabel
  // Names.
  case authorList, bookAuthorList, author, lastName, foreName, middleName, initials, suffix, collectiveName
  case nameIdentifier, affiliation, affiliationIdentifier
  // Attributes.
  case idType, eIdType, validYN, type, source, label, nlmCategory, version, equalContrib
  case refType, completeYN

  /// The attributes of PubMed's that an item needs.
  static let attributes: [(name: String, field: PubMedField)] = [
    ("IdType", .idType), ("EIdType", .eIdType), ("ValidYN", .validYN), ("Type", .type), ("Source", .source),
    ("Label", .label), ("NlmCategory", .nlmCategory), ("Version", .version), ("EqualContrib", .equalContrib),
    ("RefType", .refType), ("CompleteYN", .completeYN),
  ]
}
