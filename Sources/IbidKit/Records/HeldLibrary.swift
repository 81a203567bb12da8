import IbidClaims
import IbidModel
import IbidStore
import Synchronization

/// A library that stays open while articles are checked again and again: what they asked it is not asked anew as long as
/// it has not changed.
package final class HeldLibrary: Sendable {
  /// The library.
  package let library: RecordLibrary
  private let path: String
  private let state = Mutex(State())

  private struct State {
    var version: Version?
    /// What each article asked last, by its path.
    var answers: [String: RecordAnswers] = [:]
    var texts: WorkTexts?
  }

  /// What tells whether a library has changed: its file, or on a server its latest steps.
  package enum Version: Sendable, Hashable {
    case file(FileStamp)
    case steps(latest: Int64, undone: Int64)
  }

  /// Opens the library at `path` for reading.
  ///
  /// - Throws: `IbidError` where there is none, or it cannot be read.
  package init(reading path: String) throws(IbidError) {
    library = try RecordLibrary(reading: path)
    self.path = path
  }

  /// The library's version; nil where it cannot be told.
  package var version: Version? {
    guard case .postgres = LibraryEngine.kind(of: path) else { return FileStamp(path).map(Version.file) }
    return try? library.library.snapshot { (snapshot) throws(LibraryError) in
      let latest = try snapshot.steps(undone: false, limit: 1).first
      let undone = try snapshot.steps(undone: true, limit: 1).first
      return .steps(latest: latest?.number ?? 0, undone: undone?.number ?? 0)
    }
  }

  /// Runs `body` over the records as they are at one moment, for the article at `article`.
  ///
  /// - Throws: `IbidError` where the library cannot be read; what `body` throws.
  func reading<Value>(for article: String, _ body: (any RecordSource) throws -> Value) throws -> Value {
    renew()
    let before = state.withLock { $0.answers[article] ?? RecordAnswers() }
    return try library.reading { source in
      let remembering = RememberingRecords(source, before: before)
      do {
        let value = try body(remembering)
        // What is asked no more is forgotten: while somebody types a reference, each letter asks for another.
        state.withLock { $0.answers[article] = remembering.asked }
        return value
      } catch {
        state.withLock { $0.answers[article] = before.merging(remembering.asked) }
        throw error
      }
    }
  }

  /// Forgets what an article asked that is not looked at any more.
  package func forget(_ article: String) { state.withLock { $0.answers[article] = nil } }

  /// The words of all works, which are read once.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  func workTexts() throws(IbidError) -> WorkTexts {
    renew()
    if let known = state.withLock({ $0.texts }) { return known }
    // A connection of its own goes with its cache, which would hold most of the library from then on.
    let texts = try Records(RecordLibrary(reading: path)).workTexts()
    state.withLock { $0.texts = texts }
    return texts
  }

  /// Forgets what an older version of the library answered.
  private func renew() {
    let version = version
    state.withLock { state in
      guard state.version != version || version == nil else { return }
      state = State(version: version)
    }
  }
}
