import IbidModel

/// Known works written in styles that chance puts together: styles that nobody has listed are read as well.
enum RandomStyles {
  static func examples(of records: [JSONValue]) -> [Example] {
    var random = Random(seed: 42)
    var seen: Set<String> = []
    let works = records.compactMap(Work.init).filter {
      seen.insert($0.title.lowercased()).inserted && !$0.authors.isEmpty
    }
    let articles = works.filter { $0.kind == .article }
    let others = works.filter { $0.kind != .article }
    let people = works.flatMap(\.authors).filter { !$0.isBody }
    var examples: [Example] = []
    for work in articles { for _ in 0..<2 { examples.append(StyledWork.example(varied(work, &random), &random)) } }
    for work in others {
      for _ in 0..<5 { examples.append(StyledWork.example(filled(work, people, &random), &random)) }
    }
    for work in articles where random.once(in: 2) {
      examples.append(StyledWork.example(asBook(work, articles, people, &random), &random))
    }
    for _ in 0..<9_000 { examples.append(StyledWork.example(german(&random), &random)) }
    return examples
  }

  /// An article now and then in a journal of another field, without issue or pages.
  private static func varied(_ work: Work, _ random: inout Random) -> Work {
    var work = work
    if random.once(in: 6) { work.container = random.one(of: WordLists.socialJournals) }
    if work.issue.isEmpty, random.once(in: 3) { work.issue = String(Int.random(in: 1...12, using: &random)) }
    if random.once(in: 12) { work.page = "" }
    if random.once(in: 20) { work.page = String(Int.random(in: 1...900, using: &random)) }
    if random.once(in: 20) { work.page = "e" + String(Int.random(in: 1000...99999, using: &random)) }
    return work
  }

  private static func filled(_ work: Work, _ people: [Work.Person], _ random: inout Random) -> Work {
    var work = work
    if work.publisher.isEmpty || random.once(in: 2) { work.publisher = random.one(of: WordLists.publishers) }
    if work.place.isEmpty || random.once(in: 2) { work.place = random.one(of: WordLists.places) }
    if work.kind == .chapter {
      if work.editors.isEmpty, !random.once(in: 3) { work.editors = some(people, &random) }
      if work.page.isEmpty { work.page = pages(&random) }
    }
    if work.kind == .paper {
      work.container = random.one(of: WordLists.series)
      work.volume = String(Int.random(in: 1...2500, using: &random))
    }
    return work
  }

  /// An article's facts as those of a book, a chapter, a working paper or a thesis.
  private static func asBook(_ work: Work, _ works: [Work], _ people: [Work.Person], _ random: inout Random) -> Work {
    var book = work
    book.kind = random.one(of: [.book, .book, .chapter, .chapter, .paper, .thesis])
    if book.kind == .chapter {
      book.container = random.one(of: works).title
      if let colon = book.container.firstIndex(of: ":"), random.once(in: 2) {
        book.container = String(book.container[..<colon])
      }
      book.editors = some(people, &random)
    } else {
      book.container = ""
      book.page = ""
    }
    if random.once(in: 10), book.kind == .book { (book.editors, book.authors) = (book.authors, []) }
    // «Field notes. A study of steps»: books like a full stop before the subtitle.
    if random.once(in: 4) { book.title = joined(book.title, random.one(of: works).title, &random) }
    if book.kind == .chapter, random.once(in: 3) {
      book.container = joined(book.container, random.one(of: works).title, &random)
    }
    book.volume = ""
    book.issue = ""
    book.pmid = ""
    book.doi = ""
    book.publisher = random.one(of: WordLists.publishers)
    book.place = random.once(in: 4) ? "" : random.one(of: WordLists.places)
    if book.kind == .paper {
      book.container = random.one(of: WordLists.series)
      book.volume = String(Int.random(in: 1...2500, using: &random))
    }
    // Books have shorter titles.
    let words = book.title.split(separator: " ")
    if words.count > 7, random.once(in: 2) {
      book.title = words.prefix(Int.random(in: 2...6, using: &random)).joined(separator: " ")
    }
    return book
  }

  private static func joined(_ title: String, _ other: String, _ random: inout Random) -> String {
    let first = title.split(separator: " ").prefix(Int.random(in: 1...4, using: &random)).joined(separator: " ")
    let second = other.split(separator: " ").prefix(Int.random(in: 3...8, using: &random)).joined(separator: " ")
    return first + random.one(of: [". ", ". ", ": ", " – "]) + second
  }

  private static func some(_ people: [Work.Person], _ random: inout Random) -> [Work.Person] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in random.one(of: people) }
  }

  private static func pages(_ random: inout Random) -> String {
    let first = Int.random(in: 1...400, using: &random)
    return "\(first)-\(first + Int.random(in: 2...40, using: &random))"
  }

  private static func german(_ random: inout Random) -> Work {
    var work = Work(
      kind: random.one(of: [
        .article, .article, .article, .book, .book, .book, .chapter, .chapter, .chapter, .paper, .thesis,
      ]))
    work.isGerman = true
    work.authors = germans(&random)
    work.title = germanTitle(&random)
    work.year = String(Int.random(in: 1955...2018, using: &random))
    work.publisher = random.one(of: WordLists.germanPublishers)
    work.place = random.one(of: WordLists.germanPlaces)
    if random.once(in: 3) { work.publisher = "" }
    if work.kind != .book, work.kind != .thesis || random.once(in: 2) { work.page = pages(&random) }
    switch work.kind {
    case .article:
      work.container = random.one(of: random.once(in: 5) ? WordLists.socialJournals : WordLists.germanJournals)
      if !random.once(in: 6) { work.volume = String(Int.random(in: 1...70, using: &random)) }
      if random.once(in: 2) { work.issue = random.one(of: ["1", "2", "3", "4", "5", "6", "1/2", "3-4", "12", "41"]) }
    case .chapter:
      work.container = germanTitle(&random, isBook: true)
      if !random.once(in: 6) { work.editors = germans(&random) }
    case .paper:
      work.container = random.one(of: WordLists.series)
      work.volume = String(Int.random(in: 1...400, using: &random))
      work.page = ""
    case .book:
      if random.once(in: 6) { (work.editors, work.authors) = (work.authors, []) }
      work.page = ""
    default: work.page = ""
    }
    return work
  }

  private static func germans(_ random: inout Random) -> [Work.Person] {
    if random.once(in: 25) {
      let body = random.one(of: [
        "Statistisches Bundesamt", "Bundesministerium für Arbeit und Soziales", "Deutscher Bundestag",
        "Bundesanstalt für Arbeit",
        "Senatsverwaltung für Stadtentwicklung", "Institut für Demoskopie", "Konsortium Bildungsberichterstattung",
        "OECD", "UNESCO",
      ])
      return [Work.Person(family: body, given: "", isBody: true)]
    }
    return (0..<random.one(of: [1, 1, 1, 2, 2, 3])).map { _ in
      var family = random.one(of: WordLists.germanFamilies)
      if random.once(in: 25) { family = "von " + family }
      return Work.Person(family: family, given: random.one(of: WordLists.givenNames))
    }
  }

  private static func germanTitle(_ random: inout Random, isBook: Bool = false) -> String {
    var words: [String] = []
    if random.once(in: 3) {
      words.append(random.one(of: ["Die", "Der", "Das", "Zur", "Zum", "Wie", "Warum", "Von der", "Über"]))
    }
    if random.once(in: 3) {
      let adjective = random.one(of: WordLists.germanAdjectives)
      words.append(words.isEmpty ? adjective.prefix(1).uppercased() + adjective.dropFirst() : adjective)
    }
    words.append(random.one(of: WordLists.germanNouns))
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      words.append(random.one(of: WordLists.germanTies))
      if random.once(in: 4) { words.append(random.one(of: WordLists.germanAdjectives)) }
      words.append(random.one(of: WordLists.germanNouns))
    }
    var title = words.joined(separator: " ")
    if random.once(in: 10) { title += "?" }
    if random.once(in: 3) {
      title +=
        (title.hasSuffix("?") ? " " : random.one(of: [". ", ": ", " - ", ". "]))
        + random.one(of: WordLists.germanSubtitles)
      if random.once(in: 2) {
        title += " " + random.one(of: WordLists.germanTies) + " " + random.one(of: WordLists.germanNouns)
      }
    }
    return title
  }
}
