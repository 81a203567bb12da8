/// One reference to an item inside a citation.
package struct Cite: Sendable, Hashable {
  /// Which part of the cite is wanted.
  package enum Mode: Sendable, Hashable {
    case complete
    /// Everything but the author's name, which the prose gives: pandoc's `-@key`.
    case suppressAuthor
    /// The author's name alone.
    case authorOnly
  }

  /// The item's key.
  package var id: String
  /// The place in the work, as in `33-35`.
  package var locator: String?
  /// What the locator counts, by CSL's name: `page` where nil.
  package var label: String?
  /// Rich text before the cite.
  package var prefix: String?
  /// Rich text behind the cite.
  package var suffix: String?
  /// Whether it stays where it stands when the others of its citation are sorted: «see A; but B» makes no sense in
  /// another order.
  package var keepsPlace = false
  /// Which part is wanted.
  package var mode = Mode.complete
  /// For citations that stand alone: how the cite stands to others that are not there.
  package var forcedPosition: CitePosition?

  /// A cite of an item.
  package init(
    id: String, locator: String? = nil, label: String? = nil, prefix: String? = nil, suffix: String? = nil,
    mode: Mode = .complete
  ) {
    self.id = id
    self.locator = locator
    self.label = label
    self.prefix = prefix
    self.suffix = suffix
    self.mode = mode
  }
}

/// One citation: the cites that stand together at one place of the document.
package struct Citation: Sendable, Hashable {
  /// The cites, in the writer's order.
  package var cites: [Cite]
  /// The number of the note that holds the citation; nil or 0 for one in the text.
  package var noteNumber: Int?
  /// Whether the cites keep the writer's order, whatever the style says.
  package var isUnsorted = false

  /// A citation of these cites.
  package init(_ cites: [Cite], noteNumber: Int? = nil) {
    self.cites = cites
    self.noteNumber = noteNumber
  }
}
