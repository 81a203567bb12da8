import IbidText
import Testing

struct PageRangeTests {
  @Test(
    "Abbreviated ranges are expanded on their digits",
    arguments: [
      ("964-70", "964-970"), ("129–36", "129-136"), ("R795-804", "R795-R804"), ("e247-346", "e247-e346"),
      ("1175-82.e3", "1175-1182.e3"), ("1-4, 11-9", "1-4, 11-19"), ("e0270221", "e0270221"), ("iv-x", "iv-x"),
      ("986–988", "986-988"), ("9S-9S", "9S-9S"), ("12--19", "12-19"), ("", ""), ("-", "-"),
      ("SUPPL:4309-22", "SUPPL:4309-4322"), ("77-95, viii", "77-95, viii"), ("C728-C740", "C728-C740"),
    ])
  func expands(pages: String, expanded: String) {
    #expect(PageRange.expanded(pages) == expanded)
  }
}
