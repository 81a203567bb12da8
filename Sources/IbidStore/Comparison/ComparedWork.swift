internal import IbidModel
internal import IbidText

/// What is compared of a record.
struct ComparedWork {
  let title: ComparedTitle
  let authors: [ComparedAuthor]
  let year: Int?
  let container: ContainerName?
  let place: ComparedPlace
  let identifiers: [Identifier]
  let issn: String?
  let edition: Edition?
  let kind: Kind

  /// Kinds of works that are not compared as others are.
  enum Kind {
    /// A thesis, and the abstract of one in a journal of abstracts.
    case thesis, thesisAbstract
    case book, chapter, preprint, conference, other

    /// Whether such works are published by themselves.
    var standsAlone: Bool { self == .book || self == .thesis }

    /// Whether such works stand in another one, whose number they may be given.
    var standsInAnother: Bool { self == .chapter || self == .conference }
  }

  /// The facts of an item.
  init(_ item: Item) { self.init(item, title: ComparedTitle(item[.title] ?? "")) { ContainerName($0) } }

  /// The facts of an item of this title, whose container is read by `container`.
  init(_ item: Item, title: ComparedTitle, container read: (String) -> ContainerName?) {
    self.title = title
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    authors = names.map(ComparedAuthor.init)
    let year = item[date: .issued]?.year
    self.year = year == 0 ? nil : year
    let container = (item[.containerTitle] ?? item[.containerTitleShort]).flatMap(read)
    identifiers = WorkIdentifiers.of(item)
    kind = Self.kind(of: item, in: container)
    self.container = container
    place = kind == .thesis ? ComparedPlace() : ComparedPlace(item, year: self.year)
    issn = item[.ISSN].map(SearchKey.folded)
    edition = item[.edition].map(Edition.init)
  }

  private static func kind(of item: Item, in container: ContainerName?) -> Kind {
    if container?.collectsTheses ?? false { return .thesisAbstract }
    if item.type == .thesis { return .thesis }
    if item[.volume].map({ $0.lowercased().hasPrefix("ph") }) ?? false { return .thesis }
    if item.type == .chapter || item.type == .entryEncyclopedia { return .chapter }
    if item.type == .book { return .book }
    if container?.isPreprintServer ?? false || container == nil && item[custom: "arXiv"] != nil { return .preprint }
    if container == nil, item.type == .article || item.type == .manuscript { return .preprint }
    if item.type == .paperConference || container?.isMeeting ?? false { return .conference }
    let isSupplement = [item[.issue], item[.volume]].contains { $0?.lowercased().contains("sup") ?? false }
    return isSupplement ? .conference : .other
  }

  /// The identifier of this kind.
  func identifier(_ kind: Identifier.Kind) -> String? { identifiers.first { $0.kind == kind }?.value }
}
