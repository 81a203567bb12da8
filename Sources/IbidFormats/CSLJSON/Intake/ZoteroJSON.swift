import IbidModel
internal import IbidText

/// Zotero's own JSON, which its web API, its translators and Wikipedia's Citoid write, as CSL-JSON.
///
/// Source: Zotero's schema, `itemTypes` and `csl`; mediawiki.org, «Citoid/API».
enum ZoteroJSON {
  /// The CSL-JSON of an object with an `itemType`, or of the web API's `data` with one; nil for any other.
  static func cslJSON(_ value: JSONValue) -> JSONValue? {
    if let item = value["csljson"], !item.members.isEmpty { return item }
    let data = value["data"]?["itemType"] == nil ? value : value["data"] ?? value
    guard let type = data["itemType"]?.text else { return nil }
    var members = [JSONMember("id", data["citationKey"] ?? data["key"] ?? data["id"] ?? value["key"] ?? .string(""))]
    members.append(JSONMember("type", .string(types[type] ?? type)))
    for member in data.members { append(member, ofType: type, to: &members) }
    return .object(members)
  }

  private static func append(_ member: JSONMember, ofType type: String, to members: inout [JSONMember]) {
    switch member.name {
    case "itemType", "key", "id", "citationKey", "version", "dateAdded", "dateModified", "relations", "collections",
      "notes", "attachments", "itemID", "seeAlso", "complete", "mimeType", "parentItem", "inPublications":
      break
    case "creators": appendCreators(member.value, to: &members)
    case "tags":
      let tags = member.value.elements.compactMap { $0["tag"]?.text ?? $0.text }
      if !tags.isEmpty { members.append(JSONMember("keyword", .string(tags.joined(separator: ", ")))) }
    case "extra": appendExtra(member.value.text ?? "", to: &members)
    case "number" where type == "podcast" || type == "patent" || type == "standard" || type == "report":
      members.append(JSONMember("number", member.value))
    default:
      if let role = roles[member.name] {
        members.append(JSONMember(role, member.value))
      } else {
        members.append(JSONMember(fields[member.name]?.name ?? member.name, member.value))
      }
    }
  }

  private static func appendCreators(_ value: JSONValue, to members: inout [JSONMember]) {
    for creator in value.elements {
      let role = creator["creatorType"]?.text.flatMap { roles[$0] } ?? "author"
      let parts = creator.members.filter { $0.name != "creatorType" && $0.name != "fieldMode" }
      if let index = members.firstIndex(where: { $0.name == role }), case .array(let names) = members[index].value {
        members[index].value = .array(names + [.object(parts)])
      } else {
        members.append(JSONMember(role, .array([.object(parts)])))
      }
    }
  }

  /// Lines `PMID: 123` are variables, all others a note.
  private static func appendExtra(_ text: String, to members: inout [JSONMember]) {
    var note: [Substring] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, let variable = IntakeType.variable(lettersOf: String(parts[0])),
        !members.contains(where: { $0.name == variable.name }), variable.kind != .names
      {
        members.append(JSONMember(variable.name, .string(String(parts[1]).trimmedASCII)))
      } else {
        note.append(line)
      }
    }
    if !note.isEmpty { members.append(JSONMember("note", .string(note.joined(separator: "\n")))) }
  }

  private static let types: [String: String] = [
    "artwork": "graphic", "audioRecording": "song", "blogPost": "post-weblog", "bookSection": "chapter",
    "case": "legal_case", "computerProgram": "software", "conferencePaper": "paper-conference",
    "dictionaryEntry": "entry-dictionary", "email": "personal_communication",
    "encyclopediaArticle":
      "entry-encyclopedia", "film": "motion_picture", "forumPost": "post", "instantMessage": "personal_communication",
    "journalArticle": "article-journal", "letter": "personal_communication", "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper", "podcast": "song", "preprint": "article", "presentation": "speech",
    "radioBroadcast": "broadcast", "statute": "legislation", "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
  ]

  private static let roles: [String: String] = [
    "author": "author", "editor": "editor", "translator": "translator", "contributor": "contributor",
    "seriesEditor": "collection-editor", "bookAuthor": "container-author", "reviewedAuthor": "reviewed-author",
    "director": "director", "interviewer": "interviewer", "recipient": "recipient", "composer": "composer",
    "performer": "performer", "producer": "producer", "scriptwriter": "script-writer", "guest": "guest",
    "inventor": "author", "programmer": "author", "presenter": "author", "podcaster": "author", "artist": "author",
    "cartographer": "author", "interviewee": "author", "sponsor": "author", "castMember": "performer",
  ]

  private static let fields: [String: Variable] = [
    "publicationTitle": .containerTitle, "bookTitle": .containerTitle, "proceedingsTitle": .containerTitle,
    "encyclopediaTitle": .containerTitle, "dictionaryTitle": .containerTitle, "websiteTitle": .containerTitle,
    "blogTitle": .containerTitle, "forumTitle": .containerTitle, "programTitle": .containerTitle,
    "pages": .page, "date": .issued, "url": .URL, "accessDate": .accessed, "abstractNote": .abstract,
    "journalAbbreviation": .containerTitleShort, "shortTitle": .titleShort, "place": .publisherPlace,
    "university": .publisher, "institution": .publisher, "company": .publisher, "label": .publisher,
    "studio": .publisher, "network": .publisher, "distributor": .publisher, "repository": .publisher,
    "series": .collectionTitle, "seriesTitle": .collectionTitle, "seriesNumber": .collectionNumber,
    "numPages": .numberOfPages, "numberOfVolumes": .numberOfVolumes, "archiveLocation": .archiveLocation,
    "libraryCatalog": .source, "callNumber": .callNumber, "rights": .license, "conferenceName": .eventTitle,
    "meetingName": .eventTitle, "reportNumber": .number, "patentNumber": .number, "billNumber": .number,
    "docketNumber": .number, "publicLawNumber": .number, "archiveID": .number, "reportType": .genre,
    "thesisType": .genre, "presentationType": .genre, "letterType": .genre, "manuscriptType": .genre,
    "websiteType": .genre, "mapType": .genre, "genre": .genre, "versionNumber": .version, "court": .authority,
    "nameOfAct": .title, "caseName": .title, "subject": .title, "dateEnacted": .issued, "dateDecided": .issued,
    "issueDate": .issued, "filingDate": .submitted, "runningTime": .dimensions, "artworkSize": .dimensions,
    "artworkMedium": .medium, "reporter": .containerTitle, "code": .containerTitle, "firstPage": .page,
    "reporterVolume": .volume, "codeNumber": .volume,
  ]
}
