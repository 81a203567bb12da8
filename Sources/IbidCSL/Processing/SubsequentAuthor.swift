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
      && zip(ranges(names), ranges(before)).allSatisfy { names[$0.lowerBound] == before[$1.lowerBound] }
  }

  /// How many persons at the start of both lists are the same.
  private func equalNames(_ names: [Run], _ before: [Run]) -> Int {
    zip(ranges(names), ranges(before)).prefix { names[$0].elementsEqual(before[$1]) }.count
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
