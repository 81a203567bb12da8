import IbidModel
import IbidText

/// What of a record a format could not carry: what its own reader does not find in what was written.
///
///     let export = RecordExport(of: .files(["pubmed.xml"]), in: try ExportFormat(named: "ris"))
///     for loss in try export.write(to: { _ in }).losses { print(loss.key, loss.missing, loss.changed) }
public struct RecordLoss: Sendable, Hashable {
  /// The record's key, as it was before it was written.
  public var key: String
  /// The fields that are not there, by CSL's names; `title (markup)` where only the markup is gone.
  public var missing: [String] = []
  /// The fields that say something else.
  public var changed: [String] = []
  /// Whether PubMed's own facts are not there: MeSH headings, grants, abstract by parts.
  public var losesPubMedFacts = false

  /// What is lost between a record and what was read of it.
  init(of item: Item, in reread: Item) {
    key = item.id
    if reread.id != item.id { changed.append("id") }
    if reread.type != item.type { changed.append("type") }
    if item.texts != reread.texts || item.richTexts != reread.richTexts {
      for field in item.texts { compare(field.variable, item, reread) }
    }
    for field in item.nameLists where item.nameLists != reread.nameLists {
      compare(field.variable, field.value, reread[names: field.variable])
    }
    for field in item.dates {
      note(
        field.variable.name, isThere: reread.dates[field.variable] != nil,
        isSame: field.value == reread.dates[field.variable])
    }
    for member in item.custom { note("custom.\(member.name)", member.value, reread[custom: member.name]) }
    for member in item.other { note(member.name, member.value, reread.other.last { $0.name == member.name }?.value) }
    losesPubMedFacts = item.pubmed != nil && reread.pubmed != item.pubmed
  }

  /// Whether nothing is lost of what the record itself says.
  var isEmpty: Bool { missing.isEmpty && changed.isEmpty }

  private mutating func compare(_ variable: Variable, _ item: Item, _ reread: Item) {
    if item[variable] == reread[variable], item.richTexts[variable] == reread.richTexts[variable] { return }
    let isPages = variable == .page
    let before = isPages ? PageRange.expanded(item[variable] ?? "") : item[variable] ?? ""
    let after = isPages ? reread[variable].map(PageRange.expanded) : reread[variable]
    note(variable.name, isThere: after != nil, isSame: Self.folded(before) == Self.folded(after ?? ""))
    guard let rich = item.richTexts[variable], let after, Self.folded(before) == Self.folded(after) else { return }
    if Self.folded(rich) != Self.folded(reread.richTexts[variable] ?? "") {
      missing.append("\(variable.name) (markup)")
    }
  }

  private mutating func compare(_ variable: Variable, _ before: [Name], _ after: [Name]) {
    if before == after { return }
    note(variable.name, isThere: !after.isEmpty, isSame: before.map(Self.folded) == after.map(Self.folded))
    guard after.count == before.count else { return }
    for (label, isLost) in [
      ("ORCID", zip(before, after).contains { $0.orcid != nil && $1.orcid != $0.orcid }),
      ("affiliations", zip(before, after).contains { !$0.affiliations.isEmpty && $1.affiliations != $0.affiliations }),
    ] where isLost { missing.append("\(variable.name) (\(label))") }
  }

  private mutating func note(_ name: String, _ before: JSONValue, _ after: JSONValue?) {
    note(name, isThere: after != nil, isSame: before == after)
  }

  private mutating func note(_ name: String, isThere: Bool, isSame: Bool) {
    if !isThere { missing.append(name) } else if !isSame { changed.append(name) }
  }

  /// A text without what no format keeps: kinds of dashes, of blanks and of quotation marks.
  private static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    func add(blank isBlank: Bool, _ put: (inout [UInt8]) -> Void) {
      if !isBlank { put(&folded) } else if let last = folded.last, last != 0x20 { folded.append(0x20) }
    }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { add(blank: byte.isASCIISpace) { $0.append(byte) } }
    } else {
      for scalar in text.unicodeScalars {
        add(blank: scalar.properties.isWhitespace) { folded in
          let sign = PageRange.isDash(scalar) ? "-" : quotes[scalar] ?? scalar
          folded.append(contentsOf: UTF8.encode(sign) ?? .init())
        }
      }
    }
    while folded.last == 0x20 { folded.removeLast() }
    return folded
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "‚": "'",
  ]

  /// A name's letters: how initials are pointed, and to which part a particle belongs, is a format's own way.
  private static func folded(_ name: Name) -> [String] {
    let family = [name.droppingParticle, name.nonDroppingParticle, name.family ?? name.literal].compactMap(\.self)
    return [family.joined(separator: " "), name.given ?? "", name.suffix ?? ""].map { part in
      String(part.filter { $0.isLetter || $0.isNumber })
    }
  }
}
