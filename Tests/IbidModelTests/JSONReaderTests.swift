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

  @Test(
    "Every error says what should stand there, and where",
    arguments: [
      ("", "the text ends where a value should stand", 0), (" \n", "the text ends where a value should stand", 2),
      ("1 2", "text after the end of the JSON value", 2), ("[1 2]", "«,» or «]» should stand here", 3),
      ("[1", "«,» or «]» should stand here", 2), ("{\"a\":1 2}", "«,» or «}» should stand here", 7),
      ("{1}", "a member's name in quotation marks should stand here", 1),
      ("{\"a\":1,}", "a member's name in quotation marks should stand here", 7),
      ("{\"a\" 1}", "«:» should stand after a member's name", 5),
      ("-", "neither a string, a number, true, false nor null", 1),
      ("+1", "neither a string, a number, true, false nor null", 0),
      ("nul", "neither a string, a number, true, false nor null", 0),
      ("truE", "neither a string, a number, true, false nor null", 0),
      ("fals", "neither a string, a number, true, false nor null", 0),
      ("-01", "a number does not start with 0", 2), ("1.", "digits should stand after the decimal point", 2),
      ("1.e1", "digits should stand after the decimal point", 2), ("1e", "digits should stand in the exponent", 2),
      ("1E+", "digits should stand in the exponent", 3), ("1e-x", "digits should stand in the exponent", 3),
      ("\"", "a string without its closing quotation mark", 1),
      ("\"a\\", "a string without its closing quotation mark", 3),
      ("\"\\x\"", "an escape that JSON does not know", 3),
      ("\"\\u00g0\"", "four hexadecimal digits should stand after \\u", 3),
      ("\"\\u00`0\"", "four hexadecimal digits should stand after \\u", 3),
      ("\"\\u00@0\"", "four hexadecimal digits should stand after \\u", 3),
      ("\"\\u123", "four hexadecimal digits should stand after \\u", 3),
      ("\"\\ud83d\\u12\"", "four hexadecimal digits should stand after \\u", 9),
    ])
  func errors(text: String, reason: String, offset: Int) {
    #expect(throws: JSONError(reason: reason, offset: offset)) { try JSONReader.value(of: text) }
  }

  @Test(
    "Numbers keep their spelling",
    arguments: ["0", "-0", "7", "10", "-12", "0.5", "-0.50", "1.25", "1e9", "1E9", "1e+9", "1.5e-10", "0e0"])
  func numbers(spelling: String) throws {
    #expect(try JSONReader.value(of: spelling) == .number(spelling))
    #expect(try JSONReader.value(of: "[ \(spelling) ,1]").elements == [.number(spelling), 1])
  }

  @Test(
    "Escapes give the characters that they stand for",
    arguments: [
      (#"\n\t\r\b\f\"\\\/"#, "\n\t\r\u{8}\u{C}\"\\/"), (#"\u0041\u00E9\u00e9\uFFFF"#, "Aéé\u{FFFF}"),
      (#"\ud800\udc00"#, "\u{10000}"), (#"\udbff\udfff"#, "\u{10FFFF}"), (#"\ud83d\ude00x"#, "😀x"),
      (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
      (#"\udc00\ud800"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud7ff\ue000"#, "\u{D7FF}\u{E000}"),
      (#"\ud83d"#, "\u{FFFD}"),
    ])
  func readsEscapes(escapes: String, text: String) throws {
    let value = try JSONReader.value(of: "\"\(escapes)\"")
    #expect(value.text.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test("White space stands anywhere between, a byte order mark at the start only")
  func whiteSpace() throws {
    let spaced = " \t\r\n{ \"a\" : [ 1 , true , false , null , { } , [ ] ] , \"b\" : \"\" } \n"
    #expect(JSONWriter.text(of: try JSONReader.value(of: spaced)) == #"{"a":[1,true,false,null,{},[]],"b":""}"#)
    #expect(try JSONReader.value(of: "\u{FEFF}[]") == .array([]))
    for text in ["[\u{FEFF}]", "[]\u{FEFF}", "\u{A0}1", "\u{B}1", "\u{C}1"] {
      #expect(throws: JSONError.self) { try JSONReader.value(of: text) }
    }
  }

  @Test("Values stand 256 deep at most")
  func capsDepth() throws {
    func nested(_ count: Int) -> String { String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    #expect(throws: Never.self) { try JSONReader.value(of: nested(256)) }
    #expect(throws: JSONError(reason: "nesting deeper than 256", offset: 256)) { try JSONReader.value(of: nested(257)) }
    let objects = String(repeating: "{\"a\":", count: 256) + "1" + String(repeating: "}", count: 256)
    #expect(throws: JSONError(reason: "nesting deeper than 256", offset: 1280)) { try JSONReader.value(of: objects) }
  }

  @Test("A reader goes on from value to value, and from an offset")
  func goesOn() throws {
    var reader = JSONReader(Array("1 [2] , x".utf8))
    #expect(try reader.readValue() == 1)
    let early = reader.readIfNext(UInt8(ascii: ","))
    #expect(!early)
    #expect(reader.offset == 2)
    #expect(try reader.readValue() == .array([2]))
    let comma = reader.readIfNext(UInt8(ascii: ","))
    #expect(comma)
    let isAtEnd = reader.atEnd()
    #expect(!isAtEnd)
    #expect(reader.offset == 8)
    var late = JSONReader(Array("x 7 ".utf8), offset: 1)
    #expect(try late.readValue() == 7)
    let isLateAtEnd = late.atEnd()
    #expect(isLateAtEnd)
    #expect(late.offset == 4)
    let isCommaBehind = late.readIfNext(UInt8(ascii: ","))
    #expect(!isCommaBehind)
    // A mark that is no longer at the start is none.
    #expect(JSONReader([0xEF, 0xBB, 0xBF, 0x31], offset: 1).offset == 1)
  }

  @Test("Of members with equal names the last one counts; other values have no members, elements or text")
  func values() throws {
    let value = try JSONReader.value(of: #"{"a":1,"b":"-7","a":[2,3]}"#)
    #expect(value["a"]?.elements == [2, 3])
    #expect(value["b"]?.integer == -7)
    #expect(value["c"] == nil)
    #expect(value.members.map(\.name) == ["a", "b", "a"])
    #expect(value.elements.isEmpty)
    #expect(value.text == nil)
    #expect(value["a"]?.members.isEmpty == true)
    #expect(JSONValue.null.text == nil)
    #expect(JSONValue.number("1.5").text == "1.5")
    #expect(JSONValue.number("1.5").integer == nil)
    #expect(JSONValue.string("99999999999999999999").integer == nil)
    #expect(JSONValue.bool(true) == true)
  }
}
