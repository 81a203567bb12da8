/// A place in a text as an editor counts it.
package struct TextPosition: Sendable, Hashable, Comparable {
  /// 0-based line.
  package var line: Int
  /// 0-based column, in the units of a `PositionEncoding`.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Earlier in the text.
  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// What an editor counts columns in.
///
/// Source: Language Server Protocol 3.17, «Position».
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// How many units the scalar takes that begins with this byte of UTF-8.
  func width(ofScalarAt byte: UInt8) -> Int {
    switch self {
    case .utf8: EditedText.length(ofScalarAt: byte)
    case .utf16: byte >= 0xF0 ? 2 : 1
    }
  }
}
