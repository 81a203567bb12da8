import IbidModel
import TestSupport
import Testing

@testable import IbidStore

extension SearchQuery {
  /// The query as a line: `title:(pain|chronic pain*) & year:2020`.
  fileprivate var line: String {
    (clauses.map { clause in
      let terms = clause.anyOf.map {
        ($0.column.map { "\($0):" } ?? "") + $0.term.words.joined(separator: " ") + ($0.term.isPrefix ? "*" : "")
      }
      return (clause.isExcluded ? "!" : "") + (terms.count == 1 ? terms[0] : "(\(terms.joined(separator: "|")))")
    } + filters.map { "\($0)" }).joined(separator: " & ")
  }
}

struct TypedQueryTests {
  @Test(
    "What a person types becomes clauses",
    arguments: [
      ("pain", "pain"), ("chronic pain", "chronic & pain"), (" chronic\tpain\n", "chronic & pain"),
      ("\"chronic pain\"", "chronic pain"), ("“Chronic pain”", "chronic pain"), ("\"chronic\tpain\"", "chronic pain"),
      ("\"chronic\npain\" a\tb\nc", "chronic pain & a & b & c"), ("a\"b c\"d", "a & b c & d"),
      ("\"chronic pain", "chronic pain"), ("trea*", "trea*"), ("tre*at", "tre at"), ("\"trea*\"", "trea"),
      ("*", ""), ("ŁUKASZ", "lukasz"), ("β-blockers", "β blockers"), ("O'Neill's", "oneills"),
      ("author:Łukasz", "author:lukasz"), ("AUTHOR:x", "author:x"), ("year:2020", "year:2020"),
      (
        "title:a container:b keyword:c abstract:d identifier:e",
        "title:a & container:b & keyword:c & abstract:d & identifier:e"
      ),
      ("author:trea*", "author:trea*"), ("author:\"van der Berg\"", "author:van der berg"),
      ("author: x", "x"), ("author:", ""), ("journal: x", "journal & x"), ("2:3", "2 3"), ("http://a", "http a"),
      ("https://doi.org/10.1000/X.1", "identifier:10 1000 x 1"), ("10.1000/X", "identifier:10 1000 x"),
      ("DOI:10.1000/X", "identifier:10 1000 x"), ("https://pubmed.ncbi.nlm.nih.gov/123/?a=b", "identifier:123"),
      ("pmid:123 pain", "identifier:123 & pain"), ("10.5 mg", "10 5 & mg"), ("year:20*", "year:20*"),
      (":x", "x"),
      ("title:a:b", "title:a b"), ("\"title:a b\"", "title:a b"), ("author:\"a\"b", "author:a & b"),
      ("a -x NOT y", "a & !x & !y"), ("a OR b c", "(a|b) & c"), ("OR a", "or & a"),
      ("a AND b", "a & b"), ("title:a OR author:b OR c*", "(title:a|author:b|c*)"), ("NOT \"a b\" c", "!a b & c"),
      ("(a OR b) c", "(a|b) & c"), ("(a b)", "a & b"), ("((a))", "a"), ("()", ""),
      ("child(ren) (f(x))", "child ren & f x"),
      ("c NOT (a OR b)", "c & !(a|b)"), ("c -(a OR b)", "c & !(a|b)"), ("(author:\"a b\" OR c)", "(author:a b|c)"),
      ("a NOT b OR c", "a & !(b|c)"), ("year:2019..2021", "(year:2019|year:2020|year:2021)"), ("a-b", "a b"),
      ("中文 标题", "中 文 & 标 题"), ("慢性pain", "慢 性 pain"), ("かな", "か な"), ("한국어", "한국어"),
      ("a tag:RCT", "a & tag(\"RCT\")"), ("-is:retracted", "not(IbidStore.WorkFilter.isRetracted)"),
      ("type:book OR key:a*", "any([IbidStore.WorkFilter.type(\"book\"), IbidStore.WorkFilter.key(\"a*\")])"),
      ("has:DOI", "has(\"DOI\")"), ("\"; DROP", "drop"), ("\"", ""), ("\"\"", ""), ("", ""),
      (" \t\n", ""), ("¡!", ""),
    ])
  func reads(text: String, line: String) throws {
    #expect(try SearchQuery(text).line == line)
  }

  @Test(
    "What cannot be understood is said",
    arguments: [
      ("foo:bar", SearchError.unknownColumn("foo")), ("Journal:x", .unknownColumn("Journal")),
      ("pain OR (", .unbalanced), ("a) b", .unbalanced), ("((a)", .unbalanced), ("tag:", .nothing("tag:")),
      ("year:2015-10", .badRange("2015-10")), ("year:2O15", .badRange("2O15")),
      ("year:2022..2018", .badRange("2022..2018")), ("year:a..b", .badRange("a..b")), ("year:..", .badRange("..")),
      ("is:nice", .unknownFilter(name: "is", value: "nice", known: ["retracted"])),
    ])
  func refuses(text: String, error: SearchError) {
    #expect(throws: error) { try SearchQuery(text) }
  }

  @Test(
    "Words and filters are joined as one likes; words that must occur are looked for first",
    arguments: [
      ("tag:rct OR hip", "acd", ""), ("(tag:rct OR hip)", "acd", ""), ("tag:rct AND hip", "a", "hip"),
      ("NOT (tag:rct OR hip)", "be", ""), ("NOT hip", "bce", "!hip"), ("-knee", "ade", "!knee"),
      ("(knee tag:rct) OR hip", "acd", "(knee|hip)"), ("(knee year:2003) OR (hip year:2001)", "ac", "(knee|hip)"),
      ("knee -tag:rct", "b", "knee"), ("NOT (knee tag:rct)", "abde", ""), ("type:book OR key:a", "ae", ""),
      ("note:ann OR publisher:springer", "be", ""), ("rct", "ac", "rct"), ("\"ask ann\"", "b", "ask ann"),
      ("springer", "e", "springer"), ("nct00381290", "d", "nct00381290"), ("key:b", "b", ""),
      ("screening:include OR screening:none", "abcde", ""), ("year:2003 OR tag:rct", "ac", ""),
    ])
  func joins(text: String, keys: String, words: String) throws {
    let folder = try TemporaryFolder()
    let library = try SQLiteLibrary(path: folder.path + "/l.sqlite", access: .create)
    func item(_ key: String, _ title: String, _ year: Int) -> Item {
      var item = article(title, key: key)
      item[date: .issued] = CSLDate(year)
      return item
    }
    var (d, e) = (item("d", "Hip and tendon", 2004), item("e", "Gait", 2005))
    d[custom: "ris"] = .object([JSONMember("C1", .array([.string("NCT00381290")]))])
    (e.type, e[.publisher]) = (.book, "Springer")
    _ = try library.add([item("a", "Hip pain", 2001), item("b", "Knee pain", 2002), item("c", "Knee gain", 2003), d, e])
    try library.change("tag") { changes in
      for key in ["a", "c"] { _ = try changes.edit(key: key) { $0.tags = ["rct"] } }
      _ = try changes.edit(key: "b") { $0.notes = ["Ask Ann"] }
    }
    let query = try SearchQuery(text)
    let line = query.line.split(separator: " & ").prefix(query.clauses.count).joined(separator: " & ")
    #expect(line == words)
    #expect(try library.search(query).map(\.id).sorted().joined() == keys)
  }

  @Test("A hundred thousand words are as many clauses, and what is rendered of them is no deeper")
  func readsLongQueries() throws {
    let query = try SearchQuery(String(repeating: "title:f(x \"a b\" ", count: 100_000))
    #expect(query.clauses.count >= 100_000)
    #expect(!query.fts5.contains("("))
  }
}

struct WorkQueryTests {
  @Test(
    "Authors must all be there, and the year where there is one",
    arguments: [
      (["Łukasz"], nil, "author:lukasz"),
      (["van der Berg", "Li"], 2020, "author:van der berg & author:li & year:2020"),
      (["?", "Li"], 7, "author:li & year:7"), (["?"], 2020, ""), ([], 2020, ""), ([], nil, ""),
    ] as [([String], Int?, String)])
  func readsAuthors(families: [String], year: Int?, line: String) {
    #expect(SearchQuery(authors: families, year: year).line == line)
  }

  @Test(
    "An author, a year and a word of the title are looked for as far as there is text in them",
    arguments: [
      ("O\"Brien*", "pain", "author:o brien & year:2020 & title:pain"), ("?", "pain", ""),
      ("Li", "", "author:li & year:2020"), ("Li", nil, "author:li & year:2020"),
    ] as [(String, String?, String)])
  func readsAuthorAndWord(family: String, word: String?, line: String) {
    #expect(SearchQuery(author: family, year: 2020, titleWord: word).line == line)
  }

  @Test("A place and a word of a title are words")
  func readsPlaces() {
    #expect(SearchQuery(place: "27p100").line == "identifier:27p100")
    #expect(SearchQuery(titleWord: "Pain").line == "title:pain")
    #expect(SearchQuery(titleWord: "?").clauses.isEmpty)
  }
}

struct FTS5Tests {
  @Test(
    "SQLite is asked in FTS5's language",
    arguments: [
      ([], ""), ([([("pain", false)], nil)], #""pain""#), ([([("Chronic pain", false)], nil)], #""chronic pain""#),
      ([([("trea", true)], .title)], #"title : "trea"*"#),
      ([([("a", false), ("b c", true)], .author)], #"author : ("a" OR "b c"*)"#),
      ([([("a", false), ("b", false)], nil), ([("2020", false)], .year)], #"("a" OR "b") AND year : "2020""#),
      ([([("\" OR x:\"", false)], nil)], #""or x""#), ([([("?", false)], .title)], ""),
      ([([("?", false), ("b", false)], .title)], #"title : "b""#),
    ] as [([([(String, Bool)], SearchColumn?)], String)])
  func renders(clauses: [([(String, Bool)], SearchColumn?)], expression: String) {
    var query = SearchQuery()
    for (terms, column) in clauses { query.require(terms.map { SearchQuery.Term($0.0, isPrefix: $0.1) }, in: column) }
    #expect(query.fts5 == expression)
  }

  @Test("The columns are those of the index, in its order")
  func columnsAreThoseOfTheIndex() {
    #expect(
      SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")
        == "title, author, container, year, keyword, abstract, identifier, other")
  }
}

struct SearchTextTests {
  @Test("What is searched of a record stands in eight columns, folded")
  func fillsColumns() {
    var text = SearchText()
    let item = record(
      """
      {'id':'Key-1','type':'book','title':'Größe','original-title':'Taille','container-title':'Journal','container-title-short':'J.',
      'keyword':'pain; gain','abstract':'Done.','DOI':'10.1000/X','publisher':'Ålborg UP','genre':'PhD thesis',
      'note':'Read it','custom':{'ris':{'C1':['NCT00381290'],'N1':['third']}},'issued':{'date-parts':[[2020]]},
      'author':[{'family':'Berg','given':'A','non-dropping-particle':'van'},{'literal':'WHO'}],'editor':[{'family':'Li'}]}
      """)
    var entries = WorkEntries(item, item.identifiers, title: nil)
    (entries.tags, entries.notes) = (["Knee", "rct"], ["ask Ann"])
    for _ in 0..<2 { text.add(entries) }
    var columns: [String] = []
    for (start, end) in zip([0] + text.ends, text.ends) {
      columns.append(
        String(decoding: text.bytes[start..<end], as: UTF8.self).split(separator: " ").joined(separator: " "))
    }
    let once = [
      "grosse taille", "van berg a who li", "journal j", "2020", "knee rct pain gain", "done", "10 1000 x key 1",
      "ask ann nct00381290 third alborg up phd thesis read it",
    ]
    #expect(columns == once + once)
    text.removeAll()
    #expect(text.bytes.isEmpty && text.ends.isEmpty)
  }
}
