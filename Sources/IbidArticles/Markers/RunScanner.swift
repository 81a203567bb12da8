import IbidModel

/// Finds the places in a block where note numbers may stand.
struct RunScanner {
  let text: [UInt8]
  let census: WordCensus
  /// How many notes there are: no marker has a higher number.
  let noteCount: Int
  /// Whether numbers in a row of digits may be several notes.
  let isFused: Bool
  /// Whether only numbers behind blanks are looked for.
  var isSpaced = false

  /// The runs of one block that stand behind a word or a stop without a blank, and those behind a blank.
  func raisedRuns(in block: Range<Int>, setting: Sentence.Setting) -> [NumberRun] {
    var runs: [NumberRun] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard text[index].isASCIIDigit else {
        index += 1
        continue
      }
      let digits = index
      while index < block.upperBound, text[index].isASCIIDigit { index += 1 }
      guard digits > block.lowerBound else { continue }
      let readings = readings(digits: digits..<index, in: block, setting: setting)
      guard let end = readings.map(\.extent.upperBound).max() else { continue }
      runs.append(NumberRun(range: digits..<end, readings: readings))
      // A list's later numbers are read with its first, unless only the first is one.
      index = max(index, readings.map { $0.extent.upperBound }.min() ?? index)
    }
    return runs
  }

  private func readings(digits: Range<Int>, in block: Range<Int>, setting: Sentence.Setting) -> [NumberRun.Reading] {
    let start = digits.lowerBound
    let context = RunContext(text: text, block: block, start: start)
    guard context.mayPrecedeMarker, context.isSpaced || !isSpaced else { return [] }
    var readings: [NumberRun.Reading] = []
    let spacing: NumberList.Spacing = context.isSpaced ? .allowed : .none
    add(from: start, in: block, context, spacing, setting, to: &readings)
    if !context.isSpaced, !isFused { addSpacedList(from: start, in: block, context, setting, to: &readings) }
    if !isSpaced { addBehindOwnDigits(digits, in: block, context, setting, to: &readings) }
    return readings
  }

  /// The readings of numbers that start at `start`: as written, and cut where digits were fused.
  private func add(
    from start: Int, in block: Range<Int>, _ context: RunContext, _ spacing: NumberList.Spacing,
    _ setting: Sentence.Setting, to readings: inout [NumberRun.Reading]
  ) {
    if let list = NumberList.read(text, from: start, to: block.upperBound, cap: noteCount, spacing: spacing),
      list.parts.allSatisfy({ $0.last <= noteCount })
    {
      append(list.parts, cuts: 0, context, setting, block, to: &readings)
    }
    guard isFused, !context.isSpaced else { return }
    for parts in fusedReadings(from: start, in: block) {
      append(parts.parts, cuts: parts.cuts, context, setting, block, to: &readings)
    }
  }

  /// Cut readings of digits with ranges between: «71229–33» is 7, 12, 29 to 33.
  private func fusedReadings(from start: Int, in block: Range<Int>) -> [(parts: [NumberRun.Part], cuts: Int)] {
    var index = start
    while index < block.upperBound, text[index].isASCIIDigit { index += 1 }
    let head = start..<index
    guard let dash = NumberList.dashLength(text, index, block.upperBound), index + dash < block.upperBound,
      text[index + dash].isASCIIDigit
    else { return FusedCuts.cuts(text, head, upTo: noteCount).map { ($0, $0.count - 1) } }
    let tailStart = index + dash
    index = tailStart
    while index < block.upperBound, text[index].isASCIIDigit { index += 1 }
    let heads = FusedCuts.cuts(text, head, upTo: noteCount) + single(head)
    let tails = FusedCuts.cuts(text, tailStart..<index, upTo: noteCount) + single(tailStart..<index)
    var found: [(parts: [NumberRun.Part], cuts: Int)] = []
    for head in heads {
      for tail in tails {
        guard let from = head.last, let to = tail.first, to.first > from.last, head.count + tail.count > 2 else {
          continue
        }
        let range = NumberRun.Part(
          first: from.first, last: to.last, range: from.range.lowerBound..<to.range.upperBound)
        found.append((head.dropLast() + [range] + tail.dropFirst(), head.count + tail.count - 2))
      }
    }
    return found
  }

  private func single(_ range: Range<Int>) -> [[NumberRun.Part]] {
    guard let part = NumberList.number(text, range.lowerBound, range.upperBound), part.range == range,
      part.last <= noteCount
    else { return [] }
    return [[part]]
  }

  /// «Arabidopsis10, 39.»: a list whose later numbers stand behind blanks, where punctuation closes it.
  private func addSpacedList(
    from start: Int, in block: Range<Int>, _ context: RunContext, _ setting: Sentence.Setting,
    to readings: inout [NumberRun.Reading]
  ) {
    guard let tight = NumberList.read(text, from: start, to: block.upperBound, cap: noteCount, spacing: .none),
      let list = NumberList.read(text, from: start, to: block.upperBound, cap: noteCount, spacing: .allowed),
      list.parts.count > tight.parts.count || list.end > tight.end,
      list.parts.allSatisfy({ $0.last <= noteCount }), isRising(list.parts)
    else { return }
    append(list.parts, cuts: 0, context, setting, block, to: &readings)
  }

  private func isRising(_ parts: [NumberRun.Part]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy { $0.last < $1.first }
  }

  /// «TopHat245», «H5N120»: the first digits belong to a name that also stands elsewhere without the others.
  private func addBehindOwnDigits(
    _ digits: Range<Int>, in block: Range<Int>, _ context: RunContext, _ setting: Sentence.Setting,
    to readings: inout [NumberRun.Reading]
  ) {
    guard digits.count >= 2, digits.count <= 8 else { return }
    let whole = NumberList.number(text, digits.lowerBound, digits.upperBound)
    let isTooLarge = digits.count <= 5 && (whole.map { $0.last > noteCount } ?? true)
    for start in digits.lowerBound + 1..<digits.upperBound where text[start] != UInt8(ascii: "0") {
      let own = RunContext(text: text, block: block, start: start)
      guard !own.isSpaced, isTooLarge || census.count(text, own.base) > 0 || isYear(own.base) else { continue }
      add(from: start, in: block, own, .none, setting, to: &readings)
    }
  }

  private func isYear(_ base: Range<Int>) -> Bool {
    base.count == 4 && base.allSatisfy { text[$0].isASCIIDigit }
      && (text[base.lowerBound] == UInt8(ascii: "2") && text[base.lowerBound + 1] == UInt8(ascii: "0")
        || text[base.lowerBound] == UInt8(ascii: "1") && text[base.lowerBound + 1] == UInt8(ascii: "9"))
  }

  private func append(
    _ parts: [NumberRun.Part], cuts: Int, _ context: RunContext, _ setting: Sentence.Setting, _ block: Range<Int>,
    to readings: inout [NumberRun.Reading]
  ) {
    guard let first = parts.first, let last = parts.last else { return }
    let extent = first.range.lowerBound..<last.range.upperBound
    var features = context.features(census)
    features += RunEnding(text: text, block: block, end: extent.upperBound).features(of: context)
    if parts.count > 1, cuts == 0 { features.append(context.isSpaced ? .spacedSeveral : .hasSeveral) }
    if parts.contains(where: { $0.first < $0.last }) { features.append(.hasRange) }
    if extent.count == 1 { features.append(.oneDigit) }
    if parts.count == 1, first.first >= 100 { features.append(.threeDigits) }
    if parts.count == 1, extent.count == 1 {
      if context.isUnit { features.append(.unitPower) }
      if context.isFormula { features.append(.formula) }
    }
    switch setting {
    case .heading: features.append(.inHeading)
    case .caption: features.append(.inCaption)
    case .listItem: features.append(.inListItem)
    default: break
    }
    readings.append(
      NumberRun.Reading(extent: extent, parts: parts, style: .superscript, features: features, cuts: cuts))
  }
}
