import IbidModel

// swift-format-ignore: AlwaysUseLowerCamelCase
/// What a field of a tagged or tabular format says, whatever that format calls it.
enum FieldRole: UInt8, CaseIterable {
  case type, title, shortTitle
  /// A body that is an author, whatever commas its name has.
  case body
  case author, editor, seriesEditor, translator
  /// The journal, or the book that a part stands in.
  case container
  /// The journal's name, in full or abbreviated.
  case journal
  /// The journal's name, abbreviated.
  case containerShort
  /// RIS's second title: the container of a part, the series of a whole.
  case secondTitle
  case series, proceedings
  case abstract
  /// A date whose year counts.
  case year
  /// A date that may add month and day to the year.
  case date
  case accessed
  case place, publisher, DOI, edition, volume, issue
  case firstPage, lastPage, articleNumber, number, numberOfVolumes, section, language, genre
  /// ISSN, ISBN, or the number of a report.
  case serial
  case URL, database, callNumber, accession, PMCID, note, researchNote, keyword
  /// `35957633 [PMID]`: a number that says what it is.
  case labelledNumber, PMID
  case citationKey
  /// Known to the format; no variable holds it.
  case kept

  /// The variable that holds the text as it is, where one does for all kinds of works.
  var variable: Variable? {
    switch self {
    case .title: .title
    case .container: .containerTitle
    case .containerShort: .containerTitleShort
    case .series: .collectionTitle
    case .abstract: .abstract
    case .place: .publisherPlace
    case .publisher: .publisher
    case .volume: .volume
    case .issue: .issue
    case .numberOfVolumes: .numberOfVolumes
    case .database: .source
    case .callNumber: .callNumber
    case .researchNote: .annote
    case .author: .author
    case .editor: .editor
    case .seriesEditor: .collectionEditor
    case .translator: .translator
    default: nil
    }
  }
}
