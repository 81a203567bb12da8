import IbidNotes

/// Volume, issue, date and pages of an article, in the orders and with the words that styles have for them.
extension StyledWork {
  mutating func writeNumbers() {
    if datePlace == .behindContainer {
      let isBracketed = random.once(in: 3)
      date(isBracketed ? " (" : pick([" ", ", ", ". "]), isBracketed ? ")" : "")
    }
    if work.volume.isEmpty {
      if datePlace == .behindVolume || datePlace == .behindIssue { date(pick([". ", ", ", " ", ", "]), "") }
      if !work.issue.isEmpty, random.once(in: 2) {
        text.append(pick([", Nr. ", ", no. ", ", Heft ", ", n. ", " (", ", H. ", ", n° "]))
        text.append(work.issue, .issue)
        closeBracket()
      }
      return pages(pick([", S. ", ", pp. ", ": ", ", ", ", p. ", " "]))
    }
    text.append(pick([" ", " ", ", ", ", ", ". ", "; ", ": "]))
    let word = pick(Self.volumeWords)
    text.append(word)
    text.append(work.volume, .volume)
    if datePlace == .behindVolume { dateBehindNumber() }
    writeIssue(isWorded: !word.isEmpty)
    if datePlace == .behindIssue { dateBehindNumber() }
    pages(pick(Self.pageWords))
  }

  private mutating func dateBehindNumber() {
    let isBracketed = !random.once(in: 3)
    date(isBracketed ? pick([" (", "("]) : pick([", ", ", ", ". ", " "]), isBracketed ? ")" : "")
  }

  private mutating func writeIssue(isWorded: Bool) {
    guard !work.issue.isEmpty, !random.once(in: 8) else { return }
    // Without a year between them the two numbers may touch.
    let touches = datePlace != .behindVolume
    let pairs =
      isWorded || !touches || random.once(in: 3)
      ? Self.issueWords
      : [
        ("(", ")"), ("(", ")"), (" (", ")"), ("/", ""), ("-", ""), ("-", ""), (".", ""), (", ", ""), (":", ""),
        ("[", "]"),
        ("–", ""),
      ]
    let pair = random.one(of: pairs)
    text.append(pair.0)
    text.append(work.issue, .issue)
    text.append(pair.1)
  }

  private static let volumeWords = [
    "", "", "", "", "", "", "vol. ", "Vol. ", "v. ", "v.", "Bd. ", "Jg. ", "t. ", "tome ", "Volume ", "vol ", "Band ",
    "vol.", "Vol ",
  ]

  private static let issueWords = [
    (", no. ", ""), (", no ", ""), (" no. ", ""), (", Nr. ", ""), (", n. ", ""), (", n.", ""), (", n° ", ""),
    (", n°", ""),
    (", nº ", ""), (", núm. ", ""), (", H. ", ""), (", Heft ", ""), (", Issue ", ""), (", issue ", ""), (" (No. ", ")"),
    (" (n. ", ")"), (" Nr. ", ""), (" (", ")"), ("(", ")"), (" H. ", ""), (" No. ", ""), (", num. ", ""),
    (" Heft ", ""),
  ]

  private static let pageWords = [
    ": ", ": ", ":", ":", ", ", ", ", ", pp. ", ", p. ", ", S. ", " ", ", pp ", ", s. ", "; ", ", pp.", ", p.", " p. ",
    ", Seiten ", " S. ", ", págs. ", ". pp. ", ". p. ",
  ]
}
