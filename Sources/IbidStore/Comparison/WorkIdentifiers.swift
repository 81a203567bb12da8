package import IbidModel
import IbidText

/// The identifiers that a record names anywhere: Zotero keeps a PMID in a line of the note, others a DOI in the URL.
package enum WorkIdentifiers {
  /// All of them, of each kind the first.
  package static func of(_ item: Item) -> [Identifier] {
    var identifiers = item.identifiers
    func add(_ identifier: Identifier?) {
      guard let identifier, !identifiers.contains(where: { $0.kind == identifier.kind }) else { return }
      identifiers.append(identifier)
    }
    if let note = item[.note] {
      for line in note.split(whereSeparator: \.isNewline) {
        guard let colon = line.firstIndex(of: ":"), let kind = kinds[line[..<colon].lowercased()] else { continue }
        add(Identifier(kind, String(line[line.index(after: colon)...])))
      }
    }
    if let address = item[.URL].flatMap({ WebAddress($0) }) { add(address.identifier) }
    return identifiers
  }

  private static let kinds: [String: Identifier.Kind] = ["pmid": .pmid, "pmcid": .pmcid, "doi": .doi]
}

extension Item {
  /// The first author, else the first editor.
  package var firstCreator: Name? { nameLists[.author]?.first ?? nameLists[.editor]?.first }
}
