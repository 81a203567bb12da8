import IbidModel
import IbidText

/// Whether a reading is right by what a measuring set says of the reference: the fields that it labels, no others.
enum GoldFields {
  /// Whether every field that `record` counts is as it says, or missing where it has none.
  static func agree(_ item: Item, with record: JSONValue) -> Bool {
    let counted = Set((record["scored"]?.elements ?? []).compactMap(\.text))
    let fields = record["fields"] ?? .object([])
    for (name, variable) in [
      ("title", Variable.title), ("container-title", .containerTitle), ("volume", .volume), ("issue", .issue),
    ] where counted.contains(name) {
      if folded(fields[name]?.text ?? "") != folded(item[variable] ?? "") { return false }
    }
    if counted.contains("page"), pages(fields["page"]?.text ?? "") != pages(item[.page] ?? "") { return false }
    if counted.contains("year"), fields["year"]?.text.flatMap({ Int($0.prefix(4)) }) != item[date: .issued]?.year {
      return false
    }
    if counted.contains("first-page"), let first = fields["first-page"]?.text {
      let page = item[.page]?.split(separator: "-").first.map(String.init) ?? ""
      if folded(first.split(separator: "-").first.map(String.init) ?? first) != folded(page) { return false }
    }
    let authors = item[names: .author]
    if counted.contains("first-author"), let first = fields["first-author"]?.text {
      guard let name = authors.first, forms(of: name).contains(folded(first)) else { return false }
    }
    guard counted.contains("author"), let names = fields["author"]?.elements, !names.isEmpty else { return true }
    guard names.count == authors.count else { return false }
    return zip(names, authors).allSatisfy { gold, name in
      guard let gold = Name(cslJSON: gold) else { return true }
      return !forms(of: gold).isDisjoint(with: forms(of: name))
    }
  }

  /// The family name with its particle and without.
  private static func forms(of name: Name) -> Set<String> {
    let family = folded(name.familyOrLiteral)
    let particle = folded((name.nonDroppingParticle ?? "") + (name.droppingParticle ?? ""))
    return [family, particle + family]
  }

  /// Pages in full, as readings give them.
  private static func pages(_ text: String) -> String {
    let plain = text.replacing("–", with: "-").replacing("—", with: "-").replacing("--", with: "-").replacing(
      " ", with: "")
    return PageRange.expanded(plain).lowercased()
  }

  private static func folded(_ text: String) -> String { SearchKey.words(of: text).joined() }
}
