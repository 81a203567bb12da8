import IbidFormats
import IbidModel

/// A format that records can be read from.
public enum RecordFormat: String, Sendable, CaseIterable {
  /// PubMed's XML export.
  case pubmed
  /// PubMed's text export, MEDLINE's format.
  case nbib
  /// CSL-JSON, or JSON Lines of it.
  case cslJSON = "csl-json"
  /// A list of references as people write them; it is never recognized, only named.
  case references

  /// The format that the first bytes of a file show, gzip undone; nil where it is none of these.
  init?(recognizing prefix: [UInt8]) {
    let found = Self.allCases.first { format in
      switch format {
      case .pubmed: PubMedReader.recognizes(prefix)
      case .nbib: NBIBReader.recognizes(prefix)
      case .cslJSON: CSLJSONReader.recognizes(prefix)
      case .references: false
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// The names of all formats, for a message.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
