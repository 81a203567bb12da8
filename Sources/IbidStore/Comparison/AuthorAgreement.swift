/// How far two lists of authors are the same.
enum AuthorAgreement {
  /// Nobody is in both.
  case different
  /// Some are in both, or the first author may be another.
  case some
  /// The same, as far as the shorter list goes.
  case same
  /// One has none.
  case missing

  /// Compares two lists. Bodies count only where both lists hold nobody else.
  init(_ one: [ComparedAuthor], _ other: [ComparedAuthor]) {
    let people = one.filter { !$0.isBody }
    let otherPeople = other.filter { !$0.isBody }
    guard !people.isEmpty, !otherPeople.isEmpty else {
      self = one.isEmpty || other.isEmpty || people.isEmpty != otherPeople.isEmpty ? .missing : Self.bodies(one, other)
      return
    }
    let (shorter, longer) = people.count <= otherPeople.count ? (people, otherPeople) : (otherPeople, people)
    let compared = shorter.prefix(12)
    let all = longer.prefix(60)
    let found = compared.count { author in all.contains { author.isSame(as: $0) } }
    let isFirstSame = people[0].isSame(as: otherPeople[0])
    if found == 0 {
      self = .different
    } else if shorter.count == 1, longer.count <= 2, isFirstSame, people[0].hasOtherInitials(than: otherPeople[0]) {
      // Two people of one name.
      self = .different
    } else if shorter.count == 1 {
      self = isFirstSame || longer.count <= 2 ? .same : .some
    } else {
      self = 4 * found >= 3 * compared.count ? .same : .some
    }
  }

  private static func bodies(_ one: [ComparedAuthor], _ other: [ComparedAuthor]) -> AuthorAgreement {
    one.contains { body in other.contains { body.isSame(as: $0) } } ? .same : .some
  }
}
