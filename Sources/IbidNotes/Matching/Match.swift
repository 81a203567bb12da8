package import IbidModel

/// What a library says to a reference: the item of the same work, several that may be it, or none.
///
/// A match only links; what the reference says stays as it was written.
package struct Match: Sendable, Hashable {
  /// Which items of the library the reference names.
  package enum Outcome: Sendable, Hashable {
    /// The item at this index.
    case matched(Int)
    /// Each of these may be meant, best first.
    case ambiguous([Int])
    /// The library does not hold the work.
    case none
  }

  /// What a reference and an item have in common.
  package enum Reason: Sendable, Hashable {
    case identifier(Identifier.Kind)
    case title, firstAuthor, year, volume, firstPage
  }

  /// An identifier of the reference that names an item of another work.
  package struct IdentifierConflict: Sendable, Hashable {
    /// The identifier as the reference gives it.
    package var identifier: Identifier
    /// The index of the item that it names.
    package var item: Int
  }

  /// Which items the reference names.
  package var outcome: Outcome = .none
  /// Why.
  package var reasons: [Reason] = []
  /// How sure the match is, 0…1; 0 for none.
  package var score = 0.0
  /// Identifiers that disagree with everything else that the reference says.
  package var conflicts: [IdentifierConflict] = []

  /// The index of the matched item; nil for no or several ones.
  package var index: Int? { if case .matched(let index) = outcome { index } else { nil } }
}
