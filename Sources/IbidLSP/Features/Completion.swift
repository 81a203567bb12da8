import IbidKit
import IbidModel
import IbidSession

/// Keys and note numbers while they are typed.
extension LanguageServer {
  static let addEntryCommand = "ibid.addEntry"

  func completion(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let path = try path(of: parameters)
    guard let document = session.documents[path] else { return .null }
    // A search needs no findings, but the article's own references, which the last check has.
    if document.checked == nil { checkNow(path) }
    let positions = Positions(text: document.text, encoding: client.encoding)
    let offset = try positions.offset(parameters["position"])
    guard let (context, list) = session.completions(in: path, at: offset) else { return .null }
    // What stands in the place of the query is one edit for all.
    let range = positions.range(context.range)
    let items = list.enumerated().map { place, completion in
      item(completion, place, filter: context.query, range: range, path: path)
    }
    return json(["isIncomplete": true, "items": .array(items)])
  }

  private func item(
    _ completion: Completion, _ place: Int, filter: String, range: JSONValue, path: String
  ) -> JSONValue {
    let label: String
    let data: JSONValue
    switch completion.target {
    case .record(let key): (label, data) = (key, json(["path": .string(path), "key": .string(key)]))
    case .note(let note): (label, data) = (note, json(["path": .string(path), "note": .string(note)]))
    }
    let order = String(place)
    let isLate = completion.needsEntry && client.appliesEdits && !(client.resolvesEdits && addsNotes(to: path))
    return json([
      "label": .string(label),
      "labelDetails": json(["description": .string(completion.name)]),
      "kind": completion.target == .record(label) ? 18 : 10,
      "detail": .string([completion.name, completion.title].filter { !$0.isEmpty }.joined(separator: ": ")),
      "sortText": .string(String(repeating: "0", count: max(0, 3 - order.count)) + order),
      // The query is matched here, by author and title as well: what is left to the client is the order.
      "filterText": .string(filter.isEmpty ? label : filter),
      "textEdit": json(["range": range, "newText": .string(completion.edit.replacement)]),
      "command": isLate ? addEntry(label, to: path) : nil, "data": data,
    ])
  }

  /// Whether what a citation needs beside itself is a note in the same text.
  private func addsNotes(to path: String) -> Bool {
    guard let article = session.documents[path]?.checked?.article else { return false }
    return session.bibliographyFile(of: article) == nil
  }

  private func addEntry(_ key: String, to path: String) -> JSONValue {
    json([
      "title": "Add the reference", "command": .string(Self.addEntryCommand),
      "arguments": .array([.string(uri(of: path)), .string(key)]),
    ])
  }

  /// What a completion cites, in full; and where the client wants it with that, the note that goes with it.
  func resolve(_ item: JSONValue) -> JSONValue {
    guard let path = item.at("data", "path")?.string, let document = session.documents[path],
      let checked = document.checked
    else { return item }
    var members = item.members
    if let key = item.at("data", "key")?.string, let record = session.record(key, for: path) {
      let isOwn = checked.article?.ownRecords.contains { $0.id == key } ?? false
      let text = HoverText.card(
        ReferenceCard(
          record, origin: isOwn ? .ownRecord : .library(path: session.recordsLocation(for: path)),
          printer: checked.printer))
      members.append(JSONMember("documentation", documentation(text)))
      if client.resolvesEdits, !isOwn, let edit = noteEdit(for: key, in: path, item) {
        let positions = Positions(text: document.text, encoding: client.encoding)
        members.append(JSONMember("additionalTextEdits", .array([positions.edit(edit)])))
      }
    } else if let label = item.at("data", "note")?.string,
      let note = checked.article?.notes.first(where: { $0.note.label == label })
    {
      let text = note.note.paragraphs.map(\.text).joined(separator: "\n\n")
      members.append(JSONMember("documentation", documentation(HoverText.escaped(text))))
    }
    return .object(members)
  }

  /// The note that a completion adds: only one that cites by a note's label, and not by the key itself.
  private func noteEdit(for key: String, in path: String, _ item: JSONValue) -> TextEdit? {
    guard item["command"] == nil, let document = session.documents[path],
      let positions = try? Positions(text: document.text, encoding: client.encoding).offsets(
        item.at("textEdit", "range")),
      session.citationContext(in: path, at: positions.upperBound)?.kind == .note
    else { return nil }
    return session.noteEdit(for: key, in: path)
  }

  private func documentation(_ text: String) -> JSONValue {
    client.documentsInMarkdown
      ? json(["kind": "markdown", "value": .string(text)]) : .string(HoverText.plain(text))
  }

  /// Adds the note or the entry of the bibliography file that a citation needs, which was inserted without it.
  func execute(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard parameters["command"]?.string == Self.addEntryCommand,
      let arguments = parameters["arguments"]?.elements, arguments.count == 2, let uri = arguments[0].string,
      let key = arguments[1].string
    else { throw RequestError(ErrorCode.invalidParams, "there is no such command, or it lacks a document and a key") }
    let path = FileURI.path(of: uri)
    guard let article = session.documents[path]?.checked?.article, let item = session.record(key, for: path) else {
      throw RequestError(ErrorCode.requestFailed, "there is no record “\(key)” for \(uri)")
    }
    if let file = session.bibliographyFile(of: article) {
      guard !article.ownRecords.contains(where: { $0.id == key }), let text = text(ofFile: file) else { return .null }
      let end = text.bytes.count
      let gap = end == 0 || text.bytes[end - 1] == 0x0A ? "\n" : "\n\n"
      apply([file: [TextEdit(at: end, gap + BibTeXEntry.text(of: item))]], "Add \(key) to the bibliography")
    } else if let edit = session.noteEdit(for: key, in: path) {
      apply([path: [edit]], "Add the note of \(key)")
    }
    return .null
  }

  private func apply(_ edits: [String: [TextEdit]], _ label: String) {
    ask("workspace/applyEdit", json(["label": .string(label), "edit": workspaceEdit(edits)]))
  }

  /// Edits in several files. Those of open documents are of the text as it is now.
  func workspaceEdit(_ edits: [String: [TextEdit]]) -> JSONValue {
    let files = edits.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.compactMap { path, edits in
      text(ofFile: path).map { text -> (path: String, edits: JSONValue) in
        let positions = Positions(text: text, encoding: client.encoding)
        return (path, .array(edits.map(positions.edit)))
      }
    }
    guard client.versionsEdits else {
      return json(["changes": .object(files.map { JSONMember(uri(of: $0.path), $0.edits) })])
    }
    return json([
      "documentChanges": .array(
        files.map { path, edits in
          json([
            "textDocument": json([
              "uri": .string(uri(of: path)), "version": session.documents[path]?.version.map { .int($0) } ?? .null,
            ]), "edits": edits,
          ])
        })
    ])
  }
}
