import IbidNotes

/// What follows the fields: addresses, access dates, identifiers.
extension StyledWork {
  mutating func writeTail() {
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
