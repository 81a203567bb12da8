import IbidModel
import IbidStore
import IbidText

/// What a person says of a record counts above what any source says, and outlasts later imports.
extension RecordLibrary {
  /// Changes fields of a record, in one step, and tells what it says now that it did not say before.
  ///
  /// - Throws: `IbidError` where no record has the key, or the library cannot be written.
  public func edit(key: String, _ edits: [FieldEdit]) throws(IbidError) -> [RecordChange] {
    try change(["edit", key] + edits.map(\.words)) { changes in
      var told: [RecordChange] = []
      _ = try changes.edit(key: key) { work in
        let old = work
        try work.take(edits)
        told = RecordChange.between(old, work)
        // What nobody would see is no edit.
        if told.isEmpty { work = old }
      }
      return told.map { RecordChange(field: $0.field, old: $0.old, new: $0.new, source: nil) }
    }
  }

  /// The record of a key as a text to edit: CSL-JSON.
  ///
  /// - Throws: `IbidError` where no record has the key, or the library cannot be read.
  public func editableText(of key: String) throws(IbidError) -> String {
    Self.editableText(of: try details(of: key).item)
  }

  /// What a person changed in the text of ``editableText(of:)``.
  ///
  /// - Throws: `IbidError` where it is no longer JSON, or a field or a value is none.
  public static func edits(from text: String, to edited: String) throws(IbidError) -> [FieldEdit] {
    let old = try object(text).members
    let new = try object(edited).members
    guard new.first(where: { $0.name == "id" })?.value == old.first(where: { $0.name == "id" })?.value else {
      throw FieldEdit.error("id", "keys are changed by `ibid rekey OLD NEW`")
    }
    var edits: [FieldEdit] = []
    for member in new where !old.contains(member) { edits.append(try FieldEdit(member.name, json: member.value)) }
    for member in old where !new.contains(where: { $0.name == member.name }) {
      edits.append(try FieldEdit(member.name, text: ""))
    }
    return edits
  }

  private static func editableText(of item: Item) -> String {
    // What no field holds is the sources' own, and cannot be edited.
    let members = item.cslJSON(includingFacts: true).members.filter {
      $0.name == "id" || $0.name == "type" || Variable(name: $0.name) != nil
    }
    var writer = JSONWriter(.pretty)
    writer.write(.object(members))
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func object(_ text: String) throws(IbidError) -> JSONValue {
    let value: JSONValue
    do { value = try JSONReader.value(of: text) } catch {
      throw IbidError(.wrongValue, "what was edited is no JSON any more: \(error)")
    }
    guard case .object = value else { throw IbidError(.wrongValue, "what was edited is no JSON object any more") }
    return value
  }
}

extension Work {
  /// Puts a person's values above those of the sources.
  fileprivate mutating func take(_ edits: [FieldEdit]) throws(IbidError) {
    let old = item
    var said = statements.first { $0.kind == .edit } ?? Statement(Item(id: key, type: .document), .edit)
    for edit in try edits + Self.journalEdits(edits, old) {
      without.removeAll { $0 == edit.name }
      said.item.removeField(edit.name)
      if let value = edit.value {
        said.item.read(JSONMember(edit.name, value))
      } else {
        without.append(edit.name)
      }
    }
    let others = statements.filter { $0.kind != .edit }
    // A field that nobody names need not be taken out.
    without.removeAll { name in !others.contains { $0.item.cslJSON()[name] != nil } }
    statements = others
    if others.isEmpty || said.item != Item(id: said.item.id, type: .document) { _ = add(said) }
    if let type = edits.last(where: { $0.name == "type" })?.value?.text, item.type.rawValue != type {
      throw FieldEdit.error("type", "“\(type)” says less than the sources do, which say “\(item.type.rawValue)”")
    }
    if old[.title] != nil, item[.title] == nil {
      throw FieldEdit.error("title", "a record needs a title; `ibid remove \(key)` takes the record out")
    }
  }

  /// What another journal takes with it: the abbreviated name and the ISSN are those of the old one, and a style prints
  /// them in its place.
  private static func journalEdits(_ edits: [FieldEdit], _ old: Item) throws(IbidError) -> [FieldEdit] {
    guard let journal = edits.last(where: { $0.name == Variable.containerTitle.name })?.value?.text,
      let before = old[.containerTitle], let one = ContainerName(journal), let other = ContainerName(before),
      one.agreement(with: other) != .same
    else { return [] }
    return try [Variable.containerTitleShort, .ISSN].filter { variable in
      old[variable] != nil && !edits.contains { $0.name == variable.name }
    }.map { (variable) throws(IbidError) in try FieldEdit(variable.name, text: "") }
  }
}

extension RecordLibrary {
  /// The other records that have an identifier that an edit gives to this one, a line each.
  ///
  /// - Throws: `IbidError` where no record has the key, or the library cannot be read.
  public func clashes(of key: String, _ edits: [FieldEdit]) throws(IbidError) -> [String] {
    let own = try details(of: key).item.id
    return try atOneMoment { (snapshot) throws(LibraryError) in
      var lines: [String] = []
      for edit in edits {
        guard let kind = Identifier.Kind(rawValue: edit.name), kind != .isbn,
          let identifier = edit.value?.text.flatMap({ Identifier(kind, $0) })
        else { continue }
        for number in try snapshot.numbers(with: identifier) {
          guard let item = try snapshot.item(number: number), item.id != own else { continue }
          lines.append("“\(item.id)” has \(kind.rawValue) \(identifier.value), too")
        }
      }
      return lines
    }
  }
}
