import IbidFormats
import IbidModel
import Testing

struct CSLJSONReaderTests {
  @Test(
    "Arrays, single items, exports with `items` and JSON Lines are read",
    arguments: [
      #"[{"id":"a","type":"book"},{"id":"b","type":"book"}]"#,
      #"{"items":[{"id":"a","type":"book"},{"id":"b","type":"book"}]}"#,
      #"{"count":2,"groups":[["a"]],"records":[{"id":"a","type":"book"},{"id":"b","type":"book"}]}"#,
      "{\"id\":\"a\",\"type\":\"book\"}\n{\"id\":\"b\",\"type\":\"book\"}\n",
    ])
  func reads(json: String) {
    let reader = CSLJSONReader.items(in: Array(json.utf8), path: "x.json")
    #expect(reader.items.map(\.id) == ["a", "b"])
    #expect(reader.problems.isEmpty)
    #expect(CSLJSONReader.recognizes(Array(json.utf8)))
  }

  @Test("A bad element costs itself, a break costs what follows")
  func keepsTheGoodOnes() {
    let json = "[{\"id\":\"a\",\"type\":\"book\"},\n7,\n{\"id\":\"b\",\"title\":\"t\"},\n{\"id\":"
    let reader = CSLJSONReader.items(in: Array(json.utf8), path: "x.json")
    #expect(reader.items.map(\.id) == ["a", "b"])
    #expect(reader.problems.map(\.outcome) == [.rejected, .brokenOff])
    #expect(reader.problems.map(\.line) == [2, 4])
  }

  @Test("What the schema has no place for moves into `custom`")
  func writesValidItems() throws {
    let json = #"[{"id":"a","type":"book","rating":5,"author":[{"family":"F","x":1}]}]"#
    let items = CSLJSONReader.items(in: Array(json.utf8)).items
    var writer = CSLJSONWriter()
    let written = writer.text(of: items)
    let again = CSLJSONReader.items(in: Array(written.utf8)).items
    #expect(again.first?[custom: "rating"] == 5)
    #expect(!written.contains("\"x\""))
  }

  @Test(
    "A line of JSON Lines is one line, whatever the item holds",
    arguments: [
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999]],"season":1}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999],[2001]],"circa":true}}"#,
      #"{"id":"a","type":"book","custom":{"shelf":{"row":1,"case":[1,2]}}}"#,
      #"{"id":"a","type":"book","author":[{"family":"F","parse-names":true}],"x":{"y":[{}]}}"#,
      #"{"id":"a","type":"book","title":"a\nb\u2028c"}"#,
    ])
  func linesAreLines(json: String) throws {
    let item = try #require(CSLJSONReader.items(in: Array(json.utf8)).items.first)
    var writer = JSONLinesWriter()
    writer.write(item)
    #expect(writer.bytes.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(CSLJSONReader.items(in: writer.bytes).items == [item])
  }

  @Test("Every variable and type survives being written to the schema and read again")
  func everythingSurvives() {
    for type in ItemType.allCases {
      var item = Item(id: "k", type: type)
      for variable in Variable.allCases where variable != .event {
        switch variable.kind {
        case .standard, .number: item[variable] = "v \(variable.name)"
        case .date: item[date: variable] = CSLDate(2020, 2, 29)
        case .names: item[names: variable] = [Name(family: "F", given: "G", suffix: "Jr")]
        }
      }
      var writer = CSLJSONWriter()
      var again = CSLJSONReader.items(in: Array(writer.text(of: [item]).utf8)).items.first
      if type == .event {
        #expect(again?[custom: "type"] == "event", "the schema does not know the type")
        again?.custom = []
        again?.type = .event
      }
      #expect(again == item)
    }
  }

  @Test("Values longer than what is read at once are read whole, and lines are counted through them")
  func readsLongValues() {
    let title = String(repeating: #"a \"word\" in {braces}, "#, count: 9_000)
    let json = #"{"id":"a","type":"book","title":"\#(title)"}"# + "\r\n\n" + #"{"id":"b","type":"book"}"# + "\n{\"id\":"
    let read = CSLJSONReader.items(in: Array(json.utf8), path: "x.jsonl")
    #expect(read.items.map(\.id) == ["a", "b"])
    #expect(read.items.first?[.title]?.utf8.count == 9_000 * 22 - 1)
    #expect(read.problems.map(\.line) == [4])
  }

  @Test("Items are given as they are read, and what their taker throws ends the reading")
  func givesItemsOneByOne() throws {
    struct Enough: Error {}
    let json = #"[{"id":"a","type":"book"},{"id":"b","type":"book"},{"id":"#
    var taken: [String] = []
    var input = try ByteInput.memory(Array(json.utf8), path: "x.json")
    do {
      _ = try CSLJSONReader.read(&input) { item in
        taken.append(item.id)
        if taken.count == 2 { throw Enough() }
      }
      Issue.record("the reading went on")
    } catch {
      #expect(error is Enough)
    }
    #expect(taken == ["a", "b"], "what breaks off behind them was not reached")
  }

  @Test(
    "Problems say which element, on which line, and what became of it",
    arguments: [
      (
        "[\n{\"id\":\"a\"},\n7]", [2, 3],
        [
          "element 1 is no CSL item: it has neither a type nor a title",
          "element 2 is no CSL item: it has neither a type nor a title",
        ]
      ),
      ("[{\"type\":\"book\"}\n{}]", [2], ["«,» or «]» should stand here; what stands before is kept"]),
      ("[{\"type\":\"book\"}] x", [1], ["«,» or «]» should stand here; what stands before is kept"]),
      ("[{\"title\":\"T\"},\n]", [2], ["neither a string, a number, true, false nor null; what stands before is kept"]),
      ("{\"items\":[1]}", [1], ["element 1 is no CSL item: it has neither a type nor a title"]),
      (
        "{\"type\":\"book\"}\n\n{", [3],
        ["a member's name in quotation marks should stand here; what stands before is kept"]
      ),
      ("[]", [], []), ("", [], []), (" [ ] ", [], []),
    ] as [(String, [Int], [String])])
  func problems(json: String, lines: [Int], messages: [String]) {
    let problems = CSLJSONReader.items(in: Array(json.utf8), path: "x.json").problems
    #expect(problems.map(\.line) == lines)
    #expect(problems.map(\.message) == messages)
    #expect(problems.allSatisfy { $0.path == "x.json" })
    #expect(CSLJSONReader.items(in: Array("[7,{\"id\":5}]".utf8)).problems.map(\.record) == [nil, "5"])
  }

  @Test(
    "CSL-JSON is known by a bracket and one of CSL's members",
    arguments: [
      ("[]", true), ("[", true), ("[ ]\n", true), ("{", true), ("{\"type\"", true), ("[{\"items\"", true),
      ("{\"id\"", true),
      ("{\"title\":", true), ("\u{FEFF}[{\"id\":", true), ("\n {\"id\"", true), ("{\"name\":1}", false), ("[1", false),
      ("x", false),
      ("\"id\"", false), ("", false), ("\u{FEFF}", false),
    ])
  func recognizes(text: String, isCSLJSON: Bool) {
    #expect(CSLJSONReader.recognizes(Array(text.utf8)) == isCSLJSON)
  }

  @Test("Older names are read as CSL's, and what the schema lacks comes back from `custom`")
  func placesVariables() throws {
    let json = """
      {"type":"book","event":"E","part":"1","printing":"2","supplement":"3","custom":{"license":"L","x":1,"narrator":[{"family":"N"}]}}
      """
    let item = try #require(CSLJSONReader.items(in: Array(json.utf8)).items.first)
    #expect(
      [.eventTitle, .partNumber, .printingNumber, .supplementNumber, .license].map { item[$0] } == [
        "E", "1", "2", "3", "L",
      ])
    #expect(item[names: .narrator] == [Name(family: "N")])
    #expect(item.custom == [JSONMember("x", 1)])
    let double = #"{"type":"book","event":"E","event-title":"T","license":"M","custom":{"license":"L"},"title":"t"}"#
    let both = try #require(CSLJSONReader.items(in: Array(double.utf8)).items.first)
    #expect(both[.event] == "E")
    #expect(both[.eventTitle] == "T")
    #expect(both[.license] == "M")
    #expect(both[custom: "license"] == "L")
    let empty = try #require(CSLJSONReader.items(in: Array(#"{"type":"book","custom":{}}"#.utf8)).items.first)
    #expect(empty.custom.isEmpty)
  }

  @Test("An array is pretty, and the same as the layout of its value; what the schema lacks stands in `custom`")
  func writesPretty() throws {
    let json = #"""
      [{"id":"a \"b\"","type":"book","title":"<i>A</i> b","event-title":"E","license":"L","volume":12,"section":7,
      "issued":{"date-parts":[[1999,12,31]]},"accessed":{"date-parts":[[1999,2],[2000]]},"submitted":{"date-parts":[[2001,1]]},
      "original-date":{"date-parts":[[1999]],"circa":true},"available-date":{"date-parts":[[1999]],"season":2},
      "event-date":{"literal":"May"},
      "author":[{"family":"F","given":"G","dropping-particle":"d","non-dropping-particle":"n","suffix":"S","comma-suffix":true,"x":1},
      {"literal":"WHO"},{"parse-names":true,"static-ordering":1}],"narrator":[{"family":"N","x":2}],"categories":["c"],"rating":5,
      "custom":{"k":{"l":1}}},{"id":"b","type":"event"}]
      """#
    let items = CSLJSONReader.items(in: Array(json.utf8)).items
    var writer = CSLJSONWriter()
    let text = writer.text(of: items)
    #expect(
      text == #"""
        [
          {
            "id": "a \"b\"",
            "type": "book",
            "event-title": "E",
            "title": "<i>A</i> b",
            "section": "7",
            "volume": 12,
            "accessed": {
              "date-parts": [[1999, 2], [2000]]
            },
            "available-date": {
              "date-parts": [[1999]],
              "season": 2
            },
            "event-date": {
              "literal": "May"
            },
            "issued": {
              "date-parts": [[1999, 12, 31]]
            },
            "original-date": {
              "date-parts": [[1999]],
              "circa": true
            },
            "submitted": {
              "date-parts": [[2001, 1]]
            },
            "author": [
              {
                "family": "F",
                "given": "G",
                "dropping-particle": "d",
                "non-dropping-particle": "n",
                "suffix": "S",
                "comma-suffix": true
              },
              {
                "literal": "WHO"
              },
              {
                "parse-names": true,
                "static-ordering": 1
              }
            ],
            "categories": ["c"],
            "custom": {
              "k": {
                "l": 1
              },
              "rating": 5,
              "license": "L",
              "narrator": [
                {
                  "family": "N"
                }
              ]
            }
          },
          {
            "id": "b",
            "type": "document",
            "custom": {
              "type": "event"
            }
          }
        ]

        """#)
    #expect(JSONWriter.text(of: try JSONReader.value(of: text), .pretty) + "\n" == text)
    var none = CSLJSONWriter()
    #expect(none.text(of: []) == "[]\n")
  }
}
