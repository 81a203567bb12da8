import IbidModel

/// Note numbers in brackets or parentheses: `[12]`, `[1,3-5]`, `[12]–[15]`, `(4, 7)`.
struct EnclosedRuns {
  let text: [UInt8]
  let census: WordCensus
  let noteCount: Int
  let style: Marker.Style

  private var open: UInt8 { style == .bracket ? UInt8(ascii: "[") : UInt8(ascii: "(") }
  private var close: UInt8 { style == .bracket ? UInt8(ascii: "]") : UInt8(ascii: ")") }

  /// The runs of one block.
  func runs(in block: Range<Int>, setting: Sentence.Setting) -> [NumberRun] {
    var runs: [NumberRun] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard text[index] == open, var (parts, end) = list(at: index, in: block) else {
        index += 1
        continue
      }
      if let range = rangeAcross(parts, end, in: block) { (parts, end) = ([range.part], range.end) }
      let extent = index..<end
      index = end
      if NumberedInterval(text: text, block: block, extent: extent, parts: parts).isNone {
        runs.append(
          NumberRun(
            range: extent,
            readings: [
              NumberRun.Reading(
                extent: extent, parts: parts, style: style, features: features(extent, parts, block, setting))
            ]))
      }
    }
    return InlineEnumeration.removed(from: runs, in: text)
  }

  /// The runs that stand within parentheses: brackets that an article which cites in parentheses has to use there.
  func runsInParentheses(in block: Range<Int>, setting: Sentence.Setting) -> [NumberRun] {
    let runs = runs(in: block, setting: setting)
    guard !runs.isEmpty else { return [] }
    var depth = 0
    var index = block.lowerBound
    return runs.filter { run in
      while index < run.range.lowerBound {
        if text[index] == UInt8(ascii: "(") { depth += 1 }
        if text[index] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        index += 1
      }
      return depth > 0
    }.map { run in
      var run = run
      for index in run.readings.indices { run.readings[index].features.append(.parenthesized) }
      return run
    }
  }

  /// The numbers between the brackets at `index`, and the offset behind them.
  private func list(at index: Int, in block: Range<Int>) -> ([NumberRun.Part], Int)? {
    var parts: [NumberRun.Part] = []
    var start = start(of: index + 1, in: block)
    while true {
      guard
        let list = NumberList.read(text, from: start, to: block.upperBound, cap: noteCount, spacing: .allowed),
        list.parts.allSatisfy({ $0.last <= noteCount })
      else { return nil }
      parts += list.parts
      var end = NumberList.skippingBlanks(text, list.end, block.upperBound)
      guard end < block.upperBound else { return nil }
      if text[end] != close {
        guard let behind = endOfLocator(end, in: block) else { return nil }
        end = behind
      } else if isPartOfName(end + 1, in: block) {
        return nil
      }
      if text[end] == close { return (parts, end + 1) }
      start = NumberList.skippingBlanks(text, end + 1, block.upperBound)
    }
  }

  /// Whether what follows the brackets makes them part of a name: «β(1,3)-glucan».
  private func isPartOfName(_ end: Int, in block: Range<Int>) -> Bool {
    guard end < block.upperBound else { return false }
    if text[end].isASCIILetter || text[end].isASCIIDigit { return true }
    guard let dash = NumberList.dashLength(text, end, block.upperBound), end + dash < block.upperBound else {
      return false
    }
    return text[end] == UInt8(ascii: "-") && text[end + dash].isASCIILetter
  }

  /// Where the numbers start: behind blanks and words such as «see» and «ref.».
  private func start(of index: Int, in block: Range<Int>) -> Int {
    var start = NumberList.skippingBlanks(text, index, block.upperBound)
    var words = 0
    while start < block.upperBound, text[start].isASCIILetter, words < 3 {
      var end = start
      while end < block.upperBound, text[end].isASCIILetter || text[end] == UInt8(ascii: ".") { end += 1 }
      var bare = end
      while bare > start, text[bare - 1] == UInt8(ascii: ".") { bare -= 1 }
      guard MarkerWords.leadIns.containsFolded(text, start..<bare) else { return index }
      if end < block.upperBound, text[end] == UInt8(ascii: ",") { end += 1 }
      start = NumberList.skippingBlanks(text, end, block.upperBound)
      words += 1
    }
    return start
  }

  /// `[12, p. 5; 14, p. 2]`, `[1: fig. 4]`: where a locator of at most 60 bytes ends, before a semicolon or the bracket.
  /// Behind a comma it starts with a letter, behind a colon with a number of its own or a word for a place.
  private func endOfLocator(_ index: Int, in block: Range<Int>) -> Int? {
    guard text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: ":"), style == .bracket else { return nil }
    let word = NumberList.skippingBlanks(text, index + 1, block.upperBound)
    guard word < block.upperBound else { return nil }
    if text[index] == UInt8(ascii: ",") {
      guard text[word].isASCIILetter, text[word] >= 97 else { return nil }
    } else if text[word].isASCIIDigit {
      guard word > index + 1 else { return nil }
    } else {
      let end = text[word..<block.upperBound].prefix { $0.isASCIILetter }.endIndex
      guard MarkerWords.places.containsFolded(text, word..<end) else { return nil }
    }
    let limit = min(block.upperBound, word + 60)
    let end = (word..<max(word, limit)).first { text[$0] == close || text[$0] == open || text[$0] == UInt8(ascii: ";") }
    return end.flatMap { text[$0] == open ? nil : $0 }
  }

  /// `[12]–[15]` is the notes 12 to 15.
  private func rangeAcross(
    _ parts: [NumberRun.Part], _ end: Int, in block: Range<Int>
  ) -> (part: NumberRun.Part, end: Int)? {
    guard parts.count == 1, let from = parts.first, from.first == from.last else { return nil }
    let blank = NumberList.skippingBlanks(text, end, block.upperBound)
    guard let dash = NumberList.dashLength(text, blank, block.upperBound) else { return nil }
    let next = NumberList.skippingBlanks(text, blank + dash, block.upperBound)
    guard next < block.upperBound, text[next] == open, let (others, otherEnd) = list(at: next, in: block),
      others.count == 1, let to = others.first, to.first == to.last, to.first > from.first
    else { return nil }
    return (
      NumberRun.Part(first: from.first, last: to.last, range: from.range.lowerBound..<to.range.upperBound), otherEnd
    )
  }

  private func features(
    _ extent: Range<Int>, _ parts: [NumberRun.Part], _ block: Range<Int>, _ setting: Sentence.Setting
  ) -> MarkerFeatures {
    let context = RunContext(text: text, block: block, start: extent.lowerBound)
    var features = extent.lowerBound == block.lowerBound ? [.enumerates] : context.features(census)
    features += RunEnding(text: text, block: block, end: extent.upperBound).features(of: context)
    features.append(style == .bracket ? .bracketed : context.isSpaced ? .parenthesized : .gluedParenthesis)
    if parts.count > 1 { features.append(.hasSeveral) }
    if parts.contains(where: { $0.first < $0.last }) { features.append(.hasRange) }
    if let part = parts.first, parts.count == 1, part.last < 10 { features.append(.oneDigit) }
    if parts.count == 1, parts[0].first >= 100 { features.append(.threeDigits) }
    switch setting {
    case .heading: features.append(.inHeading)
    case .caption: features.append(.inCaption)
    case .listItem: features.append(.inListItem)
    default: break
    }
    return features
  }
}
