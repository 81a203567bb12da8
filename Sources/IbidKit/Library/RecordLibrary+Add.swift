import IbidModel
import IbidStore
import IbidText

extension RecordLibrary {
  /// Adds a record of these fields, as an import would: one of a work that the library has adds to it.
  ///
  ///     let library = try RecordLibrary(writing: "Bibliography/library.sqlite")
  ///     let edits = [try FieldEdit("title=Long lives"), try FieldEdit("author=Low, C"), try FieldEdit("issued=2013")]
  ///     let key = try library.add(edits).key
  ///
  /// - Parameter configuration: says how new records are called.
  /// - Returns: the record's key, and whether the library did not have the work.
  /// - Throws: `IbidError` where the fields name no work, or the library cannot be written.
  public func add(
    _ fields: [FieldEdit], configuration: CheckConfiguration = CheckConfiguration()
  ) throws(IbidError) -> (key: String, isNew: Bool) {
    var item = Item(type: .document)
    for field in fields {
      if let value = field.value { item.read(JSONMember(field.name, value)) }
    }
    guard item[.title] != nil || item[.DOI] != nil || item[.PMID] != nil || item[.URL] != nil else {
      throw FieldEdit.error("title", "a record needs a title, or a DOI, PMID or URL")
    }
    if !fields.contains(where: { $0.name == "type" }), item[.containerTitle] != nil { item.type = .articleJournal }
    return try add(item, from: Source(name: "added by hand"), configuration)
  }

  /// Adds the record of a reference as a person writes it.
  ///
  /// - Throws: `IbidError` where nothing can be read from the text, or the library cannot be written.
  public func add(
    reference text: String, configuration: CheckConfiguration = CheckConfiguration()
  ) throws(IbidError) -> (key: String, isNew: Bool) {
    var reading = ReferenceReading()
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard var item = reading.reference(in: line)?.item, item[.title] != nil || item[.DOI] != nil || item[.PMID] != nil
    else {
      throw IbidError(
        .wrongValue, "no reference can be read from “\(line)”; name its fields: title=… author=… issued=…")
    }
    item.id = ""
    return try add(item, from: Source(name: "added as text", format: "references"), configuration)
  }

  private func add(
    _ item: Item, from source: Source, _ configuration: CheckConfiguration
  ) throws(IbidError) -> (key: String, isNew: Bool) {
    var item = item
    if let pattern = configuration.keyPattern { item.id = pattern.key(for: item) }
    return try change(["add", item[.title] ?? item[.DOI] ?? ""]) { changes in
      let outcomes = try changes.add([item], from: source, ordinals: Self.ordinal(of: item))
      guard let outcome = outcomes.first else { return ("", false) }
      return (outcome.key, outcome.outcome == .added)
    }
  }

  /// A number that the same record has whenever it is added, and others hardly ever: there is no file that counts them.
  ///
  /// Source: FNV-1a, 64 bits.
  private static func ordinal(of item: Item) -> Int64 {
    let hash = JSONWriter.text(of: item.cslJSON()).utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return Int64(hash >> 2)
  }
}
