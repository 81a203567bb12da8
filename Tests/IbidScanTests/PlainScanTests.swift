import IbidScan
import Testing

/// Writes down what it is told.
private struct Log: ~Copyable, MarkupHandler {
  var events: [String] = []
  var ignoresText = false

  func meaning(of name: Span<UInt8>) -> UInt8 { name.first ?? 0 }
  func refuses(_ name: MarkupName<UInt8>) -> Bool { name.meaning == UInt8(ascii: "R") }

  mutating func start(
    _ name: MarkupName<UInt8>, _ tag: borrowing StartTag<UInt8>, at place: inout DocumentPlace
  ) -> Bool {
    var event = "<" + tag.spelling.text
    for index in 0..<tag.count { event += " \(tag.spelling(of: index).text)=[\(tag.value(of: index).text)]" }
    events.append(event + ">\(place.offset):\(place.line())")
    return name.meaning != UInt8(ascii: "S")
  }

  mutating func end(_ name: MarkupName<UInt8>, at place: inout DocumentPlace) { events.append("</\(place.offset)>") }

  mutating func characters(_ piece: Span<UInt8>) {
    if let last = events.last, last.hasPrefix("'") {
      events[events.count - 1] = last + piece.text
    } else {
      events.append("'" + piece.text)
    }
  }
}

struct PlainScanTests {
  /// What a document says, and how many line breaks it has; nil where it is left to another parser.
  private func read(_ document: String, at offset: Int = 0, ignoringText: Bool = false) -> (events: String, lines: Int?)
  {
    let bytes = Array(document.utf8)
    // What stands around it is no part of it: neither its beginning nor its end is in reach.
    let block = ByteBlock(
      [UInt8](repeating: UInt8(ascii: "]"), count: offset) + bytes
        + [UInt8](repeating: UInt8(ascii: ";"), count: PlainBytes.room), room: 0)
    var parser = PlainParser(Log())
    parser.handler.ignoresText = ignoringText
    let lines = parser.parse(offset..<offset + bytes.count, of: block)
    #expect(block.slice(offset + bytes.count..<block.capacity).allSatisfy { $0 == UInt8(ascii: ";") }, "\(document)")
    return (parser.handler.events.joined(separator: " "), lines)
  }

  @Test(
    "Tags, attributes, text and references are handed over, with their places",
    arguments: [
      ("<a>x</a>", "<a>2:1 'x </8>", 0), ("<a/>", "<a>3:1 </4>", 0), ("<a />", "<a>4:1 </5>", 0),
      ("<a>\n<b>\n</b></a>", "<a>2:1 '\n <b>6:2 '\n </12> </16>", 2),
      ("<a b='1' c=\"2'\"/>", "<a b=[1] c=[2']>16:1 </17>", 0),
      ("<a b='&amp;&#65;&#x1F600;z'/>", "<a b=[&A\u{1F600}z]>28:1 </29>", 0),
      ("<a>&lt;&gt;&quot;&apos;&amp;</a>", "<a>2:1 '<>\"'& </32>", 0), ("<a>b > c</a>", "<a>2:1 'b > c </12>", 0),
      ("<a>]>]</a>", "<a>2:1 ']>] </10>", 0), ("<abcdefghi></abcdefghi>", "<abcdefghi>10:1 </23>", 0), ("", "", 0),
      ("<a></a>\n<a></a>", "<a>2:1 </7> '\n <a>10:2 </15>", 1), ("> ", "'> ", 0), ("]> ", "']> ", 0),
    ])
  func reads(document: String, events: String, lines: Int) {
    for offset in [0, 1, 2, 63, 64] {
      let (read, count) = read(document, at: offset)
      #expect(read == events, "\(document) at \(offset)")
      #expect(count == lines, "\(document) at \(offset)")
    }
  }

  @Test(
    "What is not plain, or no XML, is left to another parser",
    arguments: [
      "<a>", "</a>", "<a></b>", "<a></ab>", "<ab></a>", "<a></a", "<a", "<", "<a b>", "<a b=1/>", "<a b='1/>",
      "<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a b='&x;'/>", "<a/ >", "<!-- c -->", "<?p?>",
      "<![CDATA[x]]>", "<a>&x;</a>", "<a>&</a>", "<a>&amp</a>", "<a>]]></a>", "<x:a/>", "<a-b/>", "<1/>", "<é/>",
      "<a></a ", "<R/>", "<S/>", "<a>&#0;</a>", "<a>&#8;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>",
      "<a>&#x110000;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a>&#1f;</a>", "<a>&#99999999999999999999;</a>", "<a>&#65",
    ])
  func leaves(document: String) {
    for offset in [0, 64] { #expect(read(document, at: offset).lines == nil) }
  }

  @Test(
    "References to characters end at XML's limits",
    arguments: [
      ("&#9;", "\t"), ("&#10;", "\n"), ("&#13;", "\r"), ("&#32;", " "), ("&#x7F;", "\u{7F}"), ("&#x80;", "\u{80}"),
      ("&#x7FF;", "\u{7FF}"), ("&#x800;", "\u{800}"), ("&#xD7FF;", "\u{D7FF}"), ("&#xE000;", "\u{E000}"),
      ("&#xFFFD;", "\u{FFFD}"), ("&#x10000;", "\u{10000}"), ("&#x10ffff;", "\u{10FFFF}"), ("&#0000065;", "A"),
    ])
  func readsCharacters(reference: String, text: String) {
    #expect(read("<a>\(reference)</a>").events.hasPrefix("<a>2:1 '\(text) </"))
  }

  @Test("Text ends at the first mark, wherever it stands among the bytes that are looked at at once")
  func findsMarks() {
    for length in 0..<100 {
      let text = String(repeating: "t", count: length)
      #expect(read("<a>\(text)</a>").events == "<a>2:1 \(length == 0 ? "" : "'\(text) ")</\(length + 7)>")
      #expect(read("<a>\(text)&lt;\(text)</a>").events.contains("'\(text)<\(text) "))
      #expect(read("<a b='\(text)&amp;'/>").events.hasPrefix("<a b=[\(text)&]>"))
      let blanks = String(repeating: " ", count: length)
      #expect(read("<a>\n\(blanks)<b/></a>", ignoringText: true).events.hasPrefix("<a>2:1 <b>\(length + 7):2 "))
      // Without a tag at all the document ends at its end.
      #expect(read(text).lines == 0)
    }
  }

  @Test("Names are read up to a hundred letters, elements to a depth of 200, attributes to 32")
  func hasLimits() {
    for (count, isRead) in [(99, true), (100, true), (101, false)] {
      #expect((read("<\(String(repeating: "n", count: count))/>").lines != nil) == isRead)
    }
    for (count, isRead) in [(199, true), (200, true), (201, false)] {
      let document = String(repeating: "<i>", count: count) + String(repeating: "</i>", count: count)
      #expect((read(document).lines != nil) == isRead)
    }
    for (count, isRead) in [(31, true), (32, true), (33, false)] {
      let attributes = (0..<count).map { "a\($0)='\($0)'" }.joined(separator: " ")
      #expect((read("<n \(attributes)/>").lines != nil) == isRead)
    }
  }

  @Test("Many values with references stand beside one another")
  func keepsDecodedValues() {
    let value = String(repeating: "v&amp;", count: 1_000)
    let decoded = String(repeating: "v&", count: 1_000)
    let events = read("<n a='\(value)' b='\(value)' c='x'/>").events
    #expect(events.hasPrefix("<n a=[\(decoded)] b=[\(decoded)] c=[x]>"))
  }

  @Test("A document without room behind it stops the program")
  func needsRoom() async {
    await #expect(processExitsWith: .failure) {
      var parser = PlainParser(Log())
      _ = parser.parse(0..<4, of: ByteBlock(Array("<a/>".utf8), room: PlainBytes.room - 1))
    }
  }
}
