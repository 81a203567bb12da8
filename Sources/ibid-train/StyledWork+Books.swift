import IbidNotes

/// Books, what stands around chapters, theses and working papers.
extension StyledWork {
  mutating func writeBookAround() {
    let hasPagesFirst = !work.page.isEmpty && random.once(in: 8)
    if hasPagesFirst {
      pages(pick(["S. ", "", "", "pp. ", "p. "]))
      text.append(pick([" ", ", ", ". "]))
    }
    text.append(
      pick(
        work.isGerman
          ? ["In: ", "in: ", "In ", "in ", "- In: ", "– In: "]
          : ["In: ", "In ", "in: ", "in ", "In: ", "En: ", "In ", "Dans ", "Em: "]))
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
          ". Edited by ", ", organizado por ", ", dir. ", ". Éd. ", ". Sous la direction de ", " / ed. by ", " (éd. ",
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

  mutating func closeSquare() {
    let bytes = text.bytes.suffix(90)
    if let open = bytes.lastIndex(of: 91), !bytes[open...].contains(93) { text.append("]") }
  }

  mutating func closeBracket() {
    let bytes = text.bytes.suffix(40)
    guard let open = bytes.lastIndex(of: 40), !bytes[open...].contains(41) else { return }
    text.append(")")
  }

  mutating func writeBook() {
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

  mutating func edition() {
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

  mutating func series() {
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

  mutating func imprint() {
    let publisher = work.publisher.isEmpty ? "" : work.publisher
    let place = work.place
    let isDated = isDatedLate
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
  mutating func writePaper() {
    if random.once(in: 4) { text.append(pick(["In: ", "(", ""])) }
    text.append(work.container, .container)
    text.append(pick([" No. ", " Nr. ", " ", ", No. ", " no. "]))
    text.append(work.volume, .volume)
    closeBracket()
    guard random.once(in: 2) else {
      if isDatedLate { date(", ", "") }
      return
    }
    text.append(pick([", ", ". "]))
    imprint()
  }
}
