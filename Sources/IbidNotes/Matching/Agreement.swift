import IbidText

/// How far a reference and an item of a library agree.
struct Agreement {
  /// How much of the item's title stands in the reference in its order, weighed, 0…1.
  private(set) var title: Float = 0
  /// How much of the title that was read from the reference the item's title holds, 0…1; 1 where none was read.
  private(set) var coverage: Float = 1
  /// Bits that the item's title tells.
  private var weight: Float = 0
  private(set) var author: Bool?
  private(set) var year: Bool?
  private var yearsApart = 0
  private(set) var volume: Bool?
  private(set) var firstPage: Bool?
  /// Whether the journals agree; only asked where the reference gives no title, or one that may be a journal's name.
  private var journal: Bool?

  init(item: WorkKeys, reference: WorkKeys, words: MatchWords, search: TitleSearch) throws {
    try compareTitles(item, reference, words, search)
    if item.firstAuthor != 0, reference.firstAuthor != 0 { author = item.firstAuthor == reference.firstAuthor }
    if item.year != 0, reference.year != 0 {
      yearsApart = abs(item.year - reference.year)
      year = yearsApart == 0
    }
    if item.volume != 0, reference.volume != 0 { volume = item.volume == reference.volume }
    if item.firstPage != 0, reference.firstPage != 0 { firstPage = item.firstPage == reference.firstPage }
    if volume == true, firstPage == true, title < 0.3 { compareJournals(item, reference) }
  }

  private mutating func compareJournals(_ item: WorkKeys, _ reference: WorkKeys) {
    // What was read as a title is the name of the journal, or its first part.
    if !reference.title.isEmpty {
      guard Self.areOneJournal(item.containers, [reference.titleWords.text]) else { return }
      coverage = 1
      journal = true
    } else if !item.containers.isEmpty, !reference.containers.isEmpty {
      journal = Self.areOneJournal(item.containers, reference.containers)
    }
  }

  /// Whether two lists of names hold one journal's, of which one may be abbreviated or broken off.
  private static func areOneJournal(_ names: [String], _ others: [String]) -> Bool {
    let others = others.compactMap { ContainerName($0) }
    return names.compactMap { ContainerName($0) }.contains { name in
      others.contains { name.agreement(with: $0) != .different }
    }
  }

  private mutating func compareTitles(
    _ item: WorkKeys, _ reference: WorkKeys, _ words: MatchWords, _ search: TitleSearch
  ) throws {
    guard !item.title.isEmpty else { return }
    let weights = try search.weights(of: item.titleWords)
    weight = weights.reduce(0, +)
    // The title that was read comes first; where it was read wrongly the whole text still holds it.
    var found = Self.commonInOrder(item.title, weights, reference.title)
    if found < 0.95 * weight { found = max(found, Self.commonInOrder(item.title, weights, words.keys)) }
    title = found / max(weight, 0.1)
    guard !reference.title.isEmpty else { return }
    var covered: Float = 0
    var total: Float = 0
    for (word, weight) in zip(reference.title, try search.weights(of: reference.titleWords)) {
      total += weight
      if item.title.contains(word) { covered += weight }
    }
    coverage = covered / max(total, 0.1)
  }

  /// The greatest weight of words of `title` that stand in `words` in the same order.
  private static func commonInOrder(_ title: [UInt64], _ weights: [Float], _ words: [UInt64]) -> Float {
    let words = words.prefix(250)
    var best = [Float](repeating: 0, count: words.count + 1)
    for (word, weight) in zip(title, weights).prefix(80) {
      var diagonal: Float = 0
      for (column, other) in words.enumerated() {
        let above = best[column + 1]
        best[column + 1] = max(other == word ? diagonal + weight : above, above, best[column])
        diagonal = above
      }
    }
    return best.last ?? 0
  }

  var reasons: [Match.Reason] {
    var reasons: [Match.Reason] = []
    if title >= 0.8 { reasons.append(.title) }
    if author == true { reasons.append(.firstAuthor) }
    if year == true { reasons.append(.year) }
    if volume == true { reasons.append(.volume) }
    if firstPage == true { reasons.append(.firstPage) }
    return reasons
  }

  /// 0…1.
  var score: Double {
    var total = 0.6
    var sum = 0.6 * Double(min(title, coverage))
    for (fact, weight) in [(author, 0.15), (year, 0.1), (volume, 0.075), (firstPage, 0.075)] {
      guard let fact else { continue }
      total += weight
      if fact { sum += weight }
    }
    return sum / total
  }

  /// Whether an identifier that names the item may decide: the title, or the first author, agrees, or the reference
  /// says too little to disagree.
  func supportsIdentifier(of reference: WorkKeys) -> Bool {
    // Some addresses stand for whole volumes: another author's title that shares words is another work.
    if author == false, coverage < (firstPage == false ? 0.75 : 0.5), !reference.title.isEmpty { return false }
    if title >= 0.6 || coverage >= 0.6 && title >= 0.4 && !reference.title.isEmpty { return true }
    if author == true { return true }
    if volume == true, firstPage == true { return true }
    return reference.title.isEmpty && author == nil && year != false
  }

  /// Whether the reference names the item's work, without regard to identifiers.
  var namesTheWork: Bool {
    let placeAgrees = volume == true && firstPage == true
    let placeDiffers = volume == false && firstPage == false
    // Author, year, volume and page together name a work, whatever the title; without a title so does the journal.
    if placeAgrees, author == true, year == true, title >= 0.3 || coverage == 1 { return true }
    if placeAgrees, journal == true, year == true, author != false { return true }
    // «Introduction» needs its page too.
    if title >= 0.99, coverage >= 0.95, author == true, year == true, firstPage == true { return true }
    // «Statistical methods» needs its author and its year.
    if title >= 0.99, coverage >= 0.95, weight >= 7, author == true, year == true, !placeDiffers { return true }
    guard title >= 0.75, coverage >= 0.7, weight >= 12 else { return false }
    guard yearsApart <= 1 || placeAgrees else { return false }
    guard !placeDiffers || title >= 0.95 && coverage >= 0.9 && author == true && year == true else { return false }
    let support = [author, year, volume, firstPage].filter { $0 == true }.count
    let against = [author, volume, firstPage].filter { $0 == false }.count
    if title >= 0.9, coverage >= 0.85 { return support >= 1 && against <= 1 || support > against + 1 }
    return support >= 2 && against == 0
  }
}
