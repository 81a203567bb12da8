public import IbidModel
import IbidStore

/// The records of a list that are of one work, and those of works that belong together.
///
///     let duplicates = Duplicates(of: items)
///     for group in duplicates.groups { print(group.keep, group.members.dropFirst(), group.score) }
///
/// Works are told apart by all fields at once: no identifier is needed, and none is trusted alone. What is found does
/// not depend on the order of the list.
public struct Duplicates: Sendable, Hashable {
  /// Records of one work each, in the order of the keys to keep.
  public let groups: [DuplicateGroup]
  /// Records of works that are not the same and belong together: a preprint, an erratum, a reply, a chapter, an earlier
  /// version. Of duplicates only the one to keep is named.
  public let related: [RelatedRecords]

  /// Records that bear one identifier under two titles: one of them is wrong, or they are one work; only a person can say.
  public let unsure: [DuplicateGroup]

  /// Searches `items`, which have keys that are all different.
  ///
  /// - Parameter apart: pairs of keys of which a person said that they are of other works.
  public init(of items: [Item], apart: [[String]] = []) {
    let search = DuplicateSearch(items, apart: apart)
    groups = search.groups
    related = search.related
    unsure = search.unsure
  }

  /// Groups and related records as `ibid dedupe --format json` prints them.
  public var json: JSONValue {
    .object([
      JSONMember("groups", .array(groups.map(Self.json))), JSONMember("related", .array(related.map(Self.json))),
      JSONMember("unsure", .array(unsure.map(Self.json))),
    ])
  }

  private static func json(_ group: DuplicateGroup) -> JSONValue {
    .object([
      JSONMember("keep", .string(group.keep)), JSONMember("members", .array(group.members.map(JSONValue.string))),
      JSONMember("relation", .string(group.relation.rawValue)), JSONMember("reasons", json(group.reasons)),
      JSONMember("score", .number(String(group.score))), JSONMember("sure", .bool(group.isSure)),
    ])
  }

  private static func json(_ pair: RelatedRecords) -> JSONValue {
    .object([
      JSONMember("from", .string(pair.from)), JSONMember("to", .string(pair.to)),
      JSONMember("relation", .string(pair.relation.rawValue)), JSONMember("reasons", json(pair.reasons)),
      JSONMember("score", .number(String(pair.score))),
    ])
  }

  private static func json(_ reasons: [FieldAgreement]) -> JSONValue {
    .object(reasons.map { JSONMember($0.field, .string($0.verdict.rawValue)) })
  }
}
