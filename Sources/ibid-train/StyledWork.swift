import IbidNotes

/// Writes one work in a style that chance puts together.
struct StyledWork {
  let work: KnownWork
  var text = LabelledText()
  var random: Random
  let names: StyledNames
  let datePlace: DatePlace
  private let end: String
  /// Whether blanks are missing, as in text taken from a page.
  private let isGlued: Bool

  enum DatePlace { case behindAuthors, behindContainer, behindVolume, behindIssue, last }

  static func example(_ work: KnownWork, _ random: inout Random) -> Example {
    var styled = StyledWork(work, Random(seed: random.next()))
    styled.write()
    return styled.text.example.from(Origin(work: work.title.lowercased(), isInvented: true))
  }

  private init(_ work: KnownWork, _ random: Random) {
    var random = random
    self.work = work
    names = StyledNames(isGerman: work.isGerman, random: &random)
    datePlace = random.one(of: [.behindAuthors, .behindAuthors, .behindContainer, .behindVolume, .behindIssue, .last])
    end = random.one(of: [". ", ". ", ". ", ", ", ", ", ". – ", ". - ", ": ", "; "])
    isGlued = random.once(in: 12)
    self.random = random
  }

  mutating func pick(_ choices: [String]) -> String { random.one(of: choices) }

  private mutating func write() {
    if random.once(in: 12) {
      text.append(pick(["12. ", "[3] ", "7 ", "• ", "(4) ", "104. ", "[58]", "31) ", "9.", "– "]))
    }
    writeAuthors()
    // Physicists leave titles out.
    let mayLackTitle = work.kind == .article && !work.volume.isEmpty || work.kind == .chapter && random.once(in: 3)
    if !mayLackTitle || !random.once(in: 10) { writeTitle() }
    switch work.kind {
    case .article: writeJournal()
    case .chapter: writeBookAround()
    case .book, .thesis: writeBook()
    case .paper: writePaper()
    case .page: writeBook()
    }
    writeTail()
  }

  // MARK: Authors and date

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
    } else if !people.isEmpty, names.given == .bare, random.once(in: 12) {
      // «Weber A, Gait J Walking and pain.»
      text.append(" ")
    } else if !people.isEmpty {
      text.append(endsWithStop ? pick([" ", " ", ", ", ": "]) : pick([". ", ". ", ", ", ": "]))
    }
  }

  private var endsWithStop: Bool { text.bytes.last == 46 }

  mutating func date(_ before: String, _ after: String) {
    text.append(before)
    var date = work.year
    if random.once(in: 14) { date += pick(["a", "b", "c"]) }
    text.append(date, .date)
    text.append(after)
  }

  // MARK: Title

  private mutating func writeTitle() {
    var title = work.title
    let words = title.split(separator: " ")
    if words.count > 5, random.once(in: 18) {
      // A title that starts with a quote.
      let marks = random.one(of: [("“", "”"), ("\"", "\""), ("»", "«"), ("„", "“"), ("‘", "’")])
      title =
        marks.0 + words[..<3].joined(separator: " ") + marks.1 + pick([". ", ": ", " "])
        + words[3...].joined(separator: " ")
    }
    if !work.isGerman, random.once(in: 5) { title = capitalized(title) }
    if random.once(in: 90) { title = title.uppercased() }
    if random.once(in: 60) { title += " [" + words.reversed().prefix(5).joined(separator: " ") + "]" }
    let quotes = random.one(of: [
      ("", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("“", "”"), ("\"", "\""), ("‘", "’"), ("„", "“"), ("»", "«"),
      ("«", "»"), ("« ", " »"), ("''", "''"), ("", ""), ("", ""),
    ])
    text.append(quotes.0)
    let isClosed = title.hasSuffix("?") || title.hasSuffix("!")
    text.append(title, .title)
    let stop = isClosed ? "" : quotes.1.isEmpty ? end.replacing(":", with: ".") : pick([",", ".", ""])
    if quotes.1.isEmpty {
      text.append(isClosed ? pick([" ", " ", ". ", ", "]) : stop)
    } else {
      text.append(stop + quotes.1 + (stop.isEmpty ? pick([". ", ", "]) : " "))
    }
  }

  private func capitalized(_ title: String) -> String {
    let small: Set<String> = ["of", "the", "and", "in", "a", "an", "for", "to", "with", "on", "by", "from", "or", "at"]
    return title.split(separator: " ").map { word in
      small.contains(String(word)) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  // MARK: Journals

  private mutating func writeJournal() {
    let container = work.container
    if !work.volume.isEmpty, !work.page.isEmpty, datePlace != .behindAuthors, random.once(in: 9) {
      return writeLawJournal()
    }
    if work.isGerman ? random.once(in: 2) : random.once(in: 6) {
      text.append(pick(["In: ", "in: ", "In ", "in ", "- In: ", "– In: ", "In : ", "// ", "dans "]))
    }
    text.append(container, .container)
    if datePlace == .behindContainer, random.once(in: 2), !work.volume.isEmpty {
      // Vancouver.
      text.append(pick([". ", ". ", " "]))
      text.append(work.year + month(), .date)
      text.append(pick([";", "; "]))
      volumeIssue([("", "(", ")"), ("", " (", ")")])
      pages(pick([":", ": "]))
      return
    }
    writeNumbers()
  }

  /// «Title, 4 Harv. L. Rev. 193 (1890)», «‘Title’ (1890) 4(2) Harvard Law Review 193», «[1890] 4 HLR 193».
  private mutating func writeLawJournal() {
    let isYearFirst = random.once(in: 2)
    if isYearFirst {
      let isSquare = random.once(in: 4)
      date(isSquare ? "[" : "(", isSquare ? "] " : ") ")
    }
    text.append(work.volume, .volume)
    if !work.issue.isEmpty, random.once(in: 2) {
      text.append("(")
      text.append(work.issue, .issue)
      text.append(")")
    }
    text.append(" ")
    text.append(work.container, .container)
    let first = work.page.split(separator: "-").first.map(String.init) ?? work.page
    text.append(" ")
    text.append(random.once(in: 4) ? work.page : first, .page)
    if random.once(in: 8) { text.append(", \(Int.random(in: 2...900, using: &random))") }
    if !isYearFirst { date(" (", ")") }
  }

  mutating func month() -> String {
    random.once(in: 2)
      ? ""
      : " "
        + pick([
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mar 15", "Jul-Aug",
        ])
  }

  mutating func volumeIssue(_ manners: [(String, String, String)]) {
    let manner = random.one(of: manners)
    text.append(manner.0)
    text.append(work.volume, .volume)
    guard !work.issue.isEmpty else { return }
    text.append(manner.1)
    text.append(work.issue, .issue)
    text.append(manner.2)
  }

  mutating func pages(_ before: String) {
    guard !work.page.isEmpty else { return }
    text.append(before)
    var ends = work.page.split(separator: "-").map(String.init)
    if ends.count == 2, ends[0].count == ends[1].count, random.once(in: 3) {
      let common = zip(ends[0], ends[1]).prefix { $0 == $1 }.count
      ends[1] = String(ends[1].dropFirst(min(common, ends[1].count - 1)))
    }
    text.append(ends.joined(separator: pick(["-", "–", "–", "-", " - ", "--", "—", "‑"])), .page)
    if ends.count == 1, random.once(in: 5) { text.append(pick(["ff.", "f.", " ff.", "ff"])) }
  }

  // MARK: Books

  private mutating func writeBookAround() {
    let hasPagesFirst = !work.page.isEmpty && random.once(in: 8)
    if hasPagesFirst {
      pages(pick(["S. ", "", "", "pp. ", "p. "]))
      text.append(pick([" ", ", ", ". "]))
    }
    text.append(
      pick(
        work.isGerman
          ? ["In: ", "in: ", "In ", "in ", "- In: ", "– In: "] : ["In: ", "In ", "in: ", "in ", "In: ", "En: ", "In "]))
    let editors = work.editors
    let isBefore = random.once(in: 2)
    if random.once(in: 18) {
      text.append(pick(["ders.: ", "Dies. (Hrsg.): ", "ders. (Hg.), ", "dies.: ", "ders., ", "Ders.: ", "idem, "]))
    }
    if !editors.isEmpty, isBefore {
      text.append(StyledNames(isGerman: work.isGerman, random: &random).write(editors, &random), .editor)
      text.append(
        pick(
          work.isGerman
            ? [" (Hrsg.): ", " (Hg.): ", " (Hrsg.), ", " [Hrsg.]: ", " (Hgg.), ", ": ", ": ", ", ", " u.a. (Hrsg.): "]
            : [
              " (Eds.), ", " (eds.) ", " (ed.), ", ", editors. ", ", eds. ", " (Eds.): ", " (eds), ", " (Org.). ",
              " (ed.). ", ", ed. ", ". ", ", ", " (Orgs.), ", " (Ed.). ", " eds. ", " (dir.), ", ", organizadores. ",
              " (Coord.). ", ", eds., ",
            ]))
    }
    text.append(work.container, .container)
    if !editors.isEmpty, !isBefore {
      text.append(
        pick([
          ", edited by ", ", ed. ", ". Ed. by ", ", hrsg. von ", ", eds. ", ", ed. by ", " (ed. ", ", hg. von ",
          ". Edited by ", ", organizado por ", ", dir. ", ". Éd. ",
        ]))
      text.append(StyledNames(isGerman: work.isGerman, random: &random).write(editors, &random), .editor)
    }
    series()
    edition()
    if hasPagesFirst {
      text.append(pick([". ", ". ", ", "]))
      imprint()
      return
    }
    let isEarly = random.once(in: 2)
    if isEarly { pages(pick([", pp. ", " (pp. ", ", S. ", ", ", ": ", ", p. "])); closeBracket() }
    text.append(pick([". ", ". ", ", "]))
    imprint()
    if !isEarly {
      let isBracketed = random.once(in: 8)
      pages(
        isBracketed
          ? pick([" (S. ", " (pp. ", " ("]) : pick([", pp. ", ", S. ", ": ", ", p. ", ". pp. ", ". p. ", ", ", ". "]))
      if isBracketed { closeBracket() }
    }
  }

  private mutating func closeSquare() {
    let bytes = text.bytes.suffix(90)
    if let open = bytes.lastIndex(of: 91), !bytes[open...].contains(93) { text.append("]") }
  }

  mutating func closeBracket() {
    let bytes = text.bytes.suffix(40)
    guard let open = bytes.lastIndex(of: 40), !bytes[open...].contains(41) else { return }
    text.append(")")
  }

  private mutating func writeBook() {
    // The title has its stop already.
    edition()
    series()
    if work.kind == .thesis, random.once(in: 3) {
      text.append("[")
      text.append(
        pick([
          "Tese de Doutorado", "Dissertação de Mestrado", "Doctoral dissertation", "Master's thesis",
          "Tesis de maestría",
        ]), .genre)
      text.append(pick([" não publicada]. ", ", ", "]. ", "]. "]))
      text.append(
        work.publisher.isEmpty ? pick(["Universidade Federal do Paraná", "Stanford University"]) : work.publisher,
        .publisher)
      closeSquare()
      return
    }
    if work.kind == .thesis {
      text.append(
        pick([
          "Dissertation", "PhD thesis", "Ph.D. dissertation", "Diss.", "Tese (Doutorado)", "Doctoral dissertation",
          "Master's thesis", "Habilitationsschrift", "Dissertação (Mestrado em Educação)",
          "Tese (Doutorado em História)",
          "thèse de doctorat", "Tesis doctoral", "unpublished manuscript", "unveröffentlichtes Manuskript",
          "Unveröff. Dissertation", "MSc thesis",
        ]), .genre)
      text.append(pick([", ", ". ", " – ", ": "]))
    }
    imprint()
    // «250 p.»
    if random.once(in: 14) { text.append(pick([". ", ", "]) + pick(["250 p.", "419p.", "xii, 310 pp.", "96 S."])) }
  }

  private mutating func edition() {
    guard !work.edition.isEmpty || random.once(in: 12) else { return }
    let manner = random.one(of: [
      ("(", "2nd", " ed.). "), ("", "3rd", " ed. "), ("", "2", ". Aufl., "), ("", "2", ". ed. "),
      ("(", "Rev.", " ed.). "), ("", "4th", " edn. "), ("", "2., überarb.", " Aufl. "),
      ("", "2nd", " edition. "), ("", "10th", " edn., "), ("", "2nd", " edition "), ("(", "5ª", " ed.). "),
      ("", "3.", " ed. rev. "), ("", "8", ". Auflage. "), ("", "2nd", " Ed, "),
    ])
    if !text.bytes.isEmpty, text.bytes.last != 0x20 { text.append(" ") }
    text.append(manner.0)
    text.append(manner.1, .edition)
    text.append(manner.2)
  }

  private mutating func series() {
    guard random.once(in: 9) else { return }
    if text.bytes.last != 0x20 { text.append(" ") }
    text.append(pick(["(", "(", "(=", "(= "]))
    text.append(pick(WordLists.bookSeries), .collection)
    if random.once(in: 2) {
      text.append(pick([", Bd. ", ", Vol. ", ", ", ", no. ", " ", "; Bd. "]))
      text.append(pick(["9", "12", "104", "3"]), .volume)
    }
    text.append(pick(["). ", "), "]))
  }

  private mutating func imprint() {
    let publisher = work.publisher.isEmpty ? "" : work.publisher
    let place = work.place
    let isDated = datePlace != .behindAuthors
    switch Int.random(in: 0..<(work.isGerman ? 5 : 4), using: &random) {
    case 0, 1:
      text.append(place, .place)
      text.append(place.isEmpty || publisher.isEmpty ? "" : pick([": ", ": ", " : ", ", ", "; "]))
      text.append(publisher, .publisher)
    case 2:
      text.append(publisher, .publisher)
      text.append(place.isEmpty || publisher.isEmpty ? "" : pick([", ", ": ", "; "]))
      text.append(place, .place)
    case 3 where !publisher.isEmpty && !place.isEmpty && random.once(in: 4):
      text.append("(" + publisher, .publisher)
      text.relabel((text.bytes.count - publisher.utf8.count - 1)..<(text.bytes.count - publisher.utf8.count), .other)
      text.append(", ")
      text.append(place, .place)
      if isDated { date(", ", "") }
      text.append(")")
      return
    case 3 where !publisher.isEmpty && !place.isEmpty && random.once(in: 3):
      text.append(publisher, .publisher)
      text.append(" (")
      text.append(place, .place)
      text.append(")")
    case 3:
      text.append(publisher.isEmpty ? place : publisher, publisher.isEmpty ? .place : .publisher)
    default:
      text.append(place.isEmpty ? publisher : place, place.isEmpty ? .publisher : .place)
    }
    if isDated { date(place.isEmpty && publisher.isEmpty ? "" : pick([", ", ", ", " ", "; ", ". "]), "") }
  }

  /// Working papers: the series holds the place of a journal.
  private mutating func writePaper() {
    if random.once(in: 4) { text.append(pick(["In: ", "(", ""])) }
    text.append(work.container, .container)
    text.append(pick([" No. ", " Nr. ", " ", ", No. ", " no. "]))
    text.append(work.volume, .volume)
    closeBracket()
    guard random.once(in: 2) else {
      if datePlace != .behindAuthors { date(", ", "") }
      return
    }
    text.append(pick([", ", ". "]))
    imprint()
  }

  // MARK: Tail

  private mutating func writeTail() {
    if datePlace == .last, work.kind == .article { date(pick([", ", ". ", " (", "; "]), ""); closeBracket() }
    if random.once(in: 25) {
      text.append(
        pick([
          " (im Erscheinen)", " (forthcoming)", " [online]", " (mimeo)", " [editorial]", ", in press", " [in press]",
          " (i.E.)", ", im Druck", " (no prelo)",
        ]))
    }
    text.append(endsWithStop ? " " : pick([". ", ". ", ". ", ".", ""]))
    if !work.url.isEmpty || random.once(in: 14) {
      let url = work.url.isEmpty ? "https://www.example.org/archive/" + work.year : work.url
      text.append(
        pick([
          "Available from: ", "URL: ", "Retrieved from ", "Disponível em: ", "Available at: ", "Verfügbar unter: ", "",
          "Available online: ", "Disponible en: ", "Online unter: ", "Online-Publikation: ", "Disponível em: <", "In: ",
        ]))
      text.append(url)
      if random.once(in: 2) {
        text.append(
          pick([
            " (accessed ", " [Accessed ", ". Acesso em: ", " (Stand: ", ", Zugriff am ", " (Accessed on ",
            " (accessed on ", " [Zugriff: ", " [cited ",
          ]))
        text.append(pick(["12 May 2015", "3 ago. 2019", "12.03.2010", "May 3, 2012", "4 June 2008"]), .accessed)
        text.append(pick([")", "].", "."]))
      }
    }
    if !work.doi.isEmpty, random.once(in: 2) {
      text.append(pick([" doi:", " https://doi.org/", " DOI: ", " doi: "]) + work.doi)
    }
    if !work.pmid.isEmpty || work.kind == .article && random.once(in: 6) {
      text.append(pick([" PubMed ", " PMID: ", " PMID ", " [PubMed: "]) + (work.pmid.isEmpty ? "1234567" : work.pmid))
      // Sites mark their links, and add numbers of their own.
      if random.once(in: 3) { text.append(pick([" ❐", " ↗", " →"]) + pick(["", "", " Site Bibliography 51373 ❐"])) }
    }
  }
}
