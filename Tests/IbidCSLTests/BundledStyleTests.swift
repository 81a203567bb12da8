import IbidCSL
import IbidModel
import Testing

/// One article as each publisher's guide writes it.
struct BundledStyleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let style: String
    let text: String
    var testDescription: String { style }
  }

  private static let article = """
    {"id": "a", "type": "article-journal",
     "title": "Dispelling the myth that chronic pain is unresponsive to treatment",
     "author": [{"family": "Saragiotto", "given": "Bruno T"}, {"family": "Maher", "given": "Chris G"},
     {"family": "Traeger", "given": "Adrian C"}, {"family": "Li", "given": "Qiang"},
     {"family": "McAuley", "given": "James H"}], "container-title": "British Journal of Sports Medicine",
     "container-title-short": "Br J Sports Med", "volume": "51", "issue": "13", "page": "986-988",
     "issued": {"date-parts": [[2017, 7]]}, "DOI": "10.1136/bjsports-2016-096821", "PMID": "27797740"}
    """

  static let samples: [Sample] = [
    Sample(
      style: "american-medical-association",
      text: """
        1. Saragiotto BT, Maher CG, Traeger AC, Li Q, McAuley JH. Dispelling the myth that chronic pain \
        is unresponsive to treatment. Br J Sports Med. 2017;51(13):986-988. \
        doi:10.1136/bjsports-2016-096821
        """),
    Sample(
      style: "apa",
      text: """
        Saragiotto, B. T., Maher, C. G., Traeger, A. C., Li, Q., & McAuley, J. H. (2017). Dispelling \
        the myth that chronic pain is unresponsive to treatment. British Journal of Sports Medicine, \
        51(13), 986–988. https://doi.org/10.1136/bjsports-2016-096821
        """),
    Sample(
      style: "bmj",
      text: """
        1 Saragiotto BT, Maher CG, Traeger AC, et al. Dispelling the myth that chronic pain is \
        unresponsive to treatment. Br J Sports Med 2017;51:986–8. doi:10.1136/bjsports-2016-096821
        """),
    Sample(
      style: "chicago-author-date",
      text: """
        Saragiotto, Bruno T, Chris G Maher, Adrian C Traeger, Qiang Li, and James H McAuley. 2017. \
        “Dispelling the Myth That Chronic Pain Is Unresponsive to Treatment.” British Journal of Sports \
        Medicine 51 (13): 986–88. https://doi.org/10.1136/bjsports-2016-096821.
        """),
    Sample(
      style: "chicago-notes",
      text: """
        Saragiotto, Bruno T, Chris G Maher, Adrian C Traeger, Qiang Li, and James H McAuley. \
        “Dispelling the Myth That Chronic Pain Is Unresponsive to Treatment.” British Journal of Sports \
        Medicine 51, no. 13 (2017): 986–88. https://doi.org/10.1136/bjsports-2016-096821.
        """),
    Sample(
      style: "elsevier-harvard",
      text: """
        Saragiotto, B.T., Maher, C.G., Traeger, A.C., Li, Q., McAuley, J.H., 2017. Dispelling the myth \
        that chronic pain is unresponsive to treatment. Br J Sports Med 51, 986–988. \
        https://doi.org/10.1136/bjsports-2016-096821
        """),
    Sample(
      style: "harvard-cite-them-right",
      text: """
        Saragiotto, B.T. et al. (2017) ‘Dispelling the myth that chronic pain is unresponsive to \
        treatment’, British Journal of Sports Medicine, 51(13), pp. 986–988. Available at: \
        https://doi.org/10.1136/bjsports-2016-096821.
        """),
    Sample(
      style: "ieee",
      text: """
        [1] B. T. Saragiotto, C. G. Maher, A. C. Traeger, Q. Li, and J. H. McAuley, “Dispelling the \
        myth that chronic pain is unresponsive to treatment,” Br J Sports Med, vol. 51, no. 13, pp. \
        986–988, July 2017, doi: 10.1136/bjsports-2016-096821.
        """),
    Sample(
      style: "nature",
      text: """
        1. Saragiotto, B. T., Maher, C. G., Traeger, A. C., Li, Q. & McAuley, J. H. Dispelling the myth \
        that chronic pain is unresponsive to treatment. Br J Sports Med 51, 986–988 (2017).
        """),
    Sample(
      style: "springer-vancouver-brackets",
      text: """
        1. Saragiotto BT, Maher CG, Traeger AC, Li Q, McAuley JH. Dispelling the myth that chronic pain \
        is unresponsive to treatment. Br J Sports Med. 2017;51:986–8. \
        https://doi.org/10.1136/bjsports-2016-096821.
        """),
  ]

  @Test("Writes an article as the publisher's guide does", arguments: samples)
  func writesArticle(sample: Sample) throws {
    let item = try #require(Item(cslJSON: try JSONReader.value(of: Self.article)))
    let style = try #require(Style.named(sample.style))
    #expect(Processor(style: style).process(items: [item]).bibliography.map(\.text) == [sample.text])
  }
}
