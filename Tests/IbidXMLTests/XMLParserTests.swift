import IbidXML
import Testing

/// What the callbacks of a test note.
private final class Events {
  var text = ""
}

private let callbacks = XMLCallbacks(
  start: { state, name, _, _, _, _, count, _, attributes in
    guard let events = events(state), let name else { return }
    events.text += "<" + String(cString: name)
    for index in 0..<Int(count) {
      guard let five = attributes.map({ $0 + 5 * index }), let name = five[0], let start = five[3], let end = five[4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      events.text += " \(String(cString: name))='\(String(decoding: value, as: UTF8.self))'"
    }
    events.text += ">"
  },
  end: { state, name, _, _ in
    if let events = events(state), let name { events.text += "</" + String(cString: name) + ">" }
  },
  characters: { state, text, count in
    guard let events = events(state), let text else { return }
    events.text += String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
  },
  reference: { state, name in
    if let events = events(state), let name { events.text += "{" + String(cString: name) + "}" }
  })

private func events(_ state: UnsafeMutableRawPointer?) -> Events? {
  state.map { Unmanaged<Events>.fromOpaque($0).takeUnretainedValue() }
}

struct XMLParserTests {
  private func parse(_ xml: String) throws -> (text: String, failure: XMLFailure?) {
    let events = Events()
    let parser = try XMLParser(callbacks, state: Unmanaged.passUnretained(events).toOpaque())
    let failure = Array(xml.utf8).withUnsafeBytes { parser.parse($0) }
    return withExtendedLifetime(events) { (events.text, failure) }
  }

  @Test(
    "Tags, text and attributes arrive as they are meant",
    arguments: [
      ("<a b='1'>x<c/>y</a>", "<a b='1'>x<c></c>y</a>"), ("<a>&lt;&#233;&#x1D6FC;</a>", "<a><é𝛼</a>"),
      ("<a b='M &amp; M &#38; N'>M &amp; M</a>", "<a b='M & M & N'>M & M</a>"),
      ("<a><![CDATA[<b>]]><!-- no --><?no?></a>", "<a><b></a>"), ("<p:a>x</p:a>", "<a>x</a>"),
      ("<a>5 &micro;m</a>", "<a>5 {micro}m</a>"), ("<a>\n <b/>\n</a>", "<a>\n <b></b>\n</a>"),
    ])
  func reads(xml: String, events: String) throws {
    let (text, failure) = try parse(xml)
    #expect(text == events)
    #expect(failure == nil)
  }

  @Test("Nothing outside of the document is opened, and no entity of its own is followed")
  func followsNothing() throws {
    let documents = [
      "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY y 'yyyyyyyyyy'><!ENTITY x '&y;&y;&y;&y;'>]><a>&x;</a>",
    ]
    for document in documents {
      let (text, _) = try parse(document)
      #expect(!text.contains("root"))
      #expect(!text.contains("yyyy"))
    }
  }

  @Test(
    "A document that is no XML fails with line and reason",
    arguments: [
      ("<a>\n<b>\n</a>", 3, "mismatch"), ("<a>\n<b c=1/></a>", 2, "AttValue"), ("", 1, "empty"),
      ("text", 1, "Start tag"),
      ("<a></a><b/>", 1, "Extra content"), (String(repeating: "<a>", count: 300), 1, "depth"),
      ("<a>\n\n", 3, "end of data"),
    ])
  func fails(xml: String, line: Int, reason: String) throws {
    let failure = try #require(try parse(xml).failure)
    #expect(failure.line == line)
    #expect(failure.message.contains(reason), "\(failure.message)")
  }

  @Test("A parser reads one document after another")
  func readsSeveral() throws {
    let events = Events()
    let parser = try XMLParser(callbacks, state: Unmanaged.passUnretained(events).toOpaque())
    let name = parser.intern("a")
    for xml in ["<a>1</a>", "<a>", "<a>2</a>"] { _ = Array(xml.utf8).withUnsafeBytes { parser.parse($0) } }
    withExtendedLifetime(events) { #expect(events.text == "<a>1</a><a><a>2</a>") }
    #expect(parser.intern("a") == name)
  }
}
