package import IbidModel
package import IbidSession

/// A server of the Language Server Protocol over a `WritingSession`: messages in, messages out. It knows no stream and
/// no clock; who runs it gives both.
///
/// Source: Language Server Protocol 3.17.
package final class LanguageServer {
  /// What the server needs from the world.
  package struct World {
    /// Milliseconds of a clock that never goes back.
    package var now: () -> UInt64
    /// Sends a message.
    package var send: (JSONValue) -> Void
    /// Whether a message waits, for which work that can be done later is broken off.
    package var isInterrupted: () -> Bool

    package init(
      now: @escaping () -> UInt64, send: @escaping (JSONValue) -> Void, isInterrupted: @escaping () -> Bool = { false }
    ) {
      (self.now, self.send, self.isInterrupted) = (now, send, isInterrupted)
    }
  }

  private enum Phase {
    case started, running, shutDown
  }

  let world: World
  var session: WritingSession
  var client = ClientCapabilities()
  /// What a client called each open document.
  var uris: [String: String] = [:]
  /// What was sent last, by the URI of its file.
  var published: [String: JSONValue] = [:]
  /// The files beside each document in which its findings stand, by its path.
  var publishedBeside: [String: Set<String>] = [:]
  let rulePages = RulePages()
  var progress = LibraryProgress()
  private let version: String
  private var phase = Phase.started
  private var lastRequest = 0

  /// How the server ends: 0 where it was asked to shut down before; nil while it runs.
  package private(set) var exitStatus: Int32?

  /// A server that waits to be initialized.
  package init(_ options: SessionOptions, version: String, _ world: World) {
    session = WritingSession(options)
    self.version = version
    self.world = world
  }

  // MARK: Messages

  /// Takes a message, and answers it.
  package func receive(_ event: MessageReader.Event, isCancelled: Bool = false) {
    switch event {
    case .fault(let code, let reason): answer(.null, RequestError(code, reason))
    case .message(let message): receive(message, isCancelled: isCancelled)
    }
  }

  private func receive(_ message: JSONValue, isCancelled: Bool) {
    guard case .object = message else {
      return answer(.null, RequestError(ErrorCode.invalidRequest, "a message is an object"))
    }
    let id = message["id"]
    guard let method = message["method"]?.string else {
      // An answer to a request of ours.
      if id != nil, message["result"] != nil || message["error"] != nil {
        progress.take(answerTo: id, hasFailed: message["error"] != nil)
      } else {
        answer(id ?? .null, RequestError(ErrorCode.invalidRequest, "a message has a method, or is an answer"))
      }
      return
    }
    let parameters = message["params"] ?? .null
    guard let id else { return notice(method, parameters) }
    do throws(RequestError) {
      if isCancelled { throw RequestError(ErrorCode.requestCancelled, "cancelled") }
      answer(id, result: try request(method, parameters))
    } catch {
      answer(id, error)
    }
  }

  private func request(_ method: String, _ parameters: JSONValue) throws(RequestError) -> JSONValue {
    switch (phase, method) {
    case (.started, "initialize"): return initialize(parameters)
    case (.started, _): throw RequestError(ErrorCode.serverNotInitialized, "\(method) before initialize")
    case (_, "initialize"): throw RequestError(ErrorCode.invalidRequest, "initialize for the second time")
    case (.shutDown, _): throw RequestError(ErrorCode.invalidRequest, "\(method) after shutdown")
    case (.running, "shutdown"):
      phase = .shutDown
      return .null
    case (.running, _):
      guard let handle = Self.requests[method] else {
        throw RequestError(ErrorCode.methodNotFound, "there is no method “\(method)”")
      }
      return try handle(self, parameters)
    }
  }

  private static let requests: [String: @Sendable (LanguageServer, JSONValue) throws(RequestError) -> JSONValue] = [
    "textDocument/hover": { server, params throws(RequestError) in try server.hover(params) },
    "textDocument/completion": { server, params throws(RequestError) in try server.completion(params) },
    "completionItem/resolve": { server, params throws(RequestError) in server.resolve(params) },
    "textDocument/definition": { server, params throws(RequestError) in try server.definition(params) },
    "textDocument/references": { server, params throws(RequestError) in try server.references(params) },
    "textDocument/documentSymbol": { server, params throws(RequestError) in try server.symbols(params) },
    "textDocument/codeAction": { server, params throws(RequestError) in try server.codeActions(params) },
    "workspace/executeCommand": { server, params throws(RequestError) in try server.execute(params) },
    "textDocument/inlayHint": { server, params throws(RequestError) in try server.inlayHints(params) },
    "textDocument/prepareRename": { server, params throws(RequestError) in try server.prepareRename(params) },
    "textDocument/rename": { server, params throws(RequestError) in try server.rename(params) },
    "textDocument/codeLens": { server, params throws(RequestError) in try server.codeLenses(params) },
    "textDocument/documentLink": { server, params throws(RequestError) in try server.documentLinks(params) },
    "textDocument/diagnostic": { server, params throws(RequestError) in try server.diagnostic(params) },
  ]

  private func notice(_ method: String, _ parameters: JSONValue) {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    do throws(RequestError) {
      switch method {
      case "initialized": registerWatchers()
      case "textDocument/didOpen": try open(parameters)
      case "textDocument/didChange": try change(parameters)
      case "textDocument/didClose": try close(parameters)
      case "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration": refresh()
      default: break
      }
    } catch {
      // Nobody waits for an answer: it is told where the client shows such things.
      log("\(method): \(error.message)")
    }
  }

  // MARK: Life

  private func initialize(_ parameters: JSONValue) -> JSONValue {
    client = ClientCapabilities(parameters["capabilities"] ?? .null)
    session = WritingSession(session.options.adding(parameters["initializationOptions"] ?? .null))
    phase = .running
    return json([
      "capabilities": capabilities, "serverInfo": json(["name": "ibid", "version": .string(version)]),
    ])
  }

  private var capabilities: JSONValue {
    json([
      "positionEncoding": .string(client.encoding.rawValue),
      "textDocumentSync": json(["openClose": true, "change": 2, "save": json(["includeText": false])]),
      "hoverProvider": true,
      "completionProvider": json([
        "triggerCharacters": .array(["@", "[", "^", "{", ",", ":", "#", "\"", "`"]), "resolveProvider": true,
      ]),
      "definitionProvider": true, "referencesProvider": true, "documentSymbolProvider": true,
      "codeActionProvider": json(["codeActionKinds": .array(["quickfix", "refactor.rewrite"])]),
      "executeCommandProvider": json(["commands": .array([.string(Self.addEntryCommand)])]),
      "inlayHintProvider": true, "renameProvider": json(["prepareProvider": true]), "codeLensProvider": json([:]),
      "documentLinkProvider": json([:]),
      "diagnosticProvider": client.pullsDiagnostics
        ? json(["interFileDependencies": true, "workspaceDiagnostics": false]) : nil,
    ])
  }

  /// Asks to be told when a file changes that a check depends on.
  private func registerWatchers() {
    guard client.watchesFiles else { return }
    let patterns = ["**/.ibid.yml", "**/*.{sqlite,bib,json,jsonl,yml,yaml,ris,nbib,xml}"]
    let watchers = patterns.map { json(["globPattern": .string($0)]) }
    ask(
      "client/registerCapability",
      json([
        "registrations": .array([
          json([
            "id": "ibid-files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": json(["watchers": .array(watchers)]),
          ])
        ])
      ]))
  }

  // MARK: Work that waits

  /// When `work` is to be called next, in milliseconds; nil where nothing waits.
  package var nextWork: UInt64? {
    guard phase == .running else { return nil }
    let check = client.pullsDiagnostics ? nil : session.nextCheck
    return check ?? (progress.isWaiting || session.documentWithoutIndex == nil ? nil : world.now())
  }

  /// Does what is due: checks, and where none is, reading a library that nobody has searched yet.
  package func work() {
    guard phase == .running else { return }
    let due = client.pullsDiagnostics ? [] : session.due(at: world.now())
    for path in due {
      let isLate = session.documents[path]?.debounce.isLate(at: world.now()) ?? true
      guard session.check(path, unless: { !isLate && world.isInterrupted() }) else { return }
      publish(path)
      if world.isInterrupted() { return }
    }
    if due.isEmpty, client.pullsDiagnostics || session.nextCheck == nil { readLibrary() }
  }

  /// Wants everything checked anew.
  private func refresh() {
    session.refresh(at: world.now())
    if client.pullsDiagnostics, client.refreshesDiagnostics { ask("workspace/diagnostic/refresh", .null) }
  }

  // MARK: Sending

  private func answer(_ id: JSONValue, result: JSONValue) {
    world.send(json(["jsonrpc": "2.0", "id": id, "result": result]))
  }

  private func answer(_ id: JSONValue, _ error: RequestError) {
    world.send(
      json([
        "jsonrpc": "2.0", "id": id, "error": json(["code": .int(error.code), "message": .string(error.message)]),
      ]))
  }

  /// Sends a notification.
  func tell(_ method: String, _ parameters: JSONValue) {
    world.send(json(["jsonrpc": "2.0", "method": .string(method), "params": parameters]))
  }

  /// Sends a request, and returns its id.
  @discardableResult
  func ask(_ method: String, _ parameters: JSONValue) -> JSONValue {
    lastRequest += 1
    let id = JSONValue.string("ibid-\(lastRequest)")
    world.send(
      json([
        "jsonrpc": "2.0", "id": id, "method": .string(method), "params": parameters == .null ? nil : parameters,
      ]))
    return id
  }

  private func log(_ message: String) {
    tell("window/logMessage", json(["type": 2, "message": .string("ibid: " + message)]))
  }
}

extension SessionOptions {
  /// These, with what a client says in its settings: `library`, `from`, `bibliography`, `style`, `locale`, `all`.
  func adding(_ settings: JSONValue) -> SessionOptions {
    var options = self
    if let library = settings["library"]?.string { options.library = library }
    if let files = settings["from"] { options.files = files.elements.compactMap(\.string) }
    if let files = settings["bibliography"] { options.bibliography = files.elements.compactMap(\.string) }
    if let style = settings["style"]?.string { options.style = style }
    if let locale = settings["locale"]?.string { options.locale = locale }
    if let all = settings["all"] { options.usesAllRules = all.isTrue }
    return options
  }
}
