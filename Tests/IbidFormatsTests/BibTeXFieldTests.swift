import IbidFormats
import IbidModel
import Testing

struct BibTeXFieldTests {
  /// The fields of an item's entry, blanks between name and value made one.
  private func entry(_ item: Item, _ dialect: BibTeXDialect) -> (type: String, fields: [String: String]) {
    var writer = BibTeXWriter(dialect)
    let lines = writer.text(of: [item]).split(separator: "\n").map(String.init)
    var fields: [String: String] = [:]
    for line in lines where line.hasPrefix("  ") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts[0].filter { $0 != " " }
      #expect(fields[name] == nil, "\(name) is there twice")
      fields[name] = String(parts[1].dropFirst().dropLast())
    }
    return (String(lines[0].dropFirst().prefix { $0 != "{" }), fields)
  }

  @Test("Every kind of work has its entry, and its journal and publisher their fields")
  func entryTypes() {
    let table: [(ItemType, bibtex: String, biblatex: String)] = [
      (.articleJournal, "article journal publisher", "article journaltitle publisher"),
      (.articleMagazine, "article journal publisher", "article journaltitle publisher"),
      (.articleNewspaper, "article journal publisher", "article journaltitle publisher"),
      (.review, "article journal publisher", "article journaltitle publisher"),
      (.reviewBook, "article journal publisher", "article journaltitle publisher"),
      (.book, "book booktitle publisher", "book - publisher"),
      (.classic, "book booktitle publisher", "book - publisher"),
      (.chapter, "incollection booktitle publisher", "inbook booktitle publisher"),
      (.entry, "incollection booktitle publisher", "incollection booktitle publisher"),
      (.entryDictionary, "incollection booktitle publisher", "incollection booktitle publisher"),
      (.entryEncyclopedia, "incollection booktitle publisher", "inreference booktitle publisher"),
      (.paperConference, "inproceedings booktitle publisher", "inproceedings booktitle publisher"),
      (.thesis, "phdthesis booktitle school", "thesis - institution"),
      (.manuscript, "unpublished booktitle publisher", "unpublished - publisher"),
      (.report, "techreport booktitle institution", "report - institution"),
      (.pamphlet, "booklet booktitle howpublished", "booklet - howpublished"),
      (.collection, "misc howpublished -", "collection - publisher"),
      (.periodical, "misc howpublished -", "periodical - publisher"),
      (.webpage, "misc howpublished -", "online organization -"),
      (.post, "misc howpublished -", "online organization -"),
      (.postWeblog, "misc howpublished -", "online organization -"),
      (.dataset, "misc howpublished -", "dataset - publisher"),
      (.software, "misc howpublished -", "software - publisher"),
      (.patent, "misc howpublished -", "patent - publisher"),
      (.article, "misc howpublished -", "misc howpublished organization"),
    ]
    for (type, bibtex, biblatex) in table {
      for (dialect, expected) in [(BibTeXDialect.bibtex, bibtex), (.biblatex, biblatex)] {
        var item = Item(id: "k", type: type)
        item[.title] = "T"
        item[.containerTitle] = "C"
        item[.publisher] = "P"
        let (name, fields) = entry(item, dialect)
        let container = fields.first { $0.value == "{C}" }?.key ?? "-"
        let publisher = fields.first { $0.value == "{P}" }?.key ?? "-"
        #expect("\(name) \(container) \(publisher)" == expected, "\(type)")
      }
    }
  }

  @Test("A book with editors alone is a collection for biblatex, and a chapter with editors in one")
  func editors() {
    var book = Item(id: "k", type: .book)
    book[names: .editor] = [Name(family: "E")]
    #expect(entry(book, .biblatex).type == "collection")
    #expect(entry(book, .bibtex).type == "book")
    book[names: .author] = [Name(family: "A")]
    #expect(entry(book, .biblatex).type == "book")
    book.type = .chapter
    #expect(entry(book, .biblatex).type == "incollection")
    book[names: .editor] = []
    #expect(entry(book, .biblatex).type == "inbook")
  }

  @Test("Each variable has the field that its program knows")
  func variables() {
    let table: [(Variable, bibtex: String?, biblatex: String?)] = [
      (.collectionTitle, "series", "series"), (.publisherPlace, "address", "location"), (.volume, "volume", "volume"),
      (.issue, "number", "number"), (.page, "pages", "pages"), (.edition, "edition", "edition"),
      (.chapterNumber, "chapter", "chapter"), (.genre, nil, nil), (.DOI, "doi", "doi"), (.URL, "url", "url"),
      (.ISBN, "isbn", "isbn"), (.ISSN, "issn", "issn"), (.abstract, "abstract", "abstract"),
      (.keyword, "keywords", "keywords"), (.titleShort, "shorttitle", "shorttitle"),
      (.note, "note", "note"), (.language, "language", nil), (.eventTitle, "eventtitle", "eventtitle"),
      (.eventPlace, "venue", "venue"), (.numberOfPages, "pagetotal", "pagetotal"),
      (.originalTitle, "origtitle", "origtitle"), (.version, "version", "version"), (.medium, nil, nil),
      (.number, "number", "number"), (.annote, "annote", "annotation"), (.containerTitleShort, "shortjournal", nil),
      (.collectionNumber, "number", "number"), (.status, "pubstate", "pubstate"),
    ]
    for (variable, bibtex, biblatex) in table {
      var item = Item(id: "k", type: .book)
      item[variable] = "7"
      #expect(entry(item, .bibtex).fields == (bibtex.map { [$0: "{7}"] } ?? [:]), "\(variable)")
      #expect(entry(item, .biblatex).fields == (biblatex.map { [$0: "{7}"] } ?? [:]), "\(variable)")
    }
    var item = Item(id: "k", type: .articleJournal)
    item[.number] = "7"
    item[.collectionNumber] = "8"
    #expect(entry(item, .bibtex).fields == ["eid": "{7}"])
    item[.issue] = "3"
    #expect(entry(item, .bibtex).fields == ["number": "{3}", "eid": "{7}"])
    item.type = .report
    item[.genre] = "White paper"
    #expect(entry(item, .bibtex).fields == ["number": "{3}", "type": "{White paper}"])
    item.type = .thesis
    #expect(entry(item, .biblatex).fields["type"] == "{White paper}")
    item[.genre] = nil
    #expect(entry(item, .biblatex).fields["type"] == "{phdthesis}")
    #expect(entry(item, .bibtex).fields["type"] == nil)
    // biber warns of what it does not expect in a @misc.
    var misc = Item(id: "k", type: .article)
    for variable in [Variable.page, .issue, .number, .ISSN, .volume] { misc[variable] = "7" }
    #expect(entry(misc, .biblatex).fields.isEmpty)
    #expect(Set(entry(misc, .bibtex).fields.keys) == ["pages", "number", "issn", "volume"])
  }

  @Test(
    "Names are written so that BibTeX takes them apart where it should",
    arguments: [
      (Name(family: "Klasson", given: "CL"), "Klasson, C. L."), (Name(family: "Weng", given: "ABC"), "Weng, A. B. C."),
      (Name(family: "Weng", given: "ABCD"), "Weng, A. B. C. D."), (Name(family: "Weng", given: "S.J."), "Weng, S. J."),
      (Name(family: "Weng", given: "ABCDE"), "Weng, ABCDE"), (Name(family: "Weng", given: "A B"), "Weng, A B"),
      (Name(family: "Body X", given: ""), "{Body X}"), (Name(family: "", given: "Solo"), "{Solo}"),
      (Name(family: "de Silva", given: "A"), "{de Silva}, A."), (Name(family: "others"), "{others}"),
      (Name(family: "Weng", given: "Jo"), "Weng, Jo"),
      (Name(family: "Weng", given: "J-P"), "Weng, J-P"),
      (Name(family: "King", given: "M", suffix: "Jr"), "King, Jr, M."),
      (Name(family: "Plato"), "Plato"), (Name(literal: "R & D and Co"), #"{R \& D and Co}"#),
      (Name(given: "Cher"), "{Cher}"),
      (Name(family: "Smith and Co", given: "A, B"), "{Smith and Co}, {A, B}"), (Name(family: "Anderson"), "Anderson"),
      (Name(family: "And", given: "Al"), "{And}, Al"), (Name(family: "Sand", given: "A"), "Sand, A."),
    ] as [(Name, String)])
  func names(name: Name, written: String) {
    var item = Item(id: "k", type: .book)
    item[names: .author] = [name]
    #expect(entry(item, .bibtex).fields["author"] == "{\(written)}")
  }

  @Test("Particles stand before the family, and who is left out is «others»")
  func namesInLists() {
    var gogh = Name(family: "Gogh", given: "V")
    gogh.nonDroppingParticle = "van"
    var item = Item(id: "k", type: .book)
    item[names: .author] = [gogh, Name(family: "Li")]
    item[names: .translator] = [Name(family: "T")]
    #expect(entry(item, .bibtex).fields == ["author": "{van Gogh, V. and Li}", "translator": "{T}"])
    gogh.nonDroppingParticle = "d’"
    item[names: .author] = [gogh]
    #expect(entry(item, .bibtex).fields["author"] == "{d’Gogh, V.}")
    gogh.nonDroppingParticle = "van"
    gogh.droppingParticle = "de"
    item[names: .author] = [gogh]
    item.breakOff(names: .author)
    #expect(entry(item, .biblatex).fields == ["author": "{de van Gogh, V. and others}", "translator": "{T}"])
  }

  @Test(
    "Dates are written as each program reads them",
    arguments: [
      (CSLDate(1999), ["year": "{1999}"], "1999"), (CSLDate(1999, 1), ["year": "{1999}", "month": "jan"], "1999-01"),
      (CSLDate(1999, 12, 31), ["year": "{1999}", "month": "dec", "day": "{31}"], "1999-12-31"),
      (CSLDate(1999, 13), ["year": "{1999}"], "1999"), (CSLDate(1999, 0), ["year": "{1999}"], "1999"),
      (CSLDate(1999, 2, 30), ["year": "{1999}", "month": "feb"], "1999-02"),
      (CSLDate(2000, 2, 29), ["year": "{2000}", "month": "feb", "day": "{29}"], "2000-02-29"),
      (CSLDate(.init(year: 1999, season: 1)), ["year": "{1999}", "month": "{Spring}"], "1999-21"),
      (CSLDate(.init(year: 1999, season: 4)), ["year": "{1999}", "month": "{Winter}"], "1999-24"),
      (
        CSLDate(.init(year: 1999, month: 5), through: .init(year: 1999, month: 6)),
        ["year": "{1999}", "month": "may # {--} # jun"], "1999-05/1999-06"
      ),
      (
        CSLDate(.init(year: 1999, month: 5, day: 2), through: .init(year: 1999, month: 5, day: 4)),
        ["year": "{1999}", "month": "may", "day": "{2--4}"], "1999-05-02/1999-05-04"
      ),
      (CSLDate(-44), ["year": "{-44}"], "-0044"),
      (CSLDate(12345), ["year": "{12345}"], "12345"),
      (CSLDate(5, 5, 5), ["year": "{5}", "month": "may", "day": "{5}"], "0005-05-05"),
      (CSLDate(.init(year: 1999), through: .init(year: 0)), ["year": "{1999--}"], "1999/"),
      (CSLDate(.init(year: 1999), through: .init(year: 2001, month: 2)), ["year": "{1999--2001}"], "1999/2001-02"),
    ] as [(CSLDate, [String: String], String)])
  func dates(date: CSLDate, bibtex: [String: String], biblatex: String) {
    var item = Item(id: "k", type: .book)
    item[date: .issued] = date
    #expect(entry(item, .bibtex).fields == bibtex)
    #expect(entry(item, .biblatex).fields == ["date": "{\(biblatex)}"])
    item[date: .issued]?.isCirca = true
    #expect(entry(item, .biblatex).fields == ["date": "{\(biblatex)~}"])
    item.dates = Fields()
    item[date: .accessed] = date
    for dialect in [BibTeXDialect.bibtex, .biblatex] {
      #expect(entry(item, dialect).fields["urldate"]?.hasPrefix("{\(biblatex.split(separator: "/")[0])") == true)
    }
  }

  @Test("A date in words, pages, identifiers and notes keep what they say")
  func others() {
    var item = Item(id: "k", type: .articleJournal)
    item[date: .issued] = CSLDate(literal: "in press")
    item[.page] = "964–70, 12"
    item[.DOI] = "10.1/a_b"
    item[.PMID] = "7"
    item[custom: "arXiv"] = "2301.01234"
    item[.note] = "A & B"
    item[.PMCID] = "PMC1"
    item[.language] = "de-AT"
    let bibtex = entry(item, .bibtex).fields
    #expect(bibtex["year"] == "{in press}")
    #expect(bibtex["pages"] == "{964--970, 12}")
    #expect(bibtex["doi"] == "{10.1/a_b}")
    #expect(bibtex["eprint"] == "{7}")
    #expect(bibtex["eprinttype"] == "{pubmed}")
    #expect(bibtex["note"] == #"{A \& B; PMCID: PMC1}"#)
    #expect(bibtex["language"] == "{de-AT}")
    let biblatex = entry(item, .biblatex).fields
    #expect(biblatex["pubstate"] == "{inpress}")
    #expect(biblatex["langid"] == "{austrian}")
    item[.PMID] = nil
    item[.note] = nil
    let others = entry(item, .bibtex).fields
    #expect(others["eprint"] == "{2301.01234}")
    #expect(others["eprinttype"] == "{arxiv}")
    #expect(others["note"] == "{PMCID: PMC1}")
  }

  @Test("Keys lose what BibTeX ends them at, and fields stand under one another")
  func layout() {
    var item = Item(id: "a\"#%'(),={}~\\&$^b_c:d-é ", type: .book)
    item[.title] = "T"
    item[.publisher] = "P"
    var writer = BibTeXWriter(.bibtex)
    let text = writer.text(of: [item, Item(id: "x", type: .book)])
    #expect(text == "@book{a&b_c:d-e,\n  title     = {T},\n  publisher = {P},\n}\n\n@book{x,\n}\n")
    #expect(writer.bytes.isEmpty)
  }

  @Test(
    "Words whose capitals must stay stand in braces, names only in a title in sentence case",
    arguments: [
      ("Role of NHANES data", "Role of {NHANES} data"), ("mRNA levels fell", "{mRNA} levels fell"),
      ("Pain in Parkinson's disease patients", "Pain in {Parkinson's} disease patients"),
      ("Pain In Parkinson's Disease", "Pain In Parkinson's Disease"),
      ("Pain: Ice helps patients", "Pain: Ice helps patients"),
      ("Pain. Ice! Now? Then works", "Pain. {Ice}! {Now}? {Then} works"),
      ("Pain in Parkinson disease at 4 °C", "Pain in {Parkinson} disease at 4 °{C}"),
      ("THE TREATMENT OF LOW BACK PAIN", "THE TREATMENT OF LOW BACK PAIN"),
      ("The {Bayes} set {a, b}", #"The \{Bayes\} set \{a, b\}"#), ("A } b", #"A \textbraceright{} b"#),
      ("Values </i> close", #"Values \textless{}/i\textgreater{} close"#),
      ("Role of <i>ecoli", #"Role of \textless{}i\textgreater{}ecoli"#),
      ("Pain, Ice helps patients", "Pain, {Ice} helps patients"),
      ("Muscle-Strengthening in old patients", "{Muscle-Strengthening} in old patients"),
      ("About Muscle-Strengthening in Many Patients", "About Muscle-Strengthening in Many Patients"),
      ("The X-Ray of patients there", "The {X-Ray} of patients there"),
      ("Type (DNA) in cells", "Type ({DNA}) in cells"),
      ("Role of <i>BRCA1</i> genes", #"Role of \textit{{BRCA1}} genes"#),
      ("<i>Homo sapiens</i> there", #"\textit{Homo sapiens} there"#),
      ("Vaccines in the U.S.", "Vaccines in the {U.S.}"), ("Ice of the U.K., today", "Ice of the {U.K.}, today"),
      ("Role of DNA.", "Role of {DNA}."),
      ("pH 7 & more", #"{pH} 7 \& more"#), ("", ""),
    ])
  func titles(title: String, written: String) {
    var item = Item(id: "k", type: .book)
    item.set(.title, richText: title)
    #expect(entry(item, .bibtex).fields["title"] ?? "" == (written.isEmpty ? "" : "{\(written)}"))
  }

  @Test(
    "Entries are known by how the first of them begins",
    arguments: [
      ("@article{a,", true), ("\n\n  % remark\n @book (a", true), ("@comment {x}", true), ("@{a", false),
      ("@1{a", false),
      ("@article", false), ("@article a", false), ("article{", false), ("% @article{\nx", false), ("", false),
      ("%", false),
      ("\r\n@a\t{", true), ("@a1{", false),
    ])
  func recognizes(text: String, isBibTeX: Bool) {
    #expect(RecordFormat.bibtex.recognizes?(Array(text.utf8)) == isBibTeX)
    #expect(
      RecordFormat.bibtex.recognizes?(Array(String(repeating: "\n", count: 4096).utf8) + Array(text.utf8)) == isBibTeX)
  }
}
