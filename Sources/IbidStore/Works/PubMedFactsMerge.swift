internal import IbidModel

/// How several of PubMed's records of one work become one: the later record's facts, and of the earlier ones what it lacks.
///
/// What is known of retractions, corrections and concerns is never lost: publication types and relations are joined.
enum PubMedFactsMerge {
  /// The facts of records of which the later stand first; nil of none.
  static func merged(_ facts: [PubMedFacts]) -> PubMedFacts? {
    guard let first = facts.first else { return nil }
    let others = facts.dropFirst().filter { $0 != first }
    guard !others.isEmpty else { return first }
    let value = first.value
    let joined = others.reduce(value) { Self.joined($0, $1.value) }
    return joined == value ? first : PubMedFacts(json: JSONWriter.text(of: joined))
  }

  private static func joined(_ one: JSONValue, _ other: JSONValue) -> JSONValue {
    var members = one.members
    for member in other.members {
      guard let place = members.firstIndex(where: { $0.name == member.name }) else {
        members.append(member)
        continue
      }
      let held = members[place].value
      if let key = keys[member.name] {
        let known = Set(held.elements.map(key))
        members[place].value = .array(held.elements + member.value.elements.filter { !known.contains(key($0)) })
      } else if nested.contains(member.name) {
        members[place].value = joined(held, member.value)
      }
    }
    return .object(members)
  }

  /// Objects whose members are facts of their own; a date is one fact.
  private static let nested: Set<String> = [
    "Journal", "JournalIssue", "MedlineJournalInfo", "Pagination", "MedlineCitation", "Article",
  ]

  /// Lists that are joined, by what two elements of them are one.
  private static let keys: [String: @Sendable (JSONValue) -> String] = [
    "PublicationTypeList": { $0["text"]?.text ?? "" }, "PublicationType": { $0["text"]?.text ?? "" },
    "ArticleIdList": { $0["IdType"]?.text ?? "" }, "ELocationID": { $0["EIdType"]?.text ?? "" },
    "CommentsCorrectionsList": {
      ($0["RefType"]?.text ?? "") + " " + ($0["PMID"]?.text ?? $0["DOI"]?.text ?? $0["RefSource"]?.text ?? "")
    },
  ]
}

extension PubMedFacts {
  /// How late a form of PubMed's record it is.
  struct Age: Comparable {
    /// PubMed publishes some articles again and again under one PMID.
    var version: Int
    /// Whether the article has appeared as it stays; before that it is ahead of print.
    var isFinal: Bool
    /// When the record was last revised, as a number that grows with time; 0 where it does not say.
    var revision: Int

    static func < (one: Age, other: Age) -> Bool {
      if one.version != other.version { return one.version < other.version }
      if one.isFinal != other.isFinal { return other.isFinal }
      return one.revision < other.revision
    }
  }

  var age: Age {
    let read = value(of: ["PMID", "DateRevised", "PublicationStatus", "MedlineCitation"])
    func number(_ name: String) -> Int { read["DateRevised"]?[name]?.integer ?? 0 }
    let revision = (number("Year") &* 100 &+ number("Month")) &* 100 &+ number("Day")
    let isAhead =
      read["PublicationStatus"].map { $0.text == "aheadofprint" }
      ?? (read["MedlineCitation"]?["Status"]?.text == "Publisher")
    return Age(version: read["PMID"]?["Version"]?.integer ?? 1, isFinal: !isAhead, revision: revision)
  }
}
