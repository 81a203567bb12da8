internal import IbidModel
internal import IbidText

/// Where a work stands in its journal.
struct ComparedPlace {
  var volume: Int?
  var issue: Int?
  var pages: ComparedPages?
  /// Whether it is in a supplement, which counts its pages for itself.
  var isInSupplement = false

  /// How volumes, or issues, of two works stand to each other.
  enum Agreement {
    case same
    case different
    case missing
  }

  /// Whether nothing says where.
  var isNowhere: Bool { volume == nil && issue == nil && pages == nil }

  /// Nowhere.
  init() {}

  /// The place of an item that was published in this year.
  init(_ item: Item, year: Int?) {
    volume = item[.volume].flatMap(Self.number)
    issue = item[.issue].flatMap(Self.number)
    pages = item[.page].flatMap(ComparedPages.init) ?? item[.number].flatMap(ComparedPages.init)
    isInSupplement = [item[.volume], item[.issue], item[.supplementNumber]].contains {
      $0?.lowercased().contains("sup") ?? false
    }
    // `2013` in place of the volume says no more than the year.
    if volume == year { volume = nil }
  }

  /// The first number: `35 Suppl 1` is 35.
  private static func number(in text: String) -> Int? {
    Int(text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) })
  }

  /// Compares the volumes. Where journals count issues only, one database takes them for volumes.
  func volumeAgreement(with other: ComparedPlace) -> Agreement {
    if let volume, let otherVolume = other.volume { return volume == otherVolume ? .same : .different }
    return volume.map { $0 == other.issue } ?? other.volume.map { $0 == issue } ?? false ? .same : .missing
  }

  /// Compares the issues.
  func issueAgreement(with other: ComparedPlace) -> Agreement {
    if isCountedOtherwise(than: other) { return .different }
    guard let issue, let otherIssue = other.issue else { return .missing }
    return issue == otherIssue ? .same : .different
  }

  /// Compares the pages.
  func pageAgreement(with other: ComparedPlace) -> ComparedPages.Agreement {
    guard let pages, let otherPages = other.pages else { return .missing }
    return isCountedOtherwise(than: other) ? .different : pages.agreement(with: otherPages)
  }

  /// Whether one stands in a supplement and the other in an issue: S400 of the supplement is not page 400 of the issue.
  private func isCountedOtherwise(than other: ComparedPlace) -> Bool {
    guard isInSupplement != other.isInSupplement, (isInSupplement ? other : self).issue != nil, let pages,
      let otherPages = other.pages
    else { return false }
    return pages.areCountedOtherwise(than: otherPages)
  }
}
