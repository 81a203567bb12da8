import IbidModel
import IbidText

/// The address that a text gives for itself.
///
/// It stands alone on a line under a heading that says so («Permalink»), or behind a label («URL: …»); a DOI of the
/// article itself stands among its first lines.
enum Permalink {
  enum Found {
    case doi(String)
    case address(String)
  }

  static func find(in blocks: [TextBlock]) -> Found? {
    for block in blocks.prefix(12) where block.text.utf8.count <= 100 {
      if let doi = labelled(block.text, ["doi", "https"]).flatMap({ Identifier(.doi, $0) }) { return .doi(doi.value) }
    }
    for (index, block) in blocks.enumerated() where block.text.utf8.count <= 300 {
      if isHeading(block.text) {
        let next = blocks[(index + 1)...].prefix(3).lazy.compactMap { address($0.text) }
        if let address = next.first { return .address(address) }
      } else if let address = labelled(block.text, labels).flatMap(address) {
        return .address(address)
      }
    }
    return nil
  }

  private static let labels = [
    "permalink", "permanent link", "url", "source", "available at", "available from",
    "canonical url", "original", "published at", "retrieved from", "link to this page", "adresse", "permalien",
  ]

  private static func isHeading(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return ["permalink", "permalinks", "permanent link", "permanent links", "permalien", "canonical url"].contains(
      lowered.hasSuffix(":") ? String(lowered.dropLast()) : lowered)
  }

  /// What stands behind one of the labels; the whole of a text that is an address itself.
  private static func labelled(_ text: String, _ labels: [String]) -> String? {
    let lowered = text.lowercased()
    guard let label = labels.first(where: { lowered.hasPrefix($0) }) else { return nil }
    if label == "https" { return text }
    let rest = text.dropFirst(label.count).drop { $0 == ":" || $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }

  /// A text that is one address and nothing else.
  private static func address(_ text: String) -> String? {
    guard !text.contains(where: \.isWhitespace), WebAddress(text) != nil else { return nil }
    return text
  }
}
