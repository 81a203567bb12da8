import IbidModel
import Testing

struct CSLDateTests {
  typealias Parts = CSLDate.Parts

  @Test(
    "CSL-JSON's dates are read, and written as they mean it",
    arguments: [
      (#"{"date-parts":[["1999","12","31"]]}"#, #"{"date-parts":[[1999,12,31]]}"#),
      (#"{"date-parts":[[1999,1,1]]}"#, #"{"date-parts":[[1999,1,1]]}"#),
      (#"{"date-parts":[[1999,12,32]]}"#, #"{"date-parts":[[1999,12]]}"#),
      (#"{"date-parts":[[1999,12,0]]}"#, #"{"date-parts":[[1999,12]]}"#),
      (#"{"date-parts":[[1999,0,5]]}"#, #"{"date-parts":[[1999]]}"#),
      (#"{"date-parts":[[1999,25]]}"#, #"{"date-parts":[[1999]]}"#),
      (#"{"date-parts":[[1999,"x"]]}"#, #"{"date-parts":[[1999]]}"#),
      (#"{"date-parts":[[1999,13]]}"#, #"{"date-parts":[[1999]],"season":1}"#),
      (#"{"date-parts":[[1999,16]]}"#, #"{"date-parts":[[1999]],"season":4}"#),
      (#"{"date-parts":[[1999,17]]}"#, #"{"date-parts":[[1999]],"season":1}"#),
      (#"{"date-parts":[[1999,21]]}"#, #"{"date-parts":[[1999]],"season":1}"#),
      (#"{"date-parts":[[1999,24]]}"#, #"{"date-parts":[[1999]],"season":4}"#),
      (#"{"date-parts":[[1999],[2000,14]]}"#, #"{"date-parts":[[1999],[2000,14]]}"#),
      (#"{"date-parts":[[1999],[2000,2,3]]}"#, #"{"date-parts":[[1999],[2000,2,3]]}"#),
      (#"{"date-parts":[[1999],["x"]]}"#, #"{"date-parts":[[1999]]}"#),
      (#"{"date-parts":[[1999]],"season":1}"#, #"{"date-parts":[[1999]],"season":1}"#),
      (#"{"season":"4","date-parts":[[1999]]}"#, #"{"date-parts":[[1999]],"season":4}"#),
      (#"{"date-parts":[[1999]],"season":5}"#, #"{"date-parts":[[1999]],"season":5}"#),
      (#"{"date-parts":[[1999]],"season":0}"#, #"{"date-parts":[[1999]],"season":0}"#),
      (#"{"date-parts":[[1999,14]],"season":9}"#, #"{"date-parts":[[1999]],"season":2,"season":9}"#),
      (#"{"season":2,"date-parts":[[1999]],"raw":"r"}"#, #"{"date-parts":[[1999]],"season":2,"raw":"r"}"#),
      (#"{"date-parts":[[1999,16],[2000,13]]}"#, #"{"date-parts":[[1999,16],[2000,13]]}"#),
      (#"{"season":2}"#, #"{"season":2}"#),
      (#"{"date-parts":[],"literal":"May"}"#, #"{"literal":"May"}"#),
      (#"{"literal":"May","circa":1}"#, #"{"circa":true,"literal":"May"}"#),
      (#"{"literal":"May","circa":"yes"}"#, #"{"circa":true,"literal":"May"}"#),
      (#"{"literal":"May","circa":false}"#, #"{"literal":"May"}"#),
      (#"{"literal":"May","circa":null}"#, #"{"literal":"May"}"#),
      (#"{"literal":"May","circa":0}"#, #"{"literal":"May"}"#),
      (#"{"raw":"1999?"}"#, #"{"raw":"1999?"}"#),
      (#""2004-06~""#, #"{"date-parts":[[2004,6]],"circa":true}"#),
    ])
  func reads(json: String, written: String) throws {
    let date = try #require(CSLDate(cslJSON: try JSONReader.value(of: json)))
    #expect(JSONWriter.text(of: date.cslJSON) == written)
    #expect(CSLDate(cslJSON: date.cslJSON) == date)
  }

  @Test(
    "What holds no readable date is none",
    arguments: [
      "7", "[]", "{}", #"{"date-parts":[]}"#, #"{"date-parts":[["x"]]}"#, #"{"date-parts":[[]]}"#,
      #"{"date-parts":[[1],[2],[3]]}"#, #"{"circa":true}"#, #""x""#, #"{"literal":["x"]}"#,
    ])
  func refuses(json: String) throws { #expect(CSLDate(cslJSON: try JSONReader.value(of: json)) == nil) }

  @Test(
    "EDTF's months, seasons, days, ranges and marks are told apart",
    arguments: [
      ("2004-01", CSLDate(2004, 1)), ("2004-12", CSLDate(2004, 12)), ("2004-00", nil), ("2004-13", nil),
      ("2004-20", nil), ("2004-21", CSLDate(Parts(year: 2004, season: 1))),
      ("2004-24", CSLDate(Parts(year: 2004, season: 4))), ("2004-25", nil), ("2004-21-01", nil),
      ("2004-06-01", CSLDate(2004, 6, 1)), ("2004-06-31", CSLDate(2004, 6, 31)), ("2004-06-00", nil),
      ("2004-06-32", nil), ("2004-06-x", nil), ("2004-x", nil), ("+2004", nil), ("-44", CSLDate(-44)), ("--44", nil),
      ("2004/2005", CSLDate(Parts(year: 2004), through: Parts(year: 2005))),
      ("2004/", CSLDate(Parts(year: 2004), through: Parts(year: 0))),
      ("2004/..", CSLDate(Parts(year: 2004), through: Parts(year: 0))), ("2004/x", nil), ("/2004", nil),
      ("2004/2005/2006", nil), ("2004-06-11T10:00:00Z", CSLDate(2004, 6, 11)),
    ] as [(String, CSLDate?)])
  func edtf(text: String, date: CSLDate?) { #expect(CSLDate(edtf: text) == date) }

  @Test(
    "EDTF's marks of doubt make a date approximate", arguments: ["2004~", "2004?", "2004%", "2004/2005~", "2004?-06"])
  func doubt(text: String) {
    #expect(CSLDate(edtf: text)?.isCirca == true)
    #expect(CSLDate(edtf: text)?.year == 2004)
    #expect(CSLDate(edtf: text.filter { !"~?%".contains($0) })?.isCirca == false)
  }

  @Test("Dates go by year, month and day; what is not known comes first, a season before its months")
  func order() {
    let inOrder = [
      Parts(year: -44), Parts(year: 1999), Parts(year: 1999, month: 1), Parts(year: 1999, month: 1, day: 1),
      Parts(year: 1999, month: 1, day: 2), Parts(year: 1999, month: 2), Parts(year: 1999, season: 1),
      Parts(year: 1999, month: 3, day: 1), Parts(year: 1999, month: 5), Parts(year: 1999, season: 2),
      Parts(year: 1999, month: 7), Parts(year: 1999, season: 4), Parts(year: 1999, month: 12, day: 1),
      Parts(year: 2000),
    ]
    for (left, first) in inOrder.enumerated() {
      for (right, second) in inOrder.enumerated() { #expect((first < second) == (left < right), "\(first), \(second)") }
    }
  }
}
