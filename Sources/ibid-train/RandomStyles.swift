import IbidModel

/// Known works written in styles that chance puts together: styles that nobody has listed are read as well.
enum RandomStyles {
  static func examples(of records: [JSONValue], rendering styles: RenderedStyles?) -> [Example] {
    var random = Random(seed: 42)
    var seen: Set<String> = []
    let works = records.compactMap(KnownWork.init).filter {
      seen.insert($0.title.lowercased()).inserted && !$0.authors.isEmpty
    }
    let articles = works.filter { $0.kind == .article }
    let others = works.filter { $0.kind != .article }
    let people = works.flatMap(\.authors).filter { !$0.isBody }
    var examples: [Example] = []
    func render(_ work: KnownWork) { if let example = styles?.example(work, &random) { examples.append(example) } }
    for work in articles { for _ in 0..<2 { render(varied(work, &random)) } }
    for work in others { for _ in 0..<4 { render(filled(work, people, &random)) } }
    for work in articles where random.once(in: 2) { render(asBook(work, articles, people, &random)) }
    for (language, count) in [
      (TrainingLanguage.german, 3_000), (.english, 2_000), (.portuguese, 2_000), (.spanish, 1_000),
    ] {
      for _ in 0..<count { render(InventedWork.work(in: language, &random)) }
    }
    for work in articles { for _ in 0..<2 { examples.append(StyledWork.example(varied(work, &random), &random)) } }
    for work in others {
      for _ in 0..<6 { examples.append(StyledWork.example(filled(work, people, &random), &random)) }
    }
    for work in articles where !random.once(in: 4) {
      examples.append(StyledWork.example(asBook(work, articles, people, &random), &random))
    }
    for (language, count) in [
      (TrainingLanguage.german, 10_000), (.english, 6_000), (.portuguese, 3_000), (.spanish, 1_500),
    ] {
      for _ in 0..<count { examples.append(StyledWork.example(InventedWork.work(in: language, &random), &random)) }
    }
    return examples
  }

  /// An article now and then in a journal of another field, without issue or pages.
  private static func varied(_ work: KnownWork, _ random: inout Random) -> KnownWork {
    var work = work
    if random.once(in: 6) { work.container = random.one(of: WordLists.socialJournals) }
    // Catalogues tell journals of one name apart by their places: «Acta Neurochir (Wien)».
    if random.once(in: 14), !work.container.contains("(") {
      work.container += " (" + random.one(of: WordLists.places) + ")"
    }
    if work.issue.isEmpty, random.once(in: 3) { work.issue = String(Int.random(in: 1...12, using: &random)) }
    if random.once(in: 12) { work.page = "" }
    if random.once(in: 20) { work.page = String(Int.random(in: 1...900, using: &random)) }
    // A catalogue's name of a journal tells when it began.
    if random.once(in: 60) { work.container += " (\(Int.random(in: 1950...2005, using: &random)))" }
    if random.once(in: 60) { work.title += ", " + work.year }
    if random.once(in: 16) { work.title = InventedWork.dated(work.title, .english, &random) }
    if random.once(in: 14) { work.title = joined(work.title, work.title, &random) }
    if random.once(in: 20) { work.page = "e" + String(Int.random(in: 1000...99999, using: &random)) }
    return work
  }

  private static func filled(_ work: KnownWork, _ people: [KnownWork.Person], _ random: inout Random) -> KnownWork {
    var work = work
    if work.publisher.isEmpty || random.once(in: 2) { work.publisher = random.one(of: WordLists.publishers) }
    if work.place.isEmpty || random.once(in: 2) { work.place = random.one(of: WordLists.places) }
    if random.once(in: 16) { work.authors = [InventedWork.body(.portuguese, &random)] }
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
  private static func asBook(
    _ work: KnownWork, _ works: [KnownWork], _ people: [KnownWork.Person], _ random: inout Random
  ) -> KnownWork {
    var book = work
    book.kind = random.one(of: [.book, .book, .chapter, .chapter, .paper, .thesis])
    if book.kind == .chapter {
      book.container = random.one(of: works).title
      if let colon = book.container.firstIndex(of: ":"), random.once(in: 2) {
        book.container = String(book.container[..<colon])
      }
      book.editors = some(people, &random)
      if random.once(in: 4) {
        book.container = InventedMeeting.name(of: random.one(of: works).title, year: book.year, &random)
        if !random.once(in: 4) { book.editors = [] }
      }
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
    return first + random.one(of: [". ", ". ", ": ", " – ", "? ", "! ", " - "])
      + second.prefix(1).uppercased() + second.dropFirst()
  }

  private static func some(_ people: [KnownWork.Person], _ random: inout Random) -> [KnownWork.Person] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in random.one(of: people) }
  }

  private static func pages(_ random: inout Random) -> String {
    let first = Int.random(in: 1...400, using: &random)
    return "\(first)-\(first + Int.random(in: 2...40, using: &random))"
  }
}
