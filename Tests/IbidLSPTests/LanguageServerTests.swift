import IbidLSP
import IbidModel
import TestSupport
import Testing

/// The server's life, its documents, and clients that mean it no good.
struct LanguageServerTests {
  private static let claim = "Exercise 😀 reduces chronic pain in 40% of patients with arthritis.[^7]\n"

  @Test("Nothing is served before initialize nor after shutdown, and the exit status tells which")
  func livesAndEnds() throws {
    let editor = try Editor(greets: false)
    #expect(editor.request("textDocument/hover").at("error", "code") == -32002)
    editor.open("Pain.\n")
    #expect(editor.server.nextWork == nil)
    let greeting = editor.request("initialize")
    #expect(greeting.at("result", "serverInfo", "name") == "ibid")
    #expect(greeting.at("result", "capabilities", "positionEncoding") == "utf-16")
    #expect(editor.request("initialize").at("error", "code") == -32600)
    #expect(editor.request("no/such").at("error", "code") == -32601)
    #expect(editor.request("shutdown")["result"] == .null)
    #expect(editor.request("textDocument/hover").at("error", "code") == -32600)
    #expect(editor.server.exitStatus == nil)
    editor.notify("exit", "null")
    #expect(editor.server.exitStatus == 0)
    let rude = try Editor()
    rude.notify("exit", "null")
    #expect(rude.server.exitStatus == 1)
  }

  @Test("Columns are counted in UTF-8 where a client offers that, else in UTF-16", arguments: [true, false])
  func agreesOnAnEncoding(offers: Bool) throws {
    let editor = try Editor(offers ? "{\"general\": {\"positionEncodings\": [\"utf-16\", \"utf-8\"]}}" : "{}")
    editor.open(Self.claim)
    editor.wait(0)
    let diagnostics = editor.take("textDocument/publishDiagnostics")
    let first = try #require(diagnostics.last?["diagnostics"]?.elements.first)
    #expect(first["range"]?.span == (offers ? "0:69-0:73" : "0:67-0:71"))
  }

  @Test("Diagnostics come at once when a document is opened, and a little after it was last changed")
  func publishes() throws {
    let editor = try Editor()
    editor.open(Self.claim)
    editor.wait(0)
    #expect(editor.published() == ["marker-without-note"])
    editor.type("0:67-0:71", "")
    editor.wait(100)
    editor.type("0:0-0:0", "So: ", version: 3)
    editor.wait(149)
    #expect(editor.published() == nil)
    editor.wait(1)
    #expect(editor.published() == ["uncited-claim"])
    // The same again is not sent again.
    editor.notify("textDocument/didSave", "{\"textDocument\": {\"uri\": \"\(editor.uri)\"}}")
    editor.wait(0)
    #expect(editor.published() == nil)
    editor.notify("textDocument/didClose", "{\"textDocument\": {\"uri\": \"\(editor.uri)\"}}")
    #expect(editor.published() == [])
  }

  @Test("A check gives way to a message, but not for longer than it may")
  func givesWay() throws {
    let editor = try Editor()
    editor.open("Pain.\n")
    editor.wait(0)
    _ = editor.published()
    editor.type("0:0-0:5", Self.claim)
    editor.isInterrupted = true
    editor.wait(150)
    editor.server.work()
    #expect(editor.published() == nil)
    editor.wait(349)
    editor.server.work()
    #expect(editor.published() == nil)
    editor.wait(1)
    editor.server.work()
    #expect(editor.published() == ["marker-without-note"])
  }

  @Test("A diagnostic has its rule with the rule's page, a severity, what it is known by, and places related to it")
  func describesFindings() throws {
    let editor = try Editor()
    editor.open("Sleep helps.[^1]\n\n[^1]: Words.\n\n[^2]: Words.\n")
    editor.wait(0)
    let list = try #require(editor.take("textDocument/publishDiagnostics").last)
    #expect(list["version"] == 1 && list["uri"]?.text == editor.uri)
    let unused = try #require(list["diagnostics"]?.elements.first { $0["code"] == "note-without-marker" })
    #expect(unused["tags"] == .array([1]) && unused["severity"] == 2 && unused["source"] == "ibid")
    #expect(unused.at("data", "fingerprint")?.text?.count == 16)
    let page = try #require(unused.at("codeDescription", "href")?.text)
    #expect(try Repository.text(String(page.dropFirst(7))).hasPrefix("# note-without-marker\n"))
    let hollow = try #require(list["diagnostics"]?.elements.first { $0["code"] == "hollow-citation" })
    #expect(hollow.at("relatedInformation", "0", "location", "range")?.span == "2:0-2:12")
    #expect(hollow["tags"] == nil)
  }

  @Test("Findings in a file that an article takes in are told there, and taken back")
  func publishesInOtherFiles() throws {
    let editor = try Editor(named: "main.tex")
    let chapter = try editor.folder.write("one.tex", "Sleep helps \\cite{nobody}.\n")
    editor.open("\\documentclass{article}\\begin{document}\\input{one}\\end{document}\n")
    editor.wait(0)
    let sent = editor.take("textDocument/publishDiagnostics")
    let other = try #require(sent.first { $0["uri"]?.text == "file://" + chapter })
    #expect(other.at("diagnostics", "0", "code") == "marker-without-note")
    #expect(other.at("diagnostics", "0", "range", "start", "line") == 0 && other["version"] == nil)
    editor.type("0:0-0:66", "Sleep helps.")
    editor.wait(150)
    let later = editor.take("textDocument/publishDiagnostics")
    #expect(later.first { $0["uri"]?.text == "file://" + chapter }?["diagnostics"] == .array([]))
  }

  @Test("A client that asks for diagnostics gets them when it asks, and unchanged ones not again")
  func answersPulls() throws {
    let editor = try Editor(
      "{\"textDocument\": {\"diagnostic\": {}}, \"workspace\": {\"diagnostics\": {\"refreshSupport\": true}}}")
    editor.open(Self.claim)
    editor.wait(1000)
    #expect(editor.published() == nil)
    let first = editor.ask("diagnostic")
    #expect(first["kind"] == "full" && first.at("items", "0", "code") == "marker-without-note")
    let id = try #require(first["resultId"]?.text)
    #expect(editor.ask("diagnostic", "\"previousResultId\": \"\(id)\"")["kind"] == "unchanged")
    editor.type("0:67-0:71", "")
    #expect(editor.ask("diagnostic", "\"previousResultId\": \"\(id)\"")["kind"] == "full")
    editor.notify("workspace/didChangeWatchedFiles", "{\"changes\": []}")
    #expect(editor.sent.contains { $0["method"] == "workspace/diagnostic/refresh" })
  }

  @Test("Files that a check depends on are watched where the client does that, and what they hold is read again")
  func watchesFiles() throws {
    let editor = try Editor("{\"workspace\": {\"didChangeWatchedFiles\": {\"dynamicRegistration\": true}}}")
    let registration = try #require(editor.take("client/registerCapability").first)
    let watchers = registration.at("registrations", "0", "registerOptions", "watchers")?.elements ?? []
    #expect(watchers.contains { $0["globPattern"] == "**/.ibid.yml" })
    #expect(try Editor("{}").take("client/registerCapability").isEmpty)
    editor.open(Self.claim)
    editor.wait(0)
    #expect(editor.published() == ["marker-without-note"])
    try editor.folder.write(".ibid.yml", "disable: [marker-without-note]\n")
    editor.notify("workspace/didChangeWatchedFiles", "{\"changes\": []}")
    editor.wait(0)
    #expect(editor.published() == [])
  }

  @Test("A library is read while nothing else is to be done, and the client is told where it shows that")
  func readsTheLibraryWhenIdle() throws {
    let editor = try Editor(
      "{\"window\": {\"workDoneProgress\": true}}",
      records: "[{\"id\": \"roe2010\", \"type\": \"book\", \"title\": \"Sleep\"}]")
    editor.open("Pain.\n")
    editor.server.work()
    #expect(editor.server.nextWork != nil)
    editor.server.work()
    let asked = try #require(editor.sent.last { $0["method"] == "window/workDoneProgress/create" })
    #expect(editor.server.nextWork == nil)
    editor.exchange("{\"jsonrpc\": \"2.0\", \"id\": \(JSONWriter.text(of: asked["id"] ?? .null)), \"result\": null}")
    #expect(editor.server.nextWork != nil)
    editor.server.work()
    #expect(editor.take("$/progress").compactMap { $0.at("value", "kind")?.text } == ["begin", "end"])
    #expect(editor.server.nextWork == nil)
  }

  @Test(
    "What a client sends that makes no sense is an error, and never the end",
    arguments: [
      ("{\"id\": 1, \"method\": \"textDocument/hover\", \"params\": {}}", "-32602"),
      ("{\"id\": 1, \"method\": \"textDocument/hover\"}", "-32602"),
      ("{\"id\": 1, \"method\": \"textDocument/hover\", \"params\": [1]}", "-32602"),
      ("{\"id\": 1, \"method\": 7}", "-32600"), ("{\"id\": 1}", "-32600"), ("{}", "-32600"), ("[]", "-32600"),
      ("7", "-32600"), ("{\"id\": 1, \"result\": null}", ""), ("{\"method\": \"no/such\"}", ""),
      ("{\"id\": 1, \"method\": \"workspace/executeCommand\", \"params\": {\"command\": \"rm\"}}", "-32602"),
      ("{\"id\": 1, \"method\": \"completionItem/resolve\", \"params\": 3}", ""),
      ("{\"method\": \"textDocument/didOpen\", \"params\": {}}", "log"),
      ("{\"method\": \"textDocument/didChange\", \"params\": {\"textDocument\": {\"uri\": \"file:///x\"}}}", "log"),
      ("{\"method\": \"textDocument/didClose\", \"params\": null}", "log"),
      ("{\"method\": \"$/cancelRequest\", \"params\": {\"id\": 99}}", ""),
    ])
  func refuses(message: String, code: String) throws {
    let editor = try Editor()
    editor.open(Self.claim)
    let answer = editor.exchange(message)
    if code == "log" {
      #expect(editor.take("window/logMessage").count == 1)
    } else {
      #expect(answer.at("error", "code")?.text ?? "" == code)
    }
    editor.wait(0)
    #expect(editor.published() == ["marker-without-note"])
    #expect(editor.server.exitStatus == nil)
  }

  @Test(
    "Edits outside of the text are brought within it, and those that are none change nothing",
    arguments: [
      ("0:5-99:0", "Pain.", "Pain.Pain."), ("7:0-7:9", "x", "Pain.\nx"), ("0:4-0:99", "!", "Pain!\n"),
      ("0:99-0:99", "!", "Pain.!\n"),
      ("1:0-0:0", "x", nil), ("-1:0-0:0", "x", nil), ("0:0.5-0:1", "x", nil), ("0:-3-0:1", "x", nil),
      ("99999999999999999999:0-0:1", "x", nil), ("0:0-0:4294967295", "", "\n"),
    ] as [(String, String, String?)])
  func survivesEdits(range: String, text: String, expected: String?) throws {
    let editor = try Editor()
    editor.open("Pain.\n")
    let ends = range.split(separator: "-", maxSplits: range.hasPrefix("-") ? 2 : 1).map(String.init)
    let start = range.hasPrefix("-") ? "-" + ends[0] : ends[0]
    let numbers = (start + ":" + (ends.last ?? "")).split(separator: ":", maxSplits: 3).map(String.init)
    let json =
      numbers.count == 4
      ? "{\"start\": {\"line\": \(numbers[0]), \"character\": \(numbers[1])}, \"end\": {\"line\": \(numbers[2]), \"character\": \(numbers[3])}}"
      : "{}"
    editor.notify(
      "textDocument/didChange",
      "{\"textDocument\": {\"uri\": \"\(editor.uri)\", \"version\": 2}, \"contentChanges\": [{\"range\": \(json), \"text\": \"\(text)\"}]}"
    )
    let now = editor.server.text(of: editor.uri)
    #expect(now == expected ?? "Pain.\n")
    #expect(editor.take("window/logMessage").isEmpty == (expected != nil))
  }

  @Test("A request that was taken back is not answered with a result")
  func cancels() throws {
    let editor = try Editor()
    let answer = editor.exchange("{\"id\": 5, \"method\": \"textDocument/hover\", \"params\": {}}", isCancelled: true)
    #expect(answer.at("error", "code") == -32800)
  }

  @Test("Bytes that are no message are answered with an error")
  func answersFaults() throws {
    let editor = try Editor()
    editor.server.receive(.fault(code: -32700, reason: "no JSON"))
    #expect(editor.request("shutdown")["result"] == .null)
  }

  @Test(
    "A document that has no file, and names with signs, are served, too",
    arguments: ["untitled:Untitled-1", "file:///tmp/a%20b/%C3%A9%25.md", "file://localhost/tmp/x.md"])
  func namesDocuments(uri: String) throws {
    let editor = try Editor()
    editor.notify(
      "textDocument/didOpen",
      "{\"textDocument\": {\"uri\": \"\(uri)\", \"languageId\": \"markdown\", \"version\": 1, \"text\": \"Sleep helps.[^7]\\n\"}}"
    )
    editor.wait(0)
    let sent = editor.take("textDocument/publishDiagnostics")
    #expect(sent.map { $0["uri"]?.text } == [uri])
    #expect(sent.last?.at("diagnostics", "0", "code") == "marker-without-note")
  }

  @Test("Ten thousand random messages leave the server as it was")
  func survivesNoise() throws {
    let editor = try Editor()
    editor.open(Self.claim)
    var random = SeededGenerator(7)
    let methods = [
      "hover", "completion", "definition", "references", "documentSymbol", "codeAction", "inlayHint", "prepareRename",
      "rename", "codeLens", "documentLink", "diagnostic", "didChange",
    ]
    let values = [
      "null", "{}", "[]", "-1", "0", "7", "1e99", "\"x\"", "{\"line\": 0, \"character\": 3}",
      "{\"line\": 9, \"character\": 9}",
      "{\"start\": {\"line\": 0, \"character\": 0}, \"end\": {\"line\": 0, \"character\": 9}}",
    ]
    func value() -> String { values[Int(random.next() % UInt64(values.count))] }
    for _ in 0..<2000 {
      let method = methods[Int(random.next() % UInt64(methods.count))]
      let parameters = """
        {"textDocument": {"uri": "\(editor.uri)"}, "position": \(value()), "range": \(value()), "newName": \(value()),
          "context": \(value()), "contentChanges": [{"range": \(value()), "text": \(random.next() % 40 == 0 ? "\"a\"" : value())}]}
        """
      if method == "didChange" {
        editor.notify("textDocument/didChange", parameters)
      } else {
        editor.request("textDocument/" + method, parameters)
      }
      if random.next() % 50 == 0 { editor.wait(500) }
    }
    #expect(editor.server.exitStatus == nil)
  }
}
