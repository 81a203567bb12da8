package import IbidModel

/// Takes items into a library and out of it in steps, each of which is kept whole or not at all. For one thread at a
/// time; what it holds is given up with it.
///
/// The first call after a ``commit()`` begins a step and waits until no other one is under way, half a minute at the
/// longest. Whoever reads sees what was committed. An intake that is let go of before a commit has done nothing since
/// the last one. An engine asks `IntakePolicy` for each item what becomes of it.
package protocol LibraryIntake: AnyObject {
  /// Takes items in, and tells for each what became of it and under which key. They are kept with the next commit.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  func add(_ items: [Item]) throws(LibraryError) -> [(outcome: ImportOutcome, key: String)]

  /// Takes out, for each of these identifiers, the item that has it (of several the first that came), and tells how many
  /// there were.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  func remove(_ identifiers: [Identifier]) throws(LibraryError) -> Int

  /// Takes the items of these keys out.
  ///
  /// - Throws: `LibraryError.unknownKey` where the library lacks one of them; then nothing since the last commit is kept.
  func remove(keys: [String]) throws(LibraryError)

  /// Keeps what was done since the last time: when this returns it outlasts a power cut.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  func commit() throws(LibraryError)
}

/// What became of a record that was put into the library.
package enum ImportOutcome: Sendable, Equatable {
  /// The library had no record of this work.
  case added
  /// The library's record was changed.
  case updated
  /// The library's record says the same already.
  case unchanged
}
