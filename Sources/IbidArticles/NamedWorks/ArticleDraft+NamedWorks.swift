import IbidModel
import IbidText

/// Sources that the prose names itself, where no list of notes holds them: by a link, or by an identifier.
extension ArticleDraft {
  /// Adds a citation for each link to a work or a page that stands in the prose, and for each identifier or address, and
  /// a note for each such work. A block that is nothing but the link, as a page's own DOI is, cites nothing.
  ///
  /// Where the article keeps notes, its sources stand there: an address in the prose is then that of a program or of
  /// data, and an identifier counts only in parentheses of its own and
  /// with its kind before it.
  /// Other pages of the article's own site are no sources.
  mutating func addNamedWorks() {
    let names = ProseNames(self).names.filter { name in
      notes.isEmpty || name.enclosure != nil && name.isAnnounced
    }
    let linked = links.compactMap { link in
      (NamedWork(address: link.address) ?? Self.page(link.address, site)).map { ProseName(range: link.range, work: $0) }
    }
    addCitations(of: linked.sorted { $0.range.lowerBound < $1.range.lowerBound })
    addCitations(of: names)
  }

  private static func page(_ address: String, _ site: String?) -> NamedWork? {
    if let site, WebAddress(address)?.host == site { return nil }
    return NamedWork(page: address)
  }

  private mutating func addCitations(of names: [ProseName]) {
    guard !names.isEmpty else { return }
    let taken = MergedRanges(citations.map(\.range) + notes.map(\.range))
    var known = Set(notes.map(\.label))
    var block = 0
    var last: (extent: Range<Int>, citation: Int)?
    for name in names where !name.range.isEmpty && !taken.overlaps(name.range) {
      while block < blocks.count, blocks[block].range.upperBound <= name.range.lowerBound { block += 1 }
      guard block < blocks.count, blocks[block].range.lowerBound <= name.range.lowerBound, !blocks[block].isVerbatim,
        blocks[block].setting != .metadata, blocks[block].setting != .heading,
        blocks[block].range.count > name.range.count + 12
      else { continue }
      if known.insert(name.work.label).inserted {
        var note = NoteDraft(label: name.work.label, range: name.range, paragraphs: [])
        note.records = [(name.range, name.work.item)]
        notes.append(note)
      }
      let marker = MarkerDraft(
        label: name.work.label, target: .note(name.work.label), style: .citationKey, range: name.range)
      if let last, let extent = name.enclosure, extent == last.extent {
        citations[last.citation].markers.append(marker)
        continue
      }
      let isNumber = text[name.range].allSatisfy { $0.isASCIIDigit || $0.isASCIISpace }
      citations.append(
        Citation(
          range: name.enclosure ?? name.range, isInText: name.enclosure == nil && !isNumber, markers: [marker]))
      last = name.enclosure.map { ($0, citations.count - 1) }
    }
  }
}

/// A work that the prose names, and where.
struct ProseName: Sendable {
  /// The link's words, or the identifier.
  var range: Range<Int>
  var work: NamedWork
  /// Whether it says itself what it is: «PMID: 123», «doi:10.1000/x».
  var isAnnounced = false
  /// The parentheses around it, where nothing but such names stands in them.
  var enclosure: Range<Int>?
}
