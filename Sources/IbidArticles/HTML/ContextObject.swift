import IbidModel
import IbidText

/// What a page says of itself in COinS, an OpenURL in a span.
///
/// Source: ocoins.info; ANSI/NISO Z39.88-2004.
enum ContextObject {
  static func description(of object: String) -> SelfDescription {
    var description = SelfDescription(type: .webpage)
    let pairs = MetadataText.line(object).split(separator: "&").compactMap { pair -> (String, String)? in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (parts[0].lowercased(), unescaped(parts[1])) : nil
    }
    let format = pairs.first { $0.0 == "rft_val_fmt" }?.1 ?? ""
    let isPart = pairs.contains { $0.0 == "rft.atitle" }
    if format.hasSuffix(":journal") { (description.item.type, description.hasType) = (.articleJournal, true) }
    if format.hasSuffix(":book") { (description.item.type, description.hasType) = (isPart ? .chapter : .book, true) }
    if format.hasSuffix(":dissertation") { (description.item.type, description.hasType) = (.thesis, true) }
    for (name, value) in pairs { read(name, value, isPart: isPart, into: &description) }
    let values = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    if description.item[names: .author].isEmpty, let family = values["rft.aulast"] {
      description.item[names: .author] = [Name(family: family, given: values["rft.aufirst"] ?? values["rft.auinit"])]
    }
    if let first = values["rft.spage"] {
      description.set(.page, values["rft.epage"].map { $0 == first ? first : first + "-" + $0 } ?? first)
    }
    return description
  }

  private static func read(_ name: String, _ value: String, isPart: Bool, into description: inout SelfDescription) {
    switch name {
    case "rft.title", "rft.btitle": description.set(isPart ? .containerTitle : .title, value)
    case "rft.au": description.add(value)
    case "rft.date": description.set(date: .issued, value)
    case "rft_id" where value.hasPrefix("info:doi/"): description.set(.DOI, .doi, value)
    case "rft_id" where value.hasPrefix("info:pmid/"):
      description.set(.PMID, .pmid, String(value.dropFirst("info:pmid/".utf8.count)))
    case "rft_id", "rft.identifier": if value.hasPrefix("http") { description.set(.URL, value) }
    default: if let variable = variables[name] { description.set(variable, value) }
    }
  }

  private static let variables: [String: Variable] = [
    "rft.atitle": .title, "rft.jtitle": .containerTitle, "rft.stitle": .containerTitleShort, "rft.volume": .volume,
    "rft.issue": .issue, "rft.pages": .page, "rft.issn": .ISSN, "rft.isbn": .ISBN, "rft.pub": .publisher,
    "rft.place": .publisherPlace, "rft.language": .language, "rft.source": .containerTitle, "rft.inst": .publisher,
  ]

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
