package import IbidModel

/// The text of a file as it reads, without its markup, and where each stretch of it was written.
///
/// Whoever reads words, names and references reads here, so that neither tags nor entities get in between; places are
/// always those of the file.
package struct ReadingCopy: Sendable {
  /// The text in UTF-8. Offsets of stretches count in it.
  package let bytes: [UInt8]
  /// The lines of the file as it was written.
  package let lines: LineIndex
  private let map: SourceMap
  private let inverse: SourceMap.Inverse

  /// The text of a file with these lines, whose stretches stand where `map` says.
  package init(_ bytes: [UInt8], map: SourceMap, lines: LineIndex) {
    self.bytes = bytes
    self.lines = lines
    self.map = map
    inverse = map.inverse(count: bytes.count)
  }

  /// A file that is its own text.
  package init(_ bytes: [UInt8]) { self.init(bytes, map: .identity, lines: LineIndex(bytes)) }

  /// Where a stretch of the text was written.
  package func range(_ offsets: Range<Int>) -> SourceRange { lines.range(map.source(of: offsets)) }

  /// The stretch of the text that was written at a place of the file, within the text's bounds.
  package func offsets(of range: SourceRange) -> Range<Int> {
    inverse.text(of: range.offsets).clamped(to: 0..<bytes.count)
  }
}
