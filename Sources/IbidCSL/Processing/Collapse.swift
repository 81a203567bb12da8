/// Joins the rendered cites of one citation, with what neighbours share said once.
///
/// Source: CSL 1.0.2, «Cite Grouping» and «Cite Collapsing».
struct Collapse {
  /// One cite, rendered.
  struct RenderedCite {
    var runs: [Run]
    /// The cite without its author's names, where it has any.
    var withoutNames: [Run]
    /// The names as they are printed: what cites are grouped by; nil where the cite shows none.
    var names: [Run]?
    /// The names that a cite leaves out because the prose gives them.
    var hiddenNames: [Run]?
    var prefix: [Run] = []
    var suffix: [Run] = []
    var number: Int
    var yearSuffix: Int?
    var hasLocator: Bool

    /// Whether something stands around the cite that must not be lost.
    var standsAlone: Bool { !prefix.isEmpty || !suffix.isEmpty || hasLocator }
    var allRuns: [Run] { prefix + runs + suffix }
  }

  let citation: CitationElement
  let locale: Locale
  /// Notes separate grouped cites as they separate all others.
  let isInText: Bool

  private var delimiter: String { citation.layout.delimiter }
  private var afterCollapse: String { citation.afterCollapseDelimiter ?? delimiter }

  /// The citation's runs, without the layout's own affixes.
  func joined(_ cites: [RenderedCite]) -> [Run] {
    switch citation.collapse {
    case .citationNumber: return joinedByNumber(cites)
    case .year, .yearSuffix, .yearSuffixRanged: return joinedByName(grouped(cites))
    case nil:
      return citation.citeGroupDelimiter == nil ? joinedPlainly(cites) : joinedByName(grouped(cites))
    }
  }

  private func joinedPlainly(_ cites: [RenderedCite]) -> [Run] {
    var runs: [Run] = []
    for cite in cites { append(cite.allRuns, after: delimiter, to: &runs) }
    return runs
  }

  private func append(_ cite: [Run], after delimiter: String, to runs: inout [Run]) {
    guard cite.hasText else { return }
    if !runs.isEmpty, !cite.startsWithPunctuation {
      // A suffix that ends in a comma has parted the cites itself.
      runs.append(.text(runs.endsInComma ? " " : delimiter))
    }
    runs += cite
  }

  // MARK: Numbers

  /// Three and more numbers that follow one another become a range.
  private func joinedByNumber(_ cites: [RenderedCite]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    var between = delimiter
    while index < cites.count {
      var end = index
      while end + 1 < cites.count, continues(cites[end], cites[end + 1]) { end += 1 }
      append(cites[index].allRuns, after: between, to: &runs)
      between = delimiter
      if end - index >= 2 {
        append(cites[end].allRuns, after: locale.term("citation-range-delimiter") ?? "–", to: &runs)
        between = afterCollapse
        index = end + 1
      } else {
        index += 1
      }
    }
    return runs
  }

  private func continues(_ left: RenderedCite, _ right: RenderedCite) -> Bool {
    right.number == left.number + 1 && !left.standsAlone && !right.standsAlone
      && left.runs.range(of: .citationNumber) != nil && right.runs.range(of: .citationNumber) != nil
  }

  // MARK: Names

  /// Cites with the same names stand together, behind the first of them.
  private func grouped(_ cites: [RenderedCite]) -> [[RenderedCite]] {
    var groups: [[RenderedCite]] = []
    var groupOf: [[Run]: Int] = [:]
    for cite in cites {
      let key = key(of: cite)
      if let key, let group = groupOf[key], cite.prefix.isEmpty {
        groups[group].append(cite)
      } else {
        if let key { groupOf[key] = groups.count }
        groups.append([cite])
      }
    }
    return groups
  }

  /// What cites must share to stand together: the names that they show, or that they leave out. Those of a style that
  /// shows no names share all but the year's suffix.
  private func key(of cite: RenderedCite) -> [Run]? {
    if let names = cite.names { return names }
    if let hidden = cite.hiddenNames { return [.open(.tag(.standIn))] + hidden }
    guard citation.collapse == .yearSuffix || citation.collapse == .yearSuffixRanged, cite.yearSuffix != nil else {
      return nil
    }
    return [.open(.tag(.year))] + cite.runs.without(.yearSuffix)
  }

  private func joinedByName(_ groups: [[RenderedCite]]) -> [Run] {
    var runs: [Run] = []
    var last: [RenderedCite] = []
    for group in groups {
      append(joined(group: group), after: last.isEmpty ? "" : delimiter(behind: last), to: &runs)
      last = group
    }
    return runs
  }

  /// What parts a group of cites from the next one.
  ///
  /// The specification speaks of «a collapsed cite group»; to the reference processor, and to the styles that part
  /// years by «, » and works by «; », one cite alone is such a group, unless only year suffixes collapse.
  private func delimiter(behind group: [RenderedCite]) -> String {
    guard citation.collapse != nil else { return delimiter }
    let isCollapsed = group.count > 1 || citation.collapse != .yearSuffix || group.last?.hasLocator == true
    return isCollapsed ? afterCollapse : delimiter
  }

  private func joined(group: [RenderedCite]) -> [Run] {
    var runs = group[0].allRuns
    let within = citation.citeGroupDelimiter ?? (isInText ? ", " : delimiter)
    var index = 1
    while index < group.count {
      let cite = group[index]
      guard citation.collapse != nil else {
        append(cite.allRuns, after: within, to: &runs)
        index += 1
        continue
      }
      if citation.collapse != .year, sharesYear(group[index - 1], cite) {
        index = appendSuffixes(of: group, from: index, to: &runs)
      } else {
        let between = group[index - 1].hasLocator ? citation.afterCollapseDelimiter ?? within : within
        append(cite.prefix + cite.withoutNames + cite.suffix, after: between, to: &runs)
        index += 1
      }
    }
    return runs
  }

  /// Whether two cites differ in nothing but the year's suffix.
  private func sharesYear(_ left: RenderedCite, _ right: RenderedCite) -> Bool {
    guard left.yearSuffix != nil, right.yearSuffix != nil, !left.standsAlone, !right.standsAlone,
      let leftRange = left.withoutNames.range(of: .yearSuffix),
      let rightRange = right.withoutNames.range(of: .yearSuffix)
    else { return false }
    return left.withoutNames[..<leftRange.lowerBound] == right.withoutNames[..<rightRange.lowerBound]
      && left.withoutNames[leftRange.upperBound...] == right.withoutNames[rightRange.upperBound...]
  }

  /// Appends the suffixes of cites from `start` on that share their year with the one before; returns what follows.
  private func appendSuffixes(of group: [RenderedCite], from start: Int, to runs: inout [Run]) -> Int {
    let between = citation.yearSuffixDelimiter ?? citation.citeGroupDelimiter ?? delimiter
    var index = start
    while index < group.count, sharesYear(group[index - 1], group[index]) {
      var end = index
      if citation.collapse == .yearSuffixRanged {
        while end + 1 < group.count, sharesYear(group[end], group[end + 1]),
          let left = group[end].yearSuffix, group[end + 1].yearSuffix == left + 1
        {
          end += 1
        }
        if let first = group[index - 1].yearSuffix, group[index].yearSuffix == first + 1, end > index {
          append(suffix(of: group[end]), after: "–", to: &runs)
          index = end + 1
          continue
        }
      }
      append(suffix(of: group[index]), after: between, to: &runs)
      index += 1
    }
    return index
  }

  private func suffix(of cite: RenderedCite) -> [Run] {
    cite.yearSuffix.map { [.text(YearSuffix.letters($0))] } ?? []
  }
}

extension [Run] {
  fileprivate var endsInComma: Bool {
    for case .text(let text) in reversed() {
      if let last = text.unicodeScalars.last(where: { !$0.isBlank }) { return last == "," }
    }
    return false
  }

  /// Whether the text starts with a mark that needs no delimiter before it: «, cited in».
  fileprivate var startsWithPunctuation: Bool {
    for case .text(let text) in self {
      guard let first = text.unicodeScalars.first else { continue }
      return first == "," || first == "." || first == ";" || first == ":"
    }
    return false
  }
}
