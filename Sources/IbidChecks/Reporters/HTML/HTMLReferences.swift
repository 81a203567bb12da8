import IbidClaims
import IbidModel

/// The works that the article cites, each once in the order of first citation, with links to where they stand.
struct HTMLReferences {
  let linked: LinkedArticle

  /// A heading and a list; empty where the article cites nothing.
  var html: String {
    guard !linked.works.isEmpty else { return "" }
    var written: [Int: String] = [:]
    for reference in linked.notes.flatMap(\.references) where written[reference.work] == nil {
      written[reference.work] = reference.reference.text
    }
    let items = linked.works.indices.map { index in
      let item = linked.works[index].item
      let text = written[index] ?? item[.title] ?? item.id
      let short = text.utf8.count > 600 && text.count > 600 ? text.prefix(600) + "…" : text
      return "<li>\(HTMLText.escaped(short))\(links(to: item).map { " \($0)" }.joined())</li>\n"
    }
    return "<h2>References</h2>\n<ol class=\"references\">\n\(items.joined())</ol>"
  }

  private func links(to item: Item) -> [String] {
    var links: [String] = []
    if let doi = item[.DOI] { links.append(link("DOI", "https://doi.org/" + Self.encoded(doi))) }
    if let pmid = item[.PMID] { links.append(link("PubMed", "https://pubmed.ncbi.nlm.nih.gov/\(Self.encoded(pmid))/")) }
    if links.isEmpty, let address = item[.URL], address.hasPrefix("https://") || address.hasPrefix("http://") {
      links.append(link("address", address))
    }
    return links
  }

  private func link(_ words: String, _ address: String) -> String {
    "<a href=\"\(HTMLText.escaped(address))\" rel=\"noopener noreferrer\">\(words)</a>"
  }

  /// Percent-encoded but for what the path of an address may hold.
  ///
  /// Source: RFC 3986, section 3.3.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte.isASCIILetter || byte.isASCIIDigit || "-._~/:;()!$*+,=@".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
