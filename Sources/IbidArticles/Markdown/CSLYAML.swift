package import IbidModel

/// A work of a manuscript's `references`, as CSL-JSON has it.
///
/// Source: pandoc's manual, «Specifying bibliographic data»: CSL-YAML is CSL-JSON but for its dates, which may also be
/// EDTF texts, numbers of years, and mappings of `year`, `month`, `day`.
package enum CSLYAML {
  private static let dates: Set<String> = [
    "accessed", "available-date", "event-date", "issued", "original-date", "submitted",
  ]

  /// The work's CSL-JSON.
  package static func item(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(members.map { dates.contains($0.name) ? JSONMember($0.name, date($0.value)) : $0 })
  }

  /// A date's CSL-JSON.
  package static func date(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text) where CSLDate(edtf: text) == nil: .object([JSONMember("literal", value)])
    case .number(let year): .object([JSONMember("date-parts", .array([.array([.number(year)])]))])
    case .object(let members) where value["year"] != nil:
      .object([JSONMember("date-parts", .array([parts(value)]))] + rest(members))
    case .array(let ends) where ends.allSatisfy({ $0["year"] != nil }):
      .object([JSONMember("date-parts", .array(ends.map(parts)))] + (ends.first.map { rest($0.members) } ?? []))
    default: value
    }
  }

  /// Year, month and day, as far as they are there.
  private static func parts(_ value: JSONValue) -> JSONValue {
    let parts = ["year", "month", "day"].map { value[$0] }
    return .array(parts.prefix { $0 != nil }.compactMap(\.self))
  }

  private static func rest(_ members: [JSONMember]) -> [JSONMember] {
    members.filter { !["year", "month", "day"].contains($0.name) }
  }
}
