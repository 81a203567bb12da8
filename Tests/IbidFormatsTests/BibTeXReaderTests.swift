import IbidFormats
import IbidModel
import Testing

struct BibTeXReaderTests {
  private func read(_ text: String) throws -> (items: [Item], problems: [String]) {
    let result = try BibTeXReader.items(in: Array(text.utf8), path: "x.bib")
    return (result.items, result.summary.problems.map { "\($0.line) \($0.record ?? "-"): \($0.message)" })
  }

  @Test("A file may end anywhere, a backslash the last of it")
  func endsAnywhere() {
    let file = Array(
      #"""
      @string{j = "Salt" # { Lakes}}
      @article(a, title = {A \{b\} "c" {$x_1$ \"o}, author = "Roe, A. {and} \'E. Poe", journal = j # " \& Co",
        year = 2001)
      @comment{x \} y}
      @book{b, title = {\textit{c}, note = "d
      """#.utf8)
    for end in 0...file.count {
      for ending: [UInt8] in [[], [UInt8(ascii: "\\")]] {
        // Without an entry it is no such file.
        let items = (try? BibTeXReader.items(in: file[..<end] + ending).items) ?? []
        #expect(items.count <= 2)
      }
    }
  }

  @Test(
    "Entries are found however they are written",
    arguments: [
      ("@article{a, title={T}}", ["a T"]), ("@ARTICLE ( a ,Title = \"T\" )", ["a T"]),
      ("@book{a,title={T},}@book{b, title = {U}}", ["a T", "b U"]), ("@misc{a}", ["a -"]), ("@misc{a,\n}", ["a -"]),
      ("@misc{ a b , title={T}}", ["a b T"]), ("@misc{,\ntitle={T}}", ["- T"]), ("@misc{title={T}}", ["- T"]),
      ("@misc{\n title = {T}\n}", ["- T"]), ("@misc{a\n title = {T}\n}", ["a T"]),
      ("Some prose me@home.org. @misc{a, title={T}}", ["a T"]), ("% @misc{a, title={T}}\n@misc{b}", ["b -"]),
      ("@comment{@misc{a}}@comment x\n@preamble{\"x\"}@misc{b, title={T}}", ["b T"]),
      ("@misc{a, title = {Write\n  @once or {@twice}}}", ["a Write @once or @twice"]),
      ("@string{t = {T}} @string(u=\"U\") @misc{a, title = t # { and } # u # 7}", ["a T and U7"]),
      ("@misc{a, title = {T},\n % note = {old},\n year=2000}", ["a T"]), ("@misc{a, title=7}", ["a 7"]),
      ("@xdata{x, title={T}} @misc{a, xdata={x}}", ["a T"]), ("@comment x", []), ("", []),
      ("@misc{", ["- -"]),
    ])
  func findsEntries(text: String, found: [String]) throws {
    let items = try read(text).items
    #expect(items.map { "\($0.id.isEmpty ? "-" : $0.id) \($0[.title] ?? "-")" } == found)
  }

  @Test(
    "A journal's short name is text, and a PMCID is no note, wherever the writer had to put it",
    arguments: [
      ("shortjournal = {Br J Salt}", "Br J Salt", nil, nil), ("note = {PMCID: PMC12}", nil, "PMC12", nil),
      ("note = {Kept in Oslo; PMCID: PMC12}", nil, "PMC12", "Kept in Oslo"),
      ("note = {See PMCID: PMC12}", nil, nil, "See PMCID: PMC12"), ("note = {PMCID: none}", nil, nil, "PMCID: none"),
      ("pmcid = {PMC7}, note = {PMCID: PMC12}", nil, "PMC7", "PMCID: PMC12"),
    ] as [(String, String?, String?, String?)])
  func readsShortNamesAndNumbers(fields: String, short: String?, pmcid: String?, note: String?) throws {
    let item = try #require(try read("@article{a, title = {T}, \(fields)}").items.first)
    #expect(item[.containerTitleShort] == short && item[.PMCID] == pmcid && item[.note] == note)
    #expect(item.nameLists.isEmpty)
  }

  @Test(
    "What is broken is told with its line and key, and the rest is kept",
    arguments: [
      (
        "@misc{a, title = {T}\n year = 2000}\n@misc{b}", ["a T", "b -"],
        ["2 a: no comma stands behind the field “title”"]
      ),
      (
        "@misc{a,\n title={T},\n title={U}}", ["a T"],
        ["3 a: the field “title” is given twice; the first one counts"]
      ),
      (
        "@misc{a, journal = foo}\n@misc{b, note = FOO}", ["a -", "b -"],
        ["1 -: no string “foo” is defined; its name is kept"]
      ),
      (
        "@misc{a, title={T}\n\n@misc{b, title={U}}", ["a T", "b U"],
        ["3 a: the entry is not closed before the next one"]
      ),
      (
        "@misc{a,\n title={One {brace,\n year={2000}\n}\n@misc{b, title={U}}", ["a One brace", "b U"],
        ["2 a: a value is not closed; it ends before the next field"]
      ),
      (
        "@misc{a,\n title={One {brace},\n year={2000}\n}\n@misc{b, title={U}}", ["a One brace, year=2000", "b U"],
        ["5 a: the entry is not closed before the next one"]
      ),
      (
        "@misc{a,\n title={One {brace},\n  and {more}\n@misc{b, title={U}}", ["a One brace", "b U"],
        ["2 a: a value's braces do not match; it is cut at its line's end"]
      ),
      (
        "@misc{a, title={T}, year={20", ["a T"],
        ["1 a: a value is not closed; what follows its first line is left out"]
      ),
      ("@misc{a}\n@book{a}", ["a -", "a -"], ["2 a: the key is given to an entry before, too"]),
      ("@misc{, title={T}}", ["- T"], ["1 -: the entry has no key; one is made"]),
      (
        "@misc{a, crossref={b}} @misc{c, crossref={d}} @misc{d, crossref={c}}", ["a -", "c -", "d -"],
        [
          "1 a: no entry has the key “b” that “crossref” names",
          "1 c: “crossref” leads back to the entry itself, by “c”",
          "1 d: “crossref” leads back to the entry itself, by “d”",
        ]
      ),
    ])
  func mends(text: String, found: [String], told: [String]) throws {
    let (items, problems) = try read(text)
    #expect(items.map { "\($0.id.isEmpty ? "-" : $0.id) \($0[.title] ?? "-")" } == found)
    for message in told { #expect(problems.contains(message), "\(problems)") }
  }

  @Test(
    "Names have the parts that BibTeX and biblatex see",
    arguments: [
      ("Mona Rand", "Rand|Mona"), ("Rand, Mona", "Rand|Mona"), ("Ludwig van Beethoven", "[van] Beethoven|Ludwig"),
      ("van der Berg, Jan", "[van der] Berg|Jan"), ("Stone, Jr., P. T.", "Stone|P. T.|Jr."),
      ("Stone, P. T., Jr.", "Stone|P. T.|Jr."), ("Paul Stone Jr.", "Stone|Paul|Jr."), ("Plato", "Plato"),
      ("{Office of Salt and Snow}", "=Office of Salt and Snow"), ("{R\\&D} Group", "Group|R&D"),
      ("{\\\"A}berg, Frida", "Åberg|Frida".replacingA), ("in 't Veld, Vincent", "[in 't] Veld|Vincent"),
      ("al-Hadi, T", "al-Hadi|T"), ("d'Arcy, J", "d'Arcy|J"), ("Jean-Paul~Roy", "Roy|Jean-Paul"),
      ("family=Hove, given=Jeroen, prefix=van den, useprefix=true", "[van den] Hove|Jeroen"),
      ("given={Anna, B}, family=Roe, prefix=de, useprefix=false", "(de) Roe|Anna, B"),
      ("Roe, % a remark\n Anna", "Roe|Anna"), (", foo", "=foo"),
    ])
  func names(author: String, parts: String) throws {
    let item = try #require(try read("@misc{a, author = {\(author)}}").items.first)
    #expect(item[names: .author].map(listed) == [parts])
  }

  private func listed(_ name: Name) -> String {
    if let literal = name.literal { return "=" + literal }
    let particles =
      (name.droppingParticle.map { "(\($0)) " } ?? "") + (name.nonDroppingParticle.map { "[\($0)] " } ?? "")
    return [particles + (name.family ?? ""), name.given, name.suffix].compactMap(\.self).joined(separator: "|")
  }

  @Test("Lists are parted by the word «and» outside of braces, and may be broken off")
  func nameLists() throws {
    let text = "@misc{a, author={A One and\n{B and C} AND Sand, D and others}, editor={E, F and G, H and et al.}}"
    let item = try #require(try read(text).items.first)
    #expect(item[names: .author].map(listed) == ["One|A", "=B and C", "Sand|D"])
    #expect(item.isBrokenOff(names: .author))
    #expect(item[names: .editor].map(listed) == ["E|F", "G|H"])
    #expect(item.isBrokenOff(names: .editor))
  }

  @Test(
    "Dates are read in both dialects",
    arguments: [
      ("year=2001", "2001"), ("year={2001}, month=mar", "2001-3"), ("year=2001, month={March}", "2001-3"),
      ("year=2001, month={3}, day={4}", "2001-3-4"), ("year=2001, month={Sep--Oct}", "2001-9/2001-10"),
      ("year=2001, month={Dec/Jan}", "2001-12/2002-1"),
      ("year=2001, month = \"23{--}27~\" # may", "2001-5-23/2001-5-27"),
      ("year=2001, month={2--7 June}", "2001-6-2/2001-6-7"),
      ("year=2001, month={may 30 -- june 2}", "2001-5-30/2001-6-2"),
      ("year=2001, month={Spring}", "2001 s1"), ("year=2001, month={30 February}", "2001-2"),
      ("year={1995--96}", "1995/1996"), ("year={in press}", "“in press”"), ("year={c. 1850}", "1850~"),
      ("year={[1850]}", "1850~"), ("year={\\noopsort{1973b}1973}", "1973"), ("date={2001-03-04}", "2001-3-4"),
      ("date={2001-03/2002}", "2001-3/2002"), ("date={2001/..}", "2001/0"), ("date={2001-21}", "2001 s1"),
      ("date={2001~}", "2001~"), ("date={-0044}", "-44"), ("date={199X}", "1990/1999"), ("date={1999-XX-XX}", "1999"),
      ("date={2001-02-30}", "2001-2"), ("date={1.5.1998}", "1998-5-1"), ("date={2001-03-04}, year={1999}", "2001-3-4"),
    ])
  func dates(fields: String, date: String) throws {
    let item = try #require(try read("@misc{a, \(fields)}").items.first)
    #expect(item[date: .issued].map(listed) == date)
  }

  private func listed(_ date: CSLDate) -> String {
    func one(_ parts: CSLDate.Parts) -> String {
      [parts.year, parts.month, parts.day].compactMap { $0.map(String.init) }.joined(separator: "-")
        + (parts.season.map { " s\($0)" } ?? "")
    }
    if let literal = date.literal { return "“\(literal)”" }
    return [date.start, date.end].compactMap { $0.map(one) }.joined(separator: "/") + (date.isCirca ? "~" : "")
  }

  @Test(
    "Values are text, with markup and protected capitals beside it",
    arguments: [
      ("Salt of {Norway} and s{m{el}}l", "Salt of Norway and smell", "Salt of <p>Norway</p> and s<p>mel</p>l"),
      ("Salt of {Norway}", "Salt of Norway", nil),
      ("{Whole {Title}}", "Whole Title", nil), ("Some {words}", "Some words", "Some <p>words</p>"),
      ("{{Whole}}", "Whole", nil),
      (
        "A \\emph{b} \\textbf{c}{\\it d} H\\textsubscript{2}O", "A b cd H2O",
        "A <i>b</i> <b>c</b><i>d</i> H<sub>2</sub>O"
      ),
      ("{\\'E}t\\'e {\\ss}", "Été ß", nil), ("A 50\\% drop and 20% more", "A 50% drop and 20% more", nil),
      ("$\\alpha$-helix, $x^2$ and $\\le 5$", "α-helix, x2 and ≤ 5", "α-helix, x<sup>2</sup> and ≤ 5"),
      ("Cost: $5 or $10", "Cost: $5 or $10", nil), ("a  b\n\tc ", "a b c", nil),
      ("``a'' 1--2 it's", "“a” 1–2 it's", nil),
      ("\\enquote{a \\enquote{b}}", "“a ‘b’”", nil), ("a <b> c", "a <b> c", nil), ("\\emph{}a", "a", nil),
      ("{NHANES} and {Parkinson}", "NHANES and Parkinson", nil),
      ("Text \\& more, \\url{http://x.org/a_b}", "Text & more, http://x.org/a_b", nil),
      ("25$^\\circ$C", "25°C", nil), ("{${\\mathbf{R}}^n$}", "Rn", "<b>R</b><sup>n</sup>"),
    ] as [(String, String, String?)])
  func values(value: String, plain: String, rich: String?) throws {
    let item = try #require(try read("@book{a, title = {\(value)}}").items.first)
    #expect(item[.title] == plain)
    let shortened = item.richTexts[.title].map { text in
      text.split(separator: "<span class=\"nocase\">", omittingEmptySubsequences: false).joined(separator: "<p>")
        .split(separator: "</span>", omittingEmptySubsequences: false).joined(separator: "</p>")
    }
    #expect(shortened == rich)
  }

  @Test("Fields stand in CSL's variables, and what has none in `custom`, as it is written")
  func fields() throws {
    let text = """
      @comment{jabref-meta: x;}
      @InCollection{a, title={T}, subtitle={S}, booktitle={B}, editor={E, F}, pages={34, 37--39}, series={Se},
        number=3, publisher={P}, address={Oslo}, doi={https://doi.org/10.1000/a\\_b}, url={http://x.org/a\\%20b},
        keywords={Pain, {Ethics, medical}}, langid={ngerman}, eprint={1234}, eprinttype={pubmed}, file = {a\\_b:pdf},
        eid = {e7}, shorttitle={Sh}, pubstate={inpress}}
      @mvbook{b, title={T}, number=7}
      @mastersthesis{c, school={U}}
      @comment{behind}
      """
    let items = try read(text).items
    #expect(
      JSONWriter.text(of: .array(items.map { $0.cslJSON() })) == """
        [{"id":"a","type":"chapter","collection-title":"Se","container-title":"B","DOI":"10.1000/a_b",\
        "keyword":"Pain; Ethics, medical","language":"de","PMID":"1234","publisher":"P","publisher-place":"Oslo",\
        "status":"in press","title":"T: S","title-short":"Sh","URL":"http://x.org/a%20b","collection-number":"3",\
        "number":"e7","page":"34, 37-39","editor":[{"family":"E","given":"F"}],"custom":{"bibtex":{"@before":[\
        "@comment{jabref-meta: x;}"],"file":"a\\\\_b:pdf"}}},{"id":"b","type":"book","title":"T","number":"7",\
        "custom":{"bibtex":{"@type":"mvbook"}}},{"id":"c","type":"thesis","genre":"Master’s thesis","publisher":"U",\
        "custom":{"bibtex":{"@behind":["@comment{behind}"]}}}]
        """)
  }

  @Test(
    "Fields come from the entries that «crossref» and «xdata» name, before or behind, with the names they have there")
  func inheritance() throws {
    let text = """
      @inproceedings{a, title={A}, crossref={p}}
      @xdata{x, publisher={P}, year=1999}
      @proceedings{p, title={Proc}, subtitle={Sub}, editor={E, F}, doi={10.1000/p}, xdata={x}, year=2000}
      @inbook{b, title={B}, crossref={P}, date={2001}}
      """
    let items = try read(text).items
    #expect(items.map(\.id) == ["a", "p", "b"])
    #expect(items[0][.containerTitle] == "Proc: Sub")
    #expect(items[0][.publisher] == "P")
    #expect(items[0][.DOI] == nil)
    #expect(items[0][date: .issued]?.year == 2000)
    #expect(items[0].custom.isEmpty)
    #expect(items[2][date: .issued]?.year == 2001)
    #expect(items[2][names: .editor].count == 1)
  }

  @Test(
    "Values are read in the encoding that the file names, else in Windows'",
    arguments: [
      ("", [0xE9], "é"), ("% Encoding: ISO8859_2\n", [0xB1], "ą"), ("% Encoding: UTF-8\n", [0xE9], "é"),
      ("%% Saved with string encoding Western (Mac OS Roman) \n", [0x8E], "é"), ("", [0xC3, 0xA9], "é"),
      ("% Encoding: latin1\n", [0xC3, 0xA9], "é"), ("% Encoding: GBK\n", [0x81, 0x5C], "乗"),
    ] as [(String, [UInt8], String)])
  func encodings(head: String, letter: [UInt8], text: String) throws {
    let bytes = Array((head + "@misc{a, title={x").utf8) + letter + Array("}}".utf8)
    #expect(try BibTeXReader.items(in: bytes).items.first?[.title] == "x" + text)
  }

  @Test("What holds nothing of BibTeX's is no such file", arguments: ["@", "@misc", "Some prose"])
  func refuses(text: String) { #expect(throws: InputError.self) { try read(text) } }

  @Test("Nothing that is long or deep takes long or breaks")
  func endures() throws {
    let many = 20_000
    func times(_ text: String) -> String { String(repeating: text, count: many) }
    let texts = [
      times("@"), times("@a{"), times("@comment{x "), times("@misc{a, title={x {y,\n"), times("{"),
      "@a{b, c={" + times("{") + times("}") + "}}", "@a{b, " + times("x={1},") + "}",
      "@a{b, title={" + times("$5 ") + "}}",
      "@a{b, title={" + times("\\enquote{") + "}}", "@a{b, title={" + times("\\'{") + "}}",
      "@a{b, author={" + times("and ") + "}}",
      "@a{b, title=\"" + times("\" a") + "}", "@string{s={x}}@a{b, title=" + times("s#") + "s}",
      (0..<2000).map { "@a{k\($0), crossref={k\($0 + 1)}}" }.joined(), "@a{b, title={" + times("{\\it ") + "}}",
    ]
    for text in texts { _ = try? read(text) }
  }
}

extension String {
  fileprivate var replacingA: String { "Ä" + dropFirst() }

  @Test("Strings of strings end where they grow too long, and the entry is kept")
  func boundsStrings() throws {
    let doubled = (1...40).map { "@string{s\($0) = s\($0 - 1) # s\($0 - 1)}\n" }.joined()
    let text = "@string{s0 = {xxxxxxxxxx}}\n" + doubled + "@misc{a, title = {Salt}, note = s40 # { end}}\n"
    let (items, summary) = try BibTeXReader.items(in: Array(text.utf8))
    #expect(items.map(\.id) == ["a"] && (items[0][.note]?.utf8.count ?? 0) < 1 << 18)
    #expect(summary.problems.contains { $0.message.contains("grow beyond 64 kB; “s") && $0.line > 10 })
  }

  @Test("An entry that stands twice is given once and said; another work under its key is kept")
  func givesRepeatedEntriesOnce() throws {
    let entry = "@book{okafor1999, title = {Rivers}, year = 1999}\n"
    let twice = try BibTeXReader.items(in: Array((entry + entry).utf8))
    #expect(twice.items.count == 1)
    #expect(twice.summary.problems.map(\.line) == [2])
    #expect(twice.summary.problems.first?.message.contains("given once") == true)
    let other = try BibTeXReader.items(in: Array((entry + "@book{okafor1999, title = {Lakes}, year = 1999}").utf8))
    #expect(other.items.map { $0[.title] } == ["Rivers", "Lakes"])
  }

  @Test(
    "What two fields share is written back as it was",
    arguments: [
      "@article{a, title = {One}, journal = {J. Appl. Prob.}, fjournal = {Journal of Applied Probability}}",
      "@misc{a, title = {One}, publisher = {Tide Press}, howpublished = {Leaflet}}",
      "@inproceedings{a, title = {One}, journal = {Proc.}, booktitle = {Days of {X}}}",
      "@proceedings{a, title = {One}, booktitle = {Oceans}}",
      "@phdthesis{a, title = {One}, publisher = {Tide Press}, school = {Leuven}}",
      "@article{a, title = {Notes on {Q}uarks and Other Things}, author = {Vander\\,Werf, J.K. and El~Amin, Rob}}",
      "@article{a, title = {One}, year = {1988/89}}",
      "@article{a, title = {One}, year = 2003, month = {March 16, 2003}}",
      "@article{a, author = {Frank Shipman, III and Stone, J.}}", "@book{b&c, title = {Main Page - {W}iki}}",
    ])
  func keepsSharedFields(bib: String) throws {
    let items = try BibTeXReader.items(in: Array(bib.utf8)).items
    var writer = BibTeXWriter(.bibtex)
    let first = writer.text(of: items)
    let again = try BibTeXReader.items(in: Array(first.utf8)).items
    #expect(again == items, "\(first)")
    var second = BibTeXWriter(.bibtex)
    #expect(second.text(of: again) == first)
  }

  @Test(
    "What holds an «and» together is one body",
    arguments: [
      (#"Marks {and} Spencer"#, "Marks and Spencer"), (#"{Marks} {and} {Spencer}"#, "Marks and Spencer"),
      (#"Marks \& Spencer"#, "Marks & Spencer"), (#"Office of Salt {and} Snow"#, "Office of Salt and Snow"),
    ])
  func keepsFirms(written: String, name: String) throws {
    let text = "@book{a, author = {\(written) and Roe, Jane}, title = {T}}\n"
    let item = try #require(try BibTeXReader.items(in: Array(text.utf8)).items.first)
    #expect(item[names: .author] == [Name(literal: name), Name(family: "Roe", given: "Jane")])
  }
}
