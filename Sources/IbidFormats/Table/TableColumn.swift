import IbidModel

/// What a column of a table says, by its name in small letters.
///
/// Source: the exports of Scopus (CSV), Web of Science (tab-delimited, Excel), PubMed (CSV), Zotero (CSV), Rayyan.
enum TableColumn: Hashable {
  /// A variable under its own name, as Ibid writes it.
  case variable(Variable)
  /// What Ibid's other columns cannot say, as CSL-JSON.
  case rest
  case id
  case type
  /// The type of publication (`J`) and that of document (`Article`).
  case publication, document
  case field(FieldRole)
  /// Names in full, in place of shorter ones.
  case fullNames(FieldRole)
  case kept

  /// The meaning of a column's name.
  init(name: String, isOwn: Bool) {
    let key = name.lowercased().trimmedASCII
    if isOwn {
      switch name {
      case "id": self = .id
      case "type": self = .type
      case "csl-json": self = .rest
      default: self = Variable(name: name).map(TableColumn.variable) ?? .kept
      }
      return
    }
    self = Self.byName[key] ?? .kept
  }

  /// Whether columns are those that Ibid writes.
  static func areOwn(_ names: [String]) -> Bool { names.starts(with: ["id", "type"]) }

  private static let byName: [String: TableColumn] = {
    var table: [String: TableColumn] = [
      "publication type": .publication, "pt": .publication, "document type": .document, "dt": .document,
      "item type": .document, "type of article": .document,
      "author full names": .fullNames(.author), "af": .fullNames(.author),
    ]
    for (role, names) in fields {
      for name in names { table[name] = .field(role) }
    }
    return table
  }()

  private static let fields: [(role: FieldRole, names: [String])] = [
    (.author, ["authors", "author", "au", "author(s)", "book authors"]),
    (.editor, ["editors", "editor", "book editors"]),
    (.translator, ["translator", "translators"]), (.body, ["group authors", "ca"]),
    (.title, ["title", "article title", "document title", "ti"]), (.shortTitle, ["short title"]),
    (
      .container,
      ["source title", "so", "journal", "journal/book", "publication title", "journal title", "source", "publication"]
    ),
    (.containerShort, ["abbreviated source title", "journal abbreviation", "journal iso abbreviation", "ji"]),
    (.series, ["book series title", "se", "series", "series title"]),
    (.abstract, ["abstract", "ab", "abstract note"]),
    (.year, ["year", "publication year", "py", "year published", "publication_year", "published year"]),
    (.date, ["publication date", "pd", "date"]), (.accessed, ["access date"]),
    (.place, ["publisher city", "pi", "place"]), (.publisher, ["publisher", "pu"]),
    (.DOI, ["doi", "di", "digital object identifier"]), (.edition, ["edition"]), (.volume, ["volume", "vl"]),
    (.issue, ["issue", "is", "number", "issue number"]),
    (.firstPage, ["page start", "start page", "bp", "pages", "first page"]),
    (.lastPage, ["page end", "end page", "ep", "last page"]),
    (.articleNumber, ["art. no.", "article number", "ar"]),
    (.language, ["language of original document", "language", "la"]),
    (.serial, ["issn", "eissn", "isbn", "sn", "ei", "bn"]),
    (.URL, ["link", "url", "article url", "urls"]), (.database, ["database", "library catalog"]),
    (.callNumber, ["call number"]), (.PMID, ["pubmed id", "pmid", "pm", "pubmed_id"]),
    (.PMCID, ["pmcid", "pmc id", "pmc_id"]),
    (.note, ["notes", "note"]),
    (
      .keyword,
      ["author keywords", "index keywords", "keywords plus", "keywords", "de", "id", "manual tags", "mesh terms"]
    ),
    (.citationKey, ["key", "citation key"]), (.accession, ["accession number"]),
  ]
}
