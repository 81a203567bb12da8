import IbidModel

/// What the fields themselves say of how likely a reading is right, beyond what its tokens' probabilities say.
///
/// The factors are those of a logistic model, fitted on references whose labeller had seen neither their style nor
/// their works.
struct ReadingOdds: Sendable {
  /// The factors that the command carries.
  static let bundled = ReadingOdds(.bundled("references/confidence.tsv"))

  /// What may be seen of a reading.
  enum Feature: Int, CaseIterable, Sendable {
    // Lists of many names are read well, references without one are not. `author` counts for each, up to eight.
    case noAuthor, spacedFamily, author
    // A title that is short, starts in its midst, or has an end in it.
    case shortTitle, loweredTitle, askingTitle
    case noContainer, longContainer, containerWithComma, containerWithMark, containerWithDigit
    // Numbers that are missing, and such as hardly occur.
    case noVolume, noPage, oddVolume, oddIssue
    // Titles and texts out of the common, and what several works may be meant by.
    case longTitle, titleWithColon, titleWithStop, shortText, longText
    // Kinds of works: books are read worse than articles, those with a number of their own better.
    case book, chapter, unpublished, editor, number
    // A container that is no journal we know.
    case unknownJournal
    // Words, capitals and numbers in no field; they count for each, up to four.
    case word, capital, leftNumber
    // The reading's share among all, and the least probability of a token of its fields.
    case share99, share95, share85, share70, share50
    case title98, title90, title70, container98, container90, container70, number98, number90, number70
    // Languages.
    case german, romance
    // The same for all readings.
    case every
  }

  /// By how much each feature changes the odds.
  private let factors: [Double]

  /// The factors of a file's table `odds`; what it does not name changes nothing.
  init(_ numbers: FittedNumbers) {
    factors = Feature.allCases.map { numbers.number(of: "\($0)", in: "odds") ?? 1 }
  }

  /// By how much the odds of a right reading are greater or less.
  func factor(of item: Item, _ traits: ReadingTraits) -> Double {
    var factor = 1.0
    Self.look(at: item, traits) { factor *= factors[$0.rawValue] }
    return factor
  }

  /// What is seen of a reading.
  static func features(of item: Item, _ traits: ReadingTraits) -> [Feature] {
    var features: [Feature] = []
    look(at: item, traits) { features.append($0) }
    return features
  }

  private static func look(at item: Item, _ traits: ReadingTraits, see: (Feature) -> Void) {
    names(of: item, see: see)
    title(of: item, see: see)
    container(of: item, see: see)
    numbers(of: item, see: see)
    kind(of: item, traits, see: see)
    rest(of: traits, see: see)
    doubts(of: traits, see: see)
    see(.every)
  }

  private static func kind(of item: Item, _ traits: ReadingTraits, see: (Feature) -> Void) {
    if item[.containerTitle] == nil {
      see(item[.publisher] == nil ? .unpublished : .book)
    } else {
      if !traits.knowsJournal { see(.unknownJournal) }
      if item[.publisher] != nil { see(.chapter) }
    }
    if !item[names: .editor].isEmpty { see(.editor) }
    if item[.DOI] != nil || item[.PMID] != nil { see(.number) }
    if traits.length < 70 { see(.shortText) }
    if traits.length > 320 { see(.longText) }
    if traits.germanWords > 1, traits.germanWords > traits.romanceWords { see(.german) }
    if traits.romanceWords > 1, traits.romanceWords >= traits.germanWords { see(.romance) }
  }

  private static func rest(of traits: ReadingTraits, see: (Feature) -> Void) {
    for _ in 0..<min(4, traits.words) { see(.word) }
    for _ in 0..<min(4, traits.capitals) { see(.capital) }
    for _ in 0..<min(4, traits.numbers) { see(.leftNumber) }
  }

  private static func doubts(of traits: ReadingTraits, see: (Feature) -> Void) {
    if traits.share < 0.99 { see(.share99) }
    if traits.share < 0.95 { see(.share95) }
    if traits.share < 0.85 { see(.share85) }
    if traits.share < 0.7 { see(.share70) }
    if traits.share < 0.5 { see(.share50) }
    if traits.title < 0.98 { see(.title98) }
    if traits.title < 0.9 { see(.title90) }
    if traits.title < 0.7 { see(.title70) }
    if traits.container < 0.98 { see(.container98) }
    if traits.container < 0.9 { see(.container90) }
    if traits.container < 0.7 { see(.container70) }
    if traits.number < 0.98 { see(.number98) }
    if traits.number < 0.9 { see(.number90) }
    if traits.number < 0.7 { see(.number70) }
  }

  private static func names(of item: Item, see: (Feature) -> Void) {
    let authors = item[names: .author]
    guard !authors.isEmpty else { return see(.noAuthor) }
    if authors.contains(where: { $0.family?.utf8.contains(0x20) == true }) { see(.spacedFamily) }
    for _ in 0..<min(8, authors.count) { see(.author) }
  }

  private static func title(of item: Item, see: (Feature) -> Void) {
    guard let title = item[.title], let first = title.unicodeScalars.first else { return }
    if title.utf8.count < 12 { see(.shortTitle) }
    if first.properties.isLowercase { see(.loweredTitle) }
    if title.hasStop(UInt8(ascii: "?"), or: UInt8(ascii: "!")) { see(.askingTitle) }
    if title.hasStop(UInt8(ascii: ".")) { see(.titleWithStop) }
    if title.utf8.contains(UInt8(ascii: ":")) { see(.titleWithColon) }
    if title.utf8.count > 160 { see(.longTitle) }
  }

  private static func container(of item: Item, see: (Feature) -> Void) {
    guard let container = item[.containerTitle] else { return see(.noContainer) }
    if container.utf8.count > 70 { see(.longContainer) }
    if container.utf8.contains(UInt8(ascii: ",")) { see(.containerWithComma) }
    if container.utf8.contains(where: { ":([".utf8.contains($0) }) { see(.containerWithMark) }
    if container.utf8.contains(where: \.isASCIIDigit) { see(.containerWithDigit) }
  }

  private static func numbers(of item: Item, see: (Feature) -> Void) {
    if item[.containerTitle] != nil {
      if item[.volume] == nil { see(.noVolume) }
      if item[.page] == nil { see(.noPage) }
    }
    if let volume = item[.volume], !isPlain(volume, digits: 4) { see(.oddVolume) }
    if let issue = item[.issue], !isPlain(issue, digits: 3) { see(.oddIssue) }
  }

  private static func isPlain(_ number: String, digits: Int) -> Bool {
    (1...digits).contains(number.utf8.count) && number.utf8.allSatisfy(\.isASCIIDigit)
  }
}
