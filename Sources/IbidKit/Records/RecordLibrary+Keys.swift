import IbidModel
import IbidStore
import IbidText

/// What is common to all that changes a library.
extension RecordLibrary {
  /// Says that no record has a key, and which keys may be meant.
  func unknownKey(_ key: String) -> IbidError {
    var keys: [String] = []
    _ = try? library.snapshot { (snapshot) throws(LibraryError) in
      try snapshot.forEachItem { item in
        keys.append(item.id)
        return true
      }
    }
    return .unknownKey(key, nearest: NearestNames.nearest(to: key, among: keys))
  }

  /// Changes the library in one step, which the journal knows by these words of a command.
  ///
  /// - Throws: `IbidError` where the library cannot be written, and what `body` throws; then nothing is kept.
  func change<Value>(
    _ words: [String], _ body: (any LibraryChanges) throws -> Value
  ) throws(IbidError) -> Value {
    var failure: IbidError?
    do {
      return try library.change(words.map(Self.word).joined(separator: " ")) { changes in
        do {
          return try body(changes)
        } catch let error as IbidError {
          failure = error
          throw error
        }
      }
    } catch {
      if let failure { throw failure }
      guard case .unknownKey(let key) = error else { throw IbidError(error) }
      throw unknownKey(key)
    }
  }

  /// Tells what a change would do, and does not keep it.
  ///
  /// - Throws: `IbidError` where the library cannot be written, and what `body` throws.
  func withoutKeeping<Value>(
    _ words: [String], _ body: (any LibraryChanges) throws -> Value
  ) throws(IbidError) -> Value {
    var value: Value?
    do {
      try change(words) { (changes) -> Void in
        value = try body(changes)
        throw NotKept()
      }
    } catch {
      guard value != nil else { throw error }
    }
    guard let value else { throw IbidError(.library, "the library could not be asked") }
    return value
  }

  private struct NotKept: Error {}

  /// Reads the library as it is at one moment.
  ///
  /// - Throws: `IbidError` where the library cannot be read, and what `body` throws.
  func atOneMoment<Value>(
    _ body: (any LibrarySnapshot) throws(LibraryError) -> Value
  ) throws(IbidError) -> Value {
    try IbidError.mapping { () throws(LibraryError) in try library.snapshot(body) }
  }

  /// A word of a command, as the journal shows it: on one line, and not for pages.
  private static func word(_ word: String) -> String {
    let line = TerminalText.plain(word.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count > 100 ? line.prefix(99) + "…" : line
  }
}
