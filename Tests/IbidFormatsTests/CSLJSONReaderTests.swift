import IbidFormats
import IbidModel
import Testing

struct CSLJSONReaderTests {
  @Test(
    "Arrays, single items, exports with `items` and JSON Lines are read",
    arguments: [
      #"[{"id":"a","type":"book"},{"id":"b","type":"book"}]"#,
      #"{"items":[{"id":"a","type":"book"},{"id":"b","type":"book"}]}"#,
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

  @Test("Items are given as they are read, and what their taker throws ends the reading")
  func givesItemsOneByOne() {
    struct Enough: Error {}
    let json = #"[{"id":"a","type":"book"},{"id":"b","type":"book"},{"id":"#
    var taken: [String] = []
    #expect(throws: Enough.self) {
      _ = try CSLJSONReader.read(Array(json.utf8), path: "x.json") { item in
        taken.append(item.id)
        if taken.count == 2 { throw Enough() }
      }
    }
    #expect(taken == ["a", "b"], "what breaks off behind them was not reached")
  }
}
