import IbidFormats
import IbidModel
import TestSupport
import Testing

/// What our own parser reads, libxml2 reads alike; what it does not know, it leaves to libxml2.
struct PlainParserTests {
  private func read(
    _ bytes: [UInt8], isQuick: Bool
  ) throws -> (records: [PubMedRecord], summary: PubMedSummary) {
    var input = try ByteInput.memory(bytes, path: "in.xml")
    var reader = PubMedReader(path: "in.xml")
    reader.isQuick = isQuick
    var records: [PubMedRecord] = []
    let summary = try reader.read(from: &input) { records.append($0) }
    return (records, summary)
  }

  private func expectSame(_ bytes: [UInt8], _ name: String) throws {
    let (ours, summary) = try read(bytes, isQuick: true)
    let (theirs, other) = try read(bytes, isQuick: false)
    #expect(ours.map(\.item) == theirs.map(\.item), "\(name)")
    #expect(ours.map(\.line) == theirs.map(\.line), "\(name)")
    #expect(summary.problems == other.problems, "\(name)")
    #expect(summary.seen == other.seen, "\(name)")
    #expect(summary.deleted == other.deleted, "\(name)")
    #expect(summary.unknownElements.map(\.name) == other.unknownElements.map(\.name), "\(name)")
    #expect(summary.unknownElements.map(\.count) == other.unknownElements.map(\.count), "\(name)")
  }

  @Test(
    "Both parsers read the same records, and refuse the same",
    arguments: [
      "a &amp; b &lt; c &gt; d &quot;e&quot; &apos;f&apos;", "&#181;m &#xB5;m &#x1D6FC; &#0000065;", "a &micro; b",
      "&#0;", "&#xFFFE;", "&#x110000;", "&#;", "&#x;", "&#12", "& b", "&amp", "a > b", "a ]]> b", "a ]] > b", "]]&gt;",
      "  \n\t a \r\n b  ", "H<sub>2</sub>O <i>x</i> <b>y</b>", "H<sub >2</sub >O", "<i/>", "<i / >", "<i></b>",
      "<new a='1' b=\"2\"/>", "<new a='1' a='2'/>", "<new a='1'b='2'/>", "<new a = '1'/>", "<new a='<'/>",
      "<new a='&amp;&#65;&gt;'/>", "<new a='&x;'/>", "<new-er/>", "<ne\u{E9}w/>", "<1/>", "< i>", "<x:i>a</x:i>",
      "<mml:math xmlns:mml='urn:m'><mml:mi>x</mml:mi></mml:math>",
      "<math><mi> x y </mi><mo> &lt; </mo><mi>\u{3B1} \u{3B2}</mi><mo>\u{2062}</mo><mn>2</mn></math>",
      "<!-- c -->", "<![CDATA[ x < y ]]>", "<?p i?>", "\u{1}", "\u{7F}", "\u{FFFF}", "<PubmedArticle>", "</Article>",
      "<PubmedArticle/>", "<PubmedArticleSet/>", "<new><PubmedArticle></PubmedArticle></new>", "<MedlineCitation/>",
    ])
  func agrees(_ text: String) throws {
    let odd = article(
      pmid: "2", title: "<ArticleTitle>\(text)</ArticleTitle>",
      article: "<Abstract><AbstractText Label=\"A &amp; B\">\(text)</AbstractText></Abstract>",
      citation: "<CoiStatement>\(text)</CoiStatement>\(text)")
    let records = [article(pmid: "1"), odd, article(pmid: "3"), article(pmid: "4")]
    try expectSame(Array(("<PubmedArticleSet>\n" + records.joined(separator: "\n") + "</PubmedArticleSet>").utf8), text)
    try expectSame(Array(odd.utf8), text)
    // Wherever a record begins and ends in its block.
    try expectSame(Array((records.joined() + String(repeating: " ", count: 7)).utf8), text)
  }

  @Test("A tag with more attributes, a longer name or deeper elements than usual is read all the same")
  func readsLargeTags() throws {
    let attributes = (0..<100).map { "a\($0)='x'" }.joined(separator: " ")
    let deep = String(repeating: "<i>", count: 230) + String(repeating: "</i>", count: 230)
    let long = String(repeating: "n", count: 300)
    let value = String(repeating: "x &amp; ", count: 2_000)
    for text in ["<new \(attributes)/>", deep, "<\(long)/>", "<new a='\(value)' b='\(value)'/>"] {
      let odd = article(pmid: "2", title: "<ArticleTitle>T \(text)</ArticleTitle>")
      try expectSame(Array((article() + odd + article(pmid: "3")).utf8), String(text.prefix(40)))
    }
  }

  @Test(
    "Both parsers read the same of every file of the corpora",
    .enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
  func agreesOnTheCorpora() throws {
    let folder = Repository.shared + "/corpora/pubmed"
    for repository in try Repository.files(in: folder, endingWith: "") where !repository.hasSuffix(".tsv") {
      for file in try Repository.files(in: repository, endingWith: ".xml") {
        try expectSame(Repository.bytes(file), file)
      }
    }
  }
}
