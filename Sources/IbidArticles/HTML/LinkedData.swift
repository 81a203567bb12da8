import IbidModel
import IbidText

/// What a page says of itself in JSON-LD, in schema.org's words.
///
/// Source: schema.org, `CreativeWork` and the types below it.
struct LinkedData {
  private let objects: [JSONValue]

  init(_ scripts: [[UInt8]]) {
    var objects: [JSONValue] = []
    for script in scripts {
      // Some wrap it in a comment or CDATA.
      let start = script.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? script.count
      let end = script.lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") } ?? start
      guard start < end, let value = try? JSONReader.value(of: Array(script[start...end])) else { continue }
      for object in value.elements.isEmpty ? [value] : value.elements {
        objects.append(object)
        objects += object["@graph"]?.elements ?? []
      }
    }
    self.objects = objects
  }

  /// The description by the object of the most telling type; nil where none describes a work.
  var description: SelfDescription? {
    let works = objects.compactMap { object -> (rank: Int, type: ItemType, work: JSONValue)? in
      let names = object["@type"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
      let rank = Self.types.firstIndex { names.contains($0.name) }
      return rank.map { ($0, Self.types[$0].type, object) }
    }
    guard let best = works.min(by: { $0.rank < $1.rank }) else { return nil }
    return description(of: best.work, best.type)
  }

  private func description(of work: JSONValue, _ type: ItemType) -> SelfDescription {
    var description = SelfDescription(type: type)
    description.hasType = type != .webpage
    description.set(.title, work["headline"]?.text ?? work["name"]?.text)
    for person in list(work["author"] ?? work["creator"]) { add(person, to: .author, &description) }
    for person in list(work["editor"]) { add(person, to: .editor, &description) }
    description.set(date: .issued, (work["datePublished"] ?? work["dateCreated"])?.text)
    description.updated = work["dateModified"]?.text.flatMap(RawDate.parsed)
    description.set(.language, work["inLanguage"]?.text)
    description.set(.page, work["pagination"]?.text)
    if let first = work["pageStart"]?.text {
      description.set(.page, work["pageEnd"]?.text.map { first + "-" + $0 } ?? first)
    }
    description.set(.ISBN, work["isbn"]?.text)
    description.set(.version, (work["softwareVersion"] ?? work["version"])?.text)
    let words = work["keywords"]?.elements.compactMap(\.text) ?? []
    description.set(.keyword, words.isEmpty ? work["keywords"]?.text : words.joined(separator: "; "))
    readIdentifiers(of: work, into: &description)
    readContainers(of: work, into: &description)
    description.set(.publisher, resolved(work["publisher"])["name"]?.text)
    return description
  }

  private func readIdentifiers(of work: JSONValue, into description: inout SelfDescription) {
    for value in list(work["identifier"]) + list(work["sameAs"]) + list(work["@id"]) + list(work["doi"]) {
      description.set(.DOI, .doi, value.text ?? value["value"]?.text ?? value["@id"]?.text)
    }
    let page = work["mainEntityOfPage"]
    let addresses = [work["url"]?.text, page?.text, page?["@id"]?.text, page?["url"]?.text, work["@id"]?.text]
    description.set(.URL, addresses.compactMap(\.self).first { $0.hasPrefix("http") })
  }

  /// The issue, volume and journal, or the site, that a work is part of.
  private func readContainers(of work: JSONValue, into description: inout SelfDescription) {
    var part = resolved(list(work["isPartOf"]).first)
    for _ in 0..<4 where !part.members.isEmpty {
      let kind = part["@type"]?.text ?? part["@type"]?.elements.lazy.compactMap(\.text).first ?? ""
      description.set(.issue, part["issueNumber"]?.text)
      description.set(.volume, part["volumeNumber"]?.text)
      description.set(.ISSN, part["issn"]?.text ?? part["issn"]?.elements.first?.text)
      if kind != "WebPage", kind != "PublicationIssue", kind != "PublicationVolume" {
        description.set(.containerTitle, part["name"]?.text)
      }
      part = resolved(list(part["isPartOf"]).first)
    }
  }

  private func add(_ person: JSONValue, to variable: Variable, _ description: inout SelfDescription) {
    let person = resolved(person)
    if let family = person["familyName"]?.text {
      description.item[names: variable].append(Name(family: family, given: person["givenName"]?.text))
    } else if person["@type"]?.text == "Organization", let name = person["name"]?.text {
      description.item[names: variable].append(Name(literal: MetadataText.line(name)))
    } else {
      description.add(person.text ?? person["name"]?.text ?? person["name"]?.elements.first?.text, to: variable)
    }
  }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    guard let value else { return [] }
    if case .array(let elements) = value { return elements }
    return [value]
  }

  /// An object, or the one that a reference names.
  private func resolved(_ value: JSONValue?) -> JSONValue {
    guard let value else { return .null }
    guard let id = value["@id"]?.text, value["name"] == nil, value["familyName"] == nil else { return value }
    return objects.first { $0["@id"]?.text == id && $0["name"] != nil } ?? value
  }

  /// Types that describe a work, the most telling first.
  private static let types: [(name: String, type: ItemType)] = [
    ("ScholarlyArticle", .articleJournal), ("MedicalScholarlyArticle", .articleJournal), ("Chapter", .chapter),
    ("Thesis", .thesis), ("Report", .report), ("NewsArticle", .articleNewspaper),
    ("ReportageNewsArticle", .articleNewspaper), ("AnalysisNewsArticle", .articleNewspaper),
    ("OpinionNewsArticle", .articleNewspaper), ("BlogPosting", .postWeblog), ("LiveBlogPosting", .postWeblog),
    ("SocialMediaPosting", .post), ("DiscussionForumPosting", .post), ("TechArticle", .webpage),
    ("Article", .webpage), ("Book", .book), ("Dataset", .dataset), ("SoftwareSourceCode", .software),
    ("SoftwareApplication", .software), ("MedicalWebPage", .webpage), ("WebPage", .webpage),
  ]
}
