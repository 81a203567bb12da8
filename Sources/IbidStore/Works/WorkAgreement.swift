internal import IbidModel
internal import IbidText

/// What two records say alike, and what not.
struct WorkAgreement {
  private let one: Item
  private let other: Item

  init(_ one: Item, _ other: Item) {
    self.one = one
    self.other = other
  }

  /// Whether one identifier that both have is of one work: nothing else may speak against it.
  var isSameUnderOneIdentifier: Bool {
    guard TitleMark(one) == TitleMark(other) else { return false }
    if hasSameTitle || titlesAgree { return true }
    let isUntitled = words(one).isEmpty || words(other).isEmpty
    switch (firstAuthorsAgree, yearsApart) {
    case (true?, let years): return isUntitled || years == 0
    case (nil, _): return isUntitled
    case (false?, _): return false
    }
  }

  /// Whether one ISBN is of one book, and not of two chapters, or of two editions.
  var isSameBook: Bool {
    guard titlesAgree || hasSameTitle, typesAgree, TitleMark(one) == TitleMark(other) else { return false }
    return agree(.edition) != false && agree(.volume) != false && agree(.chapterNumber) != false
      && agree(.page) != false
  }

  /// Whether title and first author, which are one, are of one work: the same year, and the same place where both tell it.
  var isSameWithoutIdentifier: Bool {
    guard hasSameTitle, firstAuthorsAgree != false, typesAgree, TitleMark(one) == TitleMark(other) else { return false }
    let places = [agree(.volume), agree(.issue), firstPagesAgree, agree(.edition), agree(.chapterNumber)]
    guard !places.contains(false) else { return false }
    let isSamePlace = agree(.volume) == true && firstPagesAgree == true
    if containersAgree == false, !isSamePlace { return false }
    switch yearsApart {
    case 0?, nil: break
    case 1?: guard containersAgree == true || isSamePlace else { return false }
    default: return false
    }
    // A short title, or one without an author, is that of many works.
    let isTelling = firstAuthorsAgree == true && yearsApart == 0 || isSamePlace
    return isTelling || containersAgree == true && yearsApart == 0 && words(one).count > 3
      || firstAuthorsAgree == true && words(one).count > 3
  }

  /// Whether the titles are one, but for case, accents and punctuation.
  var hasSameTitle: Bool {
    let title = words(one)
    return !title.isEmpty && title == words(other)
  }

  /// Whether one title is the other without its subtitle.
  private var titlesAgree: Bool {
    let (short, long) = words(one).count < words(other).count ? (words(one), words(other)) : (words(other), words(one))
    return short.count >= 3 && long.starts(with: short)
  }

  private func words(_ item: Item) -> [String] { SearchKey.words(of: item[.title] ?? "") }

  /// Nil where one of them names nobody.
  private var firstAuthorsAgree: Bool? {
    guard let ours = one.firstCreator, let theirs = other.firstCreator else { return nil }
    let (mine, yours) = (lastWord(ours), lastWord(theirs))
    return mine == yours
  }

  private func lastWord(_ name: Name) -> String { SearchKey.words(of: name.family ?? name.literal ?? "").last ?? "" }

  private var yearsApart: Int? {
    guard let ours = one[date: .issued]?.year, let theirs = other[date: .issued]?.year else { return nil }
    return abs(ours - theirs)
  }

  private func agree(_ variable: Variable) -> Bool? {
    guard let ours = one[variable], let theirs = other[variable] else { return nil }
    return SearchKey.folded(ours) == SearchKey.folded(theirs)
  }

  private var firstPagesAgree: Bool? {
    guard let ours = WorkPlace.firstPage(of: one), let theirs = WorkPlace.firstPage(of: other) else { return nil }
    return SearchKey.folded(ours) == SearchKey.folded(theirs)
  }

  private var containersAgree: Bool? {
    func names(_ item: Item) -> [String] { [item[.containerTitle], item[.containerTitleShort]].compactMap(\.self) }
    let (ours, theirs) = (names(one), names(other))
    guard !ours.isEmpty, !theirs.isEmpty else { return nil }
    return ours.contains { our in theirs.contains { ContainerName.agree(our, $0) } }
  }

  private var typesAgree: Bool {
    if one.type == other.type || one.type == .document || other.type == .document { return true }
    return Self.alike.contains { $0.contains(one.type) && $0.contains(other.type) }
  }

  /// Types that people take for each other.
  private static let alike: [Set<ItemType>] = [
    [.webpage, .postWeblog, .post, .articleNewspaper, .articleMagazine], [.book, .report, .pamphlet],
    [.articleJournal, .articleMagazine, .review],
  ]
}

/// Whether two names of a journal, book or site are one, also where one is abbreviated.
enum ContainerName {
  /// Whether each word of the one begins as the other's does, articles and prepositions left out, or the one is made of the
  /// other's first letters.
  static func agree(_ one: String, _ other: String) -> Bool {
    let (ours, theirs) = (words(one), words(other))
    if ours.isEmpty || theirs.isEmpty { return false }
    if ours.count == theirs.count {
      return zip(ours, theirs).allSatisfy { $0.hasPrefix($1) || $1.hasPrefix($0) }
    }
    let (short, long) = ours.count < theirs.count ? (ours, theirs) : (theirs, ours)
    return short.count == 1 && short[0] == String(long.compactMap(\.first))
  }

  private static func words(_ name: String) -> [String] {
    // «Pain (Amsterdam, Netherlands)» is «Pain»
    let name = name.prefix { $0 != "(" && $0 != "[" }
    return SearchKey.words(of: String(name)).filter { !small.contains($0) }
  }

  private static let small: Set<String> = [
    "the", "of", "and", "for", "in", "on", "a", "an", "de", "la", "le", "les", "des", "du", "et", "der", "die", "das",
    "fur",
    "und", "di", "del", "e", "y",
  ]
}

/// What a title says of the work beside its subject: that it is an erratum, a reply, the second part.
struct TitleMark: Equatable {
  private var kind: String?
  private var part: String?

  init(_ item: Item) {
    let words = SearchKey.words(of: item[.title] ?? "")
    kind = (words.prefix(2) + words.suffix(3)).first { Self.kinds[$0] != nil }.flatMap { Self.kinds[$0] }
    if let index = words.lastIndex(where: Self.parts.contains), index + 1 < words.count { part = words[index + 1] }
  }

  private static let kinds: [String: String] = [
    "erratum": "erratum", "errata": "erratum", "corrigendum": "erratum", "correction": "erratum",
    "addendum": "addendum",
    "retraction": "retraction", "reply": "reply", "response": "reply", "comment": "comment", "comments": "comment",
    "commentary": "comment", "editorial": "editorial", "preprint": "preprint",
  ]

  private static let parts: Set<String> = ["part", "teil", "partie", "parte", "volume", "band", "supplement"]
}
