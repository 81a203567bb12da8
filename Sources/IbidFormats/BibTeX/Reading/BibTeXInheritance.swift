/// Which fields an entry takes from the one that its `crossref` names.
///
/// Source: biblatex manual 3.19, appendix B; «BibTeXing», section 2. What names the other work alone, as its DOI and
/// address, is left there: two chapters with the book's DOI would be one work.
enum BibTeXInheritance {
  /// Adds the fields of `parent` that the child lacks; all of them where it is a container of data.
  static func inherit(from parent: BibTeXEntry, isData: Bool, to child: inout BibTeXEntry) {
    let hasDate = child.fields.contains { dates.contains($0.name) }
    var own = Set(child.fields.map(\.name))
    func add(_ name: String, _ field: BibTeXEntry.Field) {
      guard own.insert(name).inserted, !(hasDate && dates.contains(name)) else { return }
      child.add(name, parent.text[field.range])
    }
    if isData {
      for field in parent.fields where field.name != "ids" { add(field.name, field) }
      return
    }
    let container = container(of: child.type, in: parent.type)
    for field in parent.fields {
      if let container, let part = titleParts[field.name] {
        add(container + part, field)
      } else if field.name == "author", parts.contains(child.type) {
        // Whoever wrote the whole book wrote the chapter, where nobody else did.
        if ["book", "mvbook"].contains(parent.type) {
          add("author", field)
          add("bookauthor", field)
        }
      }
    }
    for field in parent.fields where inherited.contains(field.name) { add(field.name, field) }
    if container == nil { for field in parent.fields where ownTitle.contains(field.name) { add(field.name, field) } }
  }

  /// What the parent's title is to the child: `book`, `main` or `journal`; nil where it is the child's own.
  private static func container(of child: String, in parent: String) -> String? {
    if parent.hasPrefix("mv") { return parent == child ? nil : "main" }
    if child == "article" || child == "suppperiodical" { return "journal" }
    return parts.contains(child) && !parts.contains(parent) ? "book" : nil
  }

  private static let titleParts = ["title": "title", "subtitle": "subtitle", "titleaddon": "titleaddon"]
  private static let ownTitle: Set<String> = ["title", "subtitle", "titleaddon", "author"]
  private static let dates: Set<String> = ["date", "year", "month", "day"]

  /// Types of what is a part of something.
  private static let parts: Set<String> = [
    "inbook", "bookinbook", "suppbook", "incollection", "inreference", "suppcollection", "inproceedings", "conference",
  ]

  private static let inherited: Set<String> = [
    "editor", "editora", "editorb", "editorc", "editortype", "translator", "bookauthor", "booktitle", "booksubtitle",
    "booktitleaddon", "maintitle", "mainsubtitle", "journal", "journaltitle", "journalsubtitle", "shortjournal",
    "publisher", "address", "location", "organization", "institution", "school", "series", "shortseries", "volume",
    "volumes", "number", "edition", "part", "date", "year", "month", "day", "isbn", "issn", "eventtitle", "eventdate",
    "venue", "language", "langid", "pubstate", "howpublished", "origdate",
  ]
}
