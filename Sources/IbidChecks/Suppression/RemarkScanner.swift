import IbidArticles
import IbidModel

/// Goes through a text line by line, and knows where the inside of a remark begins.
struct RemarkScanner {
  private let openings: [[UInt8]]
  private let blocks: [(opening: [UInt8], closing: [UInt8])]
  private let allowsBareLines: Bool
  /// What closes the remark in which the next line begins; nil where it begins in none.
  private var closing: [UInt8]?

  /// A scanner for a text whose remarks are written so.
  init(_ syntax: RemarkSyntax) {
    openings = syntax.delimiters.map { Array($0.opening.utf8) }
    blocks = syntax.delimiters.compactMap { delimiter in
      delimiter.closing.map { (Array(delimiter.opening.utf8), Array($0.utf8)) }
    }
    allowsBareLines = syntax.allowsBareLines
  }

  /// Whether what follows this start of the next line is the first text of a remark, or of a line within one.
  func beginsText(behind before: ArraySlice<UInt8>) -> Bool {
    let trimmed = before.trimmedASCII
    if trimmed.isEmpty { return allowsBareLines || closing != nil }
    return openings.contains { trimmed.suffix($0.count).elementsEqual($0) }
  }

  /// Goes over the next line.
  mutating func pass(_ line: ArraySlice<UInt8>) {
    var rest = line
    while true {
      if let closing {
        guard let end = SuppressionReader.offset(of: closing, in: rest) else { return }
        rest = rest[(end + closing.count)...]
        self.closing = nil
      }
      let starts = blocks.compactMap { block in
        SuppressionReader.offset(of: block.opening, in: rest).map { (start: $0, block: block) }
      }
      guard let first = starts.min(by: { $0.start < $1.start }) else { return }
      rest = rest[(first.start + first.block.opening.count)...]
      closing = first.block.closing
    }
  }
}
