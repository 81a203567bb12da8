import IbidXML
import Testing

/// Writes down what it is told.
private struct Log: XMLHandler {
  var events: [String] = []

  private func text(_ bytes: Span<UInt8>) -> String {
    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }

  mutating func start(_ name: Span<UInt8>, _ attributes: borrowing XMLAttributes, offset: Int, line: Int) {
    var event = "<" + text(name)
    for index in 0..<attributes.count {
      event += " \(text(attributes.name(of: index)))=[\(text(attributes.value(of: index)))]"
    }
    events.append(event + ">\(offset):\(line)")
  }

  mutating func end(_ name: Span<UInt8>, offset: Int, line: Int) { events.append("</\(text(name))>\(offset):\(line)") }

  mutating func characters(_ text: Span<UInt8>) {
    let piece = self.text(text)
    if let last = events.last, last.hasPrefix("'") {
      events[events.count - 1] = last + piece
    } else {
      events.append("'" + piece)
    }
  }

  mutating func reference(_ name: Span<UInt8>, isInAttribute: Bool) {
    events.append("&\(text(name))\(isInAttribute ? " in attribute" : "")")
  }
}

struct XMLReaderTests {
  private func read(_ reader: borrowing XMLReader, _ xml: String) -> (events: String, failure: XMLFailure?) {
    var log = Log()
    let bytes = Array(xml.utf8)
    let failure = reader.parse(bytes.span, &log)
    return (log.events.joined(separator: " "), failure)
  }

  @Test(
    "Parts of a document are handed over with their lines and offsets",
    arguments: [
      ("<a>x</a>", "<a>2:1 'x </a>8:1"), ("<a/>", "<a>2:1 </a>4:1"), ("<p:a xmlns:p='u'/>", "<a>16:1 </a>18:1"),
      ("<a b='1'\n c='&lt;é'/>", "<a b=[1] c=[<é]>20:2 </a>22:2"), ("<a b=''/>", "<a b=[]>7:1 </a>9:1"),
      ("<a>\n<b/>\n</a>", "<a>2:1 '\n <b>6:2 </b>8:2 '\n </a>13:3"), ("<a>x&y;z</a>", "<a>2:1 'x &y 'z </a>12:1"),
      ("<a b='&y;'/>", "&y in attribute <a b=[]>10:1 </a>12:1"), ("<a><![CDATA[<&]]></a>", "<a>2:1 '<& </a>21:1"),
    ])
  func handsOver(xml: String, events: String) throws {
    let (found, failure) = read(try XMLReader(), xml)
    #expect(found == events)
    #expect(failure == nil)
  }

  @Test("One reader reads document after document, with what stood before a failure")
  func readsSeveral() throws {
    let reader = try XMLReader()
    #expect(read(reader, "<a>").failure != nil)
    #expect(read(reader, "<b/>").events == "<b>2:1 </b>4:1")
    #expect(read(reader, "<a>x</b>").events.hasPrefix("<a>2:1 'x"))
    #expect(read(reader, "<b/>").failure == nil)
  }

  @Test(
    "A failure says what, on which line, and near which byte",
    arguments: [
      ("", "Document is empty", 1, 0), ("<a>\n</b>", "Opening and ending tag mismatch: a and b", 2, 8),
      ("<a/>\n\n<b/>", "Extra content at the end of the document", 3, 6),
      ("<a>\n\n", "Premature end of data in tag a", 3, 5),
    ])
  func failures(xml: String, message: String, line: Int, offset: Int) throws {
    let failure = read(try XMLReader(), xml).failure
    #expect(failure == XMLFailure(message: message, line: line, offset: offset))
  }
}
