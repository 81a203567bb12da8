import IbidArticles
import IbidModel
import Testing

/// What a Markdown text says of itself, whatever is read of it later.
struct FrontMatterTests {
  private static func title(_ text: String) throws -> String? {
    try MarkdownReader.read(Array(text.utf8), path: "a.md").article.title
  }

  @Test(
    "Reads the title",
    arguments: [
      ("title: Sleep and pain", "Sleep and pain"), ("title: Sleep # a note", "Sleep"), ("title: 'It''s'", "It's"),
      ("title: \"Sleep: a \\\"study\\\"\"", "Sleep: a \"study\""),
      ("title: |\n  Sleep\n  and pain\n", "Sleep and pain"),
      ("title: >\n  Sleep\n  and pain\n", "Sleep and pain"), ("title: Sleep\n  and pain", "Sleep and pain"),
      ("author: [A, B]\ntitle: 1984", "1984"), ("meta:\n  title: No\ntitle: Yes", "Yes"),
    ])
  func readsTheTitle(block: String, title: String) throws {
    #expect(try Self.title("---\n\(block)\n---\n\nText.\n") == title)
    #expect(try Self.title("---\n\(block)\n...\n\nText.\n") == title)
    #expect(try Self.title(("---\n\(block)\n---\n\nText.\n").replacing("\n", with: "\r\n")) == title)
    #expect(try Self.title("\u{FEFF}---\n\(block)\n---\n\nText.\n") == title)
  }

  @Test(
    "An empty title is none", arguments: ["title:", "title: ''", "title: ~", "title: [a]", "- title: a", "", "text"])
  func readsNoTitle(block: String) throws { #expect(try Self.title("---\n\(block)\n---\n\nText.\n") == nil) }

  @Test(
    "The block is no part of the text, whether it is YAML or not",
    arguments: ["title: a", "title: a: b", "prose, no YAML", "- [a", "a: &b c"])
  func leavesTheBlockOut(block: String) throws {
    let article = try MarkdownReader.read(Array("---\n\(block)\n---\nFirst words.\n".utf8), path: "a.md").article
    #expect(article.sentences.map(\.text) == ["First words."])
    #expect(article.sentences.first?.range.place.line == 4)
  }

  @Test("What is no block stays text", arguments: ["---\ntitle: a\n\nText.\n", " ---\ntitle: a\n---\nText.\n"])
  func readsOnlyWholeBlocks(text: String) throws { #expect(FrontMatter(Array(text.utf8)).title == nil) }

  @Test("Reads pandoc's title line")
  func readsTheTitleLine() throws { #expect(try Self.title("% Sleep\n% A. Cook\n\nText.\n") == "Sleep") }

  @Test("Says where a block breaks, counted in the file")
  func placesProblems() {
    let problem = FrontMatter(Array("---\ncsl: apa\nlang: [de\n---\nText\n".utf8)).problem
    #expect(problem?.line == 4 && problem?.column == 1, "\(String(describing: problem))")
    #expect(FrontMatter(Array("---\ncsl: apa\nä: é: c\n---\n".utf8)).problem?.column == 5)
    #expect(FrontMatter(Array("---\na: \u{1}\n---\n".utf8)).problem != nil)
    #expect(FrontMatter([0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0x0A, 0x2D, 0x2D, 0x2D, 0x0A]).problem != nil)
  }

  @Test("Usual blocks are read, however long and deep")
  func readsUsualBlocks() throws {
    let authors = (1...300).map { "  - {name: A\($0), affiliations: [{ref: x}, {ref: y}], email: a@b.c}" }
    let abstract = (1...200).map { "  Some *words* & *more* of it, [\($0)] {and} more.\n" }.joined()
    let block =
      "author:\n" + authors.joined(separator: "\n") + "\nabstract: |\n" + abstract
      + "format:\n  html: {toc: true, code-fold: [a, {b: [c]}]}\ndefaults: &d {a: 1}\nother: {<<: *d}\ntitle: Yes\n"
    let read = FrontMatter(Array("---\n\(block)---\n".utf8))
    #expect(read.title == "Yes", "\(String(describing: read.problem))")
  }

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// Lists that each name the one before twice.
  private static func bomb(mark: (Int) -> String) -> String {
    var lines = [mark(0) + "&n0 [x]"]
    for level in 1..<30 { lines.append("\(mark(level))&n\(level) [*n\(level - 1), *n\(level - 1)]") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let hostile: [String] = [
    "a: " + repeated("[", 100_000), repeated("- ", 100_000) + "a", repeated("? ", 50_000) + "a",
    "a: " + repeated("{a: ", 50_000), "a: " + repeated("[\"]\",", 50_000), bomb { "k\($0): " },
    bomb { _ in "- " } + "- {*n29 : x}\n", "a: &a [" + repeated("x,", 100_000) + "]\nb: [*a, *a, *a]\n",
  ]

  @Test("Hostile blocks are refused", arguments: hostile.indices)
  func refusesHostileBlocks(index: Int) {
    #expect(FrontMatter(Array("---\n\(Self.hostile[index])\n---\n".utf8)).problem != nil)
  }

  @Test("What is nested up to libyaml's limit is read")
  func readsDeepBlocks() {
    let block = "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900) + "\ntitle: Deep\n"
    #expect(FrontMatter(Array("---\n\(block)---\n".utf8)).title == "Deep")
  }
}
