import IbidModel
import IbidStore
import IbidText

extension RecordLibrary {
  /// Gives a record another key; the old one still leads to it.
  ///
  /// - Parameter manuscripts: in which keys are changed besides, for the journal.
  /// - Throws: `IbidError` where no record has the old key, another one has or had the new one, it is no key, or the
  ///   library cannot be written.
  public func rekey(
    _ old: String, to new: String, manuscripts: [String] = [], isDryRun: Bool = false
  ) throws(IbidError) -> [KeyChange] {
    guard Self.isKey(new) else {
      throw IbidError(
        .wrongValue, "“\(new)” is no key: a key has no blanks, commas, brackets, braces, quotation marks, @, # or %",
        name: new)
    }
    return try inOneStep(["rekey", old, new] + manuscripts, isDryRun) { changes in
      var key = old
      let isChanged = try changes.edit(key: old) { work in
        key = work.key
        work.key = new
      }
      return isChanged ? [KeyChange(old: key, new: new)] : []
    }
  }

  /// Gives all records keys by a pattern, in the order of their keys: `[auth.lower][year]`. Equal ones get a letter behind
  /// them, and none is ever given that another record had. Old keys still lead to their records.
  ///
  /// - Parameter manuscripts: in which keys are changed besides, for the journal.
  /// - Throws: `IbidError` where the pattern is none, or the library cannot be written.
  public func rekey(
    pattern: String, manuscripts: [String] = [], isDryRun: Bool = false
  ) throws(IbidError) -> [KeyChange] {
    let read: KeyPattern
    do throws(KeyPattern.Malformed) { read = try KeyPattern(pattern) } catch {
      throw IbidError(.wrongValue, "“\(pattern)”: \(error.reason)", name: pattern)
    }
    return try rekey(read, ["rekey", "--pattern", pattern] + manuscripts, isDryRun)
  }

  /// The same by the pattern of a configuration.
  ///
  /// - Parameter manuscripts: in which keys are changed besides, for the journal.
  /// - Throws: `IbidError` where it has none, or the library cannot be written.
  public func rekey(
    by configuration: CheckConfiguration, manuscripts: [String] = [], isDryRun: Bool = false
  ) throws(IbidError) -> [KeyChange] {
    guard let pattern = configuration.keyPattern else {
      throw IbidError(
        .configuration,
        "no pattern for keys is set: name one with --pattern, or as keys in \(CheckConfiguration.fileName)")
    }
    return try rekey(pattern, ["rekey"] + manuscripts, isDryRun)
  }

  private func rekey(
    _ pattern: KeyPattern, _ words: [String], _ isDryRun: Bool
  ) throws(IbidError) -> [KeyChange] {
    let items = try items()
    return try inOneStep(words, isDryRun) { changes in
      var told: [KeyChange] = []
      // The letters that are taken are asked for once.
      var keys = FreeKeys()
      for item in items {
        let new = try keys.key(pattern.key(for: item)) { candidate in
          guard candidate != item.id else { return false }
          do {
            _ = try changes.edit(key: item.id) { $0.key = candidate }
            return false
          } catch LibraryError.takenKey {
            return true
          }
        }
        if new != item.id { told.append(KeyChange(old: item.id, new: new)) }
      }
      return told
    }
  }

  /// All keys that once led to a record under another one, with what it has now.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func formerKeys() throws(IbidError) -> [KeyChange] {
    try atOneMoment { (snapshot) throws(LibraryError) in
      var changes: [KeyChange] = []
      try snapshot.forEachWork { work in
        changes += work.aliases.map { KeyChange(old: $0, new: work.key) }
        return true
      }
      return changes
    }
  }

  /// Whether a text can be a key in every manuscript's format.
  static func isKey(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
          && !",;()[]{}<>\"'`@#%=~\\|^$&*!?".unicodeScalars.contains(scalar)
      }
  }

  /// Changes the library, or, for a dry run, takes all back before anybody sees it.
  private func inOneStep(
    _ words: [String], _ isDryRun: Bool, _ body: (any LibraryChanges) throws -> [KeyChange]
  ) throws(IbidError) -> [KeyChange] {
    try isDryRun ? withoutKeeping(words, body) : change(words, body)
  }
}
