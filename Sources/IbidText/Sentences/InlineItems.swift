import IbidModel

/// Lists that were set in one line («1) one 2) two», «• one • two»), and short lines that are items without stops.
enum InlineItems {
  /// Where the items start; nil where the block is no such list.
  ///
  /// Only a block that begins with a label is looked through, and only a count that goes on makes it a list.
  static func starts(_ text: [UInt8], _ block: Range<Int>) -> [Int]? {
    guard let first = block.first else { return nil }
    if bulletLength(text, first, block.upperBound) > 0 { return bulleted(text, block) }
    if let label = Label(text, first, block.upperBound) { return counted(text, block, label) }
    return lines(text, block)
  }

  /// The offset behind an item's bullet and label.
  static func labelEnd(_ text: [UInt8], _ item: Int, _ end: Int) -> Int {
    var index = item + bulletLength(text, item, end)
    while index < end, text[index] == 0x20 { index += 1 }
    return Label(text, index, end)?.end ?? index
  }

  /// A number or a letter with what marks it as a label, before a blank.
  private struct Label {
    var value: Int
    var isLetter: Bool
    /// The bytes behind the number: `.`, `)` or `.)`.
    var mark: ArraySlice<UInt8>
    var end: Int

    init?(_ text: [UInt8], _ start: Int, _ limit: Int) {
      var index = start
      value = 0
      while index < limit, text[index].isASCIIDigit, index - start < 3 {
        value = value * 10 + Int(text[index] & 0x0F)
        index += 1
      }
      isLetter = index == start
      if isLetter {
        guard index < limit, text[index] >= 97, text[index] <= 122 else { return nil }
        value = Int(text[index]) - 96
        index += 1
      }
      let behind = index
      if index < limit, text[index] == UInt8(ascii: ".") { index += 1 }
      if index < limit, text[index] == UInt8(ascii: ")") { index += 1 }
      guard index > behind, index < limit, text[index] == 0x20 else { return nil }
      mark = text[behind..<index]
      end = index
    }
  }

  private static func counted(_ text: [UInt8], _ block: Range<Int>, _ first: Label) -> [Int]? {
    var starts = [block.lowerBound]
    var label = first
    var index = first.end
    while index < block.upperBound {
      guard text[index - 1] == 0x20, text[index].isASCIIDigit || first.isLetter,
        let next = Label(text, index, block.upperBound), next.isLetter == first.isLetter,
        next.value == label.value + 1, next.mark.elementsEqual(first.mark)
      else {
        index += 1
        continue
      }
      starts.append(index)
      label = next
      index = next.end
    }
    return starts.count > 1 ? starts : nil
  }

  private static func bulleted(_ text: [UInt8], _ block: Range<Int>) -> [Int]? {
    let bullet = bulletLength(text, block.lowerBound, block.upperBound)
    let mark = text[block.lowerBound..<block.lowerBound + bullet]
    var starts = [block.lowerBound]
    var index = block.lowerBound + bullet
    while index + bullet <= block.upperBound {
      if text[index] == mark.first, text[index - 1] == 0x20, text[index..<index + bullet].elementsEqual(mark) {
        starts.append(index)
        index += bullet
      } else {
        index += 1
      }
    }
    return starts
  }

  /// Three or more short lines without any stop are items, one a line.
  private static func lines(_ text: [UInt8], _ block: Range<Int>) -> [Int]? {
    guard block.count < 400, text[block].contains(0x0A) else { return nil }
    var starts: [Int] = []
    for line in text[block].split(separator: 0x0A) {
      guard let last = line.last(where: { !$0.isASCIISpace }) else { continue }
      guard line.count <= 40, last != UInt8(ascii: "."), last != UInt8(ascii: ","), last != UInt8(ascii: "-"),
        !line.contains(UInt8(ascii: ".")), !line.contains(UInt8(ascii: "?")), !line.contains(UInt8(ascii: "!"))
      else { return nil }
      starts.append(line.startIndex)
    }
    return starts.count > 2 ? starts : nil
  }

  /// The length of `•`, `⁃`, `‣`, `▪` at `index`; 0 where none stands there.
  private static func bulletLength(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard index + 2 < end, text[index] == 0xE2 else { return 0 }
    switch (text[index + 1], text[index + 2]) {
    case (0x80, 0xA2), (0x81, 0x83), (0x80, 0xA3), (0x96, 0xAA): return 3
    default: return 0
    }
  }
}
