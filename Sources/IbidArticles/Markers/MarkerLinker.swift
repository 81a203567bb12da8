import IbidModel

/// Finds the citations of a text that no markup tells apart, and the notes that they point at.
///
/// First the candidates of each way of writing markers are read, each weighed by what surrounds it; then the readings
/// that fit together best are chosen for the whole text; then the document's own way is the one that reaches most notes.
struct MarkerLinker {
  let text: [UInt8]
  let blocks: [ArticleDraft.Block]
  private(set) var noteCount: Int
  let census: WordCensus
  var weights = MarkerWeights.bundled
  /// Whether raised numbers are looked for behind blanks, as some pages leave them when they are copied.
  var isSpaced = false

  /// Log odds that no order of notes can mend.
  private static let hopeless = -8.0

  /// The citations in the body of a draft whose notes are known.
  static func citations(in draft: ArticleDraft) -> [ArticleDraft.Citation] {
    let linker = MarkerLinker(draft)
    // Where links name works by author and year, numbers are no markers.
    let linked = draft.citations.flatMap(\.markers)
    if 2 * linked.count(where: { $0.style == .authorYear }) > linked.count { return linker.authorYear(draft) }
    let raised = RaisedNumbers(draft).citations()
    guard linker.noteCount > 0 else { return linker.citationsLikeTheLinked(draft, raised: raised) }
    var best = linker.authorYear(draft)
    var bestReach = Double(Set(best.flatMap { $0.markers.map(\.target) }).count)
    // What markup raises is told from what it leaves alone; a table's raised figures point below the table.
    let raisedReach = 1.3 * Double(linker.reach(of: raised))
    if raisedReach > bestReach { (best, bestReach) = (raised, raisedReach) }
    let paged = linker.authorPage(draft)
    let pagedReach = 1.3 * Double(linker.reach(of: paged))
    if draft.citations.isEmpty, pagedReach > bestReach { (best, bestReach) = (paged, pagedReach) }
    for style in [Marker.Style.bracket, .parenthesis, .superscript] {
      // Most notes reached in one way leave nothing for another.
      if bestReach > 0.7 * Double(draft.notes.count) { break }
      let chosen = style == .superscript ? linker.chosenRaised() : linker.chosen(style)
      let reach = Double(linker.reach(of: chosen)) * (style == .bracket ? 1.3 : 1)
      if reach > bestReach { (best, bestReach) = (chosen.map(linker.citation), reach) }
    }
    return best
  }

  /// Raised numbers, glued to words and stops; or behind blanks, where the text mostly has them so.
  private func chosenRaised() -> [NumberRun.Reading] {
    let glued = chosen(.superscript)
    let reach = reach(of: glued)
    guard 3 * glued.count(where: { $0.features.contains(.spaced) }) > glued.count || 2 * reach < noteCount else {
      return glued
    }
    var linker = self
    linker.isSpaced = true
    let spaced = linker.chosen(.superscript)
    return self.reach(of: spaced) >= reach ? spaced : glued
  }

  /// Where links reach all notes: the numbers that were left without one, in the way in which the linked are written.
  private func citationsLikeTheLinked(
    _ draft: ArticleDraft, raised: [ArticleDraft.Citation]
  ) -> [ArticleDraft.Citation] {
    let numbered = draft.citations.filter { $0.markers.contains { Int($0.label) != nil } && !$0.range.isEmpty }
    let bracketed = numbered.count { text[$0.range.lowerBound] == UInt8(ascii: "[") }
    guard !numbered.isEmpty else { return [] }
    if bracketed == 0 { return raised }
    var linker = self
    linker.noteCount = Self.noteCount(draft.notes[...])
    return bracketed == numbered.count && linker.noteCount > 0 ? linker.chosen(.bracket).map(linker.citation) : []
  }

  /// How many notes citations in the running text reach.
  private func reach(of citations: [ArticleDraft.Citation]) -> Int {
    let tables = MergedRanges(blocks.lazy.filter { $0.setting == .caption }.map(\.range))
    return Set(citations.filter { !tables.overlaps($0.range) }.flatMap { $0.markers.map(\.target) }).count
  }

  /// Citations by author and year.
  private func authorYear(_ draft: ArticleDraft) -> [ArticleDraft.Citation] {
    var keys = ReferenceKeys(draft)
    let shortForms = ShortForms(text, of: keys.keys)
    for block in blocks { keys.define(shortForms.definitions(in: block.range)) }
    let linker = AuthorYearLinker(text: text, keys: keys)
    let finder = AuthorYearCitations(text: text, linker: linker)
    return blocks.flatMap { finder.citations(in: $0.range) }
  }

  /// Citations by author and page.
  private func authorPage(_ draft: ArticleDraft) -> [ArticleDraft.Citation] {
    let finder = AuthorPageCitations(draft)
    let found = blocks.flatMap { finder.citations(in: $0.range) }
    return AuthorPageCitations.countEntries(found) ? [] : found
  }

  init(_ draft: ArticleDraft) {
    text = draft.text
    blocks = draft.blocks.filter { $0.setting != .metadata && !$0.isVerbatim }
    let marked = Set(draft.citations.flatMap { $0.markers.map(\.target) })
    noteCount = Self.noteCount(draft.notes.filter { !marked.contains(.note($0.label)) }[...])
    census = WordCensus(draft.text, blocks: blocks.map(\.range))
  }

  /// The highest number of a note: no marker is read beyond it, and room is made for each number up to it.
  private static func noteCount(_ notes: ArraySlice<ArticleDraft.NoteDraft>) -> Int {
    notes.lazy.compactMap { Int($0.label) }.filter { $0 <= NumberList.largest }.max() ?? 0
  }

  /// The candidates of a style, weighed.
  func runs(_ style: Marker.Style) -> [NumberRun] {
    var runs: [NumberRun] = []
    var raised = RunScanner(
      text: text, census: census, noteCount: noteCount, isFused: style == .superscript && !isSpaced && isFused)
    raised.isSpaced = isSpaced
    let enclosed = EnclosedRuns(text: text, census: census, noteCount: noteCount, style: style)
    for block in blocks where block.setting != .heading || block.level > 0 {
      guard style == .superscript else {
        runs += enclosed.runs(in: block.range, setting: block.setting)
        if style == .parenthesis {
          let nested = EnclosedRuns(text: text, census: census, noteCount: noteCount, style: .bracket)
          runs += nested.runsInParentheses(in: block.range, setting: block.setting)
        }
        continue
      }
      runs += raised.raisedRuns(in: block.range, setting: block.setting)
      if isSpaced { continue }
      // Lists and ranges keep their brackets in texts whose single numbers lost theirs.
      for style in [Marker.Style.bracket, .parenthesis] {
        let enclosed = EnclosedRuns(text: text, census: census, noteCount: noteCount, style: style)
        runs += enclosed.runs(in: block.range, setting: block.setting)
      }
    }
    return style == .bracket ? runs : runs.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether separators between raised numbers were lost: few lists with commas stand behind words.
  private var isFused: Bool {
    var separated = 0
    for block in blocks {
      var index = block.range.lowerBound + 1
      while index < block.range.upperBound {
        if text[index].isASCIIDigit, text[index - 1].isASCIILetter || text[index - 1] == UInt8(ascii: ")"),
          let list = NumberList.read(text, from: index, to: block.range.upperBound, cap: noteCount, spacing: .none)
        {
          if list.parts.count > 1, list.parts.allSatisfy({ $0.last <= noteCount }) { separated += 1 }
          index = list.end
        }
        index += 1
      }
    }
    return separated < 3
  }

  /// The readings that are most likely together; raised numbers are weighed once more beside a first choice of them.
  func chosen(_ style: Marker.Style) -> [NumberRun.Reading] {
    var runs = hopefulRuns(style)
    guard style == .superscript else {
      return MarkerPath.chosen(runs, order: NoteOrder(count: noteCount, allowsExcursions: true))
    }
    addContext(MarkerPath.chosen(runs, order: NoteOrder(count: noteCount)), to: &runs)
    let second = isSpaced ? weights.spacedSecond : weights.second
    weigh(&runs, by: second)
    return MarkerPath.chosen(runs, order: NoteOrder(count: noteCount, weight: second.order))
  }

  /// The choice that is made before other citations are looked at.
  func firstChoice(_ style: Marker.Style) -> [NumberRun.Reading] {
    MarkerPath.chosen(hopefulRuns(style), order: NoteOrder(count: noteCount))
  }

  /// The candidates that an order of notes could save.
  private func hopefulRuns(_ style: Marker.Style) -> [NumberRun] {
    var runs = runs(style)
    weigh(&runs, by: isSpaced ? weights.spaced : weights.first(style))
    for run in runs.indices { runs[run].readings.removeAll { $0.score < Self.hopeless } }
    runs.removeAll { $0.readings.isEmpty }
    return runs
  }

  func weigh(_ runs: inout [NumberRun], by table: MarkerWeights.Table) {
    for run in runs.indices {
      for reading in runs[run].readings.indices {
        runs[run].readings[reading].score = table.score(of: runs[run].readings[reading])
      }
    }
  }

  /// Adds what a first choice tells about each candidate.
  func addContext(_ chosen: [NumberRun.Reading], to runs: inout [NumberRun]) {
    let context = PathContext(chosen, noteCount: noteCount)
    for run in runs.indices {
      for reading in runs[run].readings.indices {
        runs[run].readings[reading].features += context.features(of: runs[run].readings[reading])
      }
    }
  }

  /// How many notes these readings cite.
  private func reach(of readings: [NumberRun.Reading]) -> Int {
    var cited: Set<Int> = []
    for reading in readings {
      for part in reading.parts { for number in part.first...part.last { cited.insert(number) } }
    }
    return cited.count
  }

  private func citation(_ reading: NumberRun.Reading) -> ArticleDraft.Citation {
    var markers: [ArticleDraft.MarkerDraft] = []
    for part in reading.parts {
      for number in part.first...part.last {
        let label = String(number)
        markers.append(
          ArticleDraft.MarkerDraft(
            label: label, target: .note(label), style: reading.style,
            range: part.range))
      }
    }
    return ArticleDraft.Citation(range: reading.extent, markers: markers)
  }
}
