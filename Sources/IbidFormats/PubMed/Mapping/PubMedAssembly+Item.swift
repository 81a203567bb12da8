import IbidModel
import IbidScan
import IbidText

/// What each part of an item is made of.
extension PubMedAssembly {
  mutating func setIdentifiers() {
    if let pmid = text(.pmid) ?? articlePMID.map({ notes.string($0) }) {
      let normal = PubMedIdentifier.pmid(pmid)
      if normal == nil { remarks.append("the PMID «\(pmid.prefix(40))» is no number") }
      item[.PMID] = normal ?? pmid
      if let other = articlePMID.map({ notes.string($0) }), PubMedIdentifier.pmid(other) != normal {
        remarks.append("PMID is \(pmid.prefix(40)), but ArticleId says \(other.prefix(40)); the first is taken")
      }
    }
    version = text(.version).flatMap { Int($0) } ?? 1
    setDOI()
    if let pmcid { item[.PMCID] = PubMedIdentifier.pmcid(notes.string(pmcid)) }
  }

  /// The DOI of the list of identifiers, failing that the one of the location; a difference is said.
  private mutating func setDOI() {
    guard let entry = doi ?? eDOI else { return }
    let taken = notes.string(entry)
    item[.DOI] = PubMedIdentifier.doi(taken) ?? taken
    guard doi != nil, let eDOI, !notes.bytes(eDOI).equals(notes.bytes(entry)) else { return }
    let other = notes.string(eDOI)
    let identifier = Identifier(.doi, taken)
    if identifier == nil, let better = PubMedIdentifier.doi(other) { item[.DOI] = better }
    if identifier == nil || identifier != Identifier(.doi, other) {
      remarks.append("ArticleId has the DOI \(taken.prefix(80)), ELocationID \(other.prefix(80)); both are kept")
    }
  }

  mutating func setTitles() {
    let vernacular = entry(.vernacularTitle).map { self.title($0) }
    if let vernacular, !vernacular.isPlaceholder { set(.originalTitle, vernacular, .vernacularTitle) }
    let bookTitle = entry(.bookTitle).map { self.title($0) }
    var title = entry(.title).map { self.title($0) }
    var field = PubMedField.title
    if isBook, let bookTitle {
      if title == nil {
        title = bookTitle
        field = .bookTitle
      } else {
        set(.containerTitle, bookTitle, .bookTitle)
      }
    }
    if title?.isPlaceholder ?? true, let vernacular {
      title = vernacular
      field = .vernacularTitle
    }
    guard let title, !title.text.isEmpty else { return remarks.append("the record has no title") }
    set(.title, title, field)
    if title.isTranslated, field == .title, let raw = entry(.title) { addFact("ArticleTitle", raw) }
  }

  private func title(_ entry: Entry) -> PubMedTitle { notes.withPlainBytes(entry) { PubMedTitle($0) } }

  private mutating func set(_ variable: Variable, _ title: PubMedTitle, _ field: PubMedField) {
    set(variable, title.text, hasMarkup: entry(field)?.hasMarkup == true)
  }

  private mutating func set(_ variable: Variable, _ text: String, hasMarkup: Bool) {
    if hasMarkup { item.set(variable, richText: text) } else { item[variable] = text }
  }

  mutating func setJournal() {
    copy(.journal, to: .containerTitle)
    if let short = text(.isoAbbreviation) ?? text(.medlineTA) { item[.containerTitleShort] = short }
    if item[.containerTitle] == nil, let short = text(.medlineTA) { item[.containerTitle] = short }
    if let issn = text(.issn) ?? text(.issnLinking) { item[.ISSN] = issn }
    copy(.volume, to: .volume)
    copy(.issue, to: .issue)
    setStatus()
    let language = firstResult(.language) { entry in
      equals(entry, "eng") ? "en" : PubMedLanguage.code(of: notes.string(entry))
    }
    if let language { item[.language] = language }
    if !keywords.isEmpty {
      item[.keyword] = notes.collected { [keywords] notes in
        for (index, keyword) in keywords.enumerated() {
          if index > 0 { notes.texts.append("; ") }
          notes.copy(keyword)
        }
      }
    }
    guard isBook else { return }
    copy(.publisher, to: .publisher)
    copy(.publisherPlace, to: .publisherPlace)
    copy(.volumeTitle, to: .volumeTitle)
    copy(.edition, to: .edition)
    copy(.collectionTitle, to: .collectionTitle)
    copy(.isbn, to: .ISBN)
    copy(.medium, to: .medium)
    copy(.reportNumber, to: .number)
    if let bookAccession { item[.URL] = "https://www.ncbi.nlm.nih.gov/books/\(notes.string(bookAccession))/" }
    // «Chapter 6»
    if let label = chapterLabel.map({ notes.string($0) }), let number = label.split(separator: " ").last {
      item[.chapterNumber] = number.contains(where: \.isNumber) ? String(number) : label
    }
  }

  /// `retracted` for the article, not for the notice of its retraction.
  private mutating func setStatus() {
    let isRetracted = PubMedReading.isRetracted(
      hasType: { contains(.publicationType, $0) }, hasRelation: { contains(.refType, $0) })
    if isRetracted {
      item[.status] = "retracted"
    } else if let status = entry(.status), equals(status, "aheadofprint") {
      item[.status] = "ahead of print"
    }
  }

  mutating func setPages() {
    if let range = entry(.medlinePgn).flatMap({ PubMedPages(plainRange: notes.bytes($0)) }) {
      item[.page] = range.pages
      return
    }
    let pages = PubMedPages(
      medlinePgn: text(.medlinePgn), startPage: text(.startPage), endPage: text(.endPage),
      publisherItem: publisherItem.map { notes.string($0) })
    if let text = pages.pages { self.item[.page] = text }
    if let number = pages.articleNumber { self.item[.number] = number }
    if let note = pages.note { self.item[.note] = note }
  }

  mutating func setDates() {
    if let issued = date(.year, .month, .day, season: .season, medlineDate: .medlineDate) {
      item[date: .issued] = issued
    } else if let year = text(.beginningYear).flatMap(PubMedDate.number) {
      let end = text(.endingYear).flatMap(PubMedDate.number)
      item[date: .issued] = CSLDate(
        CSLDate.Parts(year: year), through: end.flatMap { $0 > year ? CSLDate.Parts(year: $0) : nil })
    } else {
      remarks.append("PubDate has neither Year nor MedlineDate; the record is kept without a date")
    }
    if entry(.electronicYear) != nil {
      item[date: .availableDate] = date(.electronicYear, .electronicMonth, .electronicDay)
    }
  }

  private func date(
    _ year: PubMedField, _ month: PubMedField, _ day: PubMedField, season: PubMedField? = nil,
    medlineDate: PubMedField? = nil
  ) -> CSLDate? {
    let season = season.flatMap { entry($0) }
    if season == nil, let year = entry(year),
      let date = PubMedDate.plainDate(
        year: notes.bytes(year), month: notes.bytes(of: entry(month)), day: notes.bytes(of: entry(day)))
    {
      return date
    }
    return PubMedDate.date(
      year: text(year), month: text(month), day: text(day), season: season.map { notes.string($0) },
      medlineDate: medlineDate.flatMap { text($0) })
  }

  mutating func setNames() {
    if let affiliation = text(.firstAffiliation), !authors.isEmpty, authors[0].affiliations.isEmpty {
      authors[0].affiliations = [affiliation]
    }
    let isChapter = isBook && entry(.title) != nil
    if isBook, !isChapter {
      authors += bookAuthors
      editors += bookEditors
    } else {
      if !bookAuthors.isEmpty { item[names: .containerAuthor] = bookAuthors }
      editors += bookEditors
    }
    if !authors.isEmpty {
      item[names: .author] = authors
      if hasCutAuthors { item.breakOff(names: .author) }
    }
    if !editors.isEmpty { item[names: .editor] = editors }
  }

  mutating func setAbstract() {
    guard let only = sections.first else { return }
    if sections.count == 1, only.label == nil {
      var text = notes.string(only.text)
      if text.utf8.starts(with: Self.unlabelled.utf8) { text = String(text.dropFirst(Self.unlabelled.count)) }
      set(.abstract, text, hasMarkup: only.text.hasMarkup)
      return
    }
    let text = notes.collected { [sections] notes in
      for (index, section) in sections.enumerated() {
        if index > 0 { notes.texts.append(0x20) }
        if let label = section.label, !notes.bytes(label).equals("UNLABELLED") {
          notes.copy(label)
          notes.texts.append(": ")
        }
        notes.copy(section.text)
      }
    }
    set(.abstract, text, hasMarkup: sections.contains { $0.text.hasMarkup })
  }

  /// What NLM puts before a part of an abstract that has no label.
  private static let unlabelled = "UNLABELLED: "

  mutating func setType() {
    if isBook { item.type = entry(.title) == nil ? .book : .chapter }
    guard let kind = firstResult(.publicationType, { PubMedType.kind(of: notes.bytes($0)) }) else { return }
    // A journal's data set, video or technical report is an article still, with its volume and pages.
    if !isBook, kind.type.isInJournal || !contains(.publicationType, "Journal Article") { item.type = kind.type }
    if let genre = kind.genre { item[.genre] = genre }
  }
}

extension ItemType {
  /// Whether what a journal prints may be of this type; a preprint is none of them, and called an article all the same.
  fileprivate var isInJournal: Bool {
    switch self {
    case .dataset, .motionPicture, .thesis, .report, .book: false
    default: true
    }
  }
}
