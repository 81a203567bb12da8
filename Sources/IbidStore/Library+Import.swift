package import IbidModel

/// What became of a record that was put into the library.
package enum ImportOutcome: Sendable, Equatable {
  /// The library had no record of this work.
  case added
  /// The library's record was changed.
  case updated
  /// The library's record says the same already.
  case unchanged
}

extension Library {
  /// Puts items into the library in one transaction, and tells for each what became of it and under which key.
  ///
  /// - Throws: `LibraryError`; then nothing of the batch is kept.
  package func add(_ items: [Item]) throws(LibraryError) -> [(outcome: ImportOutcome, key: String)] {
    let intake = LibraryIntake(self)
    let outcomes = try intake.add(items)
    try intake.commit()
    return outcomes
  }
}
