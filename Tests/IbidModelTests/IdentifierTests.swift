import IbidModel
import Testing

struct IdentifierTests {
  @Test(
    "Every usual spelling gives one value",
    arguments: [
      (Identifier.Kind.doi, "https://doi.org/10.1371/journal.pone.0270221", "10.1371/journal.pone.0270221"),
      (.doi, "DOI: 10.1016/S0140-6736(06)69484-X", "10.1016/s0140-6736(06)69484-x"),
      (.pmid, "PMID: 035793317", "35793317"), (.pmid, "PubMed 847460", "847460"),
      (.pmcid, "PMC 9258892", "PMC9258892"), (.pmcid, "pmc9258892.1", "PMC9258892"),
      (.isbn, "0-306-40615-2", "9780306406157"), (.isbn, "ISBN 978-0-306-40615-7", "9780306406157"),
      (.arxiv, "arXiv:2301.01234v2", "2301.01234"), (.arxiv, "hep-th/9901001", "hep-th/9901001"),
    ])
  func normalizes(kind: Identifier.Kind, text: String, value: String) {
    #expect(Identifier(kind, text)?.value == value)
  }

  @Test(
    "What is none is refused",
    arguments: [
      (Identifier.Kind.doi, "10.1/x"), (.doi, "10.1371/"), (.pmid, "12a"), (.pmid, ""), (.pmcid, "PMC"),
      (.isbn, "0-306-40615-3"), (.arxiv, "12.3"),
    ])
  func refuses(kind: Identifier.Kind, text: String) {
    #expect(Identifier(kind, text) == nil)
  }

  @Test(
    "A DOI has four digits or more, a slash and something behind it, and no blank",
    arguments: [
      ("10.1234/x", "10.1234/x"), ("10.123/x", nil), ("10.1234/", nil), ("10.1234", nil), ("10.", nil), ("10", nil),
      ("10.12.34/x", "10.12.34/x"), ("10.12a4/x", nil), ("10.1234/a b", nil), ("10.1234/a\u{1}", nil), ("", nil),
      ("  DOI:10.1234/A/B  ", "10.1234/a/b"), ("http://dx.doi.org/10.1234/É", "10.1234/É"), ("10.1234/!", "10.1234/!"),
      ("1.1234/x", nil),
    ] as [(String, String?)])
  func doi(text: String, value: String?) { #expect(Identifier(.doi, text)?.value == value) }

  @Test(
    "PMIDs have nine digits at most, PMCIDs ten and a version",
    arguments: [
      (.pmid, "1", "1"), (.pmid, "123456789", "123456789"), (.pmid, "1234567890", nil), (.pmid, "0", nil),
      (.pmid, "0000000000123", "123"), (.pmid, "PMID:7", "7"), (.pmid, " pubmed : 7 ", "7"), (.pmid, ":7", "7"),
      (.pmid, "7 8", nil), (.pmid, "PMID", nil), (.pmid, "pmid pmid 7", nil),
      (.pmcid, "PMC1", "PMC1"), (.pmcid, "1", "PMC1"), (.pmcid, "PMC1234567890", "PMC1234567890"),
      (.pmcid, "PMC12345678901", nil), (.pmcid, "PMCID: PMC7", "PMC7"), (.pmcid, "PMC7.12", "PMC7"),
      (.pmcid, "PMC7.", "PMC7"), (.pmcid, "PMC7.x", nil), (.pmcid, "PMC7x", nil), (.pmcid, ".1", nil),
      (.pmcid, "", nil),
      (.pmcid, "PMC 07", "PMC07"),
    ] as [(Identifier.Kind, String, String?)])
  func numbers(kind: Identifier.Kind, text: String, value: String?) { #expect(Identifier(kind, text)?.value == value) }

  @Test(
    "ISBNs are checked by their last digit, and of ten digits made thirteen",
    arguments: [
      ("0-8044-2957-X", "9780804429573"), ("080442957x", "9780804429573"), ("0-8044-2957-1", nil), ("X804429570", nil),
      ("9780306406157", "9780306406157"), ("9780306406158", nil), ("978030640615X", nil), ("978030640615", nil),
      ("97803064061570", nil), ("isbn0306406152", "9780306406157"), ("", nil), ("isbn", nil),
      ("978-0-306-40615-7        ", "9780306406157"), ("978 - 0 - 306 - 40615 - 7", nil),
      ("0000000000", "9780000000002"),
      ("978-0-306-40615-7 (pbk.)", "9780306406157"), ("978-0-306-40615-7 (pbk.).", nil),
    ] as [(String, String?)])
  func isbn(text: String, value: String?) { #expect(Identifier(.isbn, text)?.value == value) }

  @Test(
    "arXiv's numbers are read in both of their forms",
    arguments: [
      ("2301.0123", "2301.0123"), ("2301.01234", "2301.01234"), ("2301.012", nil), ("2301.012345", nil),
      ("230.01234", nil), ("23010.1234", nil), ("2301.0123a", nil), ("2301.01234.1", nil), ("2301.01234v", nil),
      ("2301.01234v12", "2301.01234"), ("2301.01234v1x", nil), ("https://arxiv.org/abs/2301.01234v1", "2301.01234"),
      ("ARXIV: 2301.01234", "2301.01234"), ("hep-th/9901001v2", "hep-th/9901001"),
      ("math.GT/0309136", "math.gt/0309136"),
      ("hep-th/990100", nil), ("hep-th/99010011", nil), ("hep-th/990100a", nil), ("/9901001", nil),
      ("he1/9901001", nil),
      ("a/b/9901001", nil), ("a{/9901001", nil), ("a`/9901001", nil), ("a/9901001", "a/9901001"),
      ("z/9901001", "z/9901001"), ("", nil),
    ] as [(String, String?)])
  func arxiv(text: String, value: String?) { #expect(Identifier(.arxiv, text)?.value == value) }

  @Test("An item's identifiers come in the order of their kinds, without those that are none")
  func ofItems() {
    var item = Item(type: .articleJournal)
    #expect(item.identifiers.isEmpty)
    item[.ISBN] = "0-306-40615-2"
    item[.PMCID] = "7"
    item[.PMID] = "8"
    item[.DOI] = "x"
    item[custom: "arXiv"] = "2301.01234"
    #expect(item.identifiers.map(\.kind) == [.pmid, .pmcid, .isbn, .arxiv])
    #expect(item.identifiers.map(\.value) == ["8", "PMC7", "9780306406157", "2301.01234"])
    item[.DOI] = "10.1234/x"
    #expect(item.identifiers.first?.kind == .doi)
  }
}
