import IbidModel
import IbidText
import Testing

struct NamedWorkTests {
  @Test(
    "An address that holds an identifier names the work, whatever the site puts around it",
    arguments: [
      ("https://doi.org/10.1000/Ice", "doi:10.1000/ice"),
      ("HTTP://dx.doi.org/10.1000/a%28b", "doi:10.1000/a(b"),
      ("https://doi.org/10.1000/full", "doi:10.1000/full"),
      ("https://onlinelibrary.wiley.com/doi/full/10.1002/ice.123", "doi:10.1002/ice.123"),
      ("https://onlinelibrary.wiley.com/doi/10.1002/ice.123/abstract;jsessionid=A1", "doi:10.1002/ice.123"),
      ("https://www.tandfonline.com/doi/abs/10.1080/1234.2020.1?journalCode=ice", "doi:10.1080/1234.2020.1"),
      (
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345&x=1",
        "doi:10.1371/journal.pone.0012345"
      ),
      ("https://www.frontiersin.org/articles/10.3389/fice.2018.00123/full", "doi:10.3389/fice.2018.00123"),
      ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "doi:10.1101/2020.01.01.123456"),
      ("https://www.medrxiv.org/content/10.1101/2020.01.01.123456v1", "doi:10.1101/2020.01.01.123456"),
      ("https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD1.pub3/full", "doi:10.1002/14651858.cd1.pub3"),
      ("https://link.springer.com/content/pdf/10.1007/s123-4.pdf", "doi:10.1007/s123-4"),
      ("https://academic.oup.com/ice/article/doi/10.1093/ice/zsx170/4562613", "doi:10.1093/ice/zsx170"),
      ("https://jamanetwork.com/article.aspx?doi=10.1001/jama.2013.1", "doi:10.1001/jama.2013.1"),
      ("https://www.nature.com/articles/s41586-020-1-2.pdf", "doi:10.1038/s41586-020-1-2"),
      ("https://elifesciences.org/articles/12345", "doi:10.7554/elife.12345"),
      (
        "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext",
        "doi:10.1016/s0140-6736(20)30183-5"
      ),
      ("https://www.bmj.com/content/370/bmj.m1234", "doi:10.1136/bmj.m1234"),
      ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=123", "doi:10.2139/ssrn.123"),
      ("https://zenodo.org/records/987", "doi:10.5281/zenodo.987"),
      ("https://pubmed.ncbi.nlm.nih.gov/36593092/", "pmid:36593092"),
      ("https://www.ncbi.nlm.nih.gov/pubmed/36593092", "pmid:36593092"),
      ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/pdf/x.pdf", "pmcid:PMC123456"),
      ("https://europepmc.org/article/MED/36593092", "pmid:36593092"),
      ("https://arxiv.org/abs/2301.01234v2", "arxiv:2301.01234"),
      ("https://arxiv.org/pdf/hep-th/9901001v1.pdf", "arxiv:hep-th/9901001"),
    ])
  func addresses(address: String, label: String) {
    #expect(NamedWork(address: address)?.label == label)
  }

  @Test(
    "An address without one names no work",
    arguments: [
      "https://doi.org/", "https://www.bmj.com/content/327/7412/411", "https://www.nature.com/ice/about",
      "https://www.ncbi.nlm.nih.gov/books/NBK123/", "https://example.org/v10.1000/x", "ftp://doi.org/10.1000/x",
      "https://arxiv.org/list/2301.01234", "/10.1000/x", "https://", "https://www.thelancet.com/about",
    ])
  func noWork(address: String) { #expect(NamedWork(address: address) == nil) }

  @Test("A page is a source; a site's name, a picture, a profile and a button are none")
  func pages() {
    let page = NamedWork(page: "https://www.who.int/news/item/heat")
    #expect(page?.item.type == .webpage && page?.item[.URL] == "https://www.who.int/news/item/heat")
    #expect(NamedWork(page: "https://www.youtube.com/watch?v=x") != nil)
    for address in [
      "https://example.org", "https://example.org/#top", "https://example.org/a.PNG", "https://twitter.com/a/status/1",
      "https://m.facebook.com/a", "https://news.example.org/share?u=1", "https://www.youtube.com/@a", "mailto:a@b.org",
      "about.html", "https://localhost/x", "https://creativecommons.org/licenses/by/4.0/",
      "https://www.creativecommons.org/publicdomain/zero/1.0/", "https://www.gnu.org/licenses/gpl-3.0.html",
    ] { #expect(NamedWork(page: address) == nil, "\(address)") }
  }

  @Test(
    "A key is an identifier behind its kind",
    arguments: [
      ("doi:10.1000/Ice", "doi:10.1000/ice"), ("pmid:123", "pmid:123"), ("pubmed:123", "pmid:123"),
      ("pmcid:PMC12", "pmcid:PMC12"), ("arXiv:2301.01234", "arxiv:2301.01234"),
      ("url:https://doi.org/10.1000/x", "doi:10.1000/x"), ("https://example.org/a", "https://example.org/a"),
      ("weng2023", nil), ("doi:ice", nil), ("fig:1", nil), ("url:example", nil), (":", nil),
    ])
  func keys(key: String, label: String?) { #expect(NamedWork(key: key)?.label == label) }
}
