import IbidModel
import Testing

struct JSONReaderTests {
  @Test(
    "What is no JSON is refused with its place",
    arguments: [
      ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"\\x\"", 3), ("01", 1), ("tru", 0), ("\"a", 2), ("1 2", 2),
      ("\"\\u+041\"", 3),
    ])
  func refusesWhatIsNoJSON(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONReader.value(of: text) }
    #expect(error?.offset == offset)
  }

  @Test("Escapes are read and written")
  func escapes() throws {
    let text = #""a\"\\\/\n\u00e9\ud83d\ude00\ud83d""#
    #expect(try JSONReader.value(of: text) == .string("a\"\\/\né😀\u{FFFD}"))
    #expect(JSONWriter.text(of: .string("\"\u{301}\u{1}")) == "\"\\\"\u{301}\\u0001\"")
  }

  @Test(
    "A string that is not UTF-8 is refused, also where its repair would be as long",
    arguments: [[0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0x61, 0xC3], [0xFF], [0x5C, 0x6E, 0xE2, 0x80]] as [[UInt8]])
  func refusesBrokenStrings(bytes: [UInt8]) {
    #expect(throws: JSONError(reason: "a string that is not UTF-8", offset: 1)) {
      try JSONReader.value(of: [0x22] + bytes + [0x22])
    }
  }

  @Test("Strings of any length are read as they are, control characters and U+FFFD too")
  func readsStrings() throws {
    for count in [0, 1, 7, 8, 31, 32, 33, 100] {
      for end in ["", "\u{1}", "\u{7F}é", "\u{FFFD}"] {
        let text = String(repeating: "x", count: count) + end
        #expect(try JSONReader.value(of: "\"\(text)\"") == .string(text))
      }
    }
  }

  @Test("An item's line is read back whole, PubMed's facts untouched; what is cut off is no item")
  func readsACompleteLine() throws {
    var item = Item(id: "a1", type: .articleJournal)
    item[.title] = "Pain “and” <i>sleep</i>"
    item.pubmed = PubMedFacts(json: #"{"Abstract":{"AbstractText":["a } \"b\" ]"]},"Language":["eng"]}"#)
    let line = Array(item.completeJSON.utf8)
    #expect(Item(completeJSON: line)?.pubmed == item.pubmed)
    #expect(Item(completeJSON: line)?.completeJSON == item.completeJSON)
    for end in 0..<line.count { #expect(Item(completeJSON: Array(line[..<end])) == nil) }
    #expect(Item(completeJSON: line + [0x7D]) == nil)
  }

  @Test("Deep nesting is an error, not a crash")
  func deepNesting() {
    #expect(throws: JSONError.self) { try JSONReader.value(of: String(repeating: "[", count: 100_000)) }
  }

  @Test("Only the members that are asked for are read; what stands in the others does not matter")
  func members() throws {
    var reader = JSONReader(
      Array(#"{"a": {"b": ["]", "\"}", {}]}, "c": [1, 2], "d": "x,\\", "e": tru, "f": {"c": 3}}"#.utf8))
    #expect(
      try reader.readObject(only: ["c", "f"])
        == .object([
          JSONMember("c", .array([.number("1"), .number("2")])),
          JSONMember("f", .object([JSONMember("c", .number("3"))])),
        ]))
    var broken = JSONReader(Array(#"{"a": ["b"#.utf8))
    #expect(throws: JSONError.self) { try broken.readObject(only: ["c"]) }
  }
}
