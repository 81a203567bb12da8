import IbidModel

/// A known work, to be written in many styles.
struct KnownWork {
  enum Kind { case article, book, chapter, paper, thesis, page }
  struct Person {
    var family: String
    var given: String
    var isBody = false
  }

  var kind: Kind
  var authors: [Person] = []
  var editors: [Person] = []
  var title = ""
  var container = ""
  var year = ""
  var volume = ""
  var issue = ""
  var page = ""
  var publisher = ""
  var place = ""
  var edition = ""
  var doi = ""
  var pmid = ""
  var url = ""
  /// Whether words and styles are German.
  var isGerman = false

  /// The work of a record's fields; nil where it has no title or no year.
  init?(_ record: JSONValue) {
    guard let fields = record["fields"], let title = fields["title"]?.text, let year = fields["year"]?.text,
      title.utf8.count > 8
    else { return nil }
    self.title = KnownWork.plain(title)
    self.year = year
    kind =
      switch record["type"]?.text {
      case "article-journal": .article
      case "chapter", "paper-conference": .chapter
      case "thesis": .thesis
      case "webpage": .page
      case "report": .paper
      default: .book
      }
    authors = KnownWork.people(fields["author"])
    editors = KnownWork.people(fields["editor"])
    container = KnownWork.plain(fields["container-title"]?.text ?? "")
    volume = fields["volume"]?.text ?? ""
    issue = fields["issue"]?.text ?? ""
    page = fields["page"]?.text ?? ""
    publisher = fields["publisher"]?.text ?? ""
    place = fields["publisher-place"]?.text ?? ""
    edition = fields["edition"]?.text ?? ""
    doi = fields["doi"]?.text ?? ""
    pmid = fields["pmid"]?.text ?? ""
    url = fields["url"]?.text ?? ""
    if kind == .article, container.isEmpty { kind = .book }
    if kind == .chapter, container.isEmpty { kind = .book }
  }

  init(kind: Kind) { self.kind = kind }

  private static func plain(_ text: String) -> String {
    var text = text
    while let last = text.last, ". ,;".contains(last) { text.removeLast() }
    return text
  }

  private static func people(_ json: JSONValue?) -> [Person] {
    (json?.elements ?? []).compactMap { name in
      if let family = name["family"]?.text {
        let particle = name["non-dropping-particle"]?.text ?? name["dropping-particle"]?.text
        let given = name["given"]?.text ?? ""
        guard family.count > 1, !given.isEmpty else { return nil }
        return Person(family: particle.map { $0 + " " + family } ?? family, given: given)
      }
      return name["literal"]?.text.map { Person(family: $0, given: "", isBody: true) }
    }
  }
}
