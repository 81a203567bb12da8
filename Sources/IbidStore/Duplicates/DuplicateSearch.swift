package import IbidModel
internal import IbidText

/// Finds the records that are of one work, and those of works that belong together.
///
/// What it finds does not depend on the order of the items, and needs no memory beyond them.
package struct DuplicateSearch {
  /// Records of one work, in the order of the keys to keep.
  package private(set) var groups: [DuplicateGroup] = []
  /// Records of works that belong together, in the order of their keys. Of duplicates only the one to keep is named.
  package private(set) var related: [RelatedRecords] = []
  /// Pairs of records that bear one identifier under two titles, which only a person can tell apart or put together; in
  /// the order of the keys to keep.
  package private(set) var unsure: [DuplicateGroup] = []

  private let items: [Item]
  /// Indices of `items` whose compared facts are the same, in an order that the facts give.
  private let twins: [[Int]]
  private let works: [ComparedWork]
  private var clusters: WorkClusters
  /// What a person said: by a record's key those of the records that are of other works.
  private var apart: [String: Set<String>] = [:]

  /// Searches these items, which have keys that are all different; a person said of these pairs of keys that they are of
  /// other works.
  package init(_ items: [Item], apart pairs: [[String]] = []) {
    self.items = items
    for pair in pairs where pair.count == 2 {
      apart[pair[0], default: []].insert(pair[1])
      apart[pair[1], default: []].insert(pair[0])
    }
    var byFacts: [String: [Int]] = [:]
    for (index, item) in items.enumerated() {
      // Of which somebody has spoken is no other's twin.
      let facts = Self.facts(of: item) + (apart[item.id] == nil ? "" : "\u{1}\(item.id)")
      byFacts[facts, default: []].append(index)
    }
    let sorted = byFacts.sorted { $0.key < $1.key }.map { $0.value.sorted { items[$0].id < items[$1].id } }
    twins = sorted
    // Many records are of one journal, and those of one title follow each other.
    var containers: [String: ContainerName?] = [:]
    var last: (text: String, title: ComparedTitle)?
    works = sorted.map { indices in
      let item = items[indices[0]]
      let text = item[.title] ?? ""
      let title = last.flatMap { $0.text == text ? $0.title : nil } ?? ComparedTitle(text)
      last = (text, title)
      return ComparedWork(item, title: title) { name in
        if let known = containers[name] { return known }
        let container = ContainerName(name)
        containers[name] = .some(container)
        return container
      }
    }
    clusters = WorkClusters(count: sorted.count)
    search()
  }

  private mutating func search() {
    for (index, indices) in twins.enumerated() where indices.count > 1 {
      let evidence = PairEvidence(works[index], works[index])
      if PairVerdict(works[index], works[index], evidence) == .same { clusters.add(Self.join(evidence), at: index) }
    }
    var found: [(bits: Double, one: Int, other: Int)] = []
    var kindred: [(relation: WorkRelation, from: Int, to: Int)] = []
    var doubted: [(one: Int, other: Int)] = []
    for (one, other) in CandidatePairs.pairs(of: works) where !areApart(one, other) {
      let evidence = PairEvidence(works[one], works[other])
      switch PairVerdict(works[one], works[other], evidence) {
      case .same: found.append((evidence.bits, one, other))
      case .other(let relation?, let isReversed):
        kindred.append((relation, isReversed ? other : one, isReversed ? one : other))
      case .unsure, .other: if evidence.shareAnIdentifier { doubted.append((one, other)) }
      }
    }
    found.sort { $0.bits != $1.bits ? $0.bits > $1.bits : ($0.one, $0.other) < ($1.one, $1.other) }
    let works = works
    let search = self
    for pair in found {
      let join = Self.join(PairEvidence(works[pair.one], works[pair.other]))
      clusters.join(pair.one, pair.other, join) { one, other in
        if search.areApart(one, other) { return true }
        if case .other = PairVerdict(works[one], works[other], PairEvidence(works[one], works[other])) { return true }
        return false
      }
    }
    gather(kindred, doubted)
  }

  private func areApart(_ one: Int, _ other: Int) -> Bool {
    guard !apart.isEmpty else { return false }
    return apart[items[twins[one][0]].id]?.contains(items[twins[other][0]].id) ?? false
  }

  private mutating func gather(
    _ kindred: [(relation: WorkRelation, from: Int, to: Int)], _ doubted: [(one: Int, other: Int)]
  ) {
    var kept: [Int: String] = [:]
    for (members, joins) in clusters.groups {
      let indices = members.flatMap { twins[$0] }
      guard let keep = indices.min(by: { RecordWorth.isBetter(items[$0], than: items[$1]) }) else { continue }
      let others = indices.filter { $0 != keep }.map { items[$0].id }.sorted()
      groups.append(Self.group(items[keep].id, others, joins))
      kept[clusters.root(of: members[0])] = items[keep].id
    }
    groups.sort { $0.keep < $1.keep }
    func name(_ root: Int) -> String { kept[root] ?? items[twins[root][0]].id }
    related = relations(kindred, named: name)
    unsure = doubtful(doubted, named: name)
  }

  /// Two groups' roots, and what the first is to the second.
  private struct Kinship: Hashable {
    var from: Int
    var to: Int
    var relation: WorkRelation
  }

  private func relations(
    _ kindred: [(relation: WorkRelation, from: Int, to: Int)], named name: (Int) -> String
  ) -> [RelatedRecords] {
    // Many records may be kindred: their names are compared once.
    let roots = Set(kindred.lazy.flatMap { [$0.from, $0.to] }.map(clusters.root)).map { (root: $0, name: name($0)) }
    var ranks = [Int](repeating: 0, count: works.count)
    for (rank, named) in roots.sorted(by: { $0.name < $1.name }).enumerated() { ranks[named.root] = rank }
    var known: Set<Kinship> = []
    var found: [(kinship: Kinship, from: Int, to: Int)] = []
    for pair in kindred {
      var kinship = Kinship(from: clusters.root(of: pair.from), to: clusters.root(of: pair.to), relation: pair.relation)
      guard kinship.from != kinship.to else { continue }
      var reversed = kinship
      swap(&reversed.from, &reversed.to)
      guard !known.contains(reversed), known.insert(kinship).inserted else { continue }
      // Of two versions of one year neither is the first.
      let areOfOneYear = works[pair.from].year == works[pair.to].year
      if pair.relation == .versionOf, areOfOneYear, ranks[kinship.to] < ranks[kinship.from] { kinship = reversed }
      found.append((kinship, pair.from, pair.to))
    }
    found.sort {
      (ranks[$0.kinship.from], ranks[$0.kinship.to], $0.kinship.relation.rawValue)
        < (ranks[$1.kinship.from], ranks[$1.kinship.to], $1.kinship.relation.rawValue)
    }
    return found.map { kinship, from, to in
      let evidence = PairEvidence(works[from], works[to])
      return RelatedRecords(
        from: name(kinship.from), to: name(kinship.to), relation: kinship.relation, reasons: evidence.reasons,
        score: Self.score(evidence.bits))
    }
  }

  private func doubtful(
    _ doubted: [(one: Int, other: Int)], named name: (Int) -> String
  ) -> [DuplicateGroup] {
    var seen = Set(related.map { [$0.from, $0.to].sorted() })
    var groups: [DuplicateGroup] = []
    for pair in doubted {
      let (one, other) = (clusters.root(of: pair.one), clusters.root(of: pair.other))
      guard one != other, seen.insert([name(one), name(other)].sorted()).inserted else { continue }
      let isFirst = RecordWorth.isBetter(items[twins[pair.one][0]], than: items[twins[pair.other][0]])
      let (keep, member) = isFirst ? (name(one), name(other)) : (name(other), name(one))
      let evidence = PairEvidence(works[pair.one], works[pair.other])
      groups.append(
        DuplicateGroup(
          keep: keep, members: [keep, member], relation: .sameWork, reasons: evidence.reasons,
          score: Self.score(evidence.bits), isSure: false))
    }
    return groups.sorted { ($0.keep, $0.members[1]) < ($1.keep, $1.members[1]) }
  }

  private static func group(_ keep: String, _ others: [String], _ joins: [WorkClusters.Join]) -> DuplicateGroup {
    var reasons = joins[0].reasons
    for reason in joins.dropFirst().flatMap(\.reasons) {
      if let place = reasons.firstIndex(where: { $0.field == reason.field }) {
        if weight(reason.verdict) > weight(reasons[place].verdict) { reasons[place].verdict = reason.verdict }
      } else {
        reasons.append(reason)
      }
    }
    return DuplicateGroup(
      keep: keep, members: [keep] + others, relation: .sameWork, reasons: reasons,
      score: joins.map(\.score).min() ?? 0, isSure: joins.allSatisfy(\.isSure))
  }

  private static func weight(_ verdict: FieldAgreement.Verdict) -> Int {
    switch verdict {
    case .agree: 0
    case .missing: 1
    case .disagree: 2
    }
  }

  private static func join(_ evidence: PairEvidence) -> WorkClusters.Join {
    WorkClusters.Join(score: score(evidence.bits), isSure: evidence.isSure, reasons: evidence.reasons)
  }

  /// Bits as a number from 0 to 1, ½ where records begin to be of one work.
  private static func score(_ bits: Double) -> Double {
    let distance = (bits - PairVerdict.threshold) / 6
    return (500 + 500 * distance / (1 + abs(distance))).rounded() / 1000
  }

  /// All that is compared of an item, as text that is the same where the facts are.
  private static func facts(of item: Item) -> String {
    var facts = SearchKey.folded(item[.title] ?? "") + "\u{1}\(item[.title] ?? "")\u{1}\(item.type.rawValue)"
    for name in item[names: .author].isEmpty ? item[names: .editor] : item[names: .author] {
      facts += "\u{1}\(name.familyOrLiteral)\u{2}\(name.family == nil ? "" : "f")\u{2}\(name.given ?? "")"
    }
    facts += "\u{1}\(item[date: .issued]?.year ?? 0)"
    for variable in [
      Variable.containerTitle, .containerTitleShort, .volume, .issue, .page, .number, .ISSN, .edition,
    ] {
      facts += "\u{1}\(item[variable] ?? "")"
    }
    for identifier in WorkIdentifiers.of(item) { facts += "\u{1}\(identifier.kind.rawValue)\(identifier.value)" }
    return facts
  }
}
