import IbidModel

/// What an item that came from RIS keeps of its record, as the writer needs it.
struct RISWriting {
  /// The tags in their order, where it is not Ibid's own.
  private(set) var tags: [RecordTag]?
  /// Spellings by tag that stand for what variables hold.
  private(set) var spelled: [RecordTag: [String]] = [:]
  /// Values by tag that no variable holds.
  private(set) var kept: [RecordTag: [String]] = [:]
  private var keptTags: [RecordTag] = []

  /// Reads what the item keeps; nil where it keeps nothing of RIS.
  init?(_ item: Item) {
    guard !item.custom.isEmpty, let members = item[custom: RISMakeup.name]?.members, !members.isEmpty else {
      return nil
    }
    for member in members {
      switch (member.name, member.value) {
      case (RISMakeup.tagsName, .string(let names)):
        tags = names.utf8.split(separator: 0x20).compactMap { RecordTag(named: Substring($0)) }
      case (RISMakeup.spelledName, .object(let spellings)):
        for spelling in spellings {
          guard let tag = RecordTag(named: spelling.name) else { continue }
          spelled[tag] = spelling.value.elements.compactMap(\.text)
        }
      default:
        guard let tag = RecordTag(named: member.name), tag != RISField.type, tag != RISField.end else { continue }
        kept[tag] = member.value.text.map { [$0] } ?? member.value.elements.compactMap(\.text)
        keptTags.append(tag)
      }
    }
  }

  /// Whether what it keeps may say something else than the item says by now.
  var needsCheck: Bool { tags != nil || !spelled.isEmpty }

  /// Only what no variable holds.
  var withoutSpellings: RISWriting {
    var writing = self
    writing.spelled = [:]
    return writing
  }

  /// Appends the kept values that the lines do not have: all of them, or those whose tag the lines lack.
  func appendKept(to lines: inout [RISWriter.Line], isAll: Bool) {
    for tag in keptTags where isAll || !lines.contains(where: { $0.tag == tag }) {
      for value in kept[tag] ?? [] { lines.append((tag, value, true)) }
    }
  }
}
