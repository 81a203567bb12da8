internal import IbidModel
internal import IbidText

/// Tells works that are kindred from those that are the same, by what the records say they are.
enum RelatedKinds {
  /// The verdict on two records of different kinds; nil where their kinds say nothing.
  static func relation(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) -> PairVerdict? {
    if one.title.notice != other.title.notice { return notice(one, other, evidence) }
    if one.kind == .chapter && other.kind == .book { return part(one, of: other, isReversed: false) }
    if one.kind == .book && other.kind == .chapter { return part(other, of: one, isReversed: true) }
    guard (one.kind == .preprint) != (other.kind == .preprint), !evidence.identifiers.nameOneWork else { return nil }
    let preprint = one.kind == .preprint ? one : other
    // A record that names no place at all may be of anything.
    guard preprint.container != nil || !preprint.identifiers.isEmpty else { return nil }
    guard evidence.title.degree >= .similar, evidence.authors == .same, evidence.yearsApart ?? 0 <= 4,
      !one.title.isCommon, !other.title.isCommon, evidence.title.degree >= .near || evidence.title.share >= 0.8
    else { return .unrelated }
    return .other(.preprintOf, isReversed: other.kind == .preprint)
  }

  /// An erratum or a letter, and what it is about, whose title stands in its own.
  private static func notice(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) -> PairVerdict {
    // Of an erratum and a letter the erratum speaks of the other.
    let isReversed = one.title.notice == nil || one.title.notice == .reply && other.title.notice?.isErratum ?? false
    let (about, work) = isReversed ? (other, one) : (one, other)
    guard work.title.words.count >= 3, about.title.joined.contains(work.title.joined) || evidence.title.degree >= .cut,
      evidence.container != .different || about.title.notice == .reply && evidence.title.commonLetters >= 20
    else { return .unrelated }
    return .other(about.title.notice?.isErratum ?? false ? .erratumTo : .replyTo, isReversed: isReversed)
  }

  private static func part(_ chapter: ComparedWork, of book: ComparedWork, isReversed: Bool) -> PairVerdict {
    let isInBook =
      chapter.container.map { container in
        container.names.contains { TitleWords.content($0) == TitleWords.content(book.title.words) }
      }
      ?? false
    let isbn = chapter.identifier(.isbn)
    guard isInBook || isbn != nil && isbn == book.identifier(.isbn) else { return .unrelated }
    return .other(.partOf, isReversed: isReversed)
  }

  /// The verdict on two records that are of one work in different places or times, or else of two works.
  static func version(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) -> PairVerdict {
    guard evidence.title.degree >= .cut, evidence.title.commonLetters >= 24, !evidence.title.numbersDiffer,
      !one.title.isCommon, !other.title.isCommon, evidence.authors == .same || evidence.authors == .missing,
      one.title.notice == nil, evidence.yearsApart ?? 0 <= 20
    else { return .unrelated }
    let (isAbstract, isOtherAbstract) = (isOfMeeting(one, beside: other), isOfMeeting(other, beside: one))
    if isAbstract != isOtherAbstract { return .other(.conferenceVersionOf, isReversed: isOtherAbstract) }
    // The later is the version of the earlier.
    return .other(.versionOf, isReversed: one.year ?? 0 < other.year ?? 0)
  }
}

extension RelatedKinds {
  /// Whether the record is a meeting's, or of a page or two in a supplement where the other is a whole article.
  private static func isOfMeeting(_ work: ComparedWork, beside other: ComparedWork) -> Bool {
    // A review that is updated under its title has a number for its page.
    guard other.kind != .conference, !(work.container?.updatesItsWorks ?? false) else { return false }
    if work.kind == .conference { return true }
    guard let pages = work.place.pages, let otherPages = other.place.pages else { return false }
    return pages.count <= 2 && otherPages.count > 3
  }
}

extension TitleWords {
  /// The words in one piece, without those that containers leave out.
  static func content(_ words: [String]) -> String {
    words.filter { !["of", "the", "and", "in", "for", "to", "a", "an", "on"].contains($0) }.joined()
  }
}
