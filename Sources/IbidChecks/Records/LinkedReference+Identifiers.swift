import IbidClaims
import IbidModel

extension LinkedReference {
  /// What each identifier names, where the records know at least two and they are not one work; else nil.
  var disagreeingIdentifiers: [String]? {
    let written = reference.item.identifiers
    guard written.count > 1 else { return nil }
    let records = ([match].compactMap(\.self) + conflicts).map(\.record)
    var named: [(identifier: Identifier, record: String)] = []
    for identifier in written {
      if let record = records.first(where: { $0.identifiers.contains(identifier) }) {
        named.append((identifier, record.id))
      } else if let match, match.record.identifiers.contains(where: { $0.kind == identifier.kind }),
        written.contains(where: { match.record.identifiers.contains($0) })
      {
        // The record has another identifier of this kind, though it is found by one of the others.
        named.append((identifier, "another work"))
      }
    }
    guard Set(named.map(\.record)).count > 1 else { return nil }
    return named.map { "\($0.identifier.kind.rawValue) \($0.identifier.value) is of \($0.record)" }
  }
}
