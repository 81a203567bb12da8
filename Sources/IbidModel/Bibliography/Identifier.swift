/// What names one work, and no other: a DOI, a PMID and their likes, normalized and validated once.
///
///     let doi = Identifier(.doi, "https://doi.org/10.1136/BJSPORTS-2016-097281")
///     print(doi?.value ?? "no DOI")
public struct Identifier: Sendable, Hashable {
  /// Who gave the identifier.
  ///
  ///     let kinds = Identifier.Kind.allCases.map(\.rawValue)
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case doi = "DOI"
    case pmid = "PMID"
    case pmcid = "PMCID"
    case isbn = "ISBN"
    case arxiv = "arXiv"
  }

  /// Who gave it.
  public var kind: Kind
  /// The normalized value: a DOI in lower case without resolver, a PMID without leading zeros, `PMC` and digits,
  /// an ISBN of 13 digits, `2301.01234` or `hep-th/9901001` without version.
  public var value: String

  /// An identifier from any of its usual spellings; nil where `text` is none of this kind.
  public init?(_ kind: Kind, _ text: String) {
    let bytes = Array(text.utf8)
    let normalized =
      switch kind {
      case .doi: Self.normalizedDOI(bytes)
      case .pmid: Self.normalizedPMID(bytes)
      case .pmcid: Self.normalizedPMCID(bytes)
      case .isbn: Self.normalizedISBN(bytes)
      case .arxiv: Self.normalizedArXiv(bytes)
      }
    guard let normalized else { return nil }
    self.kind = kind
    value = String(decoding: normalized, as: UTF8.self)
  }

  /// Compares without regard to case, as doi.org does. A resolver's address and `doi:` before it are taken off.
  private static func normalizedDOI(_ bytes: [UInt8]) -> [UInt8]? {
    let text = bytes.trimmedASCII.loweredASCII
    guard let start = text.firstOffset(of: "10."), start + 3 < text.count else { return nil }
    let doi = text[start...]
    guard let slash = doi.firstIndex(of: UInt8(ascii: "/")), slash + 1 < doi.endIndex,
      doi[(start + 3)..<slash].allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }),
      (4...).contains(slash - start - 3), !doi.contains(where: { $0 <= 0x20 })
    else { return nil }
    return Array(doi)
  }

  private static func normalizedPMID(_ bytes: [UInt8]) -> [UInt8]? {
    var text = bytes.trimmedASCII.loweredASCII
    for prefix in ["pmid", "pubmed", ":"] where text.starts(with: prefix.utf8) {
      text = Array(text.dropFirst(prefix.utf8.count)).trimmedASCII
    }
    let digits = text.drop { $0 == UInt8(ascii: "0") }
    return (1...9).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit) ? Array(digits) : nil
  }

  private static func normalizedPMCID(_ bytes: [UInt8]) -> [UInt8]? {
    var text = bytes.trimmedASCII.loweredASCII
    for prefix in ["pmcid", ":", "pmc"] where text.starts(with: prefix.utf8) {
      text = Array(text.dropFirst(prefix.utf8.count)).trimmedASCII
    }
    let version = text.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
    let digits = text[..<version]
    guard (1...10).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
      text[version...].dropFirst().allSatisfy(\.isASCIIDigit)
    else { return nil }
    return Array("PMC".utf8) + digits
  }

  /// Ten digits become thirteen; a wrong check digit is no ISBN.
  private static func normalizedISBN(_ bytes: [UInt8]) -> [UInt8]? {
    var text = bytes.trimmedASCII.loweredASCII
    if text.starts(with: "isbn".utf8) { text = Array(text.dropFirst(4)) }
    let digits = text.filter { $0.isASCIIDigit || $0 == UInt8(ascii: "x") }
    guard text.count <= 24 else { return nil }
    let values = digits.map { $0.isASCIIDigit ? Int($0) - 48 : 10 }
    switch values.count {
    case 10:
      let sum = zip(values, stride(from: 10, through: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
      guard sum % 11 == 0, values.dropLast().allSatisfy({ $0 < 10 }) else { return nil }
      let thirteen = Array("978".utf8) + digits.dropLast()
      return thirteen + [checkDigit(of: thirteen)]
    case 13:
      guard values.allSatisfy({ $0 < 10 }), checkDigit(of: digits.dropLast()) == digits.last else { return nil }
      return digits
    default: return nil
    }
  }

  private static func checkDigit(of twelve: some Sequence<UInt8>) -> UInt8 {
    let sum = twelve.enumerated().reduce(0) { $0 + (Int($1.element) - 48) * ($1.offset % 2 == 0 ? 1 : 3) }
    return UInt8(48 + (10 - sum % 10) % 10)
  }

  private static func normalizedArXiv(_ bytes: [UInt8]) -> [UInt8]? {
    var text = bytes.trimmedASCII.loweredASCII
    if let start = text.firstOffset(of: "abs/") { text = Array(text[(start + 4)...]) }
    if text.starts(with: "arxiv:".utf8) { text = Array(text.dropFirst(6)).trimmedASCII }
    if let version = text.lastIndex(of: UInt8(ascii: "v")), version + 1 < text.count,
      text[(version + 1)...].allSatisfy(\.isASCIIDigit)
    {
      text = Array(text[..<version])
    }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count == 4, (4...5).contains(parts[1].count),
      parts.joined().allSatisfy(\.isASCIIDigit)
    {
      return text
    }
    let old = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isOld =
      old.count == 2 && old[1].count == 7 && old[1].allSatisfy(\.isASCIIDigit) && !old[0].isEmpty
      && old[0].allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    return isOld ? text : nil
  }
}

extension Item {
  /// The item's identifiers, in the order of their kinds.
  public var identifiers: [Identifier] {
    Identifier.Kind.allCases.compactMap { kind in
      let text =
        switch kind {
        case .doi: self[.DOI]
        case .pmid: self[.PMID]
        case .pmcid: self[.PMCID]
        case .isbn: self[.ISBN]
        case .arxiv: self[custom: "arXiv"]?.text
        }
      return text.flatMap { Identifier(kind, $0) }
    }
  }
}
