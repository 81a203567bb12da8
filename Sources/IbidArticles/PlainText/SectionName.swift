import IbidModel

/// Names that sections of papers have everywhere.
enum SectionName {
  /// Whether a heading is one of them, in any case and with or without a number.
  static func isCommon(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let words = bytes[range].filter { $0.isASCIILetter || $0 == 0x20 }.loweredASCII.trimmedASCII
    return names.contains(String(decoding: words, as: UTF8.self))
  }

  private static let names: Set<String> = [
    "abstract", "summary", "introduction", "background", "methods", "materials and methods", "results",
    "discussion", "conclusion", "conclusions", "objective", "objectives", "aim", "aims", "purpose", "keywords",
    "key words", "contents", "table of contents", "author summary", "significance", "highlights", "overview",
    "acknowledgements", "acknowledgments",
  ]
}
