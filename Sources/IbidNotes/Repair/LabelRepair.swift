import IbidText

/// Mends sequences of labels that no reference has: a labeller looks at neighbours, these rules at the whole.
struct LabelRepair {
  let text: ReferenceText
  private(set) var labels: [Label]

  private let confidences: [Float]
  /// Bits of the labels that there are, or were.
  private var present: UInt32 = 0

  init(_ text: ReferenceText, _ labels: [Label], confidences: [Float]) {
    self.text = text
    self.labels = labels
    self.confidences = confidences
    for label in labels { present |= 1 << UInt32(label.rawValue) }
    groupIsAuthor()
    meetingsHaveYears()
    yearInJournalIsNoDate()
    yearOfTitleIsNoDate()
    yearsAreNoPages()
    journalGoesOnBehindColon()
    serverEndsTitle()
    publisherHasComma()
    volumeStandsBeforeJournal()
    firstInitialsAreNames()
    firstNamesAreAuthors()
    shortTitleIsNoName()
    nameBeforeBookIsNoTitle()
    bodyIsAuthor()
    placeOfBodyIsAuthor()
    publisherHasGivenNames()
    latinNameStartsWithIn()
    fieldsAreWhole()
    volumeAndIssueAreNoPages()
    pagesAreNamed()
    bareVolumeStandsFirst()
    supplementIsNamed()
    pagesBehindTheirWord()
    volumesAreRange()
    quotedTitleEnds()
    yearEndsTitle()
    titleStartsWithAbbreviation()
    titleEndsInBrackets()
    secondTitleIsBook()
    titleEndsBeforeEdition()
    numberIsEdition()
    titleGoesOnBeforeBook()
    subtitleIsNoContainer()
    pagesStandBeforeBook()
    sameAuthorIsNoTitle()
    // An identifier is a field of its own, also where names go on behind it.
    for index in self.labels.indices where text.tokens[index].kind == .identifier { self.labels[index] = .other }
  }

  /// The stretches with a label, in order.
  func spans(of label: Label) -> [Range<Int>] {
    guard present & 1 << UInt32(label.rawValue) != 0 else { return [] }
    return labels.withUnsafeBufferPointer { labels in
      var spans: [Range<Int>] = []
      var index = 0
      while index < labels.count {
        let start = index
        while index < labels.count, labels[index].rawValue == label.rawValue { index += 1 }
        if index > start { spans.append(start..<index) } else { index += 1 }
      }
      return spans
    }
  }

  mutating func set(_ range: Range<Int>, _ label: Label) {
    present |= 1 << UInt32(label.rawValue)
    for index in range { labels[index] = label }
  }

  func word(_ index: Int) -> PackedWord { PackedWord(text.tokens[index], text.bytes) }

  func byte(_ index: Int) -> UInt8 { text.bytes[text.tokens[index].start] }

  /// Whether nothing but the end of a sentence stands between two places.
  private func areSentences(_ earlier: Range<Int>, _ later: Range<Int>) -> Bool {
    guard earlier.upperBound <= later.lowerBound, later.lowerBound - earlier.upperBound <= 2 else { return false }
    let between = earlier.upperBound..<later.lowerBound
    let marks = between.isEmpty ? (later.lowerBound - 1)..<later.lowerBound : between
    return marks.allSatisfy {
      text.tokens[$0].kind == .mark
        && (byte($0) == UInt8(ascii: ".") || byte($0) == UInt8(ascii: "?") || byte($0) == UInt8(ascii: "!")
          || byte($0) == UInt8(ascii: ":"))
    } && text.tokens[later.lowerBound].followsSpace
  }

  /// Whether «In» stands between two places as the word before a book.
  func hasBook(in range: Range<Int>) -> Bool {
    range.contains { index in
      guard labels[index] == .other, ["in", "em", "en"].contains(word(index)) else { return false }
      return index + 1 < text.tokens.count && index > 0 && text.tokens[index - 1].kind == .mark
    }
  }

  /// «A. Weber, J. Gait 21, 2»: initials that start a reference belong to the names behind them.
  private mutating func firstInitialsAreNames() {
    guard let first = labels.firstIndex(where: { $0 != .other }), labels[first] == .author, (1...6).contains(first)
    else { return }
    let areInitials = (0..<first).allSatisfy { index in
      let token = text.tokens[index]
      return token.kind == .upper && token.length == 1
        || token.kind == .mark && (byte(index) == 46 || byte(index) == 45)
    }
    if areInitials { set(0..<first, .author) }
  }

  /// Names that start a reference are its authors where others are named as editors, or no word says that they are.
  private mutating func firstNamesAreAuthors() {
    guard !labels.contains(.author), let first = spans(of: .editor).first, first.lowerBound == 0,
      let title = spans(of: .title).first ?? spans(of: .container).first, title.lowerBound >= first.upperBound
    else { return }
    let isFollowed = spans(of: .editor).dropFirst().contains { $0.lowerBound > title.upperBound }
    let hasRole = (0..<min(labels.count, first.upperBound + 4)).contains {
      TokenShape.shape(of: text.tokens[$0], text.bytes) == TokenShape.role
    }
    if isFollowed || !hasRole { set(first, .author) }
  }

  /// «Ministério da Saúde (BR)», «SÃO PAULO (Estado)»: what tells a body's country or rank is part of its name.
  private mutating func placeOfBodyIsAuthor() {
    guard let author = spans(of: .author).first, author.upperBound + 2 < labels.count,
      byte(author.upperBound) == UInt8(ascii: "("), byte(author.upperBound + 2) == UInt8(ascii: ")"),
      labels[author.upperBound + 1] == .other, Self.placesOfBodies.contains(word(author.upperBound + 1))
    else { return }
    set(author.upperBound..<(author.upperBound + 3), .author)
  }

  private static let placesOfBodies: Set<PackedWord> = ["br", "us", "uk", "estado", "cidade", "brasil", "brazil"]

  /// «Title? Subtitle. In: Names (Hg.): Book»: what stands before «In» is title.
  private mutating func titleGoesOnBeforeBook() {
    let containers = spans(of: .container)
    guard containers.count > 1, let first = containers.first, let next = containers.dropFirst().first,
      hasBook(in: first.upperBound..<next.lowerBound)
    else { return }
    guard let title = spans(of: .title).first else { return set(first, .title) }
    // A book before its title stands behind «In» itself.
    if first.upperBound <= title.lowerBound, title.upperBound <= next.lowerBound,
      labels[first.upperBound..<title.lowerBound].allSatisfy({ $0 == .other || $0 == .edition }),
      !hasBook(in: 0..<first.lowerBound)
    {
      return set(first.lowerBound..<title.upperBound, .title)
    }
    guard areSentences(title, first) else { return }
    set(title.upperBound..<first.upperBound, .title)
  }

  /// «Arbeit im Übergang. Zeitdiagnosen, Hamburg»: a book's subtitle looks like a container without numbers.
  private mutating func subtitleIsNoContainer() {
    guard !labels.contains(where: { [.volume, .issue, .page, .editor, .collection].contains($0) }),
      labels.contains(where: { $0 == .place || $0 == .publisher })
    else { return }
    let containers = spans(of: .container)
    guard containers.count == 1, let container = containers.first, let title = spans(of: .title).last,
      areSentences(title, container), !namesSeries(container),
      confidences[container].min() ?? 0 < Self.sure, !labels.contains(.accessed),
      spans(of: .date).allSatisfy({ $0.count == 1 })
    else { return }
    set(title.upperBound..<container.upperBound, .title)
  }

  private func namesSeries(_ range: Range<Int>) -> Bool {
    range.contains { Self.series.contains(word($0)) }
  }

  /// A container that the labeller is surer of stays one.
  private static let sure: Float = 0.8

  private static let series: Set<PackedWord> = [
    "paper", "papers", "report", "reports", "series", "bericht", "reihe", "working", "journal", "review", "zeitung",
    "times", "anais", "annals", "jahrbuch", "zeitschr", "lecture", "notes", "bulletin", "magazin", "revista",
  ]

  /// «Title, 121–148, in: Book»
  private mutating func pagesStandBeforeBook() {
    guard !labels.contains(.page), let title = spans(of: .title).first, title.count > 5 else { return }
    let last = title.upperBound - 1
    guard text.tokens[last].kind == .number, TokenShape.shape(of: text.tokens[last - 1], text.bytes) == TokenShape.dash,
      text.tokens[last - 2].kind == .number, text.tokens[last].length <= 4, text.tokens[last - 2].length <= 4,
      byte(last - 3) == UInt8(ascii: ",") || byte(last - 3) == UInt8(ascii: "."),
      hasBook(in: title.upperBound..<min(labels.count, title.upperBound + 3))
    else { return }
    set((last - 3)..<(last - 2), .other)
    set((last - 2)..<(last + 1), .page)
  }

  /// «In: ders.: Book»
  private mutating func sameAuthorIsNoTitle() {
    for span in spans(of: .container) + spans(of: .editor)
    where ["ders", "dies", "idem"].contains(word(span.lowerBound)) {
      var end = span.lowerBound + 1
      while end < span.upperBound, text.tokens[end].kind == .mark { end += 1 }
      set(span.lowerBound..<end, .other)
    }
  }
}
