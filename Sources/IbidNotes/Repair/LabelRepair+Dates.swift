import IbidText

/// Years that belong to names and titles, and numbers that follow apostrophes.
extension LabelRepair {
  /// «J Appl Physiol (1985). 2022;132», «J Am Pharm Assoc (2003) 61, no. 1 (2021)»: in brackets behind a journal stands
  /// the year in which it began, where another year stands before or behind the volume.
  mutating func yearInJournalIsNoDate() {
    for bracket in labels.indices.dropLast(3) where byte(bracket) == UInt8(ascii: "(") {
      guard bracket > 0, isYear(bracket + 1), byte(bracket + 2) == UInt8(ascii: ")"),
        [.container, .title].contains(labels[bracket - 1]) || labels[bracket] == .container
      else { continue }
      let later = ((bracket + 3)..<labels.count).first { index in
        isYear(index) && labels[index] != .page && labels[index] != .title
          && (isMark(index + 1, ";") || isMark(index - 1, "(") && isMark(index + 1, ")"))
      }
      guard let later else { continue }
      set(bracket..<(bracket + 3), .other)
      set(later..<(later + 1), .date)
      return
    }
  }

  /// «Walking statistics, 2015. CA: a journal. 2015;65»: a year at a title's end is no date where the date of the
  /// issue stands before the volume, and what stands between them is the journal.
  mutating func yearOfTitleIsNoDate() {
    guard let title = spans(of: .title).first,
      let issue = (title.upperBound..<labels.count).first(where: {
        isYear($0) && isMark($0 + 1, ";") && $0 > title.upperBound + 4
      }), isMark(title.upperBound, ","), isYear(title.upperBound + 1), isMark(title.upperBound + 2, "."),
      labels[title.upperBound + 1] == .date || labels[title.upperBound + 1] == .title
    else { return }
    set(title.upperBound..<(title.upperBound + 2), .title)
    set(issue..<(issue + 1), .date)
    let between = (title.upperBound + 3)..<(issue - 1)
    if !labels.contains(.container), !between.isEmpty { set(between, .container) }
  }

  /// «Walks at the college, 1983 - 1984»: two years behind a title without a volume are a part of it.
  mutating func yearsAreNoPages() {
    guard !labels.contains(.volume), !labels.contains(.issue) else { return }
    for pages in spans(of: .page) where pages.count == 3 {
      let first = pages.lowerBound
      guard first > 1, isYear(first), isYear(first + 2),
        TokenShape.shape(of: text.tokens[first + 1], text.bytes) == TokenShape.dash,
        let low = Int(String(decoding: text.bytes[text.tokens[first].range], as: UTF8.self)),
        let high = Int(String(decoding: text.bytes[text.tokens[first + 2].range], as: UTF8.self)), low < high
      else { continue }
      let before = text.tokens[first - 1].kind == .mark ? first - 2 : first - 1
      let label = labels[before]
      guard label == .title || label == .container,
        isMark(first - 1, ",") || isMark(first - 1, ":") || before == first - 1
      else { continue }
      set((before + 1)..<pages.upperBound, label)
    }
  }

  /// «(MobiCom’97)», «NIPS’11»: figures behind an apostrophe are the year of a meeting, in the name of which they stand.
  mutating func meetingsHaveYears() {
    for index in labels.indices.dropFirst(2) where text.tokens[index].kind == .number {
      guard !text.tokens[index].followsSpace, [2, 4].contains(text.tokens[index].length),
        let quote = quote(index - 1), quote.kind == .single, text.tokens[index - 2].isWord,
        text.tokens[index - 2].startsUpper, !text.tokens[index - 1].followsSpace
      else { continue }
      var open = index - 2
      while open > max(0, index - 8), byte(open) != UInt8(ascii: "(") { open -= 1 }
      let isBracket = open > 0 && byte(open) == UInt8(ascii: "(") && isMark(index + 1, ")")
      let before = isBracket ? open - 1 : index - 2
      if before >= 0, labels[before] == .container {
        set((before + 1)..<(isBracket ? index + 2 : index + 1), .container)
      } else if labels[index] != .title {
        set(index..<(index + 1), .other)
      }
    }
  }

  /// «Infection control : the official journal of the Society»: a name that goes on in lower case behind a colon of
  /// its own began before it.
  mutating func journalGoesOnBehindColon() {
    guard let container = spans(of: .container).first, container.lowerBound > 3,
      text.tokens[container.lowerBound].kind == .lower, isMark(container.lowerBound - 1, ":"),
      text.tokens[container.lowerBound - 1].followsSpace, let title = spans(of: .title).last,
      title.upperBound == container.lowerBound - 1,
      let stop = title.dropFirst().last(where: { isMark($0, ".") && text.tokens[$0 + 1].startsUpper }),
      stop + 1 < title.upperBound
    else { return }
    set(stop..<(stop + 1), .other)
    set((stop + 1)..<container.upperBound, .container)
  }

  /// «Estimates of walking. medRxiv»: the name of a server of preprints at a title's end.
  mutating func serverEndsTitle() {
    guard !labels.contains(.container), let title = spans(of: .title).last, title.count > 3 else { return }
    let last = title.upperBound - 1
    guard isMark(last - 1, ".") || isMark(last - 1, ","),
      ["medrxiv", "biorxiv", "arxiv", "psyarxiv", "ssrn", "chemrxiv", "socarxiv"].contains(word(last))
    else { return }
    set((last - 1)..<last, .other)
    set(last..<(last + 1), .container)
  }

  /// «Little, Brown, 2000»: names of publishers that hold a comma.
  mutating func publisherHasComma() {
    for index in labels.indices.dropLast(2) where isMark(index + 1, ",") && labels[index] != .author {
      guard text.tokens[index].startsUpper, text.tokens[index + 2].startsUpper,
        let seconds = Self.publishers[word(index)], seconds.contains(word(index + 2)),
        labels[(index)...(index + 2)].contains(where: { $0 == .publisher || $0 == .place })
      else { continue }
      let end = (index + 3)..<max(index + 3, spans(of: .publisher).first { $0.contains(index + 2) }?.upperBound ?? 0)
      set(index..<max(index + 3, end.upperBound), .publisher)
      return
    }
  }

  private static let publishers: [PackedWord: Set<PackedWord>] = [
    "little": ["brown"], "farrar": ["straus"], "holt": ["rinehart"], "harcourt": ["brace"], "reynal": ["hitchcoc"],
    "trench": ["trubner"], "houghton": ["mifflin"], "duell": ["sloan"], "boni": ["liverigh"], "chapman": ["hall"],
    "faber": ["faber"], "eyre": ["spottisw"], "smith": ["elder"], "lee": ["shepard"], "kegan": ["paul"],
    "lippinco": ["williams"],
  ]

  /// «WALK-2 (Second Study of Walking) Collaborative Group. Title»: what starts a reference and ends as bodies' names do
  /// is its author.
  mutating func groupIsAuthor() {
    guard let first = labels.first, first == .title || first == .author || first == .other,
      let end = labels.indices.prefix(36).first(where: {
        $0 > 1 && isMark($0, ".") && text.tokens[$0 - 1].length > 2 && $0 + 1 < labels.count
          && text.tokens[$0 + 1].followsSpace
      }),
      Self.groups.contains(word(end - 1))
        || Self.isLongGroup(String(decoding: text.bytes[text.tokens[end - 1].range], as: UTF8.self)),
      text.tokens[0].startsUpper, (0..<end).contains(where: { labels[$0] != .author }),
      !(0..<end).contains(where: { isMark($0, ",") || isMark($0, ";") || isMark($0, ":") || isYear($0) }),
      labels[end...].contains(.title)
    else { return }
    set(0..<end, .author)
  }

  private static let groups: Set<PackedWord> = ["group", "team", "network"]

  private static func isLongGroup(_ word: String) -> Bool {
    ["Collaboration", "Consortium", "Investigators", "Committee", "Collaborators", "Trialists"].contains(word)
  }

  func isYear(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && TokenShape.isYear(text.tokens[index], text.bytes)
  }

  private func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .mark
      && text.bytes[text.tokens[index].start] == UInt8(ascii: mark)
  }
}
