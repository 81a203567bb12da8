import FoundationEssentials
import IbidModel
import IbidNotes
import IbidText

/// Writes notes as people write them, around references that are known, in words of ours and of articles.
struct NoteWriter {
  /// References as they stand in a list.
  let references: [String]
  /// Sentences of articles.
  let sentences: [String]
  /// Family names and titles, for works that are only named.
  let named: [(family: String, title: String)]
  /// Those that begin with no initials beside a name: of bodies, of persons whose names are written out, of no author.
  private let unusual: [String]
  private var random = Random(seed: 7)

  init(references: [String], sentences: [String], named: [(family: String, title: String)]) {
    self.references = references
    unusual = references.filter { reference in
      let tokens = ParagraphTokens(ReferenceText(paragraph: Array(reference.utf8), in: 0..<reference.utf8.count))
      return SegmentFeatures(tokens).beginsWithoutInitials
    }
    self.sentences = sentences
    self.named = named
  }

  /// So many notes, of all kinds.
  mutating func notes(_ count: Int) -> [NoteExample] { (0..<count).map { _ in note() } }

  private mutating func note() -> NoteExample {
    var note = NoteExample()
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<32: note.append(reference: reference(isWhole: true))
    case 32..<39:
      note.append(lead())
      note.append(reference: reference())
    case 39..<45:
      note.append(argument())
      note.append(reference: reference())
    case 45..<53:
      note.append(reference: stopped(reference()))
      note.append(" " + comment())
    case 53..<59:
      note.append(random.once(in: 3) ? argument() : lead())
      note.append(reference: stopped(reference()))
      note.append(" " + comment())
    case 59..<72: several(&note)
    case 72..<76: lines(&note)
    case 76..<79: inBrackets(&note)
    case 79..<83: quoting(&note)
    case 83..<88: note.append(named(isAlone: true))
    case 88..<90: note.append(address())
    default: note.append(comment())
    }
    if random.once(in: 40) { note.text = note.text.replacing(" ", with: "\n", maxReplacements: 1) }
    return note
  }

  /// References one behind the other, with or without words before, between and behind them.
  private mutating func several(_ note: inout NoteExample) {
    if random.once(in: 3) { note.append(random.once(in: 4) ? argument() : lead()) }
    let count = random.one(of: [2, 2, 2, 3, 3, 4, 6])
    let separator = random.one(of: NoteWords.separators)
    for index in 0..<count {
      var written = reference()
      let isLast = index == count - 1
      // «Smith, Placebo, 12; » before a reference.
      if random.once(in: 8) {
        note.append(withoutStop(named(isAlone: true)) + random.one(of: ["; ", "; ", "; see also ", ". "]))
      }
      let between =
        isLast ? "" : random.once(in: 3) ? random.one(of: NoteWords.separators) : separator
      if between.hasPrefix(" ") || between.hasPrefix("\n") { written = stopped(written) }
      if between.hasPrefix(";") || between.hasPrefix(",") || between.hasPrefix("."), written.hasSuffix(".") {
        written.removeLast()
      }
      note.append(reference: written)
      note.append(between)
    }
    if random.once(in: 4) {
      note.append(note.text.hasSuffix(".") ? " " : ". ")
      note.append(comment())
    }
  }

  private mutating func lines(_ note: inout NoteExample) {
    if random.once(in: 3) { note.append(argument() + "\n") }
    for _ in 0..<random.one(of: [2, 2, 3, 4, 5]) {
      if !note.references.isEmpty { note.append("\n") }
      note.append(reference: reference())
    }
    if random.once(in: 3) { note.append("\n" + comment()) }
  }

  private mutating func inBrackets(_ note: inout NoteExample) {
    note.append(withoutStop(sentence()) + " (")
    if random.once(in: 3) { note.append(lead().lowercased()) }
    note.append(reference: withoutStop(reference()))
    note.append(random.once(in: 2) ? ")." : ")")
    if random.once(in: 3) { note.append(" " + comment()) }
  }

  private mutating func quoting(_ note: inout NoteExample) {
    let quote = "“" + sentence() + "”"
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      note.append(reference: stopped(reference()))
      note.append(random.one(of: [" ", ": ", "\n"]) + quote)
    case 1:
      note.append(quote + random.one(of: [" ", " — ", ", ", " – ", ": "]))
      note.append(reference: reference())
    default:
      note.append(random.one(of: ["He writes: ", "In her words: ", "Quoted in ", "Cited by ", "As one has it, "]))
      if random.once(in: 2) { note.append(quote + " ") }
      note.append(reference: reference())
    }
  }

  // MARK: Words

  private mutating func reference(isWhole: Bool = false) -> String {
    var written = random.once(in: 7) ? webReference() : random.one(of: random.once(in: 4) ? unusual : references)
    if random.once(in: 8) { written = stopped(written) + " " + random.one(of: NoteWords.trailers).filled(&random) }
    if random.once(in: 5) { written = withoutStop(written) }
    if random.once(in: 30) { written = unmarked(written) }
    if random.once(in: 40) { written = written.replacing(",", with: " ,").replacing(". ", with: " . ") }
    return isWhole && random.once(in: 3) ? stopped(written) : written
  }

  private mutating func lead() -> String {
    let lead = random.one(of: NoteWords.leads)
    return (random.once(in: 5) ? lead.lowercased() : lead) + " "
  }

  private mutating func argument() -> String {
    let words = random.once(in: 2) ? withoutStop(sentence()) : random.one(of: NoteWords.arguments)
    return words + random.one(of: [": ", ": ", ": ", ". ", ". See ", ". See: ", "; see ", ". Cf. ", " (see below): "])
  }

  private mutating func comment() -> String {
    var words: [String] = []
    for _ in 0..<random.one(of: [1, 1, 1, 2, 2, 3]) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3: words.append(random.one(of: NoteWords.comments).filled(&random))
      case 3: words.append(named(isAlone: false))
      default: words.append(sentence())
      }
    }
    return words.joined(separator: " ")
  }

  /// A work that is only named: «Smith, Placebo, 12», «Ibid., p. 4», «Smith et al. (2003) disagree.»
  private mutating func named(isAlone: Bool) -> String {
    let work = random.one(of: named)
    let words = work.title.split(separator: " ").prefix(Int.random(in: 1...4, using: &random)).joined(separator: " ")
    let forms = isAlone ? NoteWords.shortForms : NoteWords.mentions
    return random.one(of: forms).replacing("@name", with: work.family).replacing(
      "@other", with: random.one(of: named).family
    )
    .replacing("@title", with: words).replacing("@whole", with: withoutStop(work.title)).replacing(
      "@site", with: random.one(of: NoteWords.sites)
    ).filled(&random)
  }

  private mutating func address() -> String {
    let url = webAddress()
    return random.one(of: ["The data are at @.", "See @", "@", "Available at @.", "Code: @", "More on this: @", "(@)"])
      .replacing("@", with: url)
  }

  private mutating func webAddress() -> String {
    let path = random.one(of: named).title.lowercased().split(separator: " ").prefix(3).joined(separator: "-")
    let end = random.one(of: ["", "/", ".html", ".pdf"])
    return random.one(of: ["https://www.", "http://www.", "https://", "www."]) + random.one(of: NoteWords.hosts) + "/"
      + path.filter { $0.isASCII && ($0.isLetter || $0 == "-") } + end
  }

  /// A page of the web, an item of news, a report, in one of the ways that lists have them.
  private mutating func webReference() -> String {
    let work = random.one(of: named)
    return random.one(of: random.once(in: 3) ? NoteWords.bodyReports : NoteWords.pages)
      .replacing("@place", with: random.one(of: WordLists.places))
      .replacing("@title", with: random.once(in: 2) ? work.title : withoutStop(sentence()))
      .replacing("@name", with: work.family).replacing("@given", with: random.one(of: WordLists.givenNames))
      .replacing("@site", with: random.one(of: NoteWords.sites)).replacing("@url", with: webAddress()).filled(&random)
  }

  /// A reference as it is copied from a page that sets marks by its style: without any.
  private func unmarked(_ text: String) -> String {
    text.split(separator: " ").map { word in
      var word = word
      while let last = word.last, ".,;:".contains(last) { word.removeLast() }
      return String(word)
    }.joined(separator: " ")
  }

  private mutating func sentence() -> String { random.one(of: sentences) }

  private func stopped(_ text: String) -> String {
    guard let last = text.last, !".?!)]”\"".contains(last) else { return text }
    return withoutStop(text) + "."
  }

  private func withoutStop(_ text: String) -> String {
    var text = text
    while let last = text.last, ".;, ".contains(last) { text.removeLast() }
    return text
  }
}

extension String {
  /// With chance's numbers, years, days and months in place of `#n`, `#y`, `#d` and `#m`.
  fileprivate func filled(_ random: inout Random) -> String {
    guard contains("#") else { return self }
    var filled = ""
    var iterator = makeIterator()
    while let character = iterator.next() {
      guard character == "#", let kind = iterator.next() else {
        filled.append(character)
        continue
      }
      switch kind {
      case "n": filled += String(Int.random(in: 1...480, using: &random))
      case "N": filled += String(Int.random(in: 10_000...39_999_999, using: &random))
      case "y": filled += String(Int.random(in: 1890...2025, using: &random))
      case "d": filled += String(Int.random(in: 1...28, using: &random))
      case "m": filled += random.one(of: NoteWords.months)
      default: filled += "#" + String(kind)
      }
    }
    return filled
  }
}
