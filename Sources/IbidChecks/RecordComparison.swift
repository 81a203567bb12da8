import IbidClaims
import IbidModel
import IbidText

/// Field by field, where a reference as it was written and the record of its work disagree.
struct RecordComparison {
  /// The reference as it was written.
  let written: Item
  /// The library's record.
  let record: Work
  /// Whether identifiers are compared too.
  var comparesIdentifiers = true

  /// One phrase a difference: «year “1978”, record “1977”». What one of the two does not say is no difference.
  var differences: [String] {
    let numbers = [Variable.volume, .issue, .page].map(number)
    return ([title, firstAuthor, authorCount, journal, year] + numbers + (comparesIdentifiers ? identifiers : []))
      .compactMap(\.self)
  }

  private var title: String? {
    guard let ours = written[.title], let theirs = record.item[.title] else { return nil }
    let short = Self.folded(title: ours)
    let long = Self.folded(title: theirs)
    let original = SearchKey.folded(record.item[.originalTitle] ?? "")
    // A reference may leave out the subtitle.
    guard !short.isEmpty, short != long, short != original, !long.hasPrefix(short + " ") else { return nil }
    return phrase("title", ours, theirs)
  }

  private static func folded(title: String) -> String {
    SearchKey.folded(title.utf8.contains(UInt8(ascii: "&")) ? title.replacing("&", with: " and ") : title)
  }

  private var firstAuthor: String? {
    guard let ours = written[names: .author].first, let theirs = record.item[names: .author].first else { return nil }
    let (short, long) = (SearchKey.folded(ours.familyOrLiteral), SearchKey.folded(theirs.familyOrLiteral))
    guard short != long, !long.hasSuffix(" " + short), !short.hasSuffix(" " + long) else { return nil }
    return phrase("first author", ours.familyOrLiteral, theirs.familyOrLiteral)
  }

  private var authorCount: String? {
    let ours = written[names: .author]
    let theirs = record.item[names: .author]
    // A shorter list may have been cut without a word; a longer one is wrong.
    guard ours.count > theirs.count, !theirs.isEmpty else { return nil }
    return phrase("number of authors", String(ours.count), String(theirs.count))
  }

  private var journal: String? {
    guard let ours = written[.containerTitle] else { return nil }
    let theirs = record.journalNames
    guard !theirs.isEmpty, !theirs.contains(ours), !theirs.contains(where: { Self.areOneJournal(ours, $0) }) else {
      return nil
    }
    return phrase("journal", ours, theirs[0])
  }

  /// Whether two names may be one journal's, of which one may be abbreviated.
  static func areOneJournal(_ name: String, _ other: String) -> Bool {
    guard let name = ContainerName(name), let other = ContainerName(other) else { return false }
    return name.agreement(with: other, forgivingSlips: false) == .same
  }

  private var year: String? {
    guard let ours = written[date: .issued]?.year, let theirs = record.item[date: .issued] else { return nil }
    let years = [theirs.start?.year, theirs.end?.year, record.electronicYear].compactMap(\.self)
    guard !years.isEmpty, !years.contains(ours) else { return nil }
    return phrase("year", String(ours), String(years[0]))
  }

  private var identifiers: [String?] {
    let theirs = record.item.identifiers
    return written.identifiers.map { ours in
      guard ours.kind != .isbn, let other = theirs.first(where: { $0.kind == ours.kind }), other != ours else {
        return nil
      }
      return phrase(ours.kind.rawValue, ours.value, other.value)
    }
  }

  private func number(_ variable: Variable) -> String? {
    guard let ours = written[variable], let theirs = record.item[variable], ours != theirs else { return nil }
    let (short, long) = (Self.key(ours), Self.key(theirs))
    let isFirstPage = variable == .page && long.hasPrefix(short + "-")
    return short == long || isFirstPage ? nil : phrase(variable.name, ours, theirs)
  }

  /// Ranges expanded, dashes alike, no blanks, small letters.
  private static func key(_ text: String) -> String {
    let text = PageRange.expanded(text).lowercased()
    guard text.utf8.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: text.utf8.filter { !$0.isASCIISpace }, as: UTF8.self)
    }
    return String(
      text.unicodeScalars.map { PageRange.isDash($0) ? "-" : Character($0) }
        .filter { !$0.isWhitespace })
  }

  private func phrase(_ field: String, _ ours: String, _ theirs: String) -> String {
    "\(field) “\(ours)”, record “\(theirs)”"
  }
}
