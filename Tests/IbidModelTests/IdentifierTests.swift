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
}
