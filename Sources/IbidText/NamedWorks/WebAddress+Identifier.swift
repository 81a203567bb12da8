package import IbidModel

extension WebAddress {
  /// The identifier of the work that stands at the address: of a register of works, in the path or the query, or made of
  /// the number by which a publisher's site calls its articles.
  package var identifier: Identifier? {
    if let known = registered { return known }
    if let doi = doi(in: wholePath) ?? doi(in: query) { return doi }
    return Self.sites.lazy.filter { isAt($0.host) }.compactMap { site in
      number(site).flatMap { Identifier(.doi, site.prefix + $0) }
    }.first
  }

  /// PubMed, PubMed Central and arXiv.
  private var registered: Identifier? {
    if isAt("ncbi.nlm.nih.gov") || isAt("pubmed.gov") || isAt("europepmc.org") {
      if let number = path.first(where: { $0.hasPrefix("PMC") }) { return Identifier(.pmcid, number) }
      guard host != "europepmc.org" || path.contains(where: { $0.lowercased() == "med" }) else { return nil }
      let isOther = isAt("ncbi.nlm.nih.gov") && !host.hasPrefix("pubmed.") && path.first != "pubmed"
      return isOther ? nil : Identifier(.pmid, path.last ?? "")
    }
    guard isAt("arxiv.org") || isAt("ar5iv.org"), let kind = path.first,
      ["abs", "pdf", "html", "ps", "format"].contains(kind)
    else { return nil }
    let number = path.dropFirst().joined(separator: "/")
    return Identifier(.arxiv, number.hasSuffix(".pdf") ? String(number.dropLast(4)) : number)
  }

  // MARK: DOIs

  /// A DOI that starts behind a slash, an equals sign or a colon, without what the site puts behind it.
  private func doi(in text: String) -> Identifier? {
    let bytes = Array(text.utf8)
    var start = 0
    while let found = bytes[start...].firstRange(of: Array("10.".utf8))?.lowerBound {
      start = found + 3
      if found > 0, !"/=:".utf8.contains(bytes[found - 1]) { continue }
      let end = bytes[found...].firstIndex { $0 == UInt8(ascii: "&") || $0 <= 0x20 } ?? bytes.count
      let isResolver = isAt("doi.org")
      let written = String(decoding: bytes[found..<end], as: UTF8.self)
      if let doi = Identifier(.doi, isResolver ? written : withoutRoute(written)) { return doi }
    }
    return nil
  }

  /// A DOI without the parts of the path and the endings that say in which form the site shows the work.
  private func withoutRoute(_ written: String) -> String {
    var doi = Substring(written)
    if let session = doi.firstRange(of: ";jsessionid") { doi = doi[..<session.lowerBound] }
    while true {
      let parts = doi.split(separator: "/", omittingEmptySubsequences: false)
      if let last = parts.last, parts.count > 2, last.isEmpty || Self.routes.contains(last.lowercased()) {
        doi = doi.dropLast(last.utf8.count + 1)
      } else if parts.count > 3, let last = parts.last, last.utf8.count > 5, last.utf8.allSatisfy(\.isASCIIDigit) {
        // The number of the article's page behind its DOI, as Oxford's journals have it.
        doi = doi.dropLast(last.utf8.count + 1)
      } else if let stop = doi.lastIndex(of: "."), Self.routes.contains(doi[stop...].dropFirst().lowercased()) {
        doi = doi[..<stop]
      } else {
        break
      }
    }
    return String(isAt("biorxiv.org") || isAt("medrxiv.org") ? Self.withoutVersion(doi) : doi)
  }

  /// `10.1101/2020.01.01.123456v2`: the preprint servers put the version behind the DOI.
  private static func withoutVersion(_ doi: Substring) -> Substring {
    guard let mark = doi.lastIndex(of: "v"), mark != doi.indices.last, doi[mark...].dropFirst().allSatisfy(\.isNumber)
    else { return doi }
    return doi[..<mark]
  }

  /// Parts of a path, and endings, that are no part of a DOI.
  private static let routes: Set<String> = [
    "abstract", "citation", "citations", "comments", "download", "epdf", "epub", "figures", "figures-only", "full",
    "full-text", "fulltext", "html", "info", "long", "meta", "metrics", "pdf", "pdfdirect", "pdfft", "reader",
    "references", "related", "short", "summary", "suppl", "supplementary-material", "tables", "text", "xml",
  ]

  // MARK: Numbers of a site's own

  /// How a site's own numbers of articles become DOIs.
  private struct Site {
    var host: String
    var prefix: String
    /// The part of the path, or the parameter, behind which the number stands; nil for the path's last part.
    var behind: String?
    var form: Form

    enum Form { case any, digits, elsevier, dotted }
  }

  private static let sites = [
    Site(host: "nature.com", prefix: "10.1038/", behind: "articles", form: .any),
    Site(host: "elifesciences.org", prefix: "10.7554/elife.", behind: "articles", form: .digits),
    Site(host: "peerj.com", prefix: "10.7717/peerj.", behind: "articles", form: .digits),
    Site(host: "zenodo.org", prefix: "10.5281/zenodo.", behind: "record", form: .digits),
    Site(host: "zenodo.org", prefix: "10.5281/zenodo.", behind: "records", form: .digits),
    Site(host: "ssrn.com", prefix: "10.2139/ssrn.", behind: "abstract_id", form: .digits),
    Site(host: "jstor.org", prefix: "10.2307/", behind: "stable", form: .digits),
    Site(host: "thelancet.com", prefix: "10.1016/", behind: nil, form: .elsevier),
    Site(host: "bmj.com", prefix: "10.1136/", behind: nil, form: .dotted),
  ]

  private func number(_ site: Site) -> String? {
    guard let word = site.behind else {
      return path.lazy.compactMap { Self.number($0, site.form) }.first
    }
    if let place = path.firstIndex(of: word), place + 1 < path.count { return Self.number(path[place + 1], site.form) }
    let parameter = query.split(separator: "&").first { $0.hasPrefix(word + "=") }
    return parameter.flatMap { Self.number(String($0.dropFirst(word.count + 1)), site.form) }
  }

  /// The number in a part of a path, where it has this form.
  private static func number(_ part: String, _ form: Site.Form) -> String? {
    let bytes = part.utf8
    switch form {
    case .any:
      let stem = part.split(separator: ".").first.map(String.init) ?? part
      return stem.utf8.contains(where: \.isASCIIDigit) ? stem : nil
    case .digits: return !bytes.isEmpty && bytes.allSatisfy(\.isASCIIDigit) ? part : nil
    case .elsevier:
      // Elsevier's number of an article: PII, S, ISSN, year in parentheses, number.
      guard bytes.starts(with: "PIIS".utf8), bytes.contains(UInt8(ascii: "(")), bytes.contains(UInt8(ascii: ")")) else {
        return nil
      }
      return String(part.dropFirst(3))
    case .dotted:
      // «bmj.m1234», «bmj-2023-075847».
      let name = bytes.prefix(while: \.isASCIILetter)
      let rest = bytes.dropFirst(name.count)
      guard !name.isEmpty, let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-"),
        rest.count(where: \.isASCIIDigit) >= 3,
        rest.dropFirst().allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter || $0 == UInt8(ascii: "-") })
      else { return nil }
      return part
    }
  }
}
