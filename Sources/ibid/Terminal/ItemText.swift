import IbidModel

/// Records as `list`, `search` and `show` print them.
enum ItemText {
  /// One line: key, first author, year, title.
  static func line(of item: Item) -> String {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    let first = names.first?.familyOrLiteral ?? ""
    let author = names.count > 1 ? first + " et al." : first
    let year = item[date: .issued]?.year.map(String.init) ?? ""
    return TableText.line(of: [item.id, author, year, item[.title] ?? ""], .text)
  }

  /// Everything that a person wants to know of one record, a field a line.
  static func page(of item: Item) -> String {
    var lines = ["key: \(item.id)", "type: \(item.type.rawValue)"]
    for list in item.nameLists {
      lines.append("\(list.variable.name): " + list.value.map(name).joined(separator: "; "))
    }
    for field in item.texts { lines.append("\(field.variable.name): \(field.value)") }
    for field in item.dates { lines.append("\(field.variable.name): \(date(field.value))") }
    for member in item.custom {
      lines.append("\(member.name): \(member.value.text ?? JSONWriter.text(of: member.value))")
    }
    if let facts = item.pubmed?.value {
      lines += facts.members.map { "PubMed \($0.name): \($0.value.text ?? JSONWriter.text(of: $0.value))" }
    }
    return lines.map { TableText.plain($0) + "\n" }.joined()
  }

  private static func name(_ name: Name) -> String {
    guard name.family != nil else { return name.literal ?? "" }
    return [
      name.familyOrLiteral, [name.given, name.droppingParticle].compactMap(\.self).joined(separator: " "),
      name.suffix ?? "",
    ]
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func date(_ date: CSLDate) -> String {
    func text(_ parts: CSLDate.Parts) -> String {
      let season = parts.season.map { ["spring", "summer", "autumn", "winter"][max(0, min(3, $0 - 1))] + " " } ?? ""
      let numbers = [parts.year, parts.month, parts.day].compactMap(\.self).map { $0 < 10 ? "0\($0)" : "\($0)" }
      return season + numbers.joined(separator: "-")
    }
    let ends = [date.start.map(text), date.end.map(text)].compactMap(\.self).joined(separator: "/")
    return ends.isEmpty ? date.literal ?? "" : ends
  }
}
