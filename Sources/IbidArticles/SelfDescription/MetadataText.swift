import IbidModel

/// Values of a page's metadata.
enum MetadataText {
  /// The text on one line, entities resolved.
  static func line(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    MarkupFields.appendText(source, 0..<source.count, isLiteral: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
