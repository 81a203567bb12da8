internal import IbidModel
internal import IbidText

/// What the fields of two records say about their being of one work.
struct PairEvidence {
  let title: TitleAgreement
  let authors: AuthorAgreement
  /// Nil where one has no year.
  let yearsApart: Int?
  /// Whether both are published by themselves, so that no journal and no page can agree.
  let standAlone: Bool
  /// Nil where one has no container.
  let container: ContainerName.Agreement?
  let volume: ComparedPlace.Agreement
  let issue: ComparedPlace.Agreement
  let pages: ComparedPages.Agreement
  let identifiers: IdentifierAgreement

  init(_ one: ComparedWork, _ other: ComparedWork) {
    title = TitleAgreement(one.title, other.title)
    authors = AuthorAgreement(one.authors, other.authors)
    if let year = one.year, let otherYear = other.year {
      // A year of any size comes from a file.
      yearsApart = Int(min(year.distance(to: otherYear).magnitude, 9999))
    } else {
      yearsApart = nil
    }
    if let issn = one.issn, issn == other.issn {
      container = .same
    } else if let name = one.container, let otherName = other.container {
      container = name.agreement(with: otherName)
    } else {
      container = nil
    }
    standAlone = one.container == nil && other.container == nil && one.kind.standsAlone && one.kind == other.kind
    volume = one.place.volumeAgreement(with: other.place)
    issue = one.place.issueAgreement(with: other.place)
    pages = one.place.pageAgreement(with: other.place)
    identifiers = IdentifierAgreement(one.identifiers, other.identifiers)
  }

  /// Whether they begin on one page.
  var beginTogether: Bool { pages == .same || pages == .wholly }

  /// Whether they stand in one place, as far as both say where.
  var standTogether: Bool {
    beginTogether && volume != .different && container != .different
      && (volume == .same || yearsApart == 0 && container == .same)
  }

  /// Whether they fill the same pages of one volume: no two articles do.
  var fillTheSamePages: Bool { pages == .wholly && volume == .same && container != .different }

  /// Whether one identifier is printed on both and nothing says that it may be another's: one of the two is wrong, or they
  /// are one work.
  var shareAnIdentifier: Bool {
    identifiers.nameOneWork && identifiers.verdict(.pmid) != .disagree && pages != .different
  }

  /// How much speaks for one work, in bits, without the rules that speak against it whatever else agrees.
  var bits: Double {
    var bits = 0.0
    let letters = min(14, Double(title.commonLetters) / 3)
    switch title.degree {
    case .equal: bits += letters
    case .spelling: bits += 0.95 * letters
    case .cut, .near: bits += 0.75 * letters
    case .similar: bits += 0.5 * letters * title.share
    case .different: bits -= 4
    }
    switch authors {
    case .same: bits += 6
    case .some: bits += 2
    case .missing: break
    case .different: bits -= 6
    }
    if let yearsApart { bits += yearsApart == 0 ? 2 : yearsApart == 1 ? 0 : -4 }
    switch container {
    case .same: bits += 4
    case .perhaps: bits += 1
    case .different: bits -= 4
    case nil: bits += standAlone ? 3 : 0
    }
    bits += volume == .same ? 3 : volume == .different ? -4 : 0
    bits += issue == .same ? 1 : 0
    switch pages {
    case .wholly: bits += 7
    case .same: bits += 5
    case .partly: bits += 2
    case .different: bits -= 4
    case .missing: break
    }
    return bits + identifiers.bits
  }

  /// Whether nobody needs to look: much agrees, and nothing but what databases often get wrong disagrees.
  var isSure: Bool {
    bits >= PairVerdict.threshold + 5 && title.degree >= .cut && authors != .different && yearsApart ?? 0 <= 1
      && container != .different && volume != .different && pages != .different && !identifiers.nameTwoWorks
  }

  /// What each field says.
  var reasons: [FieldAgreement] {
    var reasons = [
      FieldAgreement("title", title.degree >= .cut ? .agree : .disagree),
      FieldAgreement("author", authors == .missing ? .missing : authors == .different ? .disagree : .agree),
      FieldAgreement("issued", yearsApart.map { $0 == 0 ? .agree : .disagree } ?? .missing),
      FieldAgreement(
        "container-title", container.map { $0 == .same ? .agree : $0 == .different ? .disagree : .missing } ?? .missing),
      FieldAgreement("volume", Self.verdict(volume)), FieldAgreement("issue", Self.verdict(issue)),
      FieldAgreement("page", pages == .missing ? .missing : pages == .different ? .disagree : .agree),
    ]
    for kind in Identifier.Kind.allCases where identifiers.verdict(kind) != .missing {
      reasons.append(FieldAgreement(kind.rawValue, identifiers.verdict(kind)))
    }
    return reasons
  }

  private static func verdict(_ agreement: ComparedPlace.Agreement) -> FieldAgreement.Verdict {
    switch agreement {
    case .same: .agree
    case .different: .disagree
    case .missing: .missing
    }
  }
}
