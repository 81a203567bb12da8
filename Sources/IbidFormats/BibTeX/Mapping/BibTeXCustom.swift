import IbidModel

/// What stands in an item's `custom` under `bibtex`: fields that no variable of CSL's holds, as they are written, and
/// what the members below say.
enum BibTeXCustom {
  static let name = "bibtex"
  /// The entry type, where the kind of work does not tell it.
  static let entryType = "@type"
  /// Remarks and preambles before the entry.
  static let remarks = "@before"
  /// Those behind the file's last entry.
  static let remarksBehind = "@behind"
}

extension Item {
  /// What BibTeX's files say beyond CSL's variables.
  var bibtex: [JSONMember] { custom.isEmpty ? [] : self[custom: BibTeXCustom.name]?.members ?? [] }

  /// One member of it.
  func bibtexMember(_ name: String) -> JSONValue? {
    if custom.isEmpty { return nil }
    return bibtex.first { $0.name == name }?.value
  }

  /// Adds a member to it.
  mutating func addBibTeX(_ name: String, _ value: JSONValue) {
    self[custom: BibTeXCustom.name] = .object(bibtex + [JSONMember(name, value)])
  }
}
