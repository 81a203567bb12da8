import IbidXML
import Testing

struct XMLTreeTests {
  /// An element as text: name, line, attributes, text, children.
  private func outline(_ element: XMLTree) -> String {
    let attributes = element.attributes.map { " \($0.name)=\($0.value)" }.joined()
    let inside = element.text + element.children.map(outline).joined()
    return "(\(element.name):\(element.line)\(attributes)|\(inside))"
  }

  @Test(
    "Elements have their names, lines, attributes, text and children",
    arguments: [
      ("<a/>", "(a:1|)"), ("<a>x<b/>y</a>", "(a:1|xy(b:1|))"),
      ("<?xml version='1.0'?>\n<!-- no -->\n<a\n b='1'\n c='2'>\n<d\n/></a>\n", "(a:3 b=1 c=2|\n(d:6|))"),
      ("<p:a xmlns:p='urn:x' xmlns='urn:y' p:b='1' xml:lang='de'/>", "(a:1 b=1 lang=de|)"),
      ("<p:a><p:b/></p:a>", "(a:1|(b:1|))"),
      ("<a b='&lt;&amp;&#228;&#x1D6FC;\t\n'>&gt;&quot;&apos;</a>", "(a:1 b=<&ä𝛼  |>\"')"),
      ("<a><![CDATA[<b>&]]></a>", "(a:1|<b>&)"), ("<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a/>", "(a:2|)"),
      ("\u{FEFF}<a/>", "(a:1|)"), ("<a>\r\n</a>", "(a:1|\n)"),
      ("<?xml version='1.0' encoding='ISO-8859-1'?><a b='x'>y</a>", "(a:1 b=x|y)"),
    ])
  func reads(xml: String, expected: String) throws {
    #expect(outline(try XMLTree.parse(Array(xml.utf8))) == expected)
  }

  @Test("An attribute and a child are found by name, the first where there are several")
  func finds() throws {
    let tree = try XMLTree.parse(Array("<a b='1' c=''><d e='1'/><d e='2'/></a>".utf8))
    #expect(tree["b"] == "1")
    #expect(tree["c"] == "")
    #expect(tree["d"] == nil)
    #expect(tree.child("d")?["e"] == "1")
    #expect(tree.child("a") == nil)
  }

  @Test(
    "What is no XML is refused with line and reason",
    arguments: [
      ("", 1, "empty"), ("text", 1, "Start tag"), ("<a>\n</b>", 2, "mismatch: a and b"), ("<a>\n", 2, "end of data"),
      ("<a/>\n<b/>", 2, "Extra content"), ("<a>\n<b c='1' c='2'/></a>", 2, "redefined"),
      ("<a b/>", 1, "mandates value"),
      ("<a>\n\n&nbsp;</a>", 3, "Entity 'nbsp' not defined"), ("<a b='&nbsp;'/>", 1, "Entity 'nbsp' not defined"),
      ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", 1, "Entity 'x' not defined"),
      ("<a>\n&x;</b>", 2, "Entity 'x' not defined"), ("<a>&", 1, "no name"),
      (String(repeating: "<a>", count: 300), 1, "depth"),
    ])
  func refuses(xml: String, line: Int, reason: String) {
    let failure = #expect(throws: XMLFailure.self) { try XMLTree.parse(Array(xml.utf8)) }
    #expect(failure?.line == line)
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
  }

  @Test("Bytes that are no UTF-8 are refused")
  func refusesBytes() {
    #expect(throws: XMLFailure.self) { try XMLTree.parse(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
  }

  @Test("Elements stand 257 deep at most: 256 in the root")
  func capsDepth() throws {
    func nested(_ count: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)).utf8)
    }
    #expect(throws: Never.self) { try XMLTree.parse(nested(257)) }
    #expect(throws: XMLFailure.self) { try XMLTree.parse(nested(258)) }
  }

  @Test("A start tag has 65,536 bytes at most; a comment, CDATA and text may be longer")
  func capsTags() throws {
    let longest = XMLParser.longestStartTag
    func tag(_ count: Int) -> [UInt8] { Array("\n<a b='\(String(repeating: ">", count: count - 9))'/>".utf8) }
    #expect(try XMLTree.parse(tag(longest))["b"]?.utf8.count == longest - 9)
    let failure = #expect(throws: XMLFailure.self) { try XMLTree.parse(tag(longest + 1)) }
    #expect(failure?.line == 2)
    #expect(failure?.message == "a tag of more than 65536 bytes")
    let long = String(repeating: "'", count: longest + 1)
    for xml in [
      "<a><!--<b \(long)--></a>", "<a><![CDATA[<b \(long)]]></a>", "<a><?b <c \(long)?></a>", "<a>\(long)</a>",
    ] {
      #expect(throws: Never.self) { try XMLTree.parse(Array(xml.utf8)) }
    }
  }

  @Test("A start tag that is too long is told by its line and offset, whatever stands before it")
  func longTags() {
    let long = String(repeating: "x", count: XMLParser.longestStartTag)
    let befores = [
      "<a>\n\n", "<a><!-- < -->\n", "<a><!-->\n<b>-->", "<a><![CDATA[\n]>]]>", "<a><?p\n> ?>", "<a b='>\n<' c=\">'\">",
      "<!DOCTYPE a>\n<a>", "<a>\n'<b c='\"'/>",
    ]
    for before in befores {
      let xml = Array((before + "<b " + long + "/></a>").utf8)
      let failure = #expect(throws: XMLFailure.self) { try XMLTree.parse(xml) }
      let line = 1 + before.utf8.count { $0 == 0x0A }
      let message = "a tag of more than 65536 bytes"
      #expect(failure == XMLFailure(message: message, line: line, offset: before.utf8.count), "\(before)")
    }
  }

  @Test(
    "What is no tag, and what is never closed, is left to the parser",
    arguments: [
      "<!--", "<!-- --", "<![CDATA[", "<?p", "<!x", "<",
    ])
  func unclosed(opening: String) {
    let xml = Array(("<a>" + opening + String(repeating: "y", count: 70_000)).utf8)
    let failure = #expect(throws: XMLFailure.self) { try XMLTree.parse(xml) }
    #expect((failure?.message == "a tag of more than 65536 bytes") == (opening == "<"))
  }

  @Test("Lines are those of the start tags, also behind attributes of several lines")
  func lines() throws {
    let tree = try XMLTree.parse(Array("\n<a\n>\n<b\n\nc='\n<'/><d/>\n<e/></a>".replacing("<'", with: "&lt;'").utf8))
    #expect(tree.line == 2)
    #expect(tree.children.map(\.line) == [4, 7, 8])
    #expect(tree.child("b")?["c"] == " <")
  }

  @Test("An entity that nothing defines is told by its place, the first of several, before what breaks the document")
  func entities() {
    let failure = #expect(throws: XMLFailure.self) { try XMLTree.parse(Array("<a>\n &x; &y;</b>".utf8)) }
    #expect(failure?.message == "Entity 'x' not defined")
    #expect(failure?.line == 2)
    #expect(failure?.offset == 8)
  }
}
