import IbidModel
import IbidText
import Testing

/// Dates in words.
struct RawDateTests {
  @Test(
    "Reads dates as people write them",
    arguments: [
      ("27 Aug. 1972", "1972-8-27"), ("August 27, 1972", "1972-8-27"), ("8/27/1972", "1972-8-27"),
      ("1972/08/27", "1972-8-27"), ("Aug 1972", "1972-8"), ("1972", "1972"), ("Spring 2001", "2001-s1"),
      ("Sept. 2001", "2001-9"), ("c. 1850", "1850~"), ("1850?", "1850~"), ("May–June 1998", "1998-5/1998-6"),
      ("12-15 Aug 2003", "2003-8-12/2003-8-15"), ("Spring 1999 - Summer 2001", "1999-s1/2001-s2"),
      ("1998–1999", "1998/1999"), ("22.08.2000", "2000-8-22"), ("30-Mar-2020", "2020-3-30"),
      ("March 5th, 2019", "2019-3-5"), ("30/03/2020", "2020-3-30"), ("2020-03-30T12:00:00Z", "2020-3-30"),
      ("3. März 2019", "2019-3-3"), ("2020-03-30 12:15", "2020-3-30"), ("2004-02-01/2005", "2004-2-1/2005"),
    ])
  func readsRawDates(text: String, expected: String) throws {
    let date = try #require(RawDate.parsed(text))
    func spelled(_ parts: CSLDate.Parts) -> String {
      ([String(parts.year)]
        + [parts.month.map(String.init), parts.season.map { "s\($0)" }, parts.day.map(String.init)]
        .compactMap(\.self)).joined(separator: "-")
    }
    let ends = [date.start, date.end].compactMap(\.self).map(spelled).joined(separator: "/")
    #expect(ends + (date.isCirca ? "~" : "") == expected)
  }

  @Test(
    "Leaves alone what is no date",
    arguments: ["Bogus Date", "", "-", "May", "forthcoming", "32 May 1999", "1/2/3/4", "22.13.2000", "33-Mar-2020"])
  func leavesTheRest(text: String) { #expect(RawDate.parsed(text) == nil) }
}
