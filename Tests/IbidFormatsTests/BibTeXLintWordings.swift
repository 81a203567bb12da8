import Testing

/// Faults in other words than the rules' examples have: other types of entries, marks, languages and lines.
enum BibTeXLintWordings {
  struct Row: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String
    var testDescription: String { "\(rule): \(text)" }
  }

  /// A book in quotation marks, an article of biblatex' over several lines, a talk in parentheses: with one line each.
  private static func book(_ line: String) -> String {
    "@Book{knuth:84,\n  Author = \"Knuth, Donald E.\",\n  Title = \"The art\",\n  Publisher = \"Press\",\n"
      + "  \(line),\n  Year = 1984\n}\n"
  }

  private static func online(_ line: String) -> String {
    "% my library\n@online{weber2019,\n  author       = {Weber, Jörg},\n  title        = {Zeit},\n"
      + "  \(line),\n  date         = {2019-05}\n}\n\n@string{x = {X}}\n"
  }

  private static func talk(_ line: String) -> String {
    "@string(acm = \"ACM Press\")\n\n@inproceedings( silva_98 ,\n author={Silva, Ana},\n title={Sal},\n \(line),\n"
      + " booktitle=\"Proc. of \" # acm,\n year=\"1998\" )\n"
  }

  private static func three(_ rule: String, _ first: String, _ second: String, _ third: String) -> [Row] {
    [Row(rule: rule, text: book(first)), Row(rule: rule, text: online(second)), Row(rule: rule, text: talk(third))]
  }

  private static func row(_ rule: String, _ text: String) -> Row { Row(rule: rule, text: text) }

  static let all: [Row] = marks + keys + fields + names

  private static let marks: [Row] = [
    three("unescaped-ampersand", "series = \"Wiley ⟦&⟧ Sons\"", "subtitle = {Ton\n ⟦&⟧ Text}", "publisher={A⟦&⟧B}"),
    three("unescaped-percent", "note = \"99⟦%⟧ sure\"", "subtitle = {50 ⟦%⟧\n  mehr}", "series=\"5\" # {⟦%⟧}"),
    three("unescaped-hash", "edition = \"C⟦#⟧\"", "subtitle = {Nr. ⟦#⟧1}", "note={Paper ⟦#⟧ 12}"),
    three("unescaped-underscore", "note = \"file⟦_⟧name\"", "subtitle = {snake⟦_⟧case}", "publisher={ACM⟦_⟧Press}"),
    three("odd-dollar", "series = \"US⟦$⟧\"", "subtitle = {$a$ und ⟦$⟧b}", "note={cost: ⟦$⟧ 10}"),
    three("unbalanced-braces", "series = \"A ⟦{⟧B\"", "subtitle = ⟦{⟧Eins {zwei}", "note={one ⟦}⟧two}"),
    [
      row(
        "unbalanced-braces", "@book{a,\n title = ⟦\"⟧The art,\n author = \"B, C\",\n publisher = {P},\n year = 1\n}\n"
      )
      .with("year = 1\n", "year = 1999\n"),
      row(
        "unbalanced-braces",
        "@misc{a, title = {T},\n  year = 200⟦1⟧\n\n@misc{b, title = {U}, year = 2001}\n"),
      row("unbalanced-braces", "@misc{a, title = {T}, year = 2001}\n@misc{b,\n title = {U},\n note = ⟦{⟧V\n}\n"),
      row("unbalanced-braces", "@misc{a, title = {T \\⟦{⟧ U}, year = 2001}\n")
        .with("⟦{⟧ U}", "⟦{⟧ U},\n note = {b}"),
      row("unbalanced-braces", "⟦@comment{⟧ open\n@misc{a, title = {T}}\n"),
    ],
    three(
      "quote-in-quotes", "series = \"The ⟦\"⟧new\" books\"", "subtitle = \"Ein ⟦\"⟧Wort\"\n gesagt\"",
      "note=\"5⟦\"⟧ disk\""),
    three(
      "missing-comma", "series = \"A⟦\"⟧\n  volume = 3", "subtitle = {A⟦}⟧ urldate = {2020-01-01}",
      "volume=⟦4⟧\n number=2"),
    [
      row("missing-comma", "@misc(ke⟦y⟧\n  title = {T})\n"),
      row("missing-comma", "@string{a = \"b\"}\n@misc{k, title = ⟦a⟧\n note = \"n\"}\n"),
    ],
    three("stray-text", "series = ⟦Blue books⟧", "⟦subtitle⟧ {Ein}", "volume=4 ⟦,⟧").filter {
      $0.text.contains("⟦,") == false
    },
    [
      row("unbalanced-braces", "@misc{a,\n  title = {T},\n  year = {2001}⟦}⟧\n}\n\n@misc{b, title = {T}}\n"),
      row("cut-off", "@misc{a, title = {T}}\n⟦@⟧arti"),
      row("cut-off", "@misc{a, title = {T}}\n@book{b,\n title = \"Salt {an⟦d⟧"),
      row("cut-off", "@misc{a, title = {T}}\n@article{b,\n  author = {Lee, A},\n  titl⟦e⟧"),
      row("cut-off", "@misc{a, title = {T}, author = \"Lee, A⟦n⟧\n"),
      row("cut-off", "@misc{a, title = {T},\n year = 2001⟦,⟧\n"),
      row("wrong-encoding", book("series = \"Caf⟦Ã©⟧\"")), row("wrong-encoding", online("subtitle = {Stra⟦ÃŸ⟧e}")),
      row("wrong-encoding", talk("note={it⟦â€™⟧s}")), row("wrong-encoding", talk("note={a⟦\u{FFFD}⟧b}")),
    ],
    three("control-character", "series = \"A⟦\u{1}⟧B\"", "subtitle = {Zero⟦\u{200B}⟧width}", "note={a⟦\u{7F}⟧}"),
    three("no-break-space", "series = \"Bd.⟦\u{A0}⟧2\"", "subtitle = {S.⟦\u{202F}⟧3}", "note={p.⟦\u{A0}⟧4}"),
    three(
      "decomposed-accent", "series = \"M⟦u\u{308}⟧ller\"", "subtitle = {Sa⟦n\u{303}⟧a}", "publisher={⟦C\u{30C}⟧apek}"),
    three("html-entity", "series = \"A ⟦&#38;⟧ B\"", "subtitle = {M⟦&uuml;⟧ller}", "note={a ⟦&lt;⟧ b}"),
  ].flatMap { $0 }

  private static let keys: [Row] =
    [
      row("missing-key", "⟦@misc⟧{title = {T}, year = 2001}\n"), row("missing-key", "⟦@misc⟧{,\n title = {T}\n}\n"),
      row("missing-key", "⟦@book⟧( author = {A, B}, title = {T}, publisher = {P}, year = 2001 )\n"),
      row("key-characters", "@misc{my⟦ ⟧key, title = {T}}\n"),
      row("key-characters", "@misc{caf⟦é⟧01,\n title = {T}}\n"),
      row("key-characters", "@misc(a⟦%⟧b, title = {T})\n"),
      row("key-characters", "@misc{smith⟦(⟧2001), title = {T}}\n"),
      row("duplicate-key", "@misc{k1, title = {T}}\n@misc(⟦k1⟧, title = {U})\n"),
      row(
        "duplicate-key",
        "@misc{a:b, title = {T}}\n@book{c, title = {x}, author = {Y, Z}, publisher = {p}, year = 2001}\n\n@online{⟦a:b⟧,\n title = {U}}\n"
      ),
      row("duplicate-key", "@misc{é1, title = {T}}\n".replacing("é", with: "e") + "@misc{⟦e1⟧, title = {T}}\n"),
      row("key-differs-by-case", "@misc{Smith99, title = {T}}\n@misc{⟦SMITH99⟧, title = {U}}\n"),
      row("key-differs-by-case", "@misc{a, title = {T}}\n@misc{b, title = {T}}\n@misc( ⟦A⟧ ,\n title = {U})\n"),
      row("key-differs-by-case", "@online{doe:Web, title = {T}}\n@online{⟦Doe:web⟧, title = {T}}\n"),
    ]
    + [
      three("crossref-to-nothing", "crossref = \"⟦none⟧\"", "xref = {⟦nichts⟧}", "crossref={⟦proc-98⟧}"),
      three("undefined-string", "series = ⟦lncs⟧", "subtitle = ⟦foo⟧ # { bar}", "publisher=\"A\" # ⟦ieee⟧"),
    ].flatMap { $0 }

  private static let fields: [Row] = [
    [
      row("unknown-type", "⟦@boook⟧{a, author = {A, B}, title = {T}, year = 2001}\n"),
      row("unknown-type", "⟦@Inproceeding⟧(a, title = {T}, year = 2001)\n"),
      row("unknown-type", "@misc{b, title = {T}}\n⟦@hologram⟧{a,\n title = {T}}\n"),
      row("missing-field", "@book{a,\n title = {T},\n ⟦author⟧ = {},\n publisher = {P},\n year = 2001}\n"),
      row("missing-field", "⟦@phdthesis⟧{a, title = {T}, author = {B, C}, year = 2001}\n"),
      row("missing-field", "⟦@inproceedings⟧(a, title = {T}, author = {B, C},\n year = 2001)\n"),
      row("missing-field", "⟦@article⟧{a, author = {B, C}, journaltitle = {T}, date = {2001}}\n"),
    ],
    three("unknown-field", "⟦voulme⟧ = 3", "⟦sutbitle⟧ = {U}", "⟦foobar⟧={baz}"),
    three("field-twice", "⟦title⟧ = \"Again\"", "⟦AUTHOR⟧ = {Weber, J}", "⟦author⟧={Reis, C}"),
    three("month-spelled-out", "month = \"⟦October⟧\"", "month = {⟦Mai⟧}", "month=⟦august⟧"),
    three("unknown-month", "month = \"⟦Octember⟧\"", "month = {⟦0⟧}", "month=⟦14⟧"),
    [
      row("bad-year", "@misc{a, title = {T}, year = {⟦199⟧}}\n"), row("bad-year", "@misc{a,\n year = \"⟦19xx⟧\"}\n"),
      row("bad-year", "@misc(a,\n year = ⟦20021⟧)\n"), row("bad-year", "@misc(a,\n year = {⟦3005⟧})\n"),
      row("bad-date", "@online{a, title = {T},\n date = {⟦2019-13-01⟧}}\n"),
      row("bad-date", "@misc{a, title = {T}, year = 2019, month = feb, day = {⟦29⟧}}\n"),
      row("bad-date", "@misc(a, title = {T}, year = 2019,\n month = \"⟦31~\" # nov⟧)\n"),
      row("bad-date", "@online{a, title = {T}, date = {⟦5 May 2019⟧}}\n"),
      row("bad-date", "@online{a, title = {T}, date = {⟦2019/2018⟧}}\n"),
    ],
    three("pages-dash", "pages = \"12⟦ - ⟧20\"", "pages = {xii⟦—⟧xx}", "pages={1--3, 7⟦-⟧9}"),
    three("bad-isbn", "isbn = \"⟦0-201-13448-8⟧\"", "isbn = {⟦9783161484101⟧}", "isbn={⟦12345⟧}"),
    three("bad-issn", "issn = \"⟦1234-5678⟧\"", "issn = {⟦0378-595⟧}", "issn={⟦03785956⟧}"),
    three(
      "doi-as-url", "doi = \"⟦http://dx.doi.org/10.1000/182⟧\"", "doi = {⟦doi:10.1000/182⟧}", "doi={⟦DOI 10.1000/182⟧}"),
    three("doi-with-space", "doi = \"10.1000⟦ ⟧/182\"", "doi = {10.1000/⟦\n⟧182}", "doi={10.1000/a⟦ ⟧b c}"),
  ].flatMap { $0 }

  private static let names: [Row] = [
    three(
      "names-by-commas", "editor = \"⟦Lee A, Kim B⟧\"", "editor = {⟦Anna Weber, Otto Kern,\n  Eva Mai⟧}",
      "editor={⟦Silva, A., Costa, B., Reis, C.⟧}"),
    three(
      "initials-last", "editor = \"⟦Knuth DE⟧ and Roe, Jane\"", "editor = {⟦von Ost W⟧ and\n ⟦Weber J⟧}",
      "editor={{Silva Group} and ⟦Costa RUI⟧ and others}"),
    three(
      "names-by-semicolons", "editor = \"⟦Lee, A; Kim, B⟧\"", "editor = {⟦Anna Weber;\n Otto Kern⟧}",
      "editor={{Ana Silva}⟦;⟧ Costa, Rui}"),
    three(
      "too-many-commas", "editor = \"⟦Lee, Ann, Bo, Cy⟧\"", "editor = {Weber, Jo and\n ⟦Kern, Jr, Otto, Dr⟧}",
      "editor={⟦{Silva}, A, B, C⟧}"),
    three(
      "trailing-and", "editor = \"Lee, Ann⟦ and⟧\"", "editor = {Weber, Jo and\n Kern, Otto⟦ and⟧\n}",
      "editor={⟦and ⟧Silva, A}"),
    [
      row("names-by-commas", book("editor = \"⟦Ann Lee, Bo Kim⟧ and Cy Orr\"")),
      row("names-by-commas", book("editor = \"⟦Ann Lee, Bo Kim,⟧ and Cy Orr\"")),
      row("bad-date", talk("urldate={⟦31.04.2020⟧}")), row("control-character", talk("note={a⟦\u{C}⟧b}")),
    ],
    [Row(rule: "trailing-and", text: talk("editor={Silva, A and⟦ and⟧ Costa, B}"))],
    three(
      "and-in-body", "editor = \"Department of Health ⟦and⟧ Human Services\"",
      "editor = {National Institute for Health\n ⟦and⟧ Care Excellence}", "editor={Johnson ⟦and⟧ Johnson Inc.}"),
    [
      row(
        "unprotected-capitals",
        "@book{a, author = {B, C}, title = \"Advanced ⟦HTML⟧ and Forms\", publisher = {P}, year = 2001}\n"),
      row("unprotected-capitals", "@online{a,\n title = {The genetic history of ⟦Iceland⟧ since the plague}}\n"),
      row("unprotected-capitals", "@misc(a, title = {Effects of the drug on ⟦mRNA⟧ levels})\n"),
    ],
  ].flatMap { $0 }

  static let clean: [String] = [
    "@misc{l, title = {The good and the bad of forest laws : The case of ‘Expatriate’ houses {and} more}, year = {-380}}\n"
      .replacing("‘Expatriate’", with: "‘expatriate’"),
    "@misc{m, title = {FIRE REDUCES {species} RICHNESS}, author = {Fonseca C., Efraín R. and De Loera, Ana María and Diego Mar}}\n",
    "@article{a, author = {Garc{\\'\\i}a M{\\'a}rquez, Gabriel and de la Cruz, Jr., Ana and others}, title = {{HIV} and {AIDS}},"
      + " journal = jacm # { II}, volume = {12}, number = {3/4}, pages = {1--9, 12--15}, month = \"10~\" # jan, year = 1998}\n",
    "@book{b, author = {{Barnes and Noble Inc.} and Lee, Ann}, title = {Über allem}, publisher = {M\\&M}, year = {1998}}\n",
    "@online{c, title = {T}, url = {http://a.org/b_c?d&e=%20#f}, date = {2020-02-29}, urldate = {2021-01-31},"
      + " abstract = {50% of _all_ & more}, file = {:C\\:/a_b.pdf:PDF}}\n",
    "@misc{d, title = {Sleep and Pain}, howpublished = {\\url{http://a.org/~b_c%20}}, note = {$x_1 & y$ \\href{a_b#c}{d}}}\n",
    "@comment{jabref-meta: a & b % c}\n@preamble{\"\\newcommand{\\x}{_}\"}\n@string{p = {P}}\nfree text & more\n@misc{e, title = p}\n",
    "@inproceedings{f, crossref = {g}, title = {T}, author = {Lee, Ann}}\n@proceedings{G, title = {U}, year = {1999}}\n",
    "@thesis{h, author = {Kern, O}, title = {T}, institution = {U}, date = {1999/2000}, type = {phdthesis}, langid = {ngerman}}\n",
    "@article{i, author = {von der Berg, A. and {The ATLAS Collaboration}}, title = {T}, journal = {J}, year = {in press}}\n",
    "@misc{j, title = {T}, date = {199X}, origdate = {-0044~}, eventdate = {2020-05-04/2020-05-06}, urldate = {2020-21}}\n",
    "@article{k, author = {Lee, Ann}, title = {T}, journal = {J}, pages = {e123}, eid = {12-34}, year = {[1998]}, issn = {1050-124X}}\n",
  ]
}

extension BibTeXLintWordings.Row {
  fileprivate func with(_ old: String, _ new: String) -> Self {
    .init(rule: rule, text: text.replacing(old, with: new))
  }
}
