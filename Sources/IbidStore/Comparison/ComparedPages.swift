internal import IbidModel
internal import IbidText

/// Where a work stands in its volume, as pages are compared.
struct ComparedPages {
  /// The letters before the first page's number, `e` of `e24083`.
  let prefix: String
  /// The first page's number; nil where what should be the first page is none (`Suppl-61`).
  let first: Int?
  /// The last page's number; the first's where there is one page.
  let last: Int?
  /// Whether they are more than one.
  var isRange: Bool { first != nil && last != nil && first != last }

  /// How many they are.
  var count: Int {
    guard let first, let last, last >= first else { return 1 }
    return last - first + 1
  }

  /// How two works stand to each other.
  enum Agreement {
    /// First and last page are the same, and not one.
    case wholly
    /// They begin on the same page.
    case same
    /// They end on the same page, or one lies within the other.
    case partly
    case different
    /// One has none, or they are counted differently.
    case missing
  }

  /// Pages as a record writes them; nil where they hold no number.
  init?(_ pages: String) {
    let text = PageRange.expanded(pages).lowercased()
    let range = text.prefix { $0 != "," && $0 != ";" }
    let parts = range.split(maxSplits: 1, omittingEmptySubsequences: false) { character in
      character.unicodeScalars.contains(where: PageRange.isDash)
    }
    let start = parts.first ?? ""
    let end = parts.count > 1 ? parts[1] : ""
    // `215 p` counts pages.
    guard end.isEmpty == false || !start.hasSuffix(" p") && !start.hasSuffix(" p.") && !start.hasSuffix("pp") else {
      return nil
    }
    first = Self.number(in: start)
    last = Self.number(in: end) ?? (end.isEmpty ? first : nil)
    prefix = first == nil ? "" : String(start.prefix { !$0.isNumber }.filter(\.isLetter))
    guard first != nil || last != nil else { return nil }
  }

  private static func number(in text: Substring) -> Int? {
    Int(text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) })
  }

  /// Whether one has a letter before its numbers that the other has not.
  func areCountedOtherwise(than other: ComparedPages) -> Bool {
    first != nil && other.first != nil && prefix != other.prefix
  }

  /// Compares the pages of two works.
  func agreement(with other: ComparedPages) -> Agreement {
    guard let first, let otherFirst = other.first else { return endsAgree(with: other) ? .partly : .missing }
    if first == otherFirst, prefix == other.prefix || prefix.isEmpty || other.prefix.isEmpty {
      if isRange, last == other.last { return .wholly }
      // Works are counted from 1 where they have numbers of their own.
      return first > 1 || prefix == other.prefix && !prefix.isEmpty ? .same : .missing
    }
    if isNumberOfItsOwn != other.isNumberOfItsOwn {
      return endsAgree(with: other) && last ?? 0 > 99 ? .partly : .missing
    }
    if prefix == other.prefix, isRange || other.isRange {
      let (end, otherEnd) = (last ?? first, other.last ?? otherFirst)
      if first <= otherFirst && otherFirst <= end || otherFirst <= first && first <= otherEnd { return .partly }
    }
    return endsAgree(with: other) && isRange && other.isRange ? .partly : .different
  }

  /// Whether it is rather an article's number than a page: `e24083`, `c1804`, `CD008391`, `1-6`.
  private var isNumberOfItsOwn: Bool {
    guard let first else { return false }
    if first == 1 || first > 99_999 || prefix == "cd" { return true }
    // Supplements, posters, abstracts and reviews have pages that begin with a letter, too.
    return prefix.utf8.count == 1 && !["s", "p", "r", "a"].contains(prefix) && !isRange
  }

  /// Whether the last page is the same, of which a database may have kept the last digits: `t-61` of `S251-S261`.
  private func endsAgree(with other: ComparedPages) -> Bool {
    guard let last, let otherLast = other.last else { return false }
    if last == otherLast { return true }
    let (one, two) = (String(last), String(otherLast))
    return first == nil && two.hasSuffix(one) || other.first == nil && one.hasSuffix(two)
  }
}
