import IbidModel
import IbidText

/// Where a reference's list of authors and its record's disagree: a name that the record does not have, names left out
/// between others, another order, other initials.
///
/// A list may break off anywhere, and give the last name behind a gap, as some styles ask. Bodies are not compared: their
/// names are written in too many ways.
struct AuthorComparison {
  let written: [Name]
  let record: [Name]
  /// Whether the record's own list breaks off.
  let isRecordBrokenOff: Bool

  init(written: Item, record: Item) {
    self.written = written[names: .author]
    self.record = record[names: .author]
    isRecordBrokenOff = record.isBrokenOff(names: .author)
  }

  /// One phrase a difference, as «author 3 “Friedman Z”, record “Otieno J”»; at most three.
  var differences: [String] {
    guard !record.isEmpty, !written.isEmpty else { return [] }
    guard written.count <= record.count else {
      return isRecordBrokenOff ? [] : ["number of authors “\(written.count)”, record “\(record.count)”"]
    }
    guard (written + record.prefix(written.count)).allSatisfy({ $0.family != nil }) else { return first }
    var places: [Int] = []
    var strangers: [String] = []
    for (index, name) in written.enumerated() {
      // The same place first: two authors of one family name keep their order.
      let candidates = [index] + record.indices.filter { $0 != index }
      if let place = candidates.first(where: { !places.contains($0) && Self.areSame(name, record[$0]) }) {
        places.append(place)
        if place == index, !Self.agreeInInitials(name, record[place]) { strangers.append(difference(at: index)) }
      } else {
        places.append(-1)
        strangers.append(difference(at: index))
      }
    }
    guard strangers.isEmpty else { return Array(strangers.prefix(3)) }
    guard places == places.sorted() else {
      return ["order of authors “\(list(written))”, record “\(list(Array(record.prefix(written.count))))”"]
    }
    // «A, B, … Z» gives the last name behind a gap.
    let inner = places.last == record.count - 1 ? places.dropLast() : places[...]
    let missing = (0...max(0, inner.last ?? 0)).filter { !inner.contains($0) && !inner.isEmpty }
    return missing.isEmpty ? [] : ["authors without “\(list(missing.map { record[$0] }))”"]
  }

  /// Of lists that hold bodies only the first name is compared.
  private var first: [String] {
    Self.areSame(written[0], record[0]) ? [] : [difference(at: 0)]
  }

  private func difference(at index: Int) -> String {
    index == 0 && written[0].familyOrLiteral != record[0].familyOrLiteral
      ? "first author “\(written[0].familyOrLiteral)”, record “\(record[0].familyOrLiteral)”"
      : "author \(index + 1) “\(Self.words(written[index]))”, record “\(Self.words(record[index]))”"
  }

  private func list(_ names: [Name]) -> String {
    names.prefix(3).map(Self.words).joined(separator: ", ") + (names.count > 3 ? " …" : "")
  }

  private static func words(_ name: Name) -> String {
    name.familyOrLiteral + (initials(of: name).map { " " + $0.uppercased() } ?? "")
  }

  // MARK: Names

  /// Whether two names may be one person's family name: particles, the second part of a double name and the ways of
  /// writing an umlaut aside.
  static func areSame(_ left: Name, _ right: Name) -> Bool {
    let (short, long) = (SearchKey.folded(left.familyOrLiteral), SearchKey.folded(right.familyOrLiteral))
    if short == long || isPart(short, of: long) || isPart(long, of: short) { return true }
    return max(short.utf8.count, long.utf8.count) >= 5 && plain(short) == plain(long)
  }

  private static func isPart(_ part: String, of whole: String) -> Bool {
    !part.isEmpty && (whole.hasSuffix(" " + part) || whole.hasPrefix(part + " "))
  }

  /// «mueller» and «muller», «mac donald» and «macdonald» alike.
  private static func plain(_ folded: String) -> String {
    var text = folded.replacing(" ", with: "")
    for letter in ["a", "o", "u"] { text = text.replacing(letter + "e", with: letter) }
    return text.replacing("aa", with: "a")
  }

  /// Whether the initials that both give agree; where neither gives initials only, nothing is said.
  private static func agreeInInitials(_ left: Name, _ right: Name) -> Bool {
    guard isInitials(left.given) || isInitials(right.given), let short = initials(of: left),
      let long = initials(of: right)
    else { return true }
    return zip(short, long).allSatisfy { $0 == $1 }
  }

  private static func isInitials(_ given: String?) -> Bool {
    guard let given else { return false }
    let letters = given.filter(\.isLetter)
    return !letters.isEmpty && letters.count <= 4 && letters.allSatisfy(\.isUppercase)
  }

  /// The first letters of the given names, without accents; nil where there are none in Latin script.
  private static func initials(of name: Name) -> String? {
    guard let given = name.given else { return nil }
    let letters =
      isInitials(given)
      ? SearchKey.folded(given).replacing(" ", with: "")
      : String(given.split { $0 == " " || $0 == "-" || $0 == "." }.compactMap { SearchKey.folded(String($0)).first })
    return !letters.isEmpty && letters.utf8.allSatisfy { $0 < 0x80 } ? letters : nil
  }
}
