internal import IbidModel
internal import IbidText

/// What the identifiers of two works say.
struct IdentifierAgreement {
  private var same: [Identifier.Kind] = []
  private var other: [Identifier.Kind] = []
  /// Whether the DOIs are of two versions of one thing: `….pub2` and `….pub3`, `….1` and `….2`, `…/v1` and `…/v2`.
  private(set) var areVersions = false

  init(_ one: [Identifier], _ two: [Identifier]) {
    guard !one.isEmpty, !two.isEmpty else { return }
    for identifier in one {
      guard let twin = two.first(where: { $0.kind == identifier.kind }) else { continue }
      if twin.value == identifier.value { same.append(twin.kind) } else { other.append(twin.kind) }
      if twin.kind == .doi, twin.value != identifier.value {
        areVersions = Self.stem(of: twin.value) == Self.stem(of: identifier.value)
      }
    }
  }

  /// What the identifiers of one kind say.
  func verdict(_ kind: Identifier.Kind) -> FieldAgreement.Verdict {
    same.contains(kind) ? .agree : other.contains(kind) ? .disagree : .missing
  }

  /// Whether one that names a single article is the same. A book's number is none, nor is a DOI that tells otherwise.
  var nameOneWork: Bool { same.contains { $0 != .isbn } }

  /// Whether one that names a single article is another.
  var nameTwoWorks: Bool { other.contains { $0 != .isbn } }

  /// How much that tells, in bits.
  var bits: Double {
    var bits = 0.0
    for kind in same { bits += kind == .pmid ? 14 : kind == .isbn ? 3 : 10 }
    for kind in other { bits -= kind == .isbn ? 1 : 6 }
    return bits
  }

  /// A DOI without what numbers the version at its end.
  private static func stem(of doi: String) -> Substring {
    let letters = doi.reversed().prefix { ("0"..."9").contains($0) }.count
    guard (1...2).contains(letters) else { return doi[...] }
    let rest = doi.dropLast(letters)
    for ending in [".pub", "/v", ".v", "."] where rest.hasSuffix(ending) {
      let stem = rest.dropLast(ending.count)
      // `10.1000/j.12` counts articles; a version stands behind a number.
      return ending != "." || stem.last?.isNumber ?? false ? stem : doi[...]
    }
    return doi[...]
  }
}
