import IbidText
import Testing

struct MonthEdgeTests {
  @Test("Every month is known by its name, by three letters and more, and by its number")
  func months() {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    for (index, name) in names.enumerated() {
      for length in 3...name.count {
        #expect(Month.number(of: name.prefix(length)) == index + 1)
        #expect(Month.number(of: name.uppercased().prefix(length) + ".") == index + 1)
      }
      #expect(Month.number(of: name.prefix(2)) == nil)
      #expect(Month.number(of: name + "s") == nil)
      #expect(Month.number(of: String(index + 1)) == index + 1)
    }
  }

  @Test(
    "What stands around a month does not count; what is none is refused",
    arguments: [
      ("Sept", 9), ("sept.", 9), ("  May 7", 5), ("07", 7), ("12.", 12), ("0", nil), ("13", nil), ("-1", nil),
      ("", nil),
      ("ma", nil), ("x", nil), ("Mayday", nil), ("spring", nil),
    ] as [(String, Int?)])
  func edges(text: String, month: Int?) { #expect(Month.number(of: text) == month) }

  @Test("Seasons go from spring to winter")
  func seasons() {
    #expect(["spring", "Summer", "AUTUMN", "Fall", "winter"].map { Month.season(of: $0) } == [1, 2, 3, 3, 4])
    #expect(Month.season(of: "spring ") == nil)
    #expect(Month.season(of: "May") == nil)
  }
}

struct NearestNamesTests {
  @Test("The nearest names come first, three at most, each at most a third away")
  func nearest() {
    let names = ["title", "titles", "tile", "subtitle", "tilt", "volume", "TITLE"]
    #expect(NearestNames.nearest(to: "titel", among: ["volume"]).isEmpty)
    #expect(NearestNames.nearest(to: "title", among: names) == ["TITLE", "title", "tile"])
    #expect(NearestNames.nearest(to: "titles", among: names.filter { $0 != "TITLE" }) == ["titles", "title", "tile"])
    #expect(NearestNames.nearest(to: "abc", among: ["abd", "ade", "ab", "abcd", "xabc"]) == ["ab", "abcd", "abd"])
    #expect(NearestNames.nearest(to: "abc", among: ["xyz", "axy", ""]).isEmpty)
    #expect(NearestNames.nearest(to: "", among: ["a"]).isEmpty)
    #expect(NearestNames.nearest(to: "", among: [""]) == [""])
    #expect(
      NearestNames.nearest(to: "abcdef", among: ["fedcba", "bcdefa", "abdcef", "abcdxy", "abcxyz"]) == [
        "abcdxy", "abdcef", "bcdefa",
      ])
  }

  @Test("Only the first 64 letters count")
  func longNames() {
    let long = String(repeating: "a", count: 64)
    #expect(NearestNames.nearest(to: long + "b", among: [long + "c"]) == [long + "c"])
    let other = String(repeating: "a", count: 42) + String(repeating: "b", count: 22)
    #expect(NearestNames.nearest(to: long, among: [other]).isEmpty)
    #expect(!NearestNames.nearest(to: long, among: [String(other.dropLast()) + "a"]).isEmpty)
  }
}
