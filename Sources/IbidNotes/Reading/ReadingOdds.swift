import IbidModel

/// What the fields themselves say of how likely a reading is right, beyond what its tokens' probabilities say.
///
/// The factors are those of a logistic model, fitted on references whose labeller had seen neither their style nor
/// their works.
struct ReadingOdds: Sendable {
  /// The factors that the command carries.
  static let bundled = ReadingOdds(.bundled("references/confidence.tsv"))

  /// What may be seen of a reading. Features of one group are weighed together.
  enum Feature: Int, CaseIterable, Sendable {
    // Lists of many names are read well, references without one are not. `author` counts for each, up to eight.
    case noAuthor, spacedFamily, author
    // A title that is short, starts in its midst, or has an end in it.
    case shortTitle, loweredTitle, askingTitle
    case noContainer, longContainer, containerWithComma, containerWithMark, containerWithDigit
    // Numbers that are missing, and such as hardly occur.
    case noVolume, noPage, oddVolume, oddIssue
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
  func factor(of item: Item) -> Double {
    Self.groups.reduce(1) { product, group in
      var factor = 1.0
      group(item) { factor *= factors[$0.rawValue] }
      return product * factor
    }
  }

  /// What is seen of a reading, in the order of the groups.
  static func features(of item: Item) -> [Feature] {
    var features: [Feature] = []
    for group in groups { group(item) { features.append($0) } }
    return features
  }

  private typealias Group = @Sendable (Item, (Feature) -> Void) -> Void
  private static let groups: [Group] = [
    names(of:see:), title(of:see:), container(of:see:), numbers(of:see:), { _, see in see(.every) },
  ]

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
