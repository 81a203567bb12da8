import IbidModel
import IbidText

extension JATSReader {
  /// What the front matter says.
  ///
  /// Source: NISO JATS 1.3, `<front>`.
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .articleJournal)
    guard let front = MarkupElement.first("front", in: bytes) ?? MarkupElement.first("front-stub", in: bytes) else {
      return description
    }
    description.hasType = true
    readArticle(front.child("article-meta") ?? front, into: &description)
    if let journal = front.child("journal-meta") { readJournal(journal, into: &description) }
    return description
  }

  private static let notes: Set<String> = ["xref", "fn"]

  private static func readArticle(_ meta: MarkupElement, into description: inout SelfDescription) {
    let group = meta.child("title-group")
    let title = group?.child("article-title")?.richText(without: notes) ?? ""
    let subtitle = group?.child("subtitle")?.richText(without: notes)
    description.set(.title, [title, subtitle].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": "))
    for identifier in meta.children where identifier.name == "article-id" { read(identifier, into: &description) }
    for contributors in meta.children where contributors.name == "contrib-group" {
      for contributor in contributors.children where contributor.name == "contrib" {
        let role = contributor["contrib-type"]
        if role == nil || role == "author" { add(contributor, to: .author, &description) }
        if role == "translator" { add(contributor, to: .translator, &description) }
      }
    }
    readDates(meta, into: &description)
    for (name, variable) in fields { description.set(variable, meta.child(name)?.richText()) }
    readPages(meta, into: &description)
    let abstract = meta.children.first { $0.name == "abstract" && $0["abstract-type"] == nil }
    description.set(.abstract, abstract?.richText(without: notes))
    let words = meta.children.filter { $0.name == "kwd-group" }.flatMap(\.children).filter { $0.name == "kwd" }
    description.set(.keyword, words.map { $0.richText() }.joined(separator: "; "))
  }

  private static let fields: [(String, Variable)] = [
    ("volume", .volume), ("issue", .issue), ("supplement", .supplementNumber),
  ]

  private static func read(_ identifier: MarkupElement, into description: inout SelfDescription) {
    let text = identifier.richText()
    switch identifier["pub-id-type"] {
    case "doi"?: description.set(.DOI, .doi, text)
    case "pmid"?: description.set(.PMID, .pmid, text)
    case "pmc"?, "pmcid"?: description.set(.PMCID, .pmcid, text)
    default: break
    }
  }

  private static func add(
    _ contributor: MarkupElement, to variable: Variable, _ description: inout SelfDescription
  ) {
    let holder = contributor.child("name-alternatives") ?? contributor
    if let parts = holder.child("name") ?? holder.child("string-name"), let family = parts.child("surname") {
      var name = Name(
        family: family.richText(without: notes), given: parts.child("given-names")?.richText(without: notes),
        suffix: parts.child("suffix")?.richText())
      let orcid = contributor.children.first { $0.name == "contrib-id" && $0["contrib-id-type"] == "orcid" }
      name.orcid = orcid.flatMap { $0.richText().split(separator: "/").last.map(String.init) }
      description.item[names: variable].append(name)
    } else if let body = holder.child("collab") ?? holder.child("string-name") {
      // A group's members stand within its element.
      let name = body.richText(without: notes.union(["contrib-group", "contrib"]))
      if !name.isEmpty { description.item[names: variable].append(Name(literal: name)) }
    }
  }

  /// The issue's date before that of the collection's and that of the first publication, which stands beside it.
  private static func readDates(_ meta: MarkupElement, into description: inout SelfDescription) {
    var dates: [(kind: String, date: CSLDate)] = []
    for element in meta.children where element.name == "pub-date" {
      guard let year = element.child("year").flatMap({ Int($0.richText().prefix(4)) }) else { continue }
      let month = element.child("month").flatMap { Month.number(of: $0.richText()) }
      let day = element.child("day").flatMap { Int($0.richText()) }.flatMap { (1...31).contains($0) ? $0 : nil }
      let season = element.child("season").flatMap { Month.season(of: $0.richText()) }
      let parts = CSLDate.Parts(
        year: year, month: month, day: month == nil ? nil : day, season: month == nil ? season : nil)
      let format = element["publication-format"] == "electronic" && element["date-type"] == "pub" ? "epub" : nil
      dates.append((format ?? element["pub-type"] ?? element["date-type"] ?? "", CSLDate(parts)))
    }
    let order = ["ppub", "pub", "collection", "epub-ppub", "epub", "preprint"]
    let first = order.lazy.compactMap { kind in dates.first { $0.kind == kind } }.first ?? dates.first
    description.item[date: .issued] = first?.date
    if let online = dates.first(where: { $0.kind == "epub" }), online.date != first?.date {
      description.item[date: .availableDate] = online.date
    }
  }

  private static func readPages(_ meta: MarkupElement, into description: inout SelfDescription) {
    if let first = meta.child("fpage")?.richText(), !first.isEmpty {
      let last = meta.child("lpage")?.richText() ?? first
      description.set(.page, last == first ? first : PageRange.expanded(first + "-" + last))
    } else {
      description.set(.page, meta.child("elocation-id")?.richText() ?? meta.child("page-range")?.richText())
    }
  }

  private static func readJournal(_ meta: MarkupElement, into description: inout SelfDescription) {
    let titles = meta.child("journal-title-group") ?? meta
    description.set(.containerTitle, titles.child("journal-title")?.richText())
    let short =
      titles.child("abbrev-journal-title")
      ?? meta.children.first { $0.name == "journal-id" && $0["journal-id-type"] == "nlm-ta" }
    description.set(.containerTitleShort, short?.richText())
    let numbers = meta.children.filter { $0.name == "issn" }
    let printed = numbers.first { $0["pub-type"] == "ppub" || $0["publication-format"] == "print" }
    description.set(.ISSN, (printed ?? numbers.first)?.richText())
    description.set(.publisher, meta.find("publisher", "publisher-name")?.richText())
    description.set(.publisherPlace, meta.find("publisher", "publisher-loc")?.richText())
  }
}
