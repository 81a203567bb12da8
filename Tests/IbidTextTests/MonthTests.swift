import Testing

@testable import IbidText

struct MonthTests {
  @Test(
    "English months in full, abbreviated and as numbers",
    arguments: [
      ("January", 1), ("jan", 1), ("Jan.", 1), (" Feb", 2), ("Sept.", 9), ("sep", 9), ("Mar 15", 3), ("DECEMBER", 12),
      ("ja", nil), ("j", nil), ("", nil), ("janvier", nil), ("0", nil), ("1", 1), ("12", 12), ("13", nil), ("septe", 9),
      ("septx", nil),
    ] as [(String, Int?)])
  func readsEnglish(text: String, number: Int?) { #expect(Month.number(of: text) == number) }

  @Test(
    "Months in the languages of reference lists, in lower case",
    arguments: [
      ("jänner", 1), ("märz", 3), ("mrz", 3), ("dez", 12), ("enero", 1), ("setiembre", 9), ("março", 3), ("out", 10),
      ("août", 8), ("déc", 12), ("genn", 1), ("dicembre", 12), ("may", 5), ("mayo", 5), ("mai", 5), ("sept", 9),
      ("september", 9), ("septembers", nil), ("März", nil), ("heute", nil), ("", nil),
    ] as [(String, Int?)])
  func readsAnyLanguage(word: String, number: Int?) { #expect(Month.number(inAnyLanguage: word) == number) }

  @Test("BibTeX's macros", arguments: [(0, nil), (1, "jan"), (9, "sep"), (12, "dec"), (13, nil)] as [(Int, String?)])
  func abbreviates(month: Int, text: String?) { #expect(Month.abbreviation(of: month) == text) }

  @Test(
    "Seasons",
    arguments: [("Spring", 1), ("summer", 2), ("autumn", 3), ("Fall", 3), ("winter", 4), ("falls", nil), ("", nil)]
      as [(String, Int?)])
  func readsSeasons(text: String, number: Int?) { #expect(Month.season(of: text) == number) }
}
