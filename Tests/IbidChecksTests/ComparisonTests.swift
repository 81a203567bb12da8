import IbidClaims
import IbidModel
import Testing

@testable import IbidChecks

/// What rules hold texts, names and records against each other with.
struct ComparisonTests {
  @Test(
    "Two names may be one journal's",
    arguments: [
      ("Science", "science", true), ("Br J Sports Med", "British Journal of Sports Medicine", true),
      ("British Journal of Sports Medicine", "Br J Sports Med", true), ("JAMA Netw Open", "JAMA network open", true),
      ("NEJM", "The New England Journal of Medicine", true), ("The New England Journal of Medicine", "NEJM", true),
      ("TNEJOM", "The New England Journal of Medicine", true), ("NEJ", "The New England Journal of Medicine", false),
      ("Natl Med", "National Medicine", true), ("Ntal Med", "National Medicine", true),
      ("Nltan Med", "National Medicine", false), ("Dtsch Arztebl", "Deutsches Arzteblatt", true),
      ("Pian", "Pain", false), ("Atl Med", "National Medicine", false),
      ("J Pain", "The Journal of Pain", true), ("J Pain Res", "Journal of Pain", false), ("Pain", "J Pain", false),
      ("Science", "Science (New York, N.Y.)", true), ("Pain: the journal", "Pain", true),
      ("Heart = Coeur", "Heart", true),
      ("BMJ", "BMJ (Clinical research ed.)", true), ("J", "Journal", true), ("S", "Science Two", false),
      ("ST", "Science Two", true), ("ABCDEFGH", "A B C D E F G H", true), ("ABCDEFGHI", "A B C D E F G H I", true),
      ("S T", "Science Two", true), ("", "Science", false), ("of", "Science", false),
    ])
  func comparesJournals(left: String, right: String, areSame: Bool) {
    #expect(RecordComparison.areOneJournal(left, right) == areSame)
    #expect(RecordComparison.areOneJournal(right, left) == areSame)
  }

  /// A record with these fields, whose journal may have another name and its year another beside it.
  private static func item(
    _ title: String? = "One: two & three", authors: [String] = ["Roe", "Doe"], journal: String? = "Pain",
    year: Int? = 2010, volume: String? = "3", issue: String? = "2", page: String? = "10-12", doi: String? = "10.1000/a"
  ) -> Item {
    var item = Item(id: "a", type: .articleJournal)
    item[.title] = title
    item[.containerTitle] = journal
    item[.volume] = volume
    item[.issue] = issue
    item[.page] = page
    item[.DOI] = doi
    if let year { item[date: .issued] = CSLDate(year) }
    item[names: .author] = authors.map { Name(family: $0, given: "J") }
    return item
  }

  @Test(
    "A reference differs from its record only where both speak",
    arguments: [
      (item(), []), (item(nil, authors: [], journal: nil, year: nil, volume: nil, issue: nil, page: nil, doi: nil), []),
      (item("One"), []), (item("One: two and three"), []), (item("ONE. Two, & Three"), []),
      (item("On"), ["title “On”, record “One: two & three”"]),
      (item("One: two & three four"), ["title “One: two & three four”, record “One: two & three”"]),
      (item("???"), []), (item(authors: ["Roe"]), []),
      (item(authors: ["Roe", "Doe", "Poe"]), ["number of authors “3”, record “2”"]),
      (item(authors: ["Poe"]), ["first author “Poe”, record “Roe”"]), (item(authors: ["von Roe"]), []),
      (item(authors: ["vonRoe"]), ["first author “vonRoe”, record “Roe”"]), (item(authors: ["RÖE", "Doe"]), []),
      (item(journal: "Heart"), ["journal “Heart”, record “Pain”"]), (item(journal: "pain"), []),
      (item(year: 2011), ["year “2011”, record “2010”"]), (item(year: 2009), ["year “2009”, record “2010”"]),
      (item(volume: "4"), ["volume “4”, record “3”"]), (item(issue: "3"), ["issue “3”, record “2”"]),
      (item(page: "10-13"), ["page “10-13”, record “10-12”"]), (item(page: "10–2"), []), (item(page: "10 – 12"), []),
      (item(page: "10"), []), (item(page: "1"), ["page “1”, record “10-12”"]),
      (item(page: "E10"), ["page “E10”, record “10-12”"]),
      (item(doi: "10.1000/b"), ["DOI “10.1000/b”, record “10.1000/a”"]), (item(doi: "10.1000/A"), []),
      (
        item(authors: ["Poe"], year: 2011, page: "9"),
        ["first author “Poe”, record “Roe”", "year “2011”, record “2010”", "page “9”, record “10-12”"]
      ),
    ] as [(Item, [String])])
  func comparesRecords(written: Item, differences: [String]) throws {
    let work = try Self.work(Self.item())
    #expect(RecordComparison(written: written, record: work).differences == differences)
    let others = differences.filter { !$0.hasPrefix("DOI") }
    #expect(RecordComparison(written: written, record: work, comparesIdentifiers: false).differences == others)
  }

  @Test("Particles, original titles, a year of electronic publication and an ISBN are no differences")
  func comparesWithMoreOfTheRecord() throws {
    var record = Self.item(authors: ["de la Roe"])
    record[.originalTitle] = "Eins"
    record[.ISBN] = "9780721633671"
    record[date: .availableDate] = CSLDate(2009)
    record[.containerTitleShort] = "J Hurt"
    let work = try Self.work(record)
    var written = Self.item("Eins", authors: ["Roe"], journal: "J. Hurt", year: 2009)
    #expect(RecordComparison(written: written, record: work).differences == [])
    written[.ISBN] = "9780306406157"
    #expect(RecordComparison(written: written, record: work).differences == [])
    written[date: .issued] = CSLDate(2008)
    #expect(RecordComparison(written: written, record: work).differences == ["year “2008”, record “2010”"])
  }

  /// The work that an article cites whose records hold this item.
  private static func work(_ item: Item) throws -> Work {
    let read = try LinkedText("So [@\(item.id)].", records: [item])
    return try #require(read.article.works.first)
  }

  @Test(
    "Phrases are found word by word",
    arguments: [
      ("It is well known.", "it is well known"), ("it is well  -  KNOWN", "it is well known"), ("it is well", nil),
      ("it is wellknown", nil), ("transit is well known", nil), ("it’s so", "its so"), ("it's so", "its so"),
      ("it“s so", nil), ("it—is well known", "it is well known"), ("it is well known2", nil),
      ("it is well knownä", nil),
      ("a b its so it is well known", "its so"), ("2 mice", "2 mice"), ("", nil), ("itsé so", nil),
      ("’its so", "its so"),
      ("its … so", "its so"), ("its\u{E2}so", nil),
    ] as [(String, String?)])
  func findsPhrases(text: String, found: String?) {
    let phrases = Phrases(["it is well known", "its so", "2 mice"])
    #expect(phrases.first(in: text) == found)
    #expect(phrases.occur(in: text) == (found != nil))
  }

  @Test(
    "A quote occurs with what it leaves out and puts in",
    arguments: [
      ("models need care", "We say that models need care.", true),
      ("Models need CARE!", "We say that models need care.", true),
      ("models … care", "We say that models need care.", true),
      ("models ... care", "We say that models need care.", true),
      ("models .. care", "We say that models need care.", false),
      ("care … models", "We say that models need care.", false),
      ("models [of health] need care", "We say that models need care.", true),
      ("[m]odels", "We say that models need care.", false),
      ("odels need", "We say that models need care.", false), ("models nee", "We say that models need care.", false),
      ("models [a [b] c] need", "We say that models need care.", true),
      ("models] need", "We say that models need care.", true),
      ("models … models", "We say that models need care.", false), ("models … models", "models and models", true),
      ("", "We say", false), ("…", "We say", false), ("We say", "", false), ("a longer text", "short", false),
    ])
  func findsQuotes(quote: String, text: String, occurs: Bool) {
    #expect(QuotedWords(quote).occur(in: text) == occurs)
  }

  @Test(
    "A quote has the words that stand in it",
    arguments: [("one two three", 3), ("one … two", 2), ("one [two] three", 2), ("one.two", 2), ("…", 0), ("", 0)])
  func countsWords(quote: String, count: Int) { #expect(QuotedWords(quote).count == count) }

  @Test(
    "The overlap is the share of words in their order",
    arguments: [
      ("a b c d e", "a b c d e", 1), ("a b c d e", "x a b c d e y", 1), ("a b c d e", "a b c d x", 0.8),
      ("a b c d e", "a b x c d", 0.8), ("a b c d e", "a b c x y", 0), ("a b c d", "a b c d", 0), ("a b c d e", "", 0),
      ("a b c d e", "e d c b a", 0.2), ("a b c d e", "a b x x c d e", 1), ("a b c d e", "a b x x x c d e", 0.8),
      ("a b c d e f", "x x x x x x x x x x a b c d e f", 1), ("a b c d e f g h", "a b c d e f x y", 0.75),
      ("a b c d e f g h", "a b c d e x y z", 0),
    ] as [(String, String, Double)])
  func measuresOverlap(quote: String, text: String, share: Double) {
    #expect(WordOverlap(of: quote, in: text).share == share)
  }

  @Test("Long quotes and texts are cut before they are compared")
  func cutsLongTexts() {
    func words(_ count: Int, _ word: String = "w") -> String {
      (0..<count).map { "\(word)\($0)" }.joined(separator: " ")
    }
    #expect(WordOverlap(of: words(120) + " x y z", in: words(120)).share == 1)
    #expect(WordOverlap(of: words(119) + " x", in: words(119)).share == 119.0 / 120)
    #expect(WordOverlap(of: words(5), in: words(1495, "x") + " " + words(5)).share == 1)
    #expect(WordOverlap(of: words(5), in: words(1496, "x") + " " + words(5)).share == 0.8)
  }

  @Test(
    "Quotation marks without a partner are told",
    arguments: [
      ("“a” b”", ["a"], false, true), ("“a “b” c”", ["b", "a “b” c"], false, false), ("„a “b” c“", ["a "], true, true),
      ("”", [], false, true), ("»", [], false, true), ("\"a\"", ["a"], false, false), ("“a\"", ["a"], false, false),
      ("5\" and \"a\"", ["a"], false, false), ("\"", [], true, false), ("9\"", [], false, false),
      (":\"", [], true, false),
      ("«a “b” c»", ["b", "a “b” c"], false, false), ("“a “b", [], true, false),
      (String(repeating: "«", count: 8), [], true, false),
      (String(repeating: "«", count: 9) + "»»»»»»»» x»", Array(repeating: "", count: 0), false, true),
    ] as [(String, [String], Bool, Bool)])
  func findsLoneMarks(text: String, quotes: [String], isOpen: Bool, isStray: Bool) {
    let marks = QuotedPassages(text)
    if !quotes.isEmpty { #expect(marks.quotes == quotes) }
    #expect(marks.isOpen == isOpen)
    #expect(marks.hasStrayClosing == isStray)
  }
}
