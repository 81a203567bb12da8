import IbidLSP
import IbidModel
import IbidSession
import TestSupport

/// An editor that talks to a server in this process, and a clock that moves when it is told to.
final class Editor {
  let folder: TemporaryFolder
  let uri: String
  private(set) lazy var server = LanguageServer(
    options, version: "1",
    LanguageServer.World(
      now: { [unowned self] in time },
      send: { [unowned self] message in
        if message["method"] == nil { answers.append(message) } else { sent.append(message) }
      }, isInterrupted: { [unowned self] in isInterrupted }))
  private let options: SessionOptions
  /// What the server sent that was no answer to a request, in order.
  private(set) var sent: [JSONValue] = []
  private var answers: [JSONValue] = []
  private var time: UInt64 = 10_000
  private var lastID = 0
  var isInterrupted = false

  /// An editor, whose capabilities are JSON, that has greeted a server; `records` are CSL-JSON that stands for a library.
  init(
    _ capabilities: String = Editor.able, named name: String = "article.md",
    records: String? = nil, greets: Bool = true
  ) throws {
    folder = try TemporaryFolder()
    var options = SessionOptions()
    if let records { options.files = [try folder.write("records.json", records)] }
    uri = "file://" + folder.path + "/" + name
    self.options = options
    guard greets else { return }
    _ = request("initialize", "{\"capabilities\": \(capabilities)}")
    notify("initialized", "{}")
  }

  /// What most editors of today can do.
  static let able = """
    {"textDocument": {"hover": {"contentFormat": ["markdown"]}, "codeAction": {"codeActionLiteralSupport": {}},
      "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}, "definition": {"linkSupport": false},
      "completion": {"completionItem": {"documentationFormat": ["markdown"], "resolveSupport": {"properties": ["additionalTextEdits"]}}}},
     "workspace": {"applyEdit": true}}
    """

  /// Sends a request whose parameters are JSON, and returns its answer whole.
  @discardableResult
  func request(_ method: String, _ parameters: String = "{}") -> JSONValue {
    lastID += 1
    return exchange(
      "{\"jsonrpc\": \"2.0\", \"id\": \(lastID), \"method\": \"\(method)\", \"params\": \(parameters)}")
  }

  /// The result of a request about the article; `more` are further members.
  func ask(_ method: String, _ more: String = "") -> JSONValue {
    request("textDocument/" + method, "{\"textDocument\": {\"uri\": \"\(uri)\"}\(more.isEmpty ? "" : ", " + more)}")[
      "result"] ?? .string("an error")
  }

  func notify(_ method: String, _ parameters: String) {
    _ = exchange("{\"jsonrpc\": \"2.0\", \"method\": \"\(method)\", \"params\": \(parameters)}")
  }

  /// Sends a message as it stands, and returns the last answer that came.
  @discardableResult
  func exchange(_ message: String, isCancelled: Bool = false) -> JSONValue {
    answers = []
    guard let value = try? JSONReader.value(of: message) else { return .null }
    server.receive(.message(value), isCancelled: isCancelled)
    return answers.last ?? .null
  }

  func open(_ text: String, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      """
      {"textDocument": {"uri": "\(uri)", "languageId": "markdown", "version": \(version),
        "text": \(JSONWriter.text(of: .string(text)))}}
      """)
  }

  /// Puts text in the place of a stretch, given as `line:character-line:character`.
  func type(_ range: String, _ text: String, version: Int = 2) {
    notify(
      "textDocument/didChange",
      """
      {"textDocument": {"uri": "\(uri)", "version": \(version)},
        "contentChanges": [{"range": \(Self.range(range)), "text": \(JSONWriter.text(of: .string(text)))}]}
      """)
  }

  static func range(_ text: String) -> String {
    let ends = text.split(separator: "-").map { end -> String in
      let numbers = end.split(separator: ":")
      return "{\"line\": \(numbers[0]), \"character\": \(numbers[1])}"
    }
    return "{\"start\": \(ends[0]), \"end\": \(ends.last ?? "")}"
  }

  static func position(_ line: Int, _ character: Int) -> String {
    "\"position\": {\"line\": \(line), \"character\": \(character)}"
  }

  /// Lets time go by, and the server do what is due.
  func wait(_ milliseconds: UInt64) {
    time += milliseconds
    while let due = server.nextWork, due <= time, !isInterrupted { server.work() }
  }

  /// What was sent under this name since the last time, the parameters alone.
  func take(_ method: String) -> [JSONValue] {
    let found = sent.filter { $0["method"]?.text == method }.compactMap { $0["params"] }
    sent.removeAll { $0["method"]?.text == method }
    return found
  }

  /// The codes of the diagnostics that were sent last for the article; nil where none were.
  func published() -> [String]? {
    take("textDocument/publishDiagnostics").last { $0["uri"]?.text == uri }?["diagnostics"]?.elements.map {
      $0["code"]?.text ?? ""
    }
  }
}

extension JSONValue {
  /// A range as `line:character-line:character`.
  var span: String {
    let ends = [self["start"], self["end"]].map { "\($0?["line"]?.text ?? "?"):\($0?["character"]?.text ?? "?")" }
    return ends.joined(separator: "-")
  }

  /// The value at the end of a way through objects and lists.
  func at(_ names: String...) -> JSONValue? {
    names.reduce(Optional(self)) { value, name in
      guard let value else { return nil }
      guard let index = Int(name), case .array(let list) = value else { return value[name] }
      return list.indices.contains(index) ? list[index] : nil
    }
  }
}
