import IbidArticles
import IbidModel
import Testing

struct MarkdownReaderTests {
  @Test("Pandoc's citations keep prefix, locator, suffix and the suppressed author")
  func pandocCitations() throws {
    let marked = try Marked(
      "Ice helps [see @weng2023, pp. 33-35, and passim; -@cook2019]. As @lin2019 [p. 4] said, it does.", path: "a.md")
    #expect(
      marked.markers == [
        "@weng2023 «[see @weng2023, pp. 33-35, and passim; -@cook2019]»",
        "@cook2019 «[see @weng2023, pp. 33-35, and passim; -@cook2019]»", "@lin2019 «@lin2019 [p. 4]»",
      ])
    let markers = marked.article.markers
    #expect(markers[0].prefix == "see")
    #expect(markers[0].locator == "pp. 33-35")
    #expect(markers[0].suffix == "and passim")
    #expect(markers[1].suppressesAuthor)
    #expect(markers[0].citation == markers[1].citation)
    #expect(markers[2].isInText && markers[2].locator == "p. 4")
    #expect(marked.sentences == ["Ice helps.", "As @lin2019 [p. 4] said, it does."])
  }

  @Test("Footnotes have several paragraphs and lists; inline notes are notes")
  func footnotes() throws {
    let marked = try Marked(
      """
      # Title

      One.[^a] Two.^[Inline note. Two sentences.] Three.

      [^a]: First paragraph
      goes on lazily.

          Second paragraph.

          - an item

      Body again.
      """, path: "a.md")
    #expect(marked.article.title == "Title")
    #expect(marked.sentences == ["Title", "One.", "Two.", "Three.", "Body again."])
    #expect(marked.markers == ["a «[^a]»", "inline:1 «^[Inline note. Two sentences.]»"])
    let notes = marked.article.notes
    #expect(notes.map(\.label) == ["inline:1", "a"])
    #expect(notes[1].paragraphs.map(\.text) == ["First paragraph goes on lazily.", "Second paragraph.", "an item"])
    #expect(notes[1].paragraphs.map(\.listDepth) == [0, 0, 1])
    #expect(marked.source(notes[1].paragraphs[1].range) == "Second paragraph.")
    #expect(marked.source(notes[1].range).hasPrefix("[^a]: First"))
  }

  @Test("Numbers in brackets point into a list of references; links and code are no citations")
  func numbered() throws {
    let marked = try Marked(
      """
      It helps [1]. See [here][3] and [2, 3] and `[1]`.

          [1] in code

      [3]: https://example.org "Title"

      ## References

      1. Weng Q. One. 2020.
      2. Cook J. Two. 2021.

         Commentary on the second.

      3. Lin I. Three. 2022.
      """, path: "a.md")
    #expect(marked.markers == ["1 «1»", "2 «2»", "3 «3»"])
    #expect(marked.article.notes.map(\.label) == ["1", "2", "3"])
    #expect(marked.article.notes[1].paragraphs.map(\.text) == ["Cook J. Two. 2021.", "Commentary on the second."])
  }

  @Test("What is no prose makes no sentence and no marker")
  func noProse() throws {
    let marked = try Marked(
      """
      ---
      title: 'On ice'
      ---

      <!-- a comment
      [@no] -->

      ```r
      x[1] <- "[@no]"
      ```

      Write to me@example.com. Escaped \\@x stays &amp; *soft* wraps
      here.

      ![A picture](ice.png)

      > Somebody said so [@q].
      """, path: "a.md")
    #expect(marked.article.title == "On ice")
    #expect(
      marked.sentences == [
        "Write to me@example.com.", "Escaped @x stays & soft wraps here.", "A picture", "Somebody said so.",
      ])
    #expect(marked.article.sentences.map(\.setting) == [.paragraph, .paragraph, .caption, .quotation])
    #expect(marked.markers == ["@q «[@q]»"])
  }

  @Test("Places are those of the file as written: byte order mark, CR LF, entities")
  func places() throws {
    let marked = try Marked("\u{FEFF}# T\r\n\r\nÉt&eacute; is *warm*.\r\nIt is [@a].\r\n", path: "a.md")
    #expect(marked.sentences == ["T", "Été is warm.", "It is."])
    #expect(marked.source(marked.article.sentences[1].range) == "Ét&eacute; is *warm*.")
    #expect(marked.article.markers[0].range.place == Place(line: 4, column: 7, offset: 40))
  }

  @Test(
    "Characters by name and by number",
    arguments: [
      ("&egrave; &Auml; &sect; &Omega; &euro;", "è Ä § Ω €"), ("&#232; &#xE8; &#Xe8;", "è è è"),
      ("&amp;lt; &lt;b&gt; &apos;", "&lt; <b> '"),
      ("&nothing; &egrave &; &#0; &#xD800;", "&nothing; &egrave &; &#0; &#xD800;"),
    ])
  func entities(text: String, read: String) throws {
    #expect(try Marked("So x \(text) x.\n", path: "a.md").sentences == ["So x \(read) x."])
  }

  @Test("A label with a huge number is a note like another")
  func hugeLabel() throws {
    let marked = try Marked("It is so.[^1]\n\n[^1]: N.\n\n[^647676198647]: M.\n", path: "a.md")
    #expect(marked.markers == ["1 «[^1]»"])
    #expect(marked.article.notes.map(\.label) == ["1", "647676198647"])
  }

  @Test("An article that starts with a marker is read (found by the fuzzer)")
  func markerFirst() throws {
    let marked = try Marked("[1] is so.\n3\ne\n[^13]:", path: "a.md")
    #expect(marked.article.notes.count == 1)
  }
}
