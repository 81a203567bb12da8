/// A person or a body in one of an item's roles.
///
/// Source: CSL-JSON's name-variable.
///
///     let author = Name(family: "Klasson", given: "CL")
///     let group = Name(literal: "ACTS Study Group")
public struct Name: Sendable, Hashable {
  /// The family name without particles, as in `Beethoven`.
  public var family: String?
  /// All given names or initials, as in `Ludwig` or `BJ`.
  public var given: String?
  /// A particle that sorting and shortening drop, as `de` in `Alfred de Musset`.
  public var droppingParticle: String?
  /// A particle that stays with the family name, as `van` in `van Gogh`.
  public var nonDroppingParticle: String?
  /// `Jr.`, `III` and their likes.
  public var suffix: String?
  /// The whole name of a body, or of a person whose name has no parts.
  public var literal: String?
  /// ORCID iD in its canonical form `0000-0002-1825-0097`.
  public var orcid: String?
  /// Affiliations in the order of the record.
  public var affiliations: [String] = []
  /// What else CSL-JSON or a reader says of this name (`comma-suffix`, `static-ordering`, `parse-names` …).
  public var other: [JSONMember] = []

  /// The member of `other` under which initials stand that the given names do not give: `LJ` of `Leandro de Jesus`.
  package static var initialsMember: String { "initials" }

  /// A name in parts.
  public init(family: String? = nil, given: String? = nil, suffix: String? = nil) {
    self.family = family
    self.given = given
    self.suffix = suffix
  }

  /// A name in one piece.
  public init(literal: String) { self.literal = literal }

  /// Family name with its particle before it, or the literal name; empty where the name is empty.
  public var familyOrLiteral: String {
    guard let family else { return literal ?? "" }
    return nonDroppingParticle.map { $0 + " " + family } ?? family
  }
}
