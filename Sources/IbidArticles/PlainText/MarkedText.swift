package import IbidModel
package import IbidNotes

/// A plain text whose citations are known: what the weights of markers are fitted and measured on.
package struct MarkedText: Sendable {
  /// Numbers that stand together.
  package struct Group: Sendable {
    /// Where the numbers stand, in UTF-8 bytes of the file.
    package var range: Range<Int>
    /// The notes that they point at.
    package var numbers: Set<Int>

    /// A group at a place.
    package init(range: Range<Int>, numbers: Set<Int>) {
      self.range = range
      self.numbers = numbers
    }
  }

  /// One way to read one place of the text as a citation.
  package struct Candidate: Sendable {
    /// The names of the features that are seen there.
    package var features: [String]
    /// What the order of the notes says for it, as log odds.
    package var order: Double
    /// Whether the citation stands there and says this.
    package var isRight: Bool
  }

  /// How many links from a group to a note there are.
  package struct Count: Sendable {
    /// Links that are there and were found.
    package var right = 0
    /// Links that were found.
    package var found = 0
    /// Links that are there.
    package var wanted = 0
  }

  private var linker: MarkerLinker
  private let style: Marker.Style
  private let groups: [Group]

  /// A text in which citations are written in one way.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package init(
    _ bytes: [UInt8], style: Marker.Style, isSpaced: Bool = false, groups: [Group]
  ) throws(ArticleError) {
    let start = try ArticleText.start(of: bytes, path: "")
    linker = MarkerLinker(PlainTextDraft.draft(bytes, from: start))
    linker.isSpaced = isSpaced
    self.style = style
    self.groups = groups.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The candidates up to the last citation, before any was chosen or, with the weights of a first choice, after it.
  package func candidates(chosenBy numbers: FittedNumbers? = nil) -> [Candidate] {
    var runs = linker.runs(style)
    var frontiers: PathContext?
    if let numbers {
      var first = linker
      first.weights = MarkerWeights(numbers)
      let chosen = first.firstChoice(style)
      linker.addContext(chosen, to: &runs)
      frontiers = PathContext(chosen, noteCount: linker.noteCount)
    }
    let end = groups.last?.range.upperBound ?? 0
    return runs.filter { $0.range.lowerBound < end }.flatMap { run in
      var steps = NoteOrder(count: linker.noteCount).steps(run.readings)
      steps.weigh(from: frontiers?.frontier(before: run.range.lowerBound) ?? 0)
      return zip(run.readings, steps.steps).map { reading, step in
        Candidate(
          features: MarkerFeature.allCases.filter(reading.features.contains).map { "\($0)" },
          order: frontiers == nil ? 0 : step.score, isRight: isRight(reading))
      }
    }
  }

  /// How many links are found with these weights.
  package func count(with numbers: FittedNumbers) -> Count {
    var linker = linker
    linker.weights = MarkerWeights(numbers)
    var found: Set<[Int]> = []
    let end = (groups.last?.range.upperBound ?? 0) + 2_000
    for reading in linker.chosen(style) {
      for part in reading.parts where part.range.lowerBound <= end {
        let place = group(at: part.range.lowerBound)?.range.lowerBound ?? -part.range.lowerBound - 1
        for number in part.first...part.last { found.insert([place, number]) }
      }
    }
    let wanted = Set(groups.flatMap { group in group.numbers.map { [group.range.lowerBound, $0] } })
    return Count(right: wanted.intersection(found).count, found: found.count, wanted: wanted.count)
  }

  /// The name of two features that are seen together.
  package static func pair(_ left: String, _ right: String) -> String { MarkerWeights.pair(left, right) }

  private func group(at offset: Int) -> Group? {
    groups.first { $0.range.lowerBound - 1 <= offset && offset <= $0.range.upperBound }
  }

  private func isRight(_ reading: NumberRun.Reading) -> Bool {
    guard let first = reading.parts.first, let group = group(at: first.range.lowerBound) else { return false }
    return Set(reading.parts.flatMap { Array($0.first...$0.last) }) == group.numbers
  }
}
