internal import IbidModel
internal import IbidText

/// Whether two records are surely of one work, so that nobody is asked. What they say alike, and what not, is found as for
/// `DuplicateSearch`, which asks about less.
struct WorkAgreement {
  private let items: (Item, Item)
  private let one: ComparedWork
  private let other: ComparedWork
  private let evidence: PairEvidence

  init(_ one: Item, _ other: Item) {
    items = (one, other)
    self.one = ComparedWork(one)
    self.other = ComparedWork(other)
    evidence = PairEvidence(self.one, self.other)
  }

  /// Whether one identifier that both have is of one work: nothing else may speak against it.
  var isSameUnderOneIdentifier: Bool {
    guard areOfOneKind, !numberTwoParts else { return false }
    if one.title.words.isEmpty || other.title.words.isEmpty { return evidence.authors != .different }
    if titlesAgree { return evidence.authors != .different || !one.title.isCommon && !other.title.isCommon }
    // A title in two languages. Chapters and abstracts are given the number of what they stand in.
    return authorsAgree == true && evidence.yearsApart == 0 && ![one, other].contains { $0.kind.standsInAnother }
      && evidence.volume != .different && evidence.pages != .different
  }

  /// Whether one ISBN is of one book, and not of two chapters, of two volumes or of two editions.
  var isSameBook: Bool {
    titlesAgree && areOfOneKind && typesAgree && !numberTwoParts && editionsAgree && evidence.volume != .different
      && evidence.pages != .different && agree(.chapterNumber) != false
  }

  /// Whether title and first author, which are one, are of one work: the same year, and the same place where both tell it.
  var isSameWithoutIdentifier: Bool {
    guard hasSameTitle, areOfOneKind, typesAgree, editionsAgree, agree(.chapterNumber) != false,
      evidence.authors != .different, authorsAgree != false, !PairVerdict.updates(one, other, evidence)
    else { return false }
    guard evidence.volume != .different, evidence.issue != .different, evidence.pages != .different else {
      return false
    }
    let isSamePlace = evidence.volume == .same && evidence.beginTogether
    if evidence.container == .different, !isSamePlace { return false }
    // `Journal of Surgery` may be `Asian Journal of Surgery`.
    if evidence.container == .perhaps, evidence.volume != .same, !evidence.beginTogether { return false }
    switch evidence.yearsApart {
    case 0?, nil: break
    case 1?: guard evidence.container == .same || isSamePlace else { return false }
    default: return false
    }
    let isSameYear = evidence.yearsApart == 0
    // Many works are called so, and one author writes many that are called by their kind.
    if one.title.isCommon {
      let mayBeOne = !one.title.isGeneric || one.place.isNowhere && other.place.isNowhere
      return isSamePlace || authorsAgree == true && isSameYear && mayBeOne
    }
    return isSamePlace || authorsAgree == true || evidence.container == .same && isSameYear
  }

  /// Whether both say something that no two records of one work say: another title, other people, another time or place.
  /// What one of them leaves out says nothing.
  var saysOtherwise: Bool {
    let haveTitles = !one.title.words.isEmpty && !other.title.words.isEmpty
    if !areOfOneKind || numberTwoParts || haveTitles && evidence.title.degree < .cut { return true }
    if evidence.authors == .different || !editionsAgree || agree(.chapterNumber) == false { return true }
    if evidence.yearsApart ?? 0 > 1 || evidence.pages == .different { return true }
    return evidence.volume == .different && !evidence.beginTogether
      || evidence.container == .different && !(evidence.volume == .same && evidence.beginTogether)
  }

  /// How much agrees, in bits.
  var bits: Double { evidence.bits }

  /// Whether the titles are one, but for case, accents, punctuation and what databases put behind them.
  var hasSameTitle: Bool { evidence.title.degree == .equal && one.title.notice == other.title.notice }

  /// Whether the titles are one, or one is the other without its subtitle, or with a slip of the pen.
  private var titlesAgree: Bool {
    guard evidence.title.degree >= .cut else { return false }
    return evidence.title.degree > .cut || min(one.title.words.count, other.title.words.count) >= 3
      || authorsAgree == true && evidence.yearsApart == 0
  }

  /// Whether neither is about the other, or a part or a preprint of it.
  private var areOfOneKind: Bool { RelatedKinds.relation(one, other, evidence) == nil }

  /// Whether the titles are those of two parts.
  private var numberTwoParts: Bool {
    evidence.title.numbersDiffer && evidence.title.degree >= .similar && !evidence.fillTheSamePages
  }

  /// Nil where one of them names nobody.
  private var authorsAgree: Bool? {
    switch evidence.authors {
    case .same: true
    case .some: one.authors.first.flatMap { first in other.authors.first.map(first.isSame) } ?? false
    case .different: false
    case .missing: nil
    }
  }

  private var editionsAgree: Bool { one.edition == nil || other.edition == nil || one.edition == other.edition }

  private func agree(_ variable: Variable) -> Bool? {
    guard let ours = items.0[variable], let theirs = items.1[variable] else { return nil }
    return SearchKey.folded(ours) == SearchKey.folded(theirs)
  }

  private var typesAgree: Bool {
    let types = (items.0.type, items.1.type)
    if types.0 == types.1 || types.0 == .document || types.1 == .document { return true }
    return Self.alike.contains { $0.contains(types.0) && $0.contains(types.1) }
  }

  /// Types that people take for each other.
  private static let alike: [Set<ItemType>] = [
    [.webpage, .postWeblog, .post, .articleNewspaper, .articleMagazine], [.book, .report, .pamphlet],
    [.articleJournal, .articleMagazine, .review],
  ]
}
