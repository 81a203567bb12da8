/// Works of the social sciences and the humanities whose titles are made of words put together by chance.
enum InventedWork {
  static func work(in language: TrainingLanguage, _ random: inout Random) -> KnownWork {
    var work = KnownWork(
      kind: random.one(of: [
        .article, .article, .article, .book, .book, .book, .chapter, .chapter, .chapter, .paper, .thesis, .page,
      ]))
    work.isGerman = language.isGerman
    work.authors = people(language, &random)
    work.title = title(language, &random)
    work.year = String(Int.random(in: 1955...2022, using: &random))
    work.publisher = random.one(of: random.once(in: 6) ? language.bodies : language.publishers)
    work.place = random.one(of: language.places)
    if random.once(in: 12) {
      work.place += random.one(of: ["/", "/ ", "; ", " und ", ", ", " & "]) + random.one(of: language.places)
    }
    if random.once(in: 3) { work.publisher = "" }
    switch work.kind {
    case .article:
      work.page = pages(&random)
      if random.once(in: 6) { return newspaper(work, language, &random) }
      work.container = random.one(of: random.once(in: 5) ? WordLists.socialJournals : language.journals)
      if !random.once(in: 6) { work.volume = String(Int.random(in: 1...70, using: &random)) }
      if random.once(in: 25) { work.volume = random.one(of: ["XVII", "IX", "XXIV", "III"]) }
      if random.once(in: 2) {
        work.issue = random.one(of: ["1", "2", "3", "4", "5", "6", "1/2", "3-4", "12", "41", "63"])
      }
    case .chapter:
      work.page = pages(&random)
      work.container = title(language, &random, isBook: true)
      if !random.once(in: 6) { work.editors = people(language, &random) }
    case .paper:
      work.container = random.one(of: WordLists.series)
      work.volume = String(Int.random(in: 1...400, using: &random))
    case .book:
      if random.once(in: 6) { (work.editors, work.authors) = (work.authors, []) }
    default: break
    }
    return work
  }

  private static func newspaper(_ work: KnownWork, _ language: TrainingLanguage, _ random: inout Random) -> KnownWork {
    var work = work
    work.container = random.one(of: language.newspapers)
    if random.once(in: 2) { work.page = "" }
    if random.once(in: 3) { work.issue = String(Int.random(in: 1...300, using: &random)) }
    let day = Int.random(in: 1...28, using: &random)
    let month = random.one(of: language.months)
    work.year = random.one(of: [
      "\(work.year), \(month) \(day)", "\(day) \(month) \(work.year)", "\(day). \(month) \(work.year)",
      "\(day).\(Int.random(in: 1...12, using: &random)).\(work.year)", work.year,
    ])
    return work
  }

  static func body(_ language: TrainingLanguage, _ random: inout Random) -> KnownWork.Person {
    KnownWork.Person(family: random.one(of: language.bodies), given: "", isBody: true)
  }

  static func people(_ language: TrainingLanguage, _ random: inout Random) -> [KnownWork.Person] {
    if random.once(in: 18) { return [body(language, &random)] }
    return (0..<random.one(of: [1, 1, 1, 2, 2, 3])).map { _ in
      var family = random.one(of: language.families)
      if random.once(in: 25) { family = random.one(of: language.particles) + " " + family }
      if random.once(in: 20) { family += random.one(of: ["-", "-", " "]) + random.one(of: language.families) }
      var given = random.one(of: WordLists.givenNames)
      if random.once(in: 8) { given += " " + random.one(of: ["A.", "M.", "H.", "C."]) }
      return KnownWork.Person(family: family, given: given)
    }
  }

  private static func pages(_ random: inout Random) -> String {
    let first = Int.random(in: 1...400, using: &random)
    return random.once(in: 9) ? String(first) : "\(first)-\(first + Int.random(in: 2...40, using: &random))"
  }

  static func title(_ language: TrainingLanguage, _ random: inout Random, isBook: Bool = false) -> String {
    var words: [String] = []
    if random.once(in: 3) { words.append(random.one(of: language.openers)) }
    if random.once(in: 3) { words.append(random.one(of: language.adjectives)) }
    words.append(random.one(of: language.nouns))
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      words.append(random.one(of: language.ties))
      if random.once(in: 4) { words.append(random.one(of: language.adjectives)) }
      words.append(random.one(of: language.nouns))
    }
    var title = words.joined(separator: " ")
    title = title.prefix(1).uppercased() + title.dropFirst()
    if random.once(in: 8) { title = dated(title, language, &random) }
    if random.once(in: 10) { title += random.one(of: ["?", "?", "!"]) }
    guard random.once(in: isBook ? 2 : 3) else { return title }
    let isClosed = title.hasSuffix("?") || title.hasSuffix("!")
    title += isClosed ? " " : random.one(of: [". ", ". ", ": ", ". ", " – ", " - "])
    switch Int.random(in: 0..<3, using: &random) {
    case 0: title += random.one(of: language.subtitles)
    case 1:
      title +=
        random.one(of: language.subtitles) + " " + random.one(of: language.ties) + " " + random.one(of: language.nouns)
    default:
      let second = random.one(of: language.adjectives)
      title += second.prefix(1).uppercased() + second.dropFirst() + " " + random.one(of: language.nouns)
      title += " " + random.one(of: language.ties) + " " + random.one(of: language.nouns)
    }
    if random.once(in: 9) { title = dated(title, language, &random) }
    return title
  }

  /// «… seit 1945», «… in the 1990s»: numbers at the end of a title.
  static func dated(_ title: String, _ language: TrainingLanguage, _ random: inout Random) -> String {
    guard let last = title.last, last.isLetter else { return title }
    let year = Int.random(in: 1848...2015, using: &random)
    let decade = year / 10 * 10
    return title
      + random.one(of: language.times).replacing("1900", with: String(year)).replacing("1910", with: String(year + 12))
      .replacing("1990", with: String(decade)).replacing("20", with: String(Int.random(in: 16...21, using: &random)))
  }
}
