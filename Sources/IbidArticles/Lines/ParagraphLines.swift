import IbidModel

/// Which lines of a plain text make one paragraph.
enum ParagraphLines {
  /// Lines longer than this, in bytes, are paragraphs that nobody wrapped.
  static let longestWrapped = 120

  /// The lines of a range in groups, one a paragraph. Blank lines separate; between other lines a break is soft where
  /// the next word would not have fitted on the line above it.
  static func groups(_ bytes: [UInt8], _ lines: [TextLine], _ range: Range<Int>) -> [[Int]] {
    var groups: [[Int]] = []
    var run: [Int] = []
    for line in range {
      if lines[line].isBlank {
        if !run.isEmpty { append(bytes, lines, run, to: &groups) }
        run = []
      } else {
        run.append(line)
      }
    }
    if !run.isEmpty { append(bytes, lines, run, to: &groups) }
    return groups
  }

  private static func append(_ bytes: [UInt8], _ lines: [TextLine], _ run: [Int], to groups: inout [[Int]]) {
    let width = run.map { lines[$0].indent + lines[$0].range.count }.max() ?? 0
    var group = [run[0]]
    for (above, line) in zip(run, run.dropFirst()) {
      if width <= longestWrapped, isSoft(bytes, lines[above], lines[line], width: width) {
        group.append(line)
      } else {
        groups.append(group)
        group = [line]
      }
    }
    groups.append(group)
  }

  /// Whether a break between two lines of a text of this width is one that wrapping made.
  static func isSoft(_ bytes: [UInt8], _ above: TextLine, _ line: TextLine, width: Int) -> Bool {
    if ListLabel(bytes, line.range) != nil { return false }
    var word = line.range.lowerBound
    while word < line.range.upperBound, !bytes[word].isASCIISpace { word += 1 }
    let wouldBe = above.indent + above.range.count + 1 + word - line.range.lowerBound
    if wouldBe >= width - 4 { return true }
    let first = bytes[line.range.lowerBound]
    let last = bytes[above.range.upperBound - 1]
    let endsOpen = last != UInt8(ascii: ".") && last != UInt8(ascii: "!") && last != UInt8(ascii: "?")
    return endsOpen && (97...122).contains(first) && above.range.count > 40
  }
}
