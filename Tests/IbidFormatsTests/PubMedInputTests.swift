import IbidFormats
import IbidModel
import TestSupport
import Testing

/// What an input may look like around its records, and what becomes of it where it is broken.
struct PubMedInputTests {
  private func read(_ xml: String) throws -> (records: [PubMedRecord], summary: PubMedSummary) {
    try PubMedReader.records(in: Array(xml.utf8), path: "in.xml")
  }

  private func set(_ records: String...) -> String {
    "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n" + records.joined(separator: "\n") + "\n</PubmedArticleSet>\n"
  }

  private let one = article(pmid: "11")
  private let two = article(pmid: "22")
  private let three = article(pmid: "33")

  @Test("Records are found whatever stands around them")
  func findsRecords() throws {
    let citation = "<MedlineCitation><PMID>11</PMID><Article><ArticleTitle>T</ArticleTitle></Article></MedlineCitation>"
    let prefixed = "<n:PubmedArticle><n:MedlineCitation><n:PMID>22</n:PMID></n:MedlineCitation></n:PubmedArticle>"
    let inputs: [(String, [String])] = [
      (set(one, two), ["11", "22"]), (one, ["11"]), (citation, ["11"]),
      ("<MedlineCitationSet>\(citation)</MedlineCitationSet>", ["11"]), (set(one) + set(two), ["11", "22"]),
      ("<eFetchResult><PubmedArticleSet>\(one)</PubmedArticleSet></eFetchResult>", ["11"]),
      ("\u{FEFF}" + set(one), ["11"]),
      ("<!DOCTYPE PubmedArticleSet [<!ENTITY e '<PubmedArticle>'> <!-- ]> -->]>" + set(one).dropFirst(22), ["11"]),
      ("<r xmlns:n='urn:x'>\(prefixed)</r>", ["22"]), (set("<!-- \(one) -->", two), ["22"]),
      (set("<![CDATA[\(one)]]>", two), ["22"]), (set(one, "<?stop </PubmedArticle> ?>", two), ["11", "22"]),
      (set(), []), ("<PubmedArticleSet/>", []),
    ]
    for (xml, pmids) in inputs {
      let (records, summary) = try read(xml)
      #expect(records.map(\.pmid) == pmids, "\(xml.prefix(200))")
      #expect(summary.problems.allSatisfy { $0.outcome == .kept }, "\(xml.prefix(200))")
      #expect(summary.seen == pmids.count)
    }
  }

  @Test("A broken record costs that record, by line and PMID")
  func rejectsBrokenRecords() throws {
    let broken: [(String, String)] = [
      ("<PubmedArticle><MedlineCitation><PMID>99</PMID>\n<Article></MedlineCitation></PubmedArticle>", "mismatch"),
      ("<PubmedArticle><MedlineCitation><PMID>99</PMID>\n<a b=c/></MedlineCitation></PubmedArticle>", "AttValue"),
      ("<PubmedArticle><MedlineCitation><PMID>99</PMID>\n&#0;</MedlineCitation></PubmedArticle>", "xmlParseCharRef"),
      ("<PubmedArticle><MedlineCitation><PMID>99</PMID>\n</MedlineCitation>", "no end tag"),
      ("<PubmedArticle><MedlineCitation><PMID>99</PMID>\n" + String(repeating: "<i>", count: 300), "no end tag"),
      (
        "<PubmedArticle><MedlineCitation><PMID>99</PMID>\n" + String(repeating: "<i>", count: 300)
          + String(repeating: "</i>", count: 300) + "</MedlineCitation></PubmedArticle>", "depth"
      ),
      (
        "<PubmedArticle><MedlineCitation><PMID>99</PMID><x "
          + (0..<10_000).map { "a\($0)='>'" }.joined(separator: " ") + "/></MedlineCitation></PubmedArticle>",
        "longer than 65536"
      ),
    ]
    for (xml, message) in broken {
      let (records, summary) = try read(set(one, xml, two, three))
      #expect(records.map(\.pmid) == ["11", "22", "33"], "\(message)")
      #expect(records.map(\.line).first == 3)
      #expect(summary.seen == 4)
      #expect(summary.rejected == 1)
      let problem = try #require(summary.problems.first)
      #expect(summary.problems.count == 1)
      #expect(problem.record == "99")
      #expect(problem.outcome == .rejected)
      #expect(problem.path == "in.xml")
      #expect((4...5).contains(problem.line), "\(message): \(problem.line)")
      #expect(problem.message.contains(message), "\(problem.message)")
    }
  }

  @Test("What breaks off keeps its whole records, and says so")
  func keepsWholeRecords() throws {
    let whole = Array(set(one, two, three).utf8)
    for count in [set(one, two).utf8.count, whole.count - 21, whole.count - 3] {
      let (records, summary) = try PubMedReader.records(in: Array(whole[..<count]))
      #expect(records.map(\.pmid) == (count < whole.count - 30 ? ["11", "22"] : ["11", "22", "33"]))
      #expect(summary.problems.last?.outcome == .brokenOff)
    }
  }

  @Test("What is no PubMed export is refused in one line")
  func refusesOthers() throws {
    let inputs: [([UInt8], String)] = [
      ([], "in.xml: is empty"), (Array(" \n".utf8), "in.xml: is empty"),
      (
        Array("<html><body/></html>".utf8), "in.xml: is XML, but no PubMed export: its root element is <html>"
      ), (Array("@article{x}".utf8), "in.xml: is no PubMed export: it is no XML"),
      (
        (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 7_919 >> 3) },
        "in.xml: is no PubMed export: it is no XML"
      ),
      ([0x1F, 0x8B, 8, 0, 1, 2, 3], "in.xml: cannot be read: the gzip file is cut off"),
      (
        Array("<?xml version='1.0' encoding='x-klingon'?>".utf8),
        "in.xml: its encoding “x-klingon” is not known; convert it to UTF-8, as in `iconv -f x-klingon -t UTF-8`"
      ),
    ]
    for (bytes, message) in inputs {
      let error = #expect(throws: InputError.self) { try PubMedReader.records(in: bytes, path: "in.xml") }
      #expect(error.map(String.init(describing:)) == message)
    }
    let missing = #expect(throws: InputError.self) { _ = try ByteInput.file("/nowhere/at.all") }
    #expect(missing == .missing(path: "/nowhere/at.all"))
    let folder = #expect(throws: InputError.self) { _ = try ByteInput.file("/") }
    #expect(folder == .isDirectory(path: "/"))
  }

  @Test("Encodings give the same record")
  func readsEncodings() throws {
    let xml = set(article(title: "<ArticleTitle>Ångström – 𝛼</ArticleTitle>"))
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = []
    for unit in xml.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big, Array(xml.utf8)] {
      #expect(try PubMedReader.items(in: bytes).items.map { $0[.title] } == ["Ångström – 𝛼"])
    }
    let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + article(title: "<ArticleTitle>#ngstr@m</ArticleTitle>")
    let bytes = latin.utf8.map { $0 == UInt8(ascii: "#") ? 0xC5 : $0 == UInt8(ascii: "@") ? 0xF6 : $0 }
    #expect(try PubMedReader.items(in: bytes).items.map { $0[.title] } == ["Ångström"])
  }

  @Test("Records are whole across blocks, with their lines, and one that is broken costs no other")
  func readsManyBlocks() throws {
    let filler = String(repeating: "many words that fill a block with text and more text ", count: 100)
    var text = "<PubmedArticleSet>\n"
    for number in 1...1_000 {
      let abstract = "<Abstract><AbstractText>\(filler)</AbstractText></Abstract>"
      let record = article(pmid: String(number), article: abstract)
      text += number % 400 == 0 ? record.replacing("</Abstract>", with: "</Abstrac>") : record
      text += number % 300 == 0 ? "<!-- a comment -->\n" : "\n"
    }
    text += "</PubmedArticleSet>"
    let (records, summary) = try read(text)
    #expect(records.count == 998)
    #expect(records.allSatisfy { $0.line == (Int($0.pmid) ?? 0) + 1 })
    #expect(summary.problems.map(\.record) == ["400", "800"])
    #expect(summary.problems.map(\.line) == [401, 801])
    for (threads, blockSize) in [(2, 1 << 14), (3, 1 << 19), (8, 700)] {
      var reader = PubMedReader(path: "in.xml")
      reader.threads = threads
      reader.blockSize = blockSize
      var input = try ByteInput.memory(Array(text.utf8), path: "in.xml")
      var place = 0
      let other = try reader.read(from: &input) { record in
        #expect(record.item == records[place].item)
        #expect(record.line == records[place].line)
        place += 1
      }
      #expect(place == records.count)
      #expect(other.problems == summary.problems)
    }
  }

  @Test("Comments and corrections before 2009 are named by their elements")
  func readsOldCorrections() throws {
    let old = """
      <CommentsCorrections><RetractionIn><RefSource>S</RefSource><PMID>5</PMID></RetractionIn>\
      <CommentOn><RefSource>T</RefSource></CommentOn></CommentsCorrections>
      """
    let facts = try #require(try item(article(citation: old)).pubmed)
    #expect(
      facts.value["CommentsCorrectionsList"].map { JSONWriter.text(of: $0) }
        == #"[{"RefType":"RetractionIn","RefSource":"S","PMID":"5"},{"RefType":"CommentOn","RefSource":"T"}]"#)
  }

  @Test(
    "PubMed's XML is recognized by its elements",
    arguments: [
      ("<?xml version='1.0'?><!DOCTYPE x [ <!ELEMENT PubmedArticleSet ANY> ]><PubmedArticleSet>", true),
      ("<PubmedArticle>", true), ("<eFetchResult><PubmedBookArticleSet>", true), ("<html><body>", false),
      ("<!-- <PubmedArticleSet> --><records>", false), ("PMID- 1", false), ("", false),
      ("<", false), ("<<", false), ("<>", false), ("</", false), ("<!", false), ("<PubmedArticle", false),
    ])
  func recognizes(prefix: String, isPubMed: Bool) {
    #expect(PubMedReader.recognizes(Array(prefix.utf8)) == isPubMed)
  }

  @Test(
    "Every file of the corpora gives JSON, and no record is lost",
    .enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
  func readsTheCorpora() throws {
    let folder = Repository.shared + "/corpora/pubmed"
    for repository in try Repository.files(in: folder, endingWith: "") where !repository.hasSuffix(".tsv") {
      for file in try Repository.files(in: repository, endingWith: ".xml") {
        let (records, summary) = try PubMedReader.records(in: Repository.bytes(file), path: file)
        #expect(summary.rejected == 0, "\(file)")
        for record in records { #expect((try? JSONReader.value(of: record.item.pubmed?.json ?? "")) != nil, "\(file)") }
      }
    }
  }

  @Test("Each thing that is wrong with a file is said with its line, whatever the size of the blocks")
  func saysWhatIsWrong() throws {
    func problem(_ outcome: RecordProblem.Outcome, _ line: Int, _ record: String? = nil, _ message: String)
      -> RecordProblem
    {
      RecordProblem(outcome: outcome, path: "in.xml", line: line, record: record, message: message)
    }
    let cutOff = "the file is cut off before its end; all whole records are kept"
    let open = "<PubmedArticleSet>\n\n"
    let torn = "<PubmedArticle><MedlineCitation><PMID>99</PMID>\n\n"
    let damaged = one.replacing("A title", with: "\n#title").utf8.map { $0 == UInt8(ascii: "#") ? 0xFF : $0 }
    let inputs: [([UInt8], [String], [RecordProblem])] = [
      (Array((open + one + "\n" + two).utf8), ["11", "22"], [problem(.brokenOff, 4, nil, cutOff)]),
      (
        Array((open + one + "\n" + torn).utf8), ["11"],
        [problem(.rejected, 4, "99", "the file ends inside the record"), problem(.brokenOff, 6, nil, cutOff)]
      ),
      (
        Array(("x\n" + one + two + "\n").utf8), ["11", "22"],
        [problem(.kept, 1, nil, "text between records is passed over")]
      ),
      (
        Array((one + "\n\n").utf8) + damaged + Array(two.utf8), ["11", "22"],
        [problem(.rejected, 4, "11", "the text is not UTF-8")]
      ),
      (
        Array((one + "\n" + torn + two).utf8), ["11", "22"],
        [problem(.rejected, 2, "99", "the record has no end tag </PubmedArticle>")]
      ),
      (Array((one + "<Pubmed").utf8), ["11"], [problem(.brokenOff, 1, nil, cutOff)]),
      (
        Array((open + "<!-- " + String(repeating: "c\n", count: 300) + "-->" + one + "</PubmedArticleSet>").utf8),
        ["11"], []
      ),
      (
        Array((open + one + "<!-- c -->\n<new/>" + two + "<?p?>\n" + three + "</PubmedArticleSet>").utf8),
        ["11", "22", "33"], []
      ),
    ]
    for (number, (bytes, pmids, problems)) in inputs.enumerated() {
      for blockSize in [1, 64, 700, 1 << 19] {
        for isQuick in [true, false] {
          var reader = PubMedReader(path: "in.xml")
          reader.blockSize = blockSize
          reader.isQuick = isQuick
          var input = try ByteInput.memory(bytes, path: "in.xml")
          var records: [PubMedRecord] = []
          let summary = try reader.read(from: &input) { records.append($0) }
          #expect(records.map(\.pmid) == pmids, "input \(number), \(blockSize), \(isQuick)")
          #expect(summary.problems == problems, "input \(number), \(blockSize), \(isQuick)")
          #expect(summary.seen == pmids.count + summary.rejected)
          let text = String(decoding: bytes, as: UTF8.self)
          for record in records where !text.contains("\u{FFFD}") {
            let start =
              text.firstRange(of: "<PubmedArticle><MedlineCitation><PMID>\(record.pmid)<")?.lowerBound
              ?? text.startIndex
            #expect(record.line == 1 + text[..<start].utf8.count { $0 == 0x0A }, "input \(number), \(blockSize)")
          }
        }
      }
    }
  }

  @Test("Elements that nobody knows are counted, those of a record that is lost are not")
  func countsUnknown() throws {
    let odd = article(pmid: "5", citation: "<NewB/><NewA><NewC/></NewA><NewA/>")
    let torn = "<PubmedArticle><MedlineCitation><PMID>99</PMID><NewD/>"
    let summary = try read(set(odd, one, odd, torn)).summary
    #expect(summary.unknownElements.map(\.name) == ["NewA", "NewB"])
    #expect(summary.unknownElements.map(\.count) == [4, 2])
    let many = (0..<1_010).map { "<New\($0)/>" }.joined()
    #expect(try read(set(article(citation: many))).summary.unknownElements.count == 1_000)
  }
}
