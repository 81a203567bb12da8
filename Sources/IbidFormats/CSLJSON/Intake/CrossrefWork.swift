import IbidModel

/// What Crossref says of a work in its own members.
///
/// Source: Crossref's REST API, «Works».
enum CrossrefWork {
  /// Members that CSL has a variable for of the same name and another meaning: lists of those who keep a work, and of
  /// addresses of licences.
  static let own: Set<String> = ["archive", "license", "references", "event"]

  /// Fills what only Crossref's own members tell.
  static func complete(_ item: inout Item, from work: JSONValue) {
    if item[date: .issued] == nil {
      let dates = ["published-print", "published", "published-online", "posted"].lazy
      item[date: .issued] = dates.compactMap { work[$0].flatMap { IntakeDate($0).date } }.first
    }
    if item[date: .availableDate] == nil, let online = work["published-online"].flatMap({ IntakeDate($0).date }),
      online.start != item[date: .issued]?.start
    {
      item[date: .availableDate] = online
    }
    if let subtitle = work["subtitle"].flatMap(firstText), let title = item.richTexts[.title] ?? item[.title],
      !title.lowercased().contains(subtitle.lowercased())
    {
      let mark = title.last.map { ":?!".contains($0) } == true ? " " : ": "
      item.set(.title, richText: title + mark + subtitle)
    }
    if item[.page] == nil, let number = work["article-number"]?.text { item[.page] = number }
    if item[.issue] == nil, let issue = work["journal-issue"]?["issue"]?.text { item[.issue] = issue }
    if item[.publisher] == nil { item[.publisher] = work["institution"]?.elements.first?["name"]?.text }
    if item[.license] == nil { item[.license] = work["license"]?.elements.first?["URL"]?.text }
    if item[.genre] == nil, let kind = work["subtype"]?.text, kind == "preprint" { item[.genre] = kind }
    if let event = work["event"], !event.members.isEmpty { complete(&item, event) }
    item.other.removeAll { used.contains($0.name) }
  }

  /// Members that are used up, or say of the database and not of the work.
  private static let used: Set<String> = [
    "published-print", "published-online", "published", "subtitle", "article-number", "event", "indexed", "deposited",
    "created", "score", "prefix", "member", "content-domain", "reference-count", "references-count",
    "is-referenced-by-count", "journal-issue", "issn-type", "isbn-type", "license",
  ]

  private static func complete(_ item: inout Item, _ event: JSONValue) {
    item[.eventTitle] = item[.eventTitle] ?? event["name"]?.text
    item[.eventPlace] = item[.eventPlace] ?? event["location"]?.text
    guard item[date: .eventDate] == nil, let start = event["start"].flatMap({ IntakeDate($0).date?.start }) else {
      return
    }
    let end = event["end"].flatMap { IntakeDate($0).date?.start }
    item[date: .eventDate] = CSLDate(start, through: end.flatMap { start < $0 ? $0 : nil })
  }

  private static func firstText(_ value: JSONValue) -> String? {
    (value.text ?? value.elements.lazy.compactMap(\.text).first).flatMap { IntakeText.value($0, of: .title) }
  }
}
