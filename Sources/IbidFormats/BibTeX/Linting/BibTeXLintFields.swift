import IbidModel

/// What the fields are for, and which of them the types ask for.
///
/// Source: «BibTeXing» (Patashnik 1988), section 3; plain.bst's warnings; biblatex manual 3.19, sections 2.1 and 2.2;
/// fields of JabRef, BibDesk, Mendeley, Zotero, MathSciNet, ADS, DBLP, the ACM and netlib's bibliographies.
enum BibTeXLintFields {
  enum Kind {
    /// Set by LaTeX in some style.
    case printed
    /// Taken as it is: addresses and names of files.
    case verbatim
    /// Printed by no usual style.
    case hidden
    case other
  }

  static func kind(of name: String) -> Kind {
    if printed.contains(name) { return .printed }
    if verbatim.contains(name) { return .verbatim }
    return hidden.contains(name) ? .hidden : .other
  }

  static func isKnown(_ name: String) -> Bool {
    usual.contains(name) || hidden.contains(name) || others.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  /// The one of these names that differs by one letter, or by two that have changed places; nil where none or several
  /// do.
  static func near(_ name: String, among names: some Sequence<String>) -> String? {
    let letters = Array(name.utf8)
    guard letters.count > 3, letters.allSatisfy({ $0.isASCIILetter }) else { return nil }
    return names.filter { isNear(letters, Array($0.utf8)) }.min()
  }

  private static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard right.count > 3, abs(left.count - right.count) <= 1, left[0] == right[0], left != right else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (rest, other) = (left[start...], right[start...])
    if rest.count == other.count {
      let isSwapped =
        rest.count > 1 && rest[start] == other[start + 1] && rest[start + 1] == other[start]
        && rest.dropFirst(2).elementsEqual(other.dropFirst(2))
      return isSwapped || rest.dropFirst().elementsEqual(other.dropFirst())
    }
    return rest.count > other.count
      ? rest.dropFirst().elementsEqual(other) : other.dropFirst().elementsEqual(rest)
  }

  /// A field that must be there, or one of several.
  struct Required {
    /// Names with `/` between them.
    var fields: String
    /// Whether only BibTeX's styles ask for it.
    var isBibTeXOnly = false
  }

  static let required: [String: [Required]] = {
    let table = [
      "article": "author/editor title journal year", "book": "author/editor title publisher! year", "booklet": "title",
      "inbook": "author/editor title chapter/pages! publisher! year",
      "incollection": "author/editor title booktitle publisher! year",
      "inproceedings": "author/editor title booktitle year", "conference": "author/editor title booktitle year",
      "mastersthesis": "author title school year", "phdthesis": "author title school year",
      "thesis": "author title school year", "techreport": "author/editor title institution year",
      "report": "title year", "proceedings": "title year", "unpublished": "author title note!", "manual": "title",
      "misc": "", "online": "title", "electronic": "title", "www": "title", "collection": "title year",
      "mvbook": "title", "mvcollection": "title", "mvproceedings": "title", "mvreference": "title",
      "reference": "title", "inreference": "title", "bookinbook": "title", "suppbook": "title",
      "suppcollection": "title", "suppperiodical": "title", "periodical": "title", "patent": "title",
      "dataset": "title", "software": "title",
    ]
    return table.mapValues { row in
      row.split(separator: " ").map { word in
        let isBibTeXOnly = word.hasSuffix("!")
        return Required(fields: String(isBibTeXOnly ? word.dropLast() : word), isBibTeXOnly: isBibTeXOnly)
      }
    }
  }()

  /// What stands for another field.
  static let aliases = [
    ("date", "year"), ("journaltitle", "journal"), ("shortjournal", "journal"), ("maintitle", "booktitle"),
    ("institution", "school"), ("school", "institution"), ("organization", "institution"), ("pubstate", "year"),
    ("eprint", "journal"), ("authors", "author"), ("editors", "editor"), ("location", "address"),
  ]

  /// Types without fields of their own.
  static let otherTypes: Set<String> = [
    "set", "xdata", "bibnote", "commentary", "customa", "customb", "customc", "customd", "custome", "customf",
    "artwork", "audio", "generic", "letter", "performance", "movie", "music", "comment", "www", "electronic",
  ]

  /// Only biblatex knows these.
  static let ofBiblatex: Set<String> = [
    "journaltitle", "langid", "eprinttype", "pubstate", "location", "maintitle", "entrysubtype", "xdata", "ids",
  ]

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  private static let printed = words(
    """
    title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon shorttitle \
    journal journaltitle journalsubtitle shortjournal author editor editora editorb editorc translator bookauthor \
    commentator annotator introduction foreword afterword holder shortauthor shorteditor publisher series shortseries \
    school institution organization address location edition type note howpublished chapter volume number pages issue \
    issuetitle issuesubtitle eventtitle eventtitleaddon venue version addendum origtitle origpublisher origlocation \
    reprinttitle part nameaddon year month day pagetotal eid
    """)

  private static let verbatim = words("url doi eprint file pdf verba verbb verbc archiveprefix bdsk-url-1 ee link")

  private static let hidden = words("abstract annote annotation keywords keyword review comment comments notes")

  /// The fields of both dialects.
  static let usual: Set<String> = printed.union(verbatim).union(
    words(
      """
      annote annotation abstract keywords key crossref xref xdata date urldate eventdate origdate isbn issn language \
      langid langidopts origlanguage library label labela options execute pubstate pagination bookpagination volumes \
      eprinttype eprintclass primaryclass editortype editoratype editorbtype editorctype authortype entryset \
      entrysubtype gender hyphenation ids indexsorttitle indextitle isan ismn isrn iswc presort related \
      relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey sortname sortshorthand sorttitle \
      sortyear lista listb listc listd liste listf namea nameb namec nameatype namebtype namectype usera userb \
      userc userd usere userf issuetitleaddon journaltitleaddon
      """))

  /// What programs and collections add; no style prints it, and nobody expects it to.
  private static let others = words(
    """
    abstract-url accessed accepted acknowledgement acmid added-at affiliation affiliationaddress affiliations archive \
    archivelocation arxiv arxivid article-number articleno author+an authors bibdate bibsource biburl \
    book-group-author booktitle-url callnumber category citedby citation-subset citeulike-article-id classification \
    cited-references coden collaborator comment comments completed contents contributor copyright corpsource \
    creationdate da date-added date-created date-modified db description director doi-url editors eissn entrytype \
    fjournal fulltext funding funding-acknowledgement funding-text groups gsid has internal-note interhash intrahash \
    isbn-10 isbn-13 issn-l issue_date journal-iso journalabbrev journalabr jstor_articletype jstor_issuetitle \
    keywords-plus language-code lastaccessed lastchecked lastvisited lccn license linkdvi linkhtmlabs linking-issn \
    linkpdf linkps local-url localfile mendeley-groups mendeley-tags meeting modificationdate month_numeric mrclass \
    mrnumber mrreviewer nlm-unique-id number-of-cited-references numpages numero oa-status oai oclc optaddress \
    orcid orcid-numbers owner page pii place pmc pmcid pmid price printed priority privnote publication-status \
    pubmed pubmedid qualityassured ranking rating read readstatus record-owner refid relevance research-areas \
    researcherid-numbers rights season shelfmark size slides source status subject supplement supplementary-material \
    technique timestamp times-cited title-abbreviation topic treatment uniqueid unique-id urn usage-count-last-180-days \
    video web-of-science-categories web-of-science-index website within zblnumber zbl journal-full bibcode adsurl \
    adsnote adscomment eprintnote slaccitation reportnumber collaboration archivePrefix nihms europepmc ppn gvkid \
    shortbooktitle searchterm editorial remark remarks notes review location-of-copy mesh meshterms lastname-first
    """)

  private static let prefixes = [
    "opt", "bdsk-", "x-", "zotero", "mendeley", "jabref", "citeulike", "alt", "__", "note+",
  ]
}
