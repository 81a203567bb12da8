import IbidModel
import IbidText

/// How values are written that are no UTF-8: as the file says of itself, else as Windows does.
struct BibTeXEncodings {
  private var declared = TextEncoding.windows1252
  /// Whether nothing names the encoding.
  private(set) var isGuessed = true

  /// Looks for JabRef's `% Encoding: …` and BibDesk's `%% Saved with string encoding …` in a file's start.
  mutating func look(at start: [UInt8]) {
    if let label = TextEncoding.remarkLabel(in: start), let encoding = TextEncoding(label: label), encoding != .utf8 {
      declared = encoding
      isGuessed = false
    }
  }

  /// The bytes as UTF-8.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    guard let converter = TextConverter(from: declared) else { return Array(bytes) }
    converter.convert(bytes, isLast: true, into: &result)
    return result
  }
}
