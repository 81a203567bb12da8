import IbidModel
import TestSupport
import Testing

/// `ibid lsp` as a process: messages on standard input, messages on standard output.
struct LanguageServerCommandTests {
  let folder: TemporaryFolder
  let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
  }

  private func framed(_ messages: [String]) -> String {
    messages.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
  }

  /// The messages of an output, whose heads are right.
  private func messages(in output: String) throws -> [JSONValue] {
    var rest = Array(output.utf8)[...]
    var found: [JSONValue] = []
    while !rest.isEmpty {
      let head = String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self)
      let length = try #require(Int(head.drop { !$0.isNumber }.prefix { $0.isNumber }))
      rest = rest.dropFirst(head.utf8.count + 3)
      found.append(try JSONReader.value(of: Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    return found
  }

  private static let hello = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#
  private static let goodbye = [
    #"{"jsonrpc":"2.0","id":9,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#,
  ]

  private func opening(_ text: String) -> String {
    let text = JSONWriter.text(of: .string(text))
    return #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file://"#
      + "\(folder.path)/a.md" + #"","languageId":"markdown","version":1,"text":"# + text + "}}}"
  }

  @Test("A session from hello to goodbye ends with status 0, and standard output holds nothing but messages")
  func servesASession() throws {
    let hover =
      #"{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file://"#
      + "\(folder.path)/a.md" + #""},"position":{"line":0,"character":18}}}"#
    let run = try ibid(
      "lsp", "--stdio", input: framed([Self.hello, opening("Sleep helps 😀 a.[^7]\n"), hover] + Self.goodbye))
    #expect(run.status == 0 && run.errors == "")
    let sent = try messages(in: run.output)
    #expect(sent.first?["result"]?["capabilities"]?["hoverProvider"] == true)
    #expect(sent.contains { $0["method"] == "textDocument/publishDiagnostics" })
    #expect(sent.first { $0["id"] == 2 }?["result"]?["contents"]?["value"] == "There is no note 7.")
    #expect(sent.last?["id"] == 9 && sent.last?["result"] == .null)
  }

  @Test("Records come from where the options say, and from the client's own settings")
  func takesOptions() throws {
    try folder.write("r.json", #"[{"id":"roe2010","type":"book","title":"Sleep"}]"#)
    let text = opening("Sleep helps [@roe2010].\n")
    let ask =
      #"{"jsonrpc":"2.0","id":2,"method":"textDocument/documentSymbol","params":{"textDocument":{"uri":"file://"#
      + "\(folder.path)/a.md" + #""}}}"#
    func diagnostics(_ arguments: [String], _ settings: String) throws -> [String] {
      let hello = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"initializationOptions":"#
      let run = try ibid.run(["lsp"] + arguments, input: framed([hello + settings + "}}", text, ask] + Self.goodbye))
      let sent = try messages(in: run.output).last { $0["method"] == "textDocument/publishDiagnostics" }
      return sent?["params"]?["diagnostics"]?.elements.compactMap { $0["code"]?.text } ?? ["none were sent"]
    }
    #expect(try diagnostics([], "{}").contains("marker-without-note"))
    #expect(try !diagnostics(["--from", "r.json"], "{}").contains("marker-without-note"))
    #expect(try !diagnostics([], "{\"from\": [\"r.json\"]}").contains("marker-without-note"))
    #expect(try ibid("lsp", "--from", "r.json", "--library", "x.sqlite").status == 64)
  }

  @Test("A client that goes away without goodbye ends the server with status 1; noise before that is answered")
  func endsWithTheClient() throws {
    #expect(try ibid("lsp").status == 1)
    let run = try ibid("lsp", input: "noise\r\n\r\n" + framed(["{", Self.hello]))
    #expect(run.status == 1)
    let sent = try messages(in: run.output)
    #expect(sent.map { $0["error"]?["code"]?.integer ?? 0 } == [-32700, -32700, 0])
    #expect(sent.last?["result"] != nil)
  }
}
