import IbidArticles
import IbidModel
import Testing

/// Where lists of notes stand: at the end without a heading, under headings of many languages, without numbers.
struct NoteListTests {
  static let references = [
    "Larsson K, Mendes P. Evening walks and sleep. J Sleep Stud. 2018;27(3):101-9.",
    "Okafor D, Lund E. Coffee at night: a trial. Neuropharm Lett. 2015;93:11-9.",
    "Tanaka R, Weber O. Cool rooms. Sleep Today. 2017;40(12):1-9.",
  ]
  /// Sentences, each with a mark for its note.
  static func text(_ marks: [String]) -> String {
    "Evening walks improve the sleep of most people\(marks[0]) Coffee delays it by 24 minutes\(marks[1]) "
      + "Cool rooms make it deeper, as many people say\(marks[2])"
  }
  static let brackets = text([" [1].", " [2].", " [3]."])
  static let glued = text([".1", ".2", ".3"])

  /// The labels of an article's notes, and those that its markers point at.
  private func labels(_ text: String, _ path: String) throws -> (notes: [String], targets: [String]) {
    let article = try ArticleReaders.read(Array(text.utf8), path: path).article
    let targets = article.markers.compactMap { marker -> String? in
      if case .note(let label) = marker.target { label } else { nil }
    }
    return (article.notes.map(\.label), targets)
  }

  private static func entries(_ label: (Int) -> String, _ separator: String) -> String {
    references.enumerated().map { label($0.offset + 1) + $0.element }.joined(separator: separator)
  }

  /// Labels as people and converters write them, where they stand before a reference.
  static let manners: [(String, @Sendable (Int) -> String)] = [
    ("brackets", { "[\($0)] " }), ("brackets and a colon", { "[\($0)]: " }), ("a stop", { "\($0). " }),
    ("a stop alone", { "\($0)." }), ("a parenthesis", { "\($0)) " }), ("parentheses", { "(\($0)) " }),
    ("nothing", { "\($0) " }), ("no blank", { "\($0)" }), ("raised digits", { ["¹ ", "² ", "³ "][$0 - 1] }),
    ("a caret", { "\($0). ^ " }), ("places of a wiki", { "\($0). ^ a b " }), ("an arrow", { "\($0). ↑ " }),
  ]

  @Test("A numbered list at the end of a text needs no heading", arguments: manners.indices)
  func withoutHeading(manner: Int) throws {
    let (name, label) = Self.manners[manner]
    for separator in ["\n", "\n\n"] {
      let plain = "On Sleep\n\n\(Self.brackets)\n\nMore words are here.\n\n" + Self.entries(label, separator) + "\n"
      let found = try labels(plain, "a.txt")
      #expect(found.notes == ["1", "2", "3"] && found.targets == ["1", "2", "3"], "\(name), plain text")
      let markdown = "# On Sleep\n\n\(Self.brackets)\n\nMore words are here.\n\n" + Self.entries(label, separator)
      #expect(try labels(markdown, "a.md") == (["1", "2", "3"], ["1", "2", "3"]), "\(name), Markdown")
    }
    let page =
      "<html><body><h1>On Sleep</h1><p>\(Self.brackets)</p><p>More words.</p><p>"
      + Self.entries(label, "</p><p>") + "</p></body></html>"
    #expect(try labels(page, "a.html") == (["1", "2", "3"], ["1", "2", "3"]), "\(name), HTML")
    let article = try ArticleReaders.read(Array(page.utf8), path: "a.html").article
    #expect(article.notes.map { $0.paragraphs[0].text } == Self.references, "\(name)")
  }

  @Test(
    "What Markdown writes before a number is no part of it",
    arguments: [(#"\["#, #"\] "#), ("", #"\. "#), ("<sup>", "</sup> "), ("<sup>[", "]</sup> "), ("^", "^ ")])
  func markdownLabels(before: String, behind: String) throws {
    let text = "# On Sleep\n\n\(Self.brackets)\n\n" + Self.entries({ "\(before)\($0)\(behind)" }, "\n\n")
    let article = try ArticleReaders.read(Array(text.utf8), path: "a.md").article
    #expect(article.notes.map { $0.paragraphs[0].text } == Self.references)
    #expect(article.markers.count == 3)
  }

  @Test("Notes of comment are notes where the text points at all of them in their order")
  func comments() throws {
    let notes = "[1] So my aunt says.\n\n[2] I counted them.\n\n[3] Nobody asked me.\n"
    #expect(try labels("On Sleep\n\n\(Self.brackets)\n\n\(notes)", "a.txt").notes == ["1", "2", "3"])
    #expect(try labels("On Sleep\n\nWalks improve sleep [1].\n\n\(notes)", "a.txt").notes == [])
    let indices = "In code x[1] is one, x[2] is two, and x[3] is three.\n\n1. Make it.\n2. Fill it.\n3. Print it.\n"
    #expect(try labels("# On Code\n\n\(indices)", "a.md").notes == [])
  }

  @Test(
    "Numbered prose is no list of notes",
    arguments: [
      "1. Go to bed at ten.\n2. Keep the room cool.\n3. Drink no coffee.",
      "1. In 2019, the board met and decided that nobody works at night.\n2. By 2030, all rooms will be cool.",
      "1. What is sleep? It is rest, see the leaflet of 2018, pp. 2-3.\n2. Is coffee bad? It is not.",
      "1. Introduction 3\n2. Methods 12-19\n3. Results 20-25\n4. References 31",
      "1. Weber et al. (2010) showed that sleep is good for you.\n2. Okafor and Lund (2012) found that it is not.",
      "1. Ida Quist, Blue Nights (1959)\n2. Nina Lin, Pastel Days (1965)",
      "1. Leeds: 0113-123456, Mo-Fr 9-17\n2. York: 01904-987654, Mo-Fr 9-16",
      "1. 2001: Founded in Leeds by two students.\n2. 2005-2011: Growth to 200 people.",
      "1. The first study had 12 people, who slept for 8-10 hours in 2015.\n2. The second (n = 40) was of 2016.",
    ])
  func prose(list: String) throws {
    let sentence = "People sleep badly, as is known since 2018, for three reasons: (1), (2) and (3) of these."
    #expect(try labels("On Sleep\n\n\(sentence)\n\n\(list)\n", "a.txt").notes == [])
    #expect(try labels("# On Sleep\n\n\(sentence)\n\n\(list)\n", "a.md").notes == [])
    let items = list.split(separator: "\n").map { "<li>" + $0.drop { $0.isNumber || ". ".contains($0) } }
    #expect(
      try labels("<html><h1>On Sleep</h1><p>\(sentence)</p><ol>\(items.joined())</ol></html>", "a.html").notes == [])
  }

  @Test("A list in the middle of a text ends where the text goes on, and is none of notes")
  func listInTheMiddle() throws {
    let rest = String(repeating: "More words are here, and they go on for long.\n\n", count: 120)
    let list = Self.entries({ "\($0). " }, "\n")
    #expect(try labels("On Sleep\n\n\(Self.brackets)\n\n\(list)\n\n\(rest)", "a.txt").notes == [])
    let short = try labels("On Sleep\n\n\(Self.brackets)\n\n\(list)\n\nShare this.\n", "a.txt")
    #expect(short.notes == ["1", "2", "3"])
    let steps = "1. Walk.\n2. Rest.\n3. Sleep."
    #expect(
      try labels("On Sleep\n\n\(steps)\n\n\(Self.brackets)\n\n\(list)\n", "a.txt") == (
        ["1", "2", "3"], ["1", "2", "3"]
      ))
  }

  @Test(
    "Headings announce lists in the languages of the field, in any case, numbered, emphasized, with remarks",
    arguments: [
      "References", "7. REFERENCES:", "VII. References", "References (3)", "References[edit]", "Works cited",
      "Sources & references", "Key references", "Quellen", "Literaturverzeichnis", "Quellen- und Literaturverzeichnis",
      "Références bibliographiques", "Bibliografía", "Referências", "Riferimenti", "Literatuurlijst", "Piśmiennictwo",
      "Список литературы", "СПИСОК ЛИТЕРАТУРЫ", "Použitá literatura", "Källförteckning", "Litteratur", "Lähteet",
      "Kaynakça", "参考文献", "参考文献：", "Irodalomjegyzék", "Βιβλιογραφία", "참고문헌", "Further reading", "Suggested readings",
    ])
  func headings(heading: String) throws {
    // Unnumbered, so that nothing but the heading tells.
    let list = "Larsson K. 2018. Evening walks. Sleep 27:1–9.\n\nOkafor D. 2015. Coffee. Sleep 9:1–2."
    let text = "Walks improve sleep (Larsson 2018), coffee does not (Okafor 2015)."
    let wanted = (notes: ["1", "2"], targets: ["1", "2"])
    #expect(try labels("On Sleep\n\n\(text)\n\n\(heading)\n\n\(list)\n", "a.txt") == wanted)
    #expect(try labels("# On Sleep\n\n\(text)\n\n## \(heading)\n\n\(list)\n", "a.md") == wanted)
    #expect(try labels("# On Sleep\n\n\(text)\n\n**\(heading)**\n\n\(list)\n", "a.md") == wanted)
    let page = list.replacing("\n\n", with: "<p>")
    let name = heading.replacing("&", with: "&amp;")
    #expect(try labels("<html><h1>On Sleep</h1><p>\(text)<h2>\(name)</h2><p>\(page)</html>", "a.html") == wanted)
    #expect(try labels("<html><h1>On Sleep</h1><p>\(text)<p><b>\(name)</b><p>\(page)</html>", "a.html") == wanted)
  }

  @Test(
    "Other headings announce none, and prose under one that does is no list",
    arguments: [
      "# On Wells\n\nWater comes from wells.\n\n## Sources\n\nWells are dug by hand in most places.",
      "# On Wells\n\nWater comes from wells.\n\n## Note\n\nThis page was changed in 2020, and we thank all who helped.",
      "# On Wells\n\nWater comes from wells.\n\n## Sources of water\n\nLarsson K. 2018. Wells. Water 27:1–9.",
      "# On Wells\n\nWater comes from wells.\n\n## References?\n\nLarsson K. 2018. Wells. Water 27:1–9.",
      "# On Wells\n\nWater comes from wells.\n\n## Further reading\n\nAsk at any library, where people help you.",
    ])
  func noHeadings(text: String) throws {
    #expect(try labels(text, "a.md").notes == [])
  }

  @Test("A doubtful heading counts only where no other announces a list")
  func furtherReading() throws {
    let further = "Further reading\n\nWeber O. 2011. Dreams. Sleep 4:5–6.\n\nLin I. 2012. Rest. Sleep 5:6–7.\n\n"
    let text = "Walks improve sleep (Larsson 2018).\n\n"
    let list = "References\n\nLarsson K. 2018. Evening walks. Sleep 27:1–9.\n"
    #expect(try labels("On Sleep\n\n\(text)\(further)\(list)", "a.txt") == (["1"], ["1"]))
    #expect(try labels("On Sleep\n\n\(text)\(further)", "a.txt").notes == ["1", "2"])
  }
}
