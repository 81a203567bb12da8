import IbidModel

/// Formulas of several lines: between `$$` and `$$`, or `\[` and `\]`.
enum DisplayedFormula {
  /// Where the formula ends that this line opens and does not close; nil where it opens none, or none that ends in the
  /// same paragraph.
  static func end(of text: [UInt8], openIn line: Range<Int>) -> Int? {
    if text[line].suffix(2).elementsEqual("\\[".utf8), line.count < 3 || text[line.upperBound - 3] != UInt8(ascii: "\\")
    {
      return end(of: text, "\\]", from: line.upperBound)
    }
    guard text[line].contains(UInt8(ascii: "$")) else { return nil }
    var isOpen = false
    var index = line.lowerBound
    while index + 1 < line.upperBound {
      if text[index] == UInt8(ascii: "$"), text[index + 1] == UInt8(ascii: "$") {
        isOpen.toggle()
        index += 2
      } else {
        index += text[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return isOpen ? end(of: text, "$$", from: line.upperBound) : nil
  }

  /// No formula is longer than 20,000 bytes, so that marks that nothing closes cost little.
  private static func end(of text: [UInt8], _ closing: String, from start: Int) -> Int? {
    let mark = Array(closing.utf8)
    var isLineBlank = false
    for index in start..<max(start, min(text.count, start + 20_000) - 1) {
      if text[index] == mark[0], text[index + 1] == mark[1] { return index + 2 }
      if text[index] == 0x0A {
        if isLineBlank { return nil }
        isLineBlank = true
      } else if !text[index].isASCIISpace, text[index] != UInt8(ascii: ">") {
        isLineBlank = false
      }
    }
    return nil
  }
}
