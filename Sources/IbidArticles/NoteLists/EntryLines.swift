import IbidModel

/// Which lines begin an entry in a list of references that have no numbers.
///
/// Blank lines part entries. Where lines hang, those that stand furthest left begin one. Else a line begins an entry
/// when the one above it ended, and it starts with a name (or a group and a year) while the entry above has its year, or
/// stands in a list of one entry a line, or the one above left room for its first word.
struct EntryLines {
  private let bytes: [UInt8]
  private let lines: [TextLine]
  private let isWrapped: Bool
  /// How lines of the list are indented.
  private var setting = Setting.flush

  private enum Setting { case flush, hanging, indented }

  /// The lines of a stretch in groups, an entry each.
  ///
  /// - Parameter wrapped: whether lines end where they are full, so that a short one ends a paragraph; markup's do not.
  static func groups(
    _ bytes: [UInt8], _ lines: [TextLine], _ stretch: Range<Int>, wrapped: Bool = true
  ) -> [[Int]] {
    let runs = stretch.split { !holdsWords(bytes, lines[$0].range) }.map(Array.init)
    var reader = EntryLines(bytes: bytes, lines: lines, isWrapped: wrapped)
    reader.setting = reader.setting(of: runs)
    return runs.flatMap(reader.entries)
  }

  /// Whether a line is neither blank nor drawn across the page.
  private static func holdsWords(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    line.contains { bytes[$0].isASCIILetter || bytes[$0].isASCIIDigit || bytes[$0] >= 0x80 }
  }

  private init(bytes: [UInt8], lines: [TextLine], isWrapped: Bool) {
    self.bytes = bytes
    self.lines = lines
    self.isWrapped = isWrapped
  }

  /// Hanging where most runs of several lines have a first line that stands left of others; indented where it stands
  /// right of them.
  private func setting(of runs: [[Int]]) -> Setting {
    let long = runs.filter { $0.count > 1 }
    let first = { (run: [Int]) in lines[run[0]].indent }
    let hanging = long.count { run in run.contains { lines[$0].indent > first(run) + 1 } }
    let indented = long.count { run in run.contains { lines[$0].indent + 1 < first(run) } }
    if hanging * 2 > long.count { return .hanging }
    return indented * 2 > long.count ? .indented : .flush
  }

  private func entries(of run: [Int]) -> [[Int]] {
    guard run.count > 1, let base = run.map({ lines[$0].indent }).min() else { return [run] }
    switch setting {
    case .hanging: return split(run) { _, line, _ in lines[line].indent <= base + 1 }
    case .indented: return split(run) { _, line, _ in lines[line].indent > base + 1 }
    case .flush: return flushEntries(of: run)
    }
  }

  private func flushEntries(of run: [Int]) -> [[Int]] {
    let width = run.map { lines[$0].indent + lines[$0].range.count }.max() ?? 0
    if isWrapped, width > ParagraphLines.longestWrapped { return run.map { [$0] } }
    let whole = run.count { ReferenceShape(bytes, lines[$0].range).points >= ReferenceShape.likely }
    let isOneALine = whole * 10 >= run.count * 7
    return split(run) { entry, line, above in
      if ListLabel(bytes, lines[line].range)?.kind == .bullet { return true }
      if ListLabel.afterBacklinks(bytes, lines[line].range) > lines[line].range.lowerBound { return true }
      guard ends(lines[above].range), startsUpper(lines[line].range) else { return false }
      if isOneALine { return true }
      if isWrapped, !ParagraphLines.isSoft(bytes, lines[above], lines[line], width: width) { return true }
      let text = lines[entry].range.lowerBound..<lines[above].range.upperBound
      return EntryNumbers(bytes, text).hasYear
        && (EntryNames.start(bytes, lines[line].range) || EntryNames.startsWithGroup(bytes, lines[line].range))
    }
  }

  /// Splits a run before each line that begins an entry, which is asked with the first line of the entry under way, the
  /// line, and the one above it.
  private func split(_ run: [Int], where begins: (Int, Int, Int) -> Bool) -> [[Int]] {
    var entries = [[run[0]]]
    for (above, line) in zip(run, run.dropFirst()) {
      if begins(entries[entries.count - 1][0], line, above) {
        entries.append([line])
      } else {
        entries[entries.count - 1].append(line)
      }
    }
    return entries
  }

  /// Whether an entry may end with this line: behind a stop, a bracket, a number or an address.
  private func ends(_ line: Range<Int>) -> Bool {
    let last = bytes[line.upperBound - 1]
    if last.isASCIIDigit || ".)]>/?!\"".utf8.contains(last) || last == 0x9D { return true }
    guard let word = bytes[line].split(separator: 0x20).last else { return false }
    return word.starts(with: "http".utf8) || word.starts(with: "10.".utf8) || word.starts(with: "doi".utf8)
      || word.starts(with: "www".utf8)
  }

  /// Whether a line starts with anything but a small letter.
  private func startsUpper(_ line: Range<Int>) -> Bool {
    let first = bytes[line.lowerBound]
    if (97...122).contains(first) { return EntryNames.start(bytes, line) }
    return true
  }
}
