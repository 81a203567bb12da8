import IbidModel

/// A link in the prose whose address names one work: `[text](https://doi.org/…)`.
struct WorkLink: Sendable {
  /// The link's words.
  var range: Range<Int>
  /// What the address names, and nothing more: an item with one identifier.
  var item: Item
  /// The identifier as a note's label: `doi:10.1000/x`.
  var label: String

  /// A link to this address; nil where it names no work.
  init?(_ range: Range<Int>, address: String) {
    guard !range.isEmpty, let host = Self.host(of: address) else { return nil }
    let path = String(decoding: host.rest.prefix { !"?#".utf8.contains($0) }, as: UTF8.self)
    let identifier: Identifier?
    switch host.name {
    case "doi.org", "dx.doi.org", "www.doi.org": identifier = Identifier(.doi, Self.unescaped(path))
    case "pubmed.ncbi.nlm.nih.gov", "pubmed.gov": identifier = Identifier(.pmid, Self.last(of: path))
    case "www.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "europepmc.org":
      identifier = Identifier(Self.last(of: path).hasPrefix("PMC") ? .pmcid : .pmid, Self.last(of: path))
    case "arxiv.org", "www.arxiv.org":
      identifier = path.contains("/abs/") ? Identifier(.arxiv, path) : nil
    default: identifier = nil
    }
    guard let identifier else { return nil }
    var item = Item(type: .document)
    switch identifier.kind {
    case .doi: item[.DOI] = identifier.value
    case .pmid: item[.PMID] = identifier.value
    case .pmcid: item[.PMCID] = identifier.value
    default: item[custom: "arXiv"] = .string(identifier.value)
    }
    self.range = range
    self.item = item
    label = "\(identifier.kind):\(identifier.value)"
  }

  private static func host(of address: String) -> (name: String, rest: Substring.UTF8View)? {
    let text = address.utf8
    guard let scheme = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.dropFirst(scheme.utf8.count)
    let name = rest.prefix { $0 != UInt8(ascii: "/") }
    guard name.count <= 40 else { return nil }
    return (String(decoding: Array(name).loweredASCII, as: UTF8.self), rest.dropFirst(name.count))
  }

  /// The last part of a path.
  private static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// Percent escapes as the characters that they stand for.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ArticleDraft {
  /// Adds a citation for each link to a work that stands in the prose, and a note for each such work. A block that is
  /// nothing but the link, as a page's own DOI is, cites nothing.
  mutating func addLinkedWorks() {
    let workLinks = links.compactMap { WorkLink($0.range, address: $0.address) }
    guard !workLinks.isEmpty else { return }
    let taken = MergedRanges(citations.map(\.range) + notes.map(\.range))
    var known: Set<String> = []
    var block = 0
    for link in workLinks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where !taken.overlaps(link.range) {
      while block < blocks.count, blocks[block].range.upperBound <= link.range.lowerBound { block += 1 }
      guard block < blocks.count, blocks[block].range.lowerBound <= link.range.lowerBound,
        blocks[block].setting != .metadata, blocks[block].setting != .heading,
        blocks[block].range.count > link.range.count + 12
      else { continue }
      if known.insert(link.label).inserted {
        var note = NoteDraft(label: link.label, range: link.range, paragraphs: [])
        note.records = [(link.range, link.item)]
        notes.append(note)
      }
      let marker = MarkerDraft(
        label: link.label, target: .note(link.label), style: .citationKey, range: link.range)
      citations.append(Citation(range: link.range, isInText: true, markers: [marker]))
    }
  }
}
