import IbidModel
import IbidText

/// Links of a note say which works its references are: «[Crossref]», a linked title, «Full text».
extension NoteReader {
  /// Gives each reference what the links in it, or behind it up to the next one, name: identifiers that it lacks, and
  /// an address where it has nothing else to be found by.
  func adoptLinks(of note: inout Note) {
    for link in note.links {
      let position = link.range.position
      guard let index = note.references.lastIndex(where: { $0.range.position <= position }),
        note.paragraphs.contains(where: {
          $0.range.positions.contains(position) && $0.range.positions.overlaps(note.references[index].range.positions)
        })
      else { continue }
      let linked = Item(address: link.address)
      for variable in [Variable.DOI, .PMID, .PMCID] where note.references[index].item[variable] == nil {
        if let value = linked[variable] { note.references[index].item[variable] = value }
      }
      let item = note.references[index].item
      if [Variable.URL, .DOI, .PMID, .PMCID].allSatisfy({ item[$0] == nil }) {
        note.references[index].item[.URL] = linked[.URL]
      }
    }
  }

  /// A note that is nothing but a link, whose words are the title of the page or work.
  func linkedWork(in note: Note) -> Reference? {
    guard note.paragraphs.count == 1, let paragraph = note.paragraphs.first, note.links.count == 1,
      let link = note.links.first
    else { return nil }
    let range = reading.offsets(of: paragraph.range)
    let words = reading.offsets(of: link.range).clamped(to: range)
    let beside = [range.lowerBound..<words.lowerBound, words.upperBound..<range.upperBound].map { stretch in
      Tokenizer.tokens(of: reading.bytes, in: stretch).count(where: \.isWord)
    }
    var item = Item(address: link.address)
    guard beside.reduce(0, +) <= 2, !item.texts.isEmpty else { return nil }
    let title = NoteText.collapsed(reading.bytes, words)
    if title.contains(" ") { item[.title] = title }
    return Reference(
      text: NoteText.collapsed(reading.bytes, range), range: reading.range(range), item: item, confidence: 0.5)
  }
}

extension Item {
  /// What an address names: a work's identifier, else the page there; nothing where it leads to no other site.
  init(address: String) {
    let bytes = Array(address.utf8)
    guard bytes.count <= 2000 else {
      self.init(type: .document)
      return
    }
    self.init(identifiers: ReferenceText(bytes, in: 0..<bytes.count).identifiers)
  }

  /// An item with nothing but these identifiers.
  init(identifiers: [IdentifierSpan]) {
    self.init(type: .document)
    for identifier in identifiers {
      switch identifier.kind {
      case .doi: self[.DOI] = Identifier(.doi, identifier.value)?.value
      case .pmid: self[.PMID] = Identifier(.pmid, identifier.value)?.value
      case .pmcid: self[.PMCID] = Identifier(.pmcid, identifier.value)?.value
      case .isbn: self[.ISBN] = identifier.value
      case .url:
        self[.URL] = identifier.value
        type = .webpage
      default: continue
      }
    }
  }
}
