import IbidModel
internal import IbidText

extension EndNoteFields {
  /// What an item says in EndNote's fields.
  init(_ item: Item) {
    self.init()
    let kind = EndNoteType.type(for: item)
    add("ref-type", String(kind.number))
    add("ref-type@name", kind.name)
    for path in EndNoteLayout.mapped {
      guard let variable = kind.variable(path) else { continue }
      switch variable.kind {
      case .names:
        for name in item[names: variable] { add(path, WrittenName.text(of: name)) }
        if item.isBrokenOff(names: variable), !item[names: variable].isEmpty { add(path, "et al.") }
      case .date: addDate(item[date: variable], path)
      default: add(item, variable, path)
      }
    }
    if let issued = item[date: .issued] {
      let (year, day) = EndNoteDate.texts(of: issued)
      add("dates/year", year)
      add("dates/pub-dates/date", day)
    }
    if kind.variable("titles/secondary-title") == .containerTitle, kind.type != .chapter {
      add("periodical/full-title", item.richTexts[.containerTitle] ?? item[.containerTitle])
    }
    add("label", item.id)
  }

  private mutating func add(_ item: Item, _ variable: Variable, _ path: String) {
    guard let text = item.richTexts[variable] ?? item[variable] else {
      if variable == .page { add(path, item[.numberOfPages]) }
      return
    }
    guard variable == .keyword else { return add(path, text) }
    for word in text.split(separator: ";") { add(path, String(word).trimmedASCII) }
  }

  private mutating func addDate(_ date: CSLDate?, _ path: String) {
    guard let date else { return }
    let (year, day) = EndNoteDate.texts(of: date)
    add(path, [day, year].compactMap(\.self).joined(separator: " "))
  }
}

extension EndNoteType {
  /// The type that an item is written as: the one it was read as where that still is its CSL type.
  fileprivate static func type(for item: Item) -> EndNoteType {
    if let name = item[custom: EndNoteItem.customName]?["ref-type@name"]?.text {
      let own = type(named: name, number: nil)
      if own.type == item.type { return own }
    }
    return type(for: item.type)
  }
}
