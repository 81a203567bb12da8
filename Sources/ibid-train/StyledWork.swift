import IbidNotes

/// Writes one work in a style that chance puts together.
struct StyledWork {
  let work: Work
  var text = LabelledText()
  var random: Random
  let names: StyledNames
  let datePlace: DatePlace
  let end: String
  /// Whether blanks are missing, as in text taken from a page.
  let isGlued: Bool

  private let startsWithTitle: Bool

  enum DatePlace { case first, behindAuthors, behindContainer, behindVolume, behindIssue, last }

  static func example(_ work: Work, _ random: inout Random) -> Example {
    var styled = StyledWork(work, Random(seed: random.next()))
    styled.write()
    return styled.text.example
  }

  private init(_ work: Work, _ random: Random) {
    var random = random
    self.work = work
    names = StyledNames(isGerman: work.isGerman, random: &random)
    datePlace =
      random.once(in: 50)
      ? .first
      : random.one(of: [.behindAuthors, .behindAuthors, .behindContainer, .behindVolume, .behindIssue, .last])
    end = random.one(of: [". ", ". ", ". ", ", ", ", ", ". – ", ". - ", ": ", "; "])
    isGlued = random.once(in: 12)
    startsWithTitle = random.once(in: 32)
    self.random = random
    text.hasExactContainers = true
  }

  mutating func pick(_ choices: [String]) -> String { random.one(of: choices) }

  private mutating func write() {
    if random.once(in: 12) {
      text.append(pick(["12. ", "[3] ", "7 ", "• ", "(4) ", "104. ", "[58]", "31) ", "9.", "– "]))
    }
    if datePlace == .first { date("", pick([". ", " ", ": ", ", "])) }
    if startsWithTitle {
      writeTitle(before: isGlued ? "." : pick([". ", ". ", " / ", ", ", ": ", ". – "]))
      writeAuthors()
    } else {
      writeAuthors()
      // Physicists leave titles out.
      let mayLackTitle = work.kind == .article && !work.volume.isEmpty || work.kind == .chapter && random.once(in: 3)
      if !mayLackTitle || !random.once(in: 16) { writeTitle() }
    }
    switch work.kind {
    case .article: writeJournal()
    case .chapter: writeBookAround()
    case .book, .thesis: writeBook()
    case .paper: writePaper()
    case .page: writeBook()
    }
    writeTail()
  }

  /// Whether the date stands behind container or imprint.
  var isDatedLate: Bool { datePlace != .behindAuthors && datePlace != .first }

  private mutating func writeAuthors() {
    let people = work.authors.isEmpty ? work.editors : work.authors
    let label: Label = work.authors.isEmpty ? .editor : .author
    if !people.isEmpty {
      text.append(names.write(people, &random), label)
      if label == .editor {
        text.append(pick([" (Eds.)", " (Hrsg.)", " (eds)", ", editors", " [Hrsg.]", " (Hg.)", " (ed.)", ", eds."]))
      }
    }
    if datePlace == .behindAuthors {
      let manner = Int.random(in: 0..<8, using: &random)
      switch manner {
      case 6 where random.once(in: 2): date(pick([" [", "["]), pick(["] ", "]. ", "], "]))
      case 7: date(" ", " ")
      case 0, 1: date(isGlued ? "(" : " (", ")" + pick([". ", " ", ": ", ", "]))
      case 2: date(pick([". ", " "]), ". ")
      case 3: date(", ", pick([". ", ", ", ": "]))
      case 4: date(isGlued ? "" : " ", pick([": ", ", ", isGlued ? ":" : ": "]))
      case 5: date(" (", "): ")
      default: date(" (", "), ")
      }
    } else if !people.isEmpty {
      // «Weber C Title»: initials without stops end the names by themselves.
      let isBare = names.given == .bare && names.order == .inverted
      let stop =
        isGlued && random.once(in: 2) ? "." : isBare && random.once(in: 24) ? " " : pick([". ", ". ", ", ", ": "])
      text.append(endsWithStop ? (stop == "." ? "" : pick([" ", " ", ", ", ": "])) : stop)
    }
  }

  var endsWithStop: Bool { text.bytes.last == 46 }

  mutating func date(_ before: String, _ after: String) {
    text.append(before)
    var date = work.year
    if random.once(in: 14) { date += pick(["a", "b", "c"]) }
    text.append(date, .date)
    text.append(after)
  }
}
