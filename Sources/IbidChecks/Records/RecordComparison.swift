package import IbidClaims
package import IbidModel
import IbidText

/// Field by field, where a reference as it was written and the record of its work disagree.
package struct RecordComparison {
  /// The reference as it was written.
  let written: Item
  /// The library's record.
  let record: Work
  /// Whether identifiers are compared too.
  let comparesIdentifiers: Bool

  /// A comparison.
  package init(written: Item, record: Work, comparesIdentifiers: Bool = true) {
    self.written = written
    self.record = record
    self.comparesIdentifiers = comparesIdentifiers
  }

  /// One phrase a difference: «year “1978”, record “1977”». What one of the two does not say is no difference.
  var differences: [String] {
    let authors = AuthorComparison(written: written, record: record.item).differences
    return (title.map { [$0.phrase] } ?? []) + authors + others.map(\.phrase)
  }

  /// Where the two disagree in a field of one value: all but the authors.
  package var fieldDifferences: [FieldDifference] { (title.map { [$0] } ?? []) + others }

  private var others: [FieldDifference] {
    let numbers = [Variable.volume, .issue, .page].map(number)
    return ([journal, year] + numbers + (comparesIdentifiers ? identifiers : [])).compactMap(\.self)
  }

  private var title: FieldDifference? {
    guard let ours = written[.title], let theirs = record.item[.title] else { return nil }
    let short = Self.folded(title: ours)
    let long = Self.folded(title: theirs)
    let original = SearchKey.folded(record.item[.originalTitle] ?? "")
    // A reference may leave out the subtitle.
    guard !short.isEmpty, short != long, short != original, !long.hasPrefix(short + " "),
      !HouseSpelling.plain(long).hasPrefix(HouseSpelling.plain(short))
    else { return nil }
    return FieldDifference("title", ours, theirs)
  }

  private static func folded(title: String) -> String {
    SearchKey.folded(title.utf8.contains(UInt8(ascii: "&")) ? title.replacing("&", with: " and ") : title)
  }

  private var journal: FieldDifference? {
    guard let ours = written[.containerTitle] else { return nil }
    let theirs = record.journalNames
    guard !theirs.isEmpty, !theirs.contains(ours), !theirs.contains(where: { Self.areOneJournal(ours, $0) }) else {
      return nil
    }
    return FieldDifference("journal", ours, theirs[0])
  }

  /// Whether two names may be one journal's, of which one may be abbreviated.
  static func areOneJournal(_ name: String, _ other: String) -> Bool {
    guard let name = ContainerName(name), let other = ContainerName(other) else { return false }
    return name.agreement(with: other, forgivingSlips: false) == .same
  }

  private var year: FieldDifference? {
    guard let ours = written[date: .issued]?.year, let theirs = record.item[date: .issued] else { return nil }
    let years = [theirs.start?.year, theirs.end?.year, record.electronicYear].compactMap(\.self)
    guard !years.isEmpty, !years.contains(ours) else { return nil }
    return FieldDifference("year", String(ours), String(years[0]))
  }

  private var identifiers: [FieldDifference?] {
    let theirs = record.item.identifiers
    return written.identifiers.map { ours in
      guard ours.kind != .isbn, let other = theirs.first(where: { $0.kind == ours.kind }), other != ours else {
        return nil
      }
      if ours.kind == .doi, Self.isCut(ours.value, from: other.value) || Self.isCut(other.value, from: ours.value) {
        return nil
      }
      return FieldDifference(ours.kind.rawValue, ours.value, other.value)
    }
  }

  /// Whether a DOI is the beginning of one with angle brackets («…17:15/16<1661::AID-SIM968>3.0.CO;2-2»), which many
  /// programs cut off there.
  private static func isCut(_ short: String, from long: String) -> Bool {
    guard long.count > short.count, long.hasPrefix(short) else { return false }
    let rest = long.dropFirst(short.count)
    return rest.hasPrefix("<") || rest.hasPrefix("&lt;") || rest.lowercased().hasPrefix("%3c")
  }

  private func number(_ variable: Variable) -> FieldDifference? {
    guard let ours = written[variable], let theirs = record.item[variable], ours != theirs else { return nil }
    let (short, long) = (Self.key(ours), Self.key(theirs))
    let isFirstPage = variable == .page && long.hasPrefix(short + "-")
    return short == long || isFirstPage ? nil : FieldDifference(variable.name, ours, theirs)
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
}

/// A field in which a reference and the record of its work disagree.
package struct FieldDifference: Sendable, Hashable {
  /// The field: `year`, `volume`, `DOI` …
  package let field: String
  /// What the reference says.
  package let written: String
  /// What the record says.
  package let record: String

  init(_ field: String, _ written: String, _ record: String) {
    (self.field, self.written, self.record) = (field, written, record)
  }

  /// «year “1978”, record “1977”».
  var phrase: String { "\(field) “\(written)”, record “\(record)”" }
}
