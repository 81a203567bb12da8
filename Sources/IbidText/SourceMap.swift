/// From offsets of the text as it reads to offsets of the file as it was written.
///
/// A format's reader appends text without its markup; a run is a stretch that stands in the file as it reads.
package struct SourceMap: Sendable {
  private var runs: [Run] = []

  private struct Run {
    var text: Int
    var source: Int
    /// Bytes in the file for each stretch; 0 where it is as long as in the text.
    var width: Int
  }

  /// A text that is the file itself.
  package static var identity: SourceMap { SourceMap() }

  /// From `text` on, the text stands in the file from `source` on. A `width` says that everything up to the next run
  /// was written there as `width` bytes, as an entity is.
  package mutating func begin(text: Int, source: Int, width: Int = 0) {
    if let last = runs.last, last.width == 0, width == 0, last.source + text - last.text == source { return }
    if runs.last?.text == text { runs.removeLast() }
    runs.append(Run(text: text, source: source, width: width))
  }

  /// Forgets where the text from `offset` on stood.
  package mutating func truncate(to offset: Int) {
    while let last = runs.last, last.text >= offset { runs.removeLast() }
  }

  /// The offset in the file of the byte at this offset of the text.
  package func source(of offset: Int) -> Int {
    guard let run = run(at: offset) else { return offset }
    return run.width > 0 ? run.source : run.source + offset - run.text
  }

  /// The stretch of the file in which this stretch of the text was written.
  package func source(of range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let last = range.upperBound - 1
    guard let run = run(at: last) else { return range }
    let end = run.width > 0 ? run.source + run.width : run.source + last - run.text + 1
    return start..<max(start, end)
  }

  /// The way on to a file in which this map's own file was written as `next` says, for a text of `count` bytes.
  package func followed(by next: SourceMap, count: Int) -> SourceMap {
    if next.runs.isEmpty { return self }
    var result = SourceMap()
    let own = runs.isEmpty ? [Run(text: 0, source: 0, width: 0)] : runs
    for (index, run) in own.enumerated() {
      if run.width > 0 {
        let stretch = next.source(of: run.source..<run.source + run.width)
        result.begin(text: run.text, source: stretch.lowerBound, width: max(1, stretch.count))
        continue
      }
      let end = run.source + (index + 1 < own.count ? own[index + 1].text : count) - run.text
      let first = max(0, next.runs.partitioningIndex { $0.text > run.source } - 1)
      for inner in next.runs[min(first, next.runs.count)...].prefix(while: { $0.text < end }) {
        let start = max(inner.text, run.source)
        result.begin(
          text: run.text + start - run.source,
          source: inner.width > 0 ? inner.source : inner.source + start - inner.text, width: inner.width)
      }
    }
    return result
  }

  /// The way back, for a text of `count` bytes.
  func inverse(count: Int) -> Inverse {
    Inverse(
      runs.indices.map { index in
        let run = runs[index]
        let end = index + 1 < runs.count ? runs[index + 1].text : count
        return Inverse.Run(text: run.text..<max(run.text, end), source: run.source, width: run.width)
      })
  }

  private func run(at offset: Int) -> Run? {
    guard !runs.isEmpty else { return nil }
    return runs[max(0, runs.partitioningIndex { $0.text > offset } - 1)]
  }
}

extension SourceMap {
  /// From offsets of the file to offsets of the text.
  struct Inverse: Sendable {
    /// In the order of the file; a footnote that stands within a sentence has its text behind it.
    private let runs: [Run]

    fileprivate struct Run {
      var text: Range<Int>
      var source: Int
      var width: Int

      var sourceEnd: Int { source + (width > 0 ? width : text.count) }
    }

    fileprivate init(_ runs: [Run]) {
      let isInOrder = zip(runs, runs.dropFirst()).allSatisfy { $0.source <= $1.source }
      self.runs = isInOrder ? runs : runs.sorted { ($0.source, $0.text.lowerBound) < ($1.source, $1.text.lowerBound) }
    }

    /// The stretch of the text that was written within a stretch of the file; markup at its ends is passed over.
    func text(of source: Range<Int>) -> Range<Int> {
      guard !runs.isEmpty else { return source }
      let first = runs.partitioningIndex { $0.sourceEnd > source.lowerBound }
      guard first < runs.count else {
        return runs[runs.count - 1].text.upperBound..<runs[runs.count - 1].text.upperBound
      }
      let start =
        runs[first].text.lowerBound + (runs[first].width > 0 ? 0 : max(0, source.lowerBound - runs[first].source))
      let last = runs.partitioningIndex { $0.source >= source.upperBound } - 1
      guard last >= first else { return start..<start }
      let end =
        runs[last].width > 0
        ? runs[last].text.upperBound
        : min(runs[last].text.upperBound, runs[last].text.lowerBound + source.upperBound - runs[last].source)
      return start..<max(start, end)
    }
  }
}
