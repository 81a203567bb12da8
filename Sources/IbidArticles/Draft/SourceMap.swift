/// From offsets of the text as it reads to offsets of the file as it was written.
///
/// A format's reader appends text without its markup; a run is a stretch that stands in the file as it reads.
struct SourceMap: Sendable {
  private var runs: [Run] = []

  private struct Run {
    var text: Int
    var source: Int
    /// Bytes in the file for each stretch; 0 where it is as long as in the text.
    var width: Int
  }

  /// A text that is the file itself.
  static var identity: SourceMap { SourceMap() }

  /// From `text` on, the text stands in the file from `source` on. A `width` says that everything up to the next run
  /// was written there as `width` bytes, as an entity is.
  mutating func begin(text: Int, source: Int, width: Int = 0) {
    if let last = runs.last, last.width == 0, width == 0, last.source + text - last.text == source { return }
    if runs.last?.text == text { runs.removeLast() }
    runs.append(Run(text: text, source: source, width: width))
  }

  /// Forgets where the text from `offset` on stood.
  mutating func truncate(to offset: Int) {
    while let last = runs.last, last.text >= offset { runs.removeLast() }
  }

  /// The offset in the file of the byte at this offset of the text.
  func source(of offset: Int) -> Int {
    guard let run = run(at: offset) else { return offset }
    return run.width > 0 ? run.source : run.source + offset - run.text
  }

  /// The stretch of the file in which this stretch of the text was written.
  func source(of range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let last = range.upperBound - 1
    guard let run = run(at: last) else { return range }
    let end = run.width > 0 ? run.source + run.width : run.source + last - run.text + 1
    return start..<max(start, end)
  }

  private func run(at offset: Int) -> Run? {
    guard let first = runs.first else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle } else { high = middle }
    }
    return offset < first.text ? first : runs[low]
  }
}
