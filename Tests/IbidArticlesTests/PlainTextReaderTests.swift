import IbidArticles
import IbidModel
import TestSupport
import Testing

struct PlainTextReaderTests {
  @Test("Raised numbers glued to words, stops and each other are markers; years, names and quantities are not")
  func raisedMarkers() throws {
    let marked = try Marked(
      """
      What Helps

      In 2015, the protein p53 was found in 12 of 20 patients. Ice helps a little.1 So does heat,2 for some, and \
      walking3 too. Walking is “health insurance.”456 It even helps sleep.7 The p53 pathway, they say, is not it.

      Notes

        1. Weng Q. One. 2020.

          It says this:
            1. a list
            2. of its own
        2. Cook J. Two.
        3. Lin I. Three.
        4. Four.
        5. Five.
        6. Six.
        7. Seven.

      Permalinks
      """, path: "a.txt")
    #expect(marked.article.title == "What Helps")
    #expect(marked.markers == ["1 «1»", "2 «2»", "3 «3»", "4 «4»", "5 «5»", "6 «6»", "7 «7»"])
    #expect(marked.sentences.contains("Walking is “health insurance.”"))
    #expect(marked.sentences.contains("So does heat, for some, and walking too."))
    let notes = marked.article.notes
    #expect(notes.map(\.label) == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(notes[0].paragraphs.map(\.text) == ["Weng Q. One. 2020.", "It says this:", "a list", "of its own"])
    #expect(notes[0].paragraphs.map(\.listDepth) == [0, 0, 1, 1])
    #expect(notes[6].paragraphs.map(\.text) == ["Seven."])
    #expect(marked.article.sentences.last?.setting == .metadata)
  }

  @Test(
    "A line that ends in a stop and note numbers is a sentence, not a heading",
    arguments: [
      "In the valley, 15,000 people died in August 2003.[2]", "It was the deadliest month of all.1,2",
      "They called it “the great heat.”²", "It killed 15,000.(2)", "Nobody counted the old in 2003.[1–2]",
      "Heat kills in the north.1 Cold kills nine times as many.2",
    ])
  func markedLines(line: String) throws {
    let text = "The Deadliest Weather\n\n\(line)\n\nMore of it is here.\n\nReferences\n\n1. One. 2001.\n2. Two. 2002.\n"
    let article = try ArticleReaders.read(Array(text.utf8), path: "a.txt").article
    #expect(article.title == "The Deadliest Weather")
    #expect(article.sentences[1].setting == .paragraph)
    #expect(article.sections.map(\.title) == ["References"])
  }

  @Test("A short text with its references has sentences, and the first of a file with a byte order mark is in column 1")
  func shortText() throws {
    let text =
      "\u{FEFF}Walks\n\nEvening walks improve sleep [1]. Coffee delays it [2].\n\nRooms matter [2].\n\n"
      + "References\n\n[1] Weng Q. One. 2001.\n[2] Cook J. Two. 2002.\n"
    let article = try ArticleReaders.read(Array(text.utf8), path: "a.txt").article
    #expect(article.sentences.map(\.setting) == [.heading, .paragraph, .paragraph, .paragraph, .heading])
    #expect(article.sentences[0].range.place == Place(line: 1, column: 1, offset: 3))
    #expect(article.markers.map(\.label) == ["1", "2", "2"])
  }

  @Test(
    "Under a heading a sentence that says what one thing does to another is no caption",
    arguments: [
      ("Lead in paint lowers the intelligence of small children.", false),
      ("Asthma affects pupils near main roads.", false),
      ("About 40% of old bridges in three counties.", false), ("A woman with a hat on a bridge.", true),
    ])
  func tellsCaptions(text: String, isCaption: Bool) throws {
    let source = "Introduction\n\n\(text)\n\nNoise near airports raises the blood pressure of those who sleep there.\n"
    let article = try ArticleReaders.read(Array(source.utf8), path: "a.txt").article
    #expect(article.sentences.map(\.setting) == [.heading, isCaption ? .caption : .paragraph, .paragraph])
  }

  @Test("Text wrapped by hand makes paragraphs again, and lines end at CR LF")
  func wrapped() throws {
    let marked = try Marked(
      "A short story\r\n\r\nThis line was wrapped at some forty or so\r\ncolumns by hand. And here is a second\r\n"
        + "sentence.\r\n\r\n- one item\r\n- another item\r\n", path: "a.txt")
    #expect(
      marked.sentences == [
        "A short story", "This line was wrapped at some forty or so columns by hand.", "And here is a second sentence.",
        "- one item", "- another item",
      ])
  }

  @Test(
    "What is no text is refused in words", arguments: [[], [0x20, 0x0A], [0x41, 0xFF, 0x42], [0x41, 0x00, 0x42]])
  func refused(bytes: [UInt8]) {
    #expect(throws: ArticleError.self) { try ArticleReaders.read(bytes, path: "a.txt") }
  }

  /// The truth of the seed article, read by eye: the notes, the markers and their offsets.
  @Test("The seed article", .enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
  func seed() throws {
    let bytes = try Repository.bytes(Repository.shared + "/seed/what-works-for-pain.txt")
    let article = try ArticleReaders.read(bytes, path: "what-works-for-pain.txt").article
    #expect(article.title == "What Works for Chronic Pain?")
    #expect(article.notes.map(\.label) == (1...22).map(String.init))
    let markers: [(String, Int)] = [
      ("1", 376), ("2", 871), ("3", 1105), ("4", 2280), ("5", 3491), ("6", 4172), ("8", 8700), ("9", 13345),
      ("10", 13437), ("11", 13439), ("12", 13441), ("13", 13481), ("15", 19198), ("17", 19845), ("18", 19994),
      ("19", 20160),
    ]
    #expect(article.markers.map(\.label) == markers.map(\.0))
    #expect(article.markers.map(\.range.place.offset) == markers.map(\.1))
    #expect(article.markers.allSatisfy { $0.range.length == $0.label.utf8.count })
    #expect(article.notes[14].paragraphs.count == 15)
    #expect(article.notes[21].paragraphs.count == 3)
    #expect(article.notes[21].paragraphs.last?.text.hasSuffix("to find out if that happens.") == true)
    let titles = article.sections.map(\.title)
    #expect(titles.contains("Opioids work (for some things, and with major risks)"))
    #expect(!titles.contains { $0.contains("Well, there’s") || $0.contains("😬") })
    let insurance = article.sentences.first { $0.text.hasSuffix("“health insurance.”") }
    #expect(insurance.map { article.markers[$0.markers].map(\.label) } == ["9", "10", "11", "12"])
  }
}
