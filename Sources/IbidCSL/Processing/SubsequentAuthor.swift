/// Puts a mark in place of names that the entry before began with too.
///
/// Source: CSL 1.0.2, «Reference Grouping».
struct SubsequentAuthor {
  let mark: String
  let rule: BibliographyElement.SubstituteRule
  /// The names of the entry before, as they were before anything was put in their place.
  private var before: [Run]?

  /// Whether names of an earlier entry leave no trace.
  var leavesNothing: Bool { mark.isEmpty && rule == .completeAll }

  init?(_ bibliography: BibliographyElement) {
    guard let mark = bibliography.subsequentAuthorSubstitute else { return nil }
    self.mark = mark
    rule = bibliography.subsequentAuthorSubstituteRule
  }

  /// The entry's runs, with the mark where the rule asks for it.
  mutating func substitute(in entry: [Run]) -> [Run] {
    // Nobody is the author of two works because both are anonymous.
    guard let range = entry.range(of: .names), entry[range.lowerBound + 1] != .open(.tag(.standIn)),
      isFirst(entry[..<range.lowerBound])
    else {
      before = nil
      return entry
    }
    let names = Array(entry[range])
    defer { before = names }
    guard let before else { return entry }
    let replaced = replacement(for: names, after: before)
    return Array(entry[..<range.lowerBound]) + replaced + Array(entry[range.upperBound...])
  }

  /// Whether nothing but the entry's number stands before its names.
  private func isFirst(_ before: ArraySlice<Run>) -> Bool {
    !Array(before).without(.citationNumber).plainText.unicodeScalars.contains(where: \.isWordCharacter)
  }

  private func replacement(for names: [Run], after before: [Run]) -> [Run] {
    switch rule {
    case .completeAll: return areEqual(names, before) ? marking(names) : names
    case .completeEach:
      return areEqual(names, before) ? markingEach(names, first: .max) : names
    case .partialEach: return markingEach(names, first: equalNames(names, before))
    case .partialFirst: return markingEach(names, first: min(1, equalNames(names, before)))
    }
  }

  /// Labels do not count: an editor of one book is the same person as the author of the next.
  private func areEqual(_ names: [Run], _ before: [Run]) -> Bool {
    names.without(.label).plainText == before.without(.label).plainText
  }

  /// How many persons at the start of both lists are printed the same. What stands in for persons is one of them.
  private func equalNames(_ names: [Run], _ before: [Run]) -> Int {
    let (own, others) = (ranges(names), ranges(before))
    guard !own.isEmpty || !others.isEmpty else { return areEqual(names, before) ? 1 : 0 }
    return zip(own, others).prefix { Array(names[$0]).plainText == Array(before[$1]).plainText }.count
  }

  /// The mark in place of all names, with the label that stands before them or behind them.
  private func marking(_ names: [Run]) -> [Run] {
    let persons = ranges(names)
    var (leading, trailing): ([Run], [Run]) = ([], [])
    var start = 0
    while let label = names.range(of: .label, from: start) {
      if label.lowerBound < persons.first?.lowerBound ?? 0 { leading += names[label] }
      if label.lowerBound >= persons.last?.upperBound ?? 0 { trailing += names[label] }
      start = label.upperBound
    }
    return leading + [.text(mark)] + trailing
  }

  private func ranges(_ names: [Run]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < names.count {
      if case .open(.tag(.name)) = names[index] {
        let end = names.endOfSpan(at: index)
        ranges.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return ranges
  }

  private func markingEach(_ names: [Run], first count: Int) -> [Run] {
    let persons = ranges(names)
    guard !persons.isEmpty else { return count > 0 ? marking(names) : names }
    var marked: [Run] = []
    var start = 0
    for range in persons.prefix(count) {
      marked += names[start..<range.lowerBound]
      marked.append(.text(mark))
      start = range.upperBound
    }
    return marked + names[start...]
  }
}
