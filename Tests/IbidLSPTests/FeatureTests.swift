import IbidLSP
import IbidModel
import TestSupport
import Testing

/// What an editor shows and does at a place.
struct FeatureTests {
  private static let records = #"""
    [{"id": "engel1977", "type": "article-journal", "title": "The need for a new medical model",
      "container-title": "Science", "volume": "196", "PMID": "847460", "issued": {"date-parts": [[1977]]},
      "author": [{"family": "Engel", "given": "George L"}], "abstract": "The dominant model of disease is biomedical."},
     {"id": "weng2023", "type": "book", "title": "Exercise", "issued": {"date-parts": [[2023]]},
      "author": [{"family": "Weng", "given": "Q"}]}]
    """#

  private static let text = """
    # Pain 😀

    😀 Medicine needs a new model.[^1] Exercise reduces chronic pain in 40% of patients.

    ## Keys

    It does [@weng2023].

    [^1]: Engel GL. The need for a new medical model. Science. 1978;196:129. PMID 847460.

    """

  private func editor(_ capabilities: String = Editor.able) throws -> Editor {
    let editor = try Editor(capabilities, records: Self.records)
    editor.open(Self.text)
    editor.wait(0)
    return editor
  }

  @Test("Over a marker stands its reference, over a claim what is made of it")
  func hovers() throws {
    let editor = try editor()
    let marker = editor.ask("hover", Editor.position(2, 32))
    #expect(marker["range"]?.span == "2:32-2:33")
    let card = try #require(marker.at("contents", "value")?.text)
    #expect(card.hasPrefix("Engel GL. The need for a new medical model. Science. 1977;196."))
    #expect(card.contains("`engel1977` in the records · [PMID 847460](https://pubmed.ncbi.nlm.nih.gov/847460/)"))
    #expect(card.contains("> The dominant model"))
    let claim = try #require(editor.ask("hover", Editor.position(2, 50)).at("contents", "value")?.text)
    #expect(claim.hasPrefix("**Without a citation** · needs a citation: ") && claim.contains(" of 100\n\n- "))
    #expect(
      editor.ask("hover", Editor.position(6, 12)).at("contents", "value")?.text?.hasPrefix("Weng Q. Exercise") == true)
    #expect(editor.ask("hover", Editor.position(8, 40)).at("contents", "value")?.text?.hasPrefix("Engel GL") == true)
    #expect(editor.ask("hover", Editor.position(1, 0)) == .null)
    let plain = try self.editor("{}").ask("hover", Editor.position(2, 50))
    #expect(plain.at("contents", "kind") == "plaintext")
    #expect(plain.at("contents", "value")?.text?.contains("*") == false)
  }

  @Test("What was checked is found where it is by now")
  func followsEdits() throws {
    let editor = try editor()
    editor.type("0:0-0:0", "One more line 😀\n")
    #expect(editor.ask("hover", Editor.position(3, 32))["range"]?.span == "3:32-3:33")
    #expect(editor.ask("definition", Editor.position(3, 32))["range"]?.span.hasPrefix("9:0-9:") == true)
    #expect(editor.published()?.isEmpty == false)
  }

  @Test("A marker leads to its note, a note's label to its marker, and both to all of their kind")
  func navigates() throws {
    let editor = try editor()
    #expect(editor.ask("definition", Editor.position(2, 32)).at("range", "start", "line") == 8)
    #expect(editor.ask("definition", Editor.position(8, 2))["range"]?.span == "2:30-2:34")
    #expect(editor.ask("definition", Editor.position(0, 1)) == .null)
    let uses = editor.ask("references", Editor.position(2, 32) + ", \"context\": {\"includeDeclaration\": true}")
    #expect(uses.elements.compactMap { $0["range"]?.span }.map { $0.prefix(4) } == ["2:32", "8:0-"])
    let inNote = editor.ask("references", Editor.position(8, 30))
    #expect(inNote.elements.count == 1)
    let linked = try self.editor("{\"textDocument\": {\"definition\": {\"linkSupport\": true}}}")
    #expect(linked.ask("definition", Editor.position(2, 32)).at("0", "originSelectionRange")?.span == "2:32-2:33")
  }

  @Test("A key leads to its entry in the article's own file")
  func findsEntries() throws {
    let editor = try Editor()
    let file = try editor.folder.write("own.bib", "@book{coe2011, title={X}}\n\n@book{roe2010, title={Sleep}}\n")
    editor.open("---\nbibliography: own.bib\n---\nSleep [@roe2010].\n")
    let place = editor.ask("definition", Editor.position(3, 10))
    #expect(place["uri"]?.text == "file://" + file && place["range"]?.span == "2:6-2:13")
    let uses = editor.ask("references", Editor.position(3, 10) + ", \"context\": {\"includeDeclaration\": true}")
    #expect(uses.elements.map { $0["range"]?.span } == ["3:8-3:15", "2:6-2:13"])
    let renamed = editor.ask("rename", Editor.position(3, 10) + ", \"newName\": \"roe\"")
    #expect(renamed.at("changes", "file://" + file, "0", "range")?.span == "2:6-2:13")
    #expect(renamed.at("changes", editor.uri, "0", "newText") == "roe")
    #expect(editor.ask("prepareRename", Editor.position(3, 10))["placeholder"] == "roe2010")
    #expect(editor.ask("prepareRename", Editor.position(3, 1)) == .null)
    #expect(editor.ask("rename", Editor.position(3, 10) + ", \"newName\": \"coe2011\"") == "an error")
  }

  @Test("Completions carry an edit, an order and what tells them apart; the rest comes when one is chosen")
  func completes() throws {
    let editor = try editor()
    editor.type("6:19-6:19", " See [^wen")
    let list = editor.ask("completion", Editor.position(6, 29))
    #expect(list["isIncomplete"] == true)
    let item = try #require(list["items"]?.elements.first)
    #expect(item["label"] == "weng2023" && item["detail"] == "Weng 2023: Exercise" && item["sortText"] == "000")
    #expect(item.at("textEdit", "range")?.span == "6:26-6:29" && item.at("textEdit", "newText") == "2]")
    #expect(item["filterText"] == "wen" && item["documentation"] == nil && item["command"] == nil)
    let whole = editor.request("completionItem/resolve", JSONWriter.text(of: item))["result"] ?? .null
    #expect(whole.at("documentation", "value")?.text?.hasPrefix("Weng Q. Exercise. 2023.") == true)
    let note = try #require(whole.at("additionalTextEdits", "0"))
    #expect(note["newText"] == "\n\n[^2]: Weng Q. Exercise. 2023." && note.at("range", "start", "line") == 8)
    #expect(editor.ask("completion", Editor.position(0, 3)) == .null)
  }

  @Test("A client that takes no edits late gets the note by a command")
  func addsNotesByCommand() throws {
    let editor = try editor("{\"workspace\": {\"applyEdit\": true}}")
    editor.type("6:19-6:19", " See [^wen")
    let item = try #require(editor.ask("completion", Editor.position(6, 29)).at("items", "0"))
    #expect(item.at("command", "command") == "ibid.addEntry")
    #expect(
      editor.request("completionItem/resolve", JSONWriter.text(of: item)).at("result", "additionalTextEdits") == nil)
    let plain = editor.request("completionItem/resolve", JSONWriter.text(of: item)).at("result", "documentation")
    #expect(plain?.text?.hasPrefix("Weng Q. Exercise. 2023.") == true)
    editor.request("workspace/executeCommand", JSONWriter.text(of: item["command"] ?? .null))
    let edit = try #require(editor.take("workspace/applyEdit").first)
    #expect(edit.at("edit", "changes", editor.uri, "0", "newText")?.text?.contains("[^2]: Weng Q.") == true)
  }

  @Test("A key that the article's BibTeX file lacks brings its entry along")
  func addsEntriesToFiles() throws {
    let editor = try Editor(records: Self.records)
    let file = try editor.folder.write("own.bib", "@book{roe2010, title={Sleep}}")
    editor.open("---\nbibliography: own.bib\n---\nSleep [@wen\n")
    let item = try #require(editor.ask("completion", Editor.position(3, 11)).at("items", "0"))
    #expect(item.at("textEdit", "newText") == "weng2023]")
    editor.request("workspace/executeCommand", JSONWriter.text(of: item["command"] ?? .null))
    let edit = try #require(editor.take("workspace/applyEdit").first?.at("edit", "changes", "file://" + file, "0"))
    #expect(edit["range"]?.span == "0:29-0:29")
    #expect(edit["newText"]?.text?.hasPrefix("\n\n@book{weng2023,") == true)
    let own = try #require(editor.ask("completion", Editor.position(3, 8)).at("items", "0"))
    #expect(own["label"] == "roe2010" && own["command"] == nil)
  }

  @Test("Actions name what they mend, and keep to the kinds that are wanted")
  func acts() throws {
    let editor = try editor()
    let sent = editor.take("textDocument/publishDiagnostics").last?["diagnostics"]?.elements ?? []
    let mismatch = try #require(sent.first { $0["code"] == "record-mismatch" })
    let range = "\"range\": " + JSONWriter.text(of: mismatch["range"] ?? .null)
    let context = "\"context\": {\"diagnostics\": [\(JSONWriter.text(of: mismatch))]}"
    let actions = editor.ask("codeAction", range + ", " + context).elements
    let correction = try #require(actions.first { $0["title"]?.text?.hasPrefix("Correct the year") == true })
    #expect(correction["kind"] == "quickfix" && correction["diagnostics"] == .array([mismatch]))
    #expect(correction.at("edit", "changes", editor.uri, "0", "newText") == "1977")
    #expect(actions.contains { $0["title"] == "Switch record-mismatch off for this line" })
    let wanted = range + ", \"context\": {\"diagnostics\": [], \"only\": [\"refactor\"]}"
    #expect(editor.ask("codeAction", wanted).elements.isEmpty)
    let versioned = try self.editor(
      "{\"textDocument\": {\"codeAction\": {\"codeActionLiteralSupport\": {}}}, \"workspace\": {\"workspaceEdit\": {\"documentChanges\": true}}}"
    )
    let edit = versioned.ask("codeAction", range + ", " + context).elements.compactMap { $0["edit"] }.first
    #expect(edit?.at("documentChanges", "0", "textDocument", "version") == 1)
    #expect(try self.editor("{}").ask("codeAction", range + ", " + context) == .array([]))
  }

  @Test("Sections are listed with what their claims have behind them, as a tree where the client shows one")
  func listsSymbols() throws {
    let editor = try editor()
    let tree = editor.ask("documentSymbol").elements
    let section = try #require(tree.last)
    #expect(section["name"] == "Keys" && section["kind"] == 15)
    #expect(section["detail"]?.text == "1 cited" && section.at("children", "0", "detail") == "cited")
    let flat = try self.editor("{}").ask("documentSymbol").elements
    #expect(flat.contains { $0["name"] == "Keys (1 cited)" })
    #expect(flat.last?["containerName"] == "Keys")
    #expect(editor.ask("codeLens").elements.map { $0.at("command", "title") } == ["1 cited"])
  }

  @Test("Hints name the works behind numbers, and links lead to what identifiers name")
  func hintsAndLinks() throws {
    let editor = try editor()
    let hints = editor.ask("inlayHint", "\"range\": " + Editor.range("0:0-9:0")).elements
    #expect(hints.map { $0["label"]?.text } == ["Engel 1977"])
    #expect(hints.first?["position"] == .object([JSONMember("line", 2), JSONMember("character", 34)]))
    #expect(editor.ask("inlayHint", "\"range\": " + Editor.range("4:0-9:0")).elements.isEmpty)
    let links = editor.ask("documentLink").elements
    #expect(links.map { $0["target"]?.text } == ["https://pubmed.ncbi.nlm.nih.gov/847460/"])
  }
}
