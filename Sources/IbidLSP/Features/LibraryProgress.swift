import IbidModel
import IbidSession

/// What a client is told while a library is read for the first search: it gives a leave first, where it can show that.
struct LibraryProgress {
  private enum State: Equatable {
    case none
    case asked(JSONValue)
    case granted
    case refused
  }

  private var state = State.none

  /// Whether the client has not answered yet.
  var isWaiting: Bool { if case .asked = state { true } else { false } }
  /// Whether the client has to be asked.
  var isNew: Bool { state == .none }
  /// Whether it shows progress.
  var isGranted: Bool { state == .granted }

  /// The client was asked, by the request of this id.
  mutating func ask(_ id: JSONValue) { state = .asked(id) }

  /// Takes the client's answer, if this is one.
  mutating func take(answerTo id: JSONValue?, hasFailed: Bool) {
    if case .asked(let asked) = state, asked == id { state = hasFailed ? .refused : .granted }
  }

  /// The leave was used: the next library asks for its own.
  mutating func finish() { state = .none }
}

extension LanguageServer {
  private static let token = JSONValue.string("ibid-library")

  /// Reads the records of a document's library while nothing else is to be done, so that the first search need not wait.
  func readLibrary() {
    guard let path = session.documentWithoutIndex else { return }
    if client.showsProgress, progress.isNew {
      progress.ask(ask("window/workDoneProgress/create", json(["token": Self.token])))
      return
    }
    let shows = progress.isGranted
    if shows { report(json(["kind": "begin", "title": "Reading the library"])) }
    let isRead = session.recordIndex(for: path, unless: world.isInterrupted) != nil
    if shows { report(json(["kind": "end"])) }
    if isRead || !world.isInterrupted() { progress.finish() }
    // A library that cannot be read is not tried again and again.
    if !isRead, !world.isInterrupted() { session.giveUpIndex(of: path) }
  }

  private func report(_ value: JSONValue) { tell("$/progress", json(["token": Self.token, "value": value])) }
}
