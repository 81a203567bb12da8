import IbidModel

/// Cells of the tables that Ibid writes: text as it is, names as `Family, Given` with semicolons between, dates as EDTF.
enum TableCell {
  /// The cell of a variable; nil where it would not be read as it is, so that it has to stand in the last column.
  static func text(of variable: Variable, in item: Item) -> String? {
    switch variable.kind {
    case .names:
      let names = item[names: variable]
      let text = names.map(TaggedName.text).joined(separator: "; ")
      var read = Item(type: item.type)
      set(variable, of: &read, from: text)
      return read[names: variable] == names ? text : nil
    case .date:
      guard let date = item[date: variable] else { return nil }
      let text = TaggedDate.edtf(of: date)
      return CSLDate(edtf: text) == date ? text : nil
    default:
      guard item.richTexts[variable] == nil, !item.numericVariables.contains(variable) else { return nil }
      return item[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// Sets a variable from its cell.
  static func set(_ variable: Variable, of item: inout Item, from text: String) {
    switch variable.kind {
    case .names:
      item[names: variable] = text.utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
        let name = String(Substring(part)).trimmedASCII
        return name.isEmpty ? nil : TaggedName.name(name).name
      }
    case .date: item[date: variable] = CSLDate(edtf: text) ?? CSLDate(literal: text)
    default: item[variable] = text
    }
  }

  /// Adds the members of a CSL-JSON object.
  static func addRest(_ json: String, to item: inout Item) {
    guard let value = try? JSONReader.value(of: json), let rest = Item(cslJSON: value) else { return }
    for field in rest.texts { item.texts[field.variable] = field.value }
    for field in rest.richTexts { item.richTexts[field.variable] = field.value }
    for field in rest.dates { item.dates[field.variable] = field.value }
    for field in rest.nameLists { item.nameLists[field.variable] = field.value }
    item.numericVariables.formUnion(rest.numericVariables)
    item.custom += rest.custom
    item.other += rest.other
  }
}
