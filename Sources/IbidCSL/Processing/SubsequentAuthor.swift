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
    guard let range = entry.range(of: .names), entry[range.lowerBound + 1] != .open(.tag(.standIn)) else {
      before = nil
      return entry
    }
    let names = Array(entry[range])
    defer { before = names }
    guard let before else { return entry }
    let replaced = replacement(for: names, after: before)
    return Array(entry[..<range.lowerBound]) + replaced + Array(entry[range.upperBound...])
  }

  private func replacement(for names: [Run], after before: [Run]) -> [Run] {
    switch rule {
    case .completeAll: return areEqual(names, before) ? [.text(mark)] : names
    case .completeEach:
      return areEqual(names, before) ? marking(names, first: .max) : names
    case .partialEach: return marking(names, first: equalNames(names, before))
    case .partialFirst: return marking(names, first: min(1, equalNames(names, before)))
    }
  }

  /// Labels do not count: an editor of one book is the same person as the author of the next.
  private func areEqual(_ names: [Run], _ before: [Run]) -> Bool {
    names.without(.label).plainText == before.without(.label).plainText
  }

  /// How many names at the start of both lists are the same.
  private func equalNames(_ names: [Run], _ before: [Run]) -> Int {
    zip(ranges(names).map { Array(names[$0]).plainText }, ranges(before).map { Array(before[$0]).plainText })
      .prefix { $0 == $1 }.count
  }

  private func ranges(_ names: [Run]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while let range = names.range(of: .name, from: start) {
      ranges.append(range)
      start = range.upperBound
    }
    return ranges
  }

  private func marking(_ names: [Run], first count: Int) -> [Run] {
    var marked: [Run] = []
    var start = 0
    for range in ranges(names).prefix(count) {
      marked += names[start..<range.lowerBound]
      marked.append(.text(mark))
      start = range.upperBound
    }
    return marked + names[start...]
  }
}
