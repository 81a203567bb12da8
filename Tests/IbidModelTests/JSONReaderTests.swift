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
