import IbidKit
import IbidModel
import IbidSession
import TestSupport
import Testing

/// What stands where in an article.
struct PlacesTests {
  private static let text = """
    # Pain

    Exercise helps.[^1] It does [@weng2023; @engel1977].

    ## More

    Massage relieves back pain in 20% of patients.[^2]

    [^1]: Weng A. Comparative efficacy of exercise therapy. 2023. doi:10.1000/XYZ
    [^2]: Words and no more.
    [^3]: Never cited.

    """

  private func places(_ writer: Writer) throws -> ArticlePlaces {
    ArticlePlaces(try #require(writer.checked.article), writer.checked.text)
  }

  @Test("Of several keys in a bracket that counts which stands at the cursor")
  func tellsMarkersApart() throws {
    let writer = try Writer(Self.text)
    let places = try places(writer)
    func labels(_ words: String) -> [String] {
      places.markers(at: writer.offset(of: words)).map { places.article.markers[$0].marker.label }
    }
    #expect(labels("weng2023;") == ["weng2023"] && labels("engel1977]") == ["engel1977"])
    #expect(labels("[@weng") == ["weng2023", "engel1977"])
    #expect(labels("Exercise") == [])
    #expect(places.note(at: writer.offset(of: "Words and")) == 1 && places.note(at: 0) == nil)
    #expect(places.sentence(at: writer.offset(of: "relieves")) != nil)
    #expect(places.target(at: writer.offset(of: "[^2]: "))?.target == .note("2"))
    #expect(places.target(at: writer.offset(of: "Words and")) == nil)
  }

  @Test("A finding is told with the places that it has to do with")
  func relatesPlaces() throws {
    let writer = try Writer(
      Self.text, records: [],
      bibliography: [("own.bib", "@article{other,\n title={weng2023}}\n@article{ weng2023,\n title={X}}\n")],
      options: {
        var options = SessionOptions()
        options.bibliography = []
        return options
      }())
    let article = try #require(writer.checked.article)
    var related = RelatedPlaces(article, RecordEntries(of: article) { try? Repository.bytes($0) })
    let hollow = try #require(writer.checked.findings.first { $0.rule == "hollow-citation" })
    #expect(related.places(of: hollow).map(\.message) == ["note 2"])
    let places = related.places(of: hollow)
    #expect(writer.document.text.text(places[0].range).hasPrefix("[^2]: Words"))
  }

  @Test("A record's entry is found in the article's own files, and not where its key is only named")
  func findsEntries() throws {
    let head = "---\nbibliography: [own.bib, own.json]\n---\n"
    let writer = try Writer(
      head + "A [@roe2010] b [@coe2011] c [@doe2012].\n", records: [],
      bibliography: [
        ("own.bib", "% roe2010\n@article{x, note={roe2010,}}\n@Article{ roe2010,\n title={Sleep}}\n"),
        ("own.json", "[{\"title\": \"coe2011\", \"type\": \"book\", \"id\" : \"coe2011\"}]"),
      ])
    let article = try #require(writer.checked.article)
    let entries = RecordEntries(of: article) { try? Repository.bytes($0) }
    let roe = try #require(entries.place(of: "roe2010"))
    #expect(roe.path.hasSuffix("/own.bib") && roe.range.lowerBound == 49)
    #expect(entries.place(of: "coe2011")?.path.hasSuffix("/own.json") == true)
    #expect(entries.place(of: "doe2012") == nil)
  }

  @Test("A card shows the reference in the style, where it is from, and what speaks against the work")
  func showsCards() throws {
    var retracted = Writer.records[0]
    retracted[.abstract] = String(repeating: "word ", count: 200)
    retracted.pubmed = PubMedFacts(
      json: """
        {"PublicationTypeList": [{"text": "Retracted Publication"}],
         "CommentsCorrectionsList": [{"RefType": "RetractionIn", "RefSource": "Science. 1980;1:1"}]}
        """)
    let writer = try Writer("Model [@engel1977].\n", records: [])
    let card = ReferenceCard(retracted, origin: .ownRecord, printer: writer.checked.printer)
    #expect(card.reference.hasPrefix("Engel GL. The need for a new medical model"))
    #expect(card.warnings == ["Retracted: Science. 1980;1:1"])
    #expect(card.abstract.hasSuffix("word …") && card.abstract.count <= 402)
    #expect(card.identifiers.map(\.value) == ["847460"])
  }

  @Test("The style is the one that was asked for, else the article's own")
  func printsInTheStyle() throws {
    let item = Writer.records[0]
    func printed(_ head: String, _ style: String?) throws -> String {
      var options = SessionOptions()
      options.style = style
      let writer = try Writer(head + "Model [@engel1977].\n", options: options)
      return ReferenceCard(item, origin: .ownRecord, printer: writer.checked.printer).reference
    }
    #expect(try printed("", nil).hasPrefix("Engel GL. The need"))
    #expect(try printed("---\ncsl: apa\n---\n", nil).hasPrefix("Engel, G. L. (1977)"))
    #expect(try printed("---\ncsl: apa\n---\n", "ieee").hasPrefix("G. L. Engel, “"))
    #expect(try printed("", "no-such-style").hasPrefix("Engel GL. The need"))
  }

  @Test("Sections stand in one another, with what their claims have behind them, and claims in sections")
  func outlines() throws {
    let writer = try Writer(Self.text)
    let outline = Outline(try #require(writer.checked.article), writer.checked.text)
    func listed(_ entries: [Outline.Entry], _ depth: Int) -> [String] {
      entries.flatMap { entry in
        ["\(depth) \(entry.title.prefix(12)) (\(entry.detail))"] + listed(entry.children, depth + 1)
      }
    }
    let list = listed(outline.entries, 0)
    #expect(list.contains { $0.hasSuffix("More (1 hollow)") })
    #expect(list.contains { $0.hasSuffix("Massage reli (hollow)") })
    var section = SectionCoverage(title: "")
    for status in [CitationStatus.cited, .cited, .hollow, .uncited, .none] { section.count(status) }
    #expect(Outline.words(section) == "2 cited, 1 hollow, 1 uncited")
    #expect(Outline.words(SectionCoverage(title: "")) == "")
  }

  @Test("Numbered markers are named by their works, and identifiers found where they are written")
  func namesMarkers() throws {
    let writer = try Writer(Self.text)
    let article = try #require(writer.checked.article)
    let all = 0..<writer.document.text.bytes.count
    let names = MarkerNames.names(in: article, writer.checked.text, all)
    #expect(names.map(\.text) == ["Weng 2023"])
    #expect(names.map(\.offset) == [writer.offset(of: " It does")])
    #expect(MarkerNames.names(in: article, writer.checked.text, 0..<5) == [])
    let places = IdentifierPlaces.all(in: article, writer.checked.text)
    #expect(places.map { writer.document.text.text($0.range) } == ["10.1000/XYZ"])
  }
}
