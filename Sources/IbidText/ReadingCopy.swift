package import IbidModel

/// The text of a file as it reads, without its markup, and where each stretch of it was written.
///
/// Whoever reads words, names and references reads here, so that neither tags nor entities get in between; places are
/// always those of the file.
package struct ReadingCopy: Sendable {
  /// The text in UTF-8. Offsets of stretches count in it.
  package let bytes: [UInt8]
  /// The file as it was written, or the files.
  package let source: SourceText
  private let map: SourceMap
  private let inverse: SourceMap.Inverse

  /// The text of a file, whose stretches stand where `map` says.
  package init(_ bytes: [UInt8], map: SourceMap, source: SourceText) {
    self.bytes = bytes
    self.source = source
    self.map = map
    inverse = map.inverse(count: bytes.count)
  }

  /// A file that is its own text.
  package init(_ bytes: [UInt8]) { self.init(bytes, map: .identity, source: SourceText(bytes)) }

  /// Where a stretch of the text was written.
  package func range(_ offsets: Range<Int>) -> SourceRange { source.range(map.source(of: offsets)) }

  /// The stretch of the text that was written at a place of the file, within the text's bounds.
  package func offsets(of range: SourceRange) -> Range<Int> {
    inverse.text(of: range.positions).clamped(to: 0..<bytes.count)
  }
}
