import IbidModel
import IbidText

/// Cuts pasted lists of references into their entries: numbered, bulleted, with hanging indents, with blank lines
/// between, or one a line.
package enum ReferenceList {
  /// Half-open ranges of UTF-8 offsets, one an entry, in order, without surrounding white space.
  package static func entries(in bytes: [UInt8]) -> [Range<Int>] {
    let lines = lines(of: bytes)
    let starts = starts(of: lines, bytes)
    var entries: [Range<Int>] = []
    for (line, startsEntry) in zip(lines, starts) where !line.isBlank {
      if startsEntry || entries.isEmpty {
        entries.append(line.content)
      } else {
        entries[entries.count - 1] = entries[entries.count - 1].lowerBound..<line.content.upperBound
      }
    }
    return entries
  }

  /// The texts of the entries, white space runs made one blank, list numbers and bullets left on.
  package static func entries(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return entries(in: bytes).map { NoteText.collapsed(bytes, $0) }
  }

  private struct Line {
    /// Without the white space around it.
    var content: Range<Int>
    var indent: Int
    var followsBlank = false
    /// The list's number before it.
    var number: Int?
    var hasBullet = false
    var isBlank: Bool { content.isEmpty }
  }

  private static func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var followsBlank = true
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let content = bytes.trimmedASCII(start..<end)
      var line = Line(content: content, indent: content.lowerBound - start, followsBlank: followsBlank)
      if !line.isBlank { tellLabel(of: &line, bytes) }
      followsBlank = line.isBlank
      lines.append(line)
      start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
    }
    return lines
  }

  private static func tellLabel(of line: inout Line, _ bytes: [UInt8]) {
    let head = line.content.lowerBound..<min(line.content.upperBound, line.content.lowerBound + 64)
    let tokens = Tokenizer.tokens(of: bytes, in: head)
    let count = ReferenceLabel.count(bytes, tokens)
    guard count > 0 else { return }
    let number = tokens.prefix(count).first { $0.kind == .number }
    line.number = number.flatMap { Int(String(decoding: bytes[$0.range], as: UTF8.self)) }
    line.hasBullet = number == nil
  }

  /// Which lines start an entry.
  private static func starts(of lines: [Line], _ bytes: [UInt8]) -> [Bool] {
    let written = lines.filter { !$0.isBlank }
    // Numbers that count up.
    if let first = written.first?.number {
      var next = first
      let starts = lines.map { line -> Bool in
        guard let number = line.number, number >= next, number <= next + 3 else { return false }
        next = number + 1
        return true
      }
      if starts.filter({ $0 }).count > 1 || written.count == 1 { return starts }
    }
    if written.first?.hasBullet == true { return lines.map(\.hasBullet) }
    // Blank lines between all entries, or between most.
    let parted = written.dropFirst().filter(\.followsBlank).count
    if parted > 0, parted * 3 >= written.count - 1 { return lines.map(\.followsBlank) }
    // Hanging indents, or first lines indented.
    let least = written.map(\.indent).min() ?? 0
    let atMargin = written.filter { $0.indent == least }.count
    if atMargin < written.count, written.first?.indent == least {
      return lines.map { $0.indent == least || $0.followsBlank }
    }
    if atMargin < written.count { return lines.map { $0.indent > least || $0.followsBlank } }
    return byContent(lines, bytes)
  }

  /// An entry starts behind a line that ends a sentence, with names or at least a capital.
  private static func byContent(_ lines: [Line], _ bytes: [UInt8]) -> [Bool] {
    var previousEnds = true
    return lines.map { line in
      guard !line.isBlank else { return false }
      let head = line.content.lowerBound..<min(line.content.upperBound, line.content.lowerBound + 96)
      let tokens = Tokenizer.tokens(of: bytes, in: head)
      let startsUpper = tokens.first.map { $0.startsUpper || $0.kind == .mark || $0.kind == .caseless } == true
      let isNamed = !tokens.isEmpty && NameHead.head(bytes, tokens, at: 0, isStart: .start)?.strength == .strong
      let starts = line.followsBlank || isNamed && previousEnds || startsUpper && previousEnds
      let last = bytes[line.content.upperBound - 1]
      previousEnds = [46, 41, 93].contains(last) || last.isASCIIDigit || last >= 0x80 || line.content.count < 60
      return starts
    }
  }
}
