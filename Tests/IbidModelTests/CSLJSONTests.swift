import IbidModel
import Testing

struct CSLJSONTests {
  @Test(
    "A round trip keeps every variable, and what CSL does not define",
    arguments: [
      #"{"id":"a","type":"article-journal","title":"Water, H<sub>2</sub>O","page":"1-9","volume":12}"#,
      #"{"id":"b","type":"document","note":"p < 0.05","x":[1,1.50,null,{"y":true}]}"#,
      #"{"id":"c","type":"book","issued":{"date-parts":[[1999,12],[2000,1]],"circa":true,"raw":"?"}}"#,
      #"{"id":"d","type":"book","accessed":{"literal":"May"},"issued":{"date-parts":[[1999]],"season":2}}"#,
      #"{"id":"e","type":"chapter","author":[{"family":"Gogh","given":"V","non-dropping-particle":"van","comma-suffix":true},{"literal":"WHO"}]}"#,
      #"{"id":"f","type":"webpage","custom":{"site":"51373"},"categories":["x"]}"#,
    ])
  func roundTripKeepsAll(json: String) throws {
    let item = try #require(Item(cslJSON: try JSONReader.value(of: json)))
    #expect(JSONWriter.text(of: item.cslJSON()) == json)
  }

  @Test("Every variable and every type survive")
  func everyVariableSurvives() throws {
    for type in ItemType.allCases {
      var item = Item(id: "k", type: type)
      for variable in Variable.allCases {
        switch variable.kind {
        case .standard, .number: item[variable] = "v \(variable.name)"
        case .date: item[date: variable] = CSLDate(2020, 2, 29)
        case .names: item[names: variable] = [Name(family: "F", given: "G", suffix: "Jr")]
        }
      }
      #expect(Item(cslJSON: item.cslJSON()) == item)
    }
  }

  @Test("An unknown type is kept beside `document`")
  func unknownTypeIsKept() throws {
    let json = #"{"id":"a","title":"t","type":"hologram"}"#
    let item = try #require(Item(cslJSON: try JSONReader.value(of: json)))
    #expect(item.type == .document)
    #expect(JSONWriter.text(of: item.cslJSON()) == json)
  }

  @Test("Variables carry CSL's names")
  func variableNames() {
    #expect(Variable.containerTitle.name == "container-title")
    #expect(Variable.DOI.name == "DOI")
    #expect(Variable.archiveLocation.name == "archive_location")
    #expect(Variable(name: "journalAbbreviation") == .containerTitleShort)
    #expect(Set(Variable.allCases.map(\.name)).count == Variable.allCases.count)
    for variable in Variable.allCases {
      #expect(variable.name.filter { $0.isLetter }.lowercased() == "\(variable)".lowercased())
    }
  }

  @Test(
    "EDTF strings are dates",
    arguments: [
      ("2004", "[[2004]]"), ("2004-06-11", "[[2004,6,11]]"), ("2004-06/2005", "[[2004,6],[2005]]"),
      ("2004/..", "[[2004],[0]]"),
      ("-0044-03", "[[-44,3]]"), ("2004-06-11T10:00", "[[2004,6,11]]"),
    ])
  func readsEDTF(text: String, parts: String) throws {
    let date = try #require(CSLDate(edtf: text))
    #expect(JSONWriter.text(of: date.cslJSON["date-parts"] ?? .null) == parts)
  }

  @Test("What is no EDTF is refused", arguments: ["", "x", "2004-13", "2004-1-2-3", "/", "--", "2004-06-99"])
  func refusesWhatIsNoEDTF(text: String) {
    #expect(CSLDate(edtf: text) == nil)
  }
}
