internal import IbidModel
internal import IbidText

/// What two records are to each other.
enum PairVerdict: Equatable {
  /// Of one work.
  case same
  /// Perhaps of one work: nothing speaks against it, and too little for it.
  case unsure
  /// Of two works, of which the first, or the second, stands in this relation to the other; nil where in none.
  case other(WorkRelation?, isReversed: Bool)

  /// Of two works that have nothing to do with each other.
  static let unrelated = PairVerdict.other(nil, isReversed: false)

  /// Bits from which on records are of one work.
  static let threshold = 19.0

  /// The verdict on two records.
  init(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) {
    if let relation = RelatedKinds.relation(one, other, evidence) {
      self = relation
    } else if let reason = Self.contradiction(one, other, evidence) {
      self = reason == .versions ? RelatedKinds.version(one, other, evidence) : .unrelated
    } else {
      self = evidence.bits >= Self.threshold ? .same : .unsure
    }
  }

  /// What speaks against one work, whatever else agrees.
  private enum Contradiction {
    /// They are two works.
    case works
    /// They may be versions of one.
    case versions
  }

  private static func contradiction(
    _ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence
  ) -> Contradiction? {
    if evidence.identifiers.verdict(.pmid) == .disagree { return evidence.title.degree >= .cut ? .versions : .works }
    if evidence.identifiers.areVersions { return .versions }
    if let contradiction = titleContradiction(one, other, evidence) { return contradiction }
    if evidence.authors == .different, !evidence.standTogether || evidence.title.degree < .spelling { return .works }
    if let edition = one.edition, let otherEdition = other.edition, edition != otherEdition { return .versions }
    if one.title.isWithdrawn != other.title.isWithdrawn, evidence.yearsApart != 0 { return .versions }
    if contradictsInPlace(one, other, evidence) { return .versions }
    return nil
  }

  private static func titleContradiction(
    _ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence
  ) -> Contradiction? {
    let title = evidence.title
    let isWhole = evidence.fillTheSamePages && evidence.authors == .same
    switch title.degree {
    case .equal, .spelling: break
    case .cut:
      guard title.commonLetters >= 16, evidence.authors != .different else { return .works }
      // A subtitle may be all that tells two works of the same authors apart.
      guard evidence.standTogether || evidence.identifiers.nameOneWork || mayBeCut(evidence) else { return .versions }
    case .near:
      guard evidence.standTogether || evidence.identifiers.nameOneWork || isWhole else { return .versions }
    case .similar:
      guard isWhole || evidence.identifiers.nameOneWork && evidence.pages != .different && evidence.authors == .same
      else { return title.share >= 0.8 ? .versions : .works }
    case .different:
      // Two databases translate a title each in its way.
      guard isWhole, one.authors.count > 1 || evidence.identifiers.nameOneWork, evidence.container == .same,
        evidence.yearsApart == 0, title.share > 0.2
      else { return .works }
    }
    if title.numbersDiffer, !isWhole { return .versions }
    // A protocol and its report do not begin on one page.
    if title.kindsDiffer, !isWhole, !evidence.standTogether || evidence.authors != .same { return .versions }
    if one.title.isCommon || other.title.isCommon {
      let isNamed = evidence.identifiers.nameOneWork && evidence.pages != .different && evidence.yearsApart ?? 0 == 0
      guard evidence.standTogether && evidence.volume == .same && evidence.authors != .different || isNamed else {
        return .works
      }
    }
    return nil
  }

  /// Whether a subtitle may be cut off though nothing says where one of the two stands.
  private static func mayBeCut(_ evidence: PairEvidence) -> Bool {
    evidence.title.commonLetters >= 30 && evidence.authors == .same && evidence.yearsApart == 0
      && evidence.container == .same && evidence.volume != .different && evidence.issue != .different
      && evidence.pages != .different
  }

  private static func contradictsInPlace(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) -> Bool {
    if one.kind == .thesis, other.kind == .thesis { return evidence.yearsApart ?? 0 > 1 }
    if one.kind == .thesis || other.kind == .thesis, one.kind != other.kind { return true }
    if evidence.identifiers.nameTwoWorks, !evidence.standTogether || evidence.title.degree < .spelling { return true }
    if updates(one, other, evidence) { return true }
    switch evidence.yearsApart ?? 0 {
    case 0: break
    case 1:
      // The year online and the year in print.
      guard evidence.volume != .different || evidence.beginTogether else { return true }
      guard
        evidence.volume == .same || evidence.beginTogether || evidence.identifiers.nameOneWork
          || isOnlineFirst(one, other, evidence)
      else { return true }
    default:
      guard evidence.volume == .same, evidence.beginTogether, evidence.container != .different else { return true }
    }
    switch evidence.container {
    case .different:
      return
        !(evidence.volume == .same && evidence.beginTogether
        || evidence.identifiers.nameOneWork && evidence.pages != .different)
    case .perhaps:
      guard evidence.beginTogether || evidence.volume == .same || evidence.identifiers.nameOneWork else { return true }
    case nil:
      if evidence.volume == .different || evidence.pages == .different { return true }
      // A record that names no journal may be of another publication of the work.
      let isNowhere = one.container == nil && other.container == nil
      if !isNowhere, evidence.volume != .same, !evidence.beginTogether, !evidence.identifiers.nameOneWork {
        return true
      }
    case .same: break
    }
    if evidence.volume == .different, !evidence.beginTogether { return true }
    if evidence.pages == .different { return !isOneWorkOnTwoPages(evidence) }
    if evidence.issue == .different, !evidence.beginTogether, evidence.pages != .partly {
      return !evidence.identifiers.nameOneWork && (evidence.volume != .same || !isSurelyOneTitle(evidence))
    }
    return false
  }

  /// Whether one is the record of what was online a year before it was printed, and says no place yet.
  private static func isOnlineFirst(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) -> Bool {
    evidence.container == .same && evidence.title.degree >= .spelling && evidence.title.commonLetters >= 30
      && evidence.authors == .same && [one, other].contains { $0.place.volume == nil && $0.place.pages == nil }
  }

  /// Databases take article numbers, numbers of sheets and pages of the issue for pages.
  private static func isOneWorkOnTwoPages(_ evidence: PairEvidence) -> Bool {
    isSurelyOneTitle(evidence) && evidence.container == .same && evidence.volume == .same
      && evidence.issue != .different
  }

  /// Whether the same people gave the same title, which is no short one, in the same year.
  private static func isSurelyOneTitle(_ evidence: PairEvidence) -> Bool {
    evidence.title.degree >= .spelling && evidence.title.commonLetters >= 30 && evidence.authors == .same
      && evidence.yearsApart == 0
  }

  /// Whether they are two issues of a review that is updated under its title.
  static func updates(_ one: ComparedWork, _ other: ComparedWork, _ evidence: PairEvidence) -> Bool {
    guard one.container?.updatesItsWorks ?? false, other.container?.updatesItsWorks ?? false else { return false }
    return evidence.yearsApart ?? 0 > 0 || evidence.issue == .different
  }
}
