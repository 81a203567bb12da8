import IbidModel

/// The text of a field's value, put together of its pieces, and where it stands in the file.
struct WrittenValue {
  private(set) var text: [UInt8] = []
  /// Where each piece begins in the text, and its place in the file.
  private var spans: [(start: Int, range: Range<Int>)] = []
  /// Whether a piece is the name of a string, whose text stands elsewhere.
  private(set) var hasWords = false

  init(_ pieces: ArraySlice<BibTeXPlaces.Piece>, in bytes: [UInt8]) {
    for piece in pieces {
      spans.append((text.count, piece.range))
      text += bytes[piece.range]
      if piece.delimiter == .none, bytes[piece.range].contains(where: { !$0.isASCIIDigit }) { hasWords = true }
    }
  }

  var string: String { String(decoding: text, as: UTF8.self) }

  /// The stretch of the file that holds a stretch of the text; nil where it goes over several pieces.
  func range(of stretch: Range<Int>) -> Range<Int>? {
    guard let (start, range) = spans.last(where: { $0.start <= stretch.lowerBound }),
      stretch.upperBound - start <= range.count
    else { return nil }
    return (range.lowerBound + stretch.lowerBound - start)..<(range.lowerBound + stretch.upperBound - start)
  }

  /// The place in the file of an offset of the text.
  func place(of offset: Int) -> Int {
    guard let (start, range) = spans.last(where: { $0.start <= offset }) else { return 0 }
    return min(range.upperBound, range.lowerBound + offset - start)
  }
}
