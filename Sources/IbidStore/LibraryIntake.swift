package import IbidModel

/// Changes a library in steps, each of which is kept whole or not at all. For one thread at a time; what it holds is given
/// up with it.
///
/// The first call after a ``commit()`` begins a transaction and waits until no other one is under way, half a minute at
/// the longest, ten minutes where people share a server. Whoever reads sees what was committed. An intake that is let go of before a commit has done nothing since
/// the last one. However many commits it makes, `ibid undo` takes back all that it did at once.
package protocol LibraryIntake: AnyObject {
  /// Runs `body` over the library, which nobody else changes meanwhile. What it does is kept with the next commit.
  ///
  /// - Throws: `LibraryError`, also for what `body` throws; then nothing since the last commit is kept.
  func take<Value>(_ body: (any LibraryChanges) throws -> Value) throws(LibraryError) -> Value

  /// Keeps what was done since the last time: when this returns it outlasts a power cut.
  ///
  /// - Throws: `LibraryError`; then nothing since the last commit is kept.
  func commit() throws(LibraryError)
}

/// What can be done to a library.
package protocol LibraryChanges {
  /// Takes in what a source says, whose first record here has this ordinal, and tells for each what became of it and under
  /// which key.
  func add(_ items: [Item], from source: Source, ordinals: Int64) throws -> [IntakeOutcome]

  /// Takes out, for each of these identifiers, the work that has it (of several the first that came), and tells how many
  /// there were.
  func remove(_ identifiers: [Identifier]) throws -> Int

  /// Takes the works of these keys out, and tells how many there were, or throws `LibraryError.unknownKey`.
  @discardableResult
  func remove(keys: [String]) throws -> Int

  /// Changes the work of a key, its key included; false where `body` changed nothing.
  func edit(key: String, _ body: (inout Work) throws -> Void) throws -> Bool

  /// Makes the works of these keys one, under the first; the others' keys lead to it from now on.
  func merge(keys: [String]) throws

  /// Takes the last steps back, and tells them; fewer where there are no more.
  func undo(_ count: Int) throws -> [LibraryStep]

  /// Takes steps that were undone again, and tells them.
  func redo(_ count: Int) throws -> [LibraryStep]
}

extension StepUnderWay: LibraryChanges {}

extension LibraryIntake {
  /// Takes items in, from a source of no name unless one is given.
  package func add(
    _ items: [Item], from source: Source = Source(name: ""), ordinals: Int64 = 1
  ) throws(LibraryError) -> [IntakeOutcome] {
    try take { try $0.add(items, from: source, ordinals: ordinals) }
  }

  /// Takes the works of these identifiers out.
  package func remove(_ identifiers: [Identifier]) throws(LibraryError) -> Int {
    try take { try $0.remove(identifiers) }
  }

  /// Takes the works of these keys out.
  package func remove(keys: [String]) throws(LibraryError) { _ = try take { try $0.remove(keys: keys) } }
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
