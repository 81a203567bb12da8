import IbidModel
import Testing

struct JSONWriterTests {
  private func text(_ json: String, _ layout: JSONWriter.Layout = .pretty) throws -> String {
    JSONWriter.text(of: try JSONReader.value(of: json), layout)
  }

  @Test(
    "A pretty text has a line a member, and short lists of plain values on one",
    arguments: [
      ("{}", "{}"), ("[]", "[]"), ("[1]", "[1]"), (#"[1,"a",null,true,false]"#, #"[1, "a", null, true, false]"#),
      ("[[2022,7,6],[]]", "[[2022, 7, 6], []]"), ("[{}]", "[\n  {}\n]"), ("[[{}]]", "[\n  [\n    {}\n  ]\n]"),
      (#"{"a":1,"b":[1,2],"c":{"d":null}}"#, "{\n  \"a\": 1,\n  \"b\": [1, 2],\n  \"c\": {\n    \"d\": null\n  }\n}"),
      (#"[[1],{"a":[2]}]"#, "[\n  [1],\n  {\n    \"a\": [2]\n  }\n]"),
    ])
  func layout(json: String, pretty: String) throws {
    #expect(try text(json) == pretty)
    #expect(try text(json, .compact) == json)
  }

  @Test("A list stands on one line up to 16 elements and 80 bytes")
  func oneLine() throws {
    func isOneLine(_ json: String) throws -> Bool { try !text(json).contains("\n") }
    func numbers(_ count: Int) -> String { "[" + [String](repeating: "1", count: count).joined(separator: ",") + "]" }
    func letters(_ count: Int) -> String { "\"" + String(repeating: "a", count: count) + "\"" }
    #expect(try isOneLine(numbers(16)))
    #expect(try !isOneLine(numbers(17)))
    for (before, longest) in [("", 76), ("7,", 73), ("[],", 72), ("[[]],", 70), ("null,", 70), ("\"é\",", 70)] {
      #expect(try isOneLine("[\(before)\(letters(longest))]"), "\(before)")
      #expect(try !isOneLine("[\(before)\(letters(longest + 1))]"), "\(before)")
    }
    #expect(try isOneLine("[[\(letters(74))]]"))
    #expect(try text("[[\(letters(75))]]") == "[\n  [\(letters(75))]\n]")
    #expect(try isOneLine("[\(String(repeating: "1", count: 78))]"))
    #expect(try !isOneLine("[\(String(repeating: "1", count: 79))]"))
  }

  @Test("Each level is indented by two blanks, however deep")
  func indentation() throws {
    for depth in [1, 2, 11, 12, 13, 14, 30] {
      let json = String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
      var lines = ["{"]
      for level in 1..<depth { lines.append(String(repeating: "  ", count: level) + "\"a\": {") }
      lines.append(String(repeating: "  ", count: depth) + "\"a\": 1")
      for level in (0..<depth).reversed() { lines.append(String(repeating: "  ", count: level) + "}") }
      #expect(try text(json) == lines.joined(separator: "\n"))
    }
  }

  @Test("A value's own lines stand at the level that is asked for")
  func levels() {
    var writer = JSONWriter(.pretty)
    let inner = JSONValue.object([JSONMember("b", 1)])
    writer.write(.object([JSONMember("a", .array([inner]))]), level: 1)
    writer.write(string: "é")
    let expected = "{\n    \"a\": [\n      {\n        \"b\": 1\n      }\n    ]\n  }\"é\""
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test(
    "Quotation marks, backslashes and control characters are escaped, and nothing else",
    arguments: [
      ("", "\"\""), ("\"", #""\"""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}", #""\u0000""#),
      ("\u{8}", #""\u0008""#), ("\u{1F}", #""\u001f""#), ("\u{20}", "\" \""), ("\u{7E}", "\"~\""),
      ("\u{7F}", #""\u007f""#), ("\u{80}é😀/", "\"\u{80}é😀/\""), ("a\"b\"c", #""a\"b\"c""#),
    ])
  func escapes(text: String, json: String) {
    var writer = JSONWriter()
    writer.write(string: text)
    for written in [JSONWriter.text(of: .string(text)), String(decoding: writer.bytes, as: UTF8.self)] {
      #expect(Array(written.utf8) == Array(json.utf8))
    }
    let member = JSONWriter.text(of: .object([JSONMember(text, .string(text)), JSONMember(text, 1)]))
    #expect(member == "{\(json):\(json),\(json):1}")
  }

  @Test("What is escaped is found wherever it stands")
  func escapesAnywhere() {
    for before in 0..<70 {
      for behind in [0, 1, 8, 33] {
        let (head, tail) = (String(repeating: "a", count: before), String(repeating: "b", count: behind))
        for (mark, escape) in [("\"", "\\\""), ("\\", "\\\\"), ("\u{1}", "\\u0001"), ("\u{7F}", "\\u007f")] {
          #expect(JSONWriter.text(of: .string(head + mark + tail)) == "\"\(head)\(escape)\(tail)\"")
        }
      }
    }
  }

  @Test("Texts around the size of the writer's memory are written whole, with their commas")
  func longTexts() {
    for length in [16_300, 16_381, 16_382, 16_383, 16_384, 16_385, 33_000] {
      let long = String(repeating: "x", count: length)
      for end in ["", "\""] {
        let value = JSONValue.array([
          "a", .string(long + end), .number(long), "b", .string(long), .array([1]), .object([JSONMember("c", 2)]),
        ])
        let escaped = end.isEmpty ? "" : "\\\""
        let expected = "[\"a\",\"\(long)\(escaped)\",\(long),\"b\",\"\(long)\",[1],{\"c\":2}]"
        #expect(JSONWriter.text(of: value) == expected, "\(length)")
      }
    }
    let many = JSONValue.array((0..<6_000).map { .number(String($0)) })
    #expect(JSONWriter.text(of: many) == "[" + (0..<6_000).map(String.init).joined(separator: ",") + "]")
  }
}
