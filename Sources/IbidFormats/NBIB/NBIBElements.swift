import IbidModel

/// Writes a record of the MEDLINE format as PubMed's XML.
struct NBIBElements {
  private(set) var bytes: [UInt8] = []
  /// Tags that nothing is known of.
  private(set) var unknownTags: [String] = []

  private var fields: [(tag: String, value: String)] = []

  mutating func write(_ record: NBIBRecord) {
    fields = record.fields
    unknownTags = fields.map(\.tag).filter { !Self.known.contains($0) && NBIBRelation.types[$0] == nil }
    let hasAuthors = fields.contains { ["FAU", "AU", "CN", "FED", "ED"].contains($0.tag) }
    if !hasAuthors { unknownTags += values("AD").map { _ in "AD" } }
    let isBook = value("BTI") != nil
    element(isBook ? "PubmedBookArticle" : "PubmedArticle") { record in
      if isBook { record.writeBook() } else { record.writeArticle() }
    }
  }

  /// Tags of which something is written, and those that repeat what others say.
  private static let known: Set<String> = Set(
    """
    PMID OWN STAT DCOM LR DA IS VI IP DP TI LID PG AB CI FAU AU AUID AD CN FED ED LA GR PT TT DEP PL TA JT JID SB RN \
    MH OT OTO COIS PMC MID EDAT MHDA CRDT PHST AID PST SO BTI PB CTI ISBN EN VTI CDAT CTDT DRDT FIR IR RF GN SI OID
    """.split(separator: " ").map(String.init))

  // MARK: An article

  private mutating func writeArticle() {
    element("MedlineCitation", [("Status", value("STAT")), ("Owner", value("OWN"))]) { citation in
      citation.leaf("PMID", citation.value("PMID"))
      citation.date("DateCreated", citation.value("DA"))
      citation.date("DateCompleted", citation.value("DCOM"))
      citation.date("DateRevised", citation.value("LR"))
      citation.element("Article") { $0.writeArticleElement() }
      citation.writeJournalInfo()
      citation.writeLists()
    }
    element("PubmedData") { data in
      data.element("History") { history in
        for value in history.values("PHST") { history.writeHistory(value) }
        guard history.value("PHST") == nil else { return }
        for (tag, status) in NBIBText.dates {
          if let date = history.value(tag) { history.writeHistory("\(date) [\(status)]") }
        }
      }
      data.leaf("PublicationStatus", data.value("PST"))
      data.writeIdentifiers()
    }
  }

  private mutating func writeArticleElement() {
    element("Journal") { journal in
      for value in journal.values("IS") where !value.hasSuffix("(Linking)") {
        let parts = NBIBText.bracketed(value, open: "(")
        journal.leaf("ISSN", parts.text, [("IssnType", parts.kind)])
        break
      }
      journal.element("JournalIssue") { issue in
        issue.leaf("Volume", issue.value("VI"))
        issue.leaf("Issue", issue.value("IP"))
        issue.writeDate(issue.value("DP"))
      }
      journal.leaf("Title", journal.value("JT"))
      journal.leaf("ISOAbbreviation", journal.value("TA"))
    }
    leaf("ArticleTitle", value("TI"))
    if let pages = value("PG") { element("Pagination") { $0.leaf("MedlinePgn", pages) } }
    for value in values("LID") {
      let parts = NBIBText.bracketed(value, open: "[")
      leaf("ELocationID", parts.text, [("EIdType", parts.kind)])
    }
    writeAbstract()
    leaf("Affiliation", affiliationsBeforeAuthors.joined(separator: "; "))
    writeAuthors("AuthorList", full: "FAU", short: "AU", type: nil)
    for language in values("LA") { leaf("Language", language) }
    writeDataBanks()
    element("GrantList") { list in
      for value in list.values("GR") { list.writeGrant(value) }
    }
    element("PublicationTypeList") { list in
      for value in list.values("PT") { list.leaf("PublicationType", value) }
    }
    leaf("VernacularTitle", value("TT"))
    if let date = value("DEP") { self.date("ArticleDate", date, [("DateType", "Electronic")]) }
  }

  private mutating func writeAbstract() {
    guard value("AB") != nil || value("CI") != nil else { return }
    element("Abstract") { abstract in
      for text in abstract.values("AB") { abstract.leaf("AbstractText", text) }
      abstract.leaf("CopyrightInformation", abstract.value("CI"))
    }
  }

  private mutating func writeJournalInfo() {
    element("MedlineJournalInfo") { info in
      info.leaf("Country", info.value("PL"))
      info.leaf("MedlineTA", info.value("TA"))
      info.leaf("NlmUniqueID", info.value("JID"))
      for value in info.values("IS") where value.hasSuffix("(Linking)") {
        info.leaf("ISSNLinking", NBIBText.bracketed(value, open: "(").text)
        break
      }
    }
  }

  private mutating func writeLists() {
    element("ChemicalList") { list in
      for value in list.values("RN") {
        let parts = NBIBText.bracketed(value, open: "(")
        list.element("Chemical") { chemical in
          chemical.leaf("RegistryNumber", parts.text)
          chemical.leaf("NameOfSubstance", parts.kind)
        }
      }
    }
    for subset in values("SB") { leaf("CitationSubset", subset) }
    element("CommentsCorrectionsList") { list in
      for field in list.fields { list.writeRelation(field) }
    }
    element("MeshHeadingList") { list in
      for value in list.values("MH") { list.writeHeading(value) }
    }
    leaf("NumberOfReferences", value("RF"))
    for id in values("OID") + values("MID") { leaf("OtherID", id) }
    element("KeywordList", [("Owner", value("OTO"))]) { list in
      for value in list.values("OT") {
        let word = value.drop { $0 == "*" }
        list.leaf("Keyword", String(word), word.count < value.count ? [("MajorTopicYN", "Y")] : [])
      }
    }
    leaf("CoiStatement", value("COIS"))
    element("InvestigatorList") { list in
      for value in list.values("FIR") {
        list.element("Investigator") { $0.writeName(value) }
      }
    }
    for note in values("GN") { leaf("GeneralNote", note) }
  }

  private mutating func writeIdentifiers() {
    element("ArticleIdList") { list in
      list.leaf("ArticleId", list.value("PMID"), [("IdType", "pubmed")])
      list.leaf("ArticleId", list.value("PMC"), [("IdType", "pmc")])
      for value in list.values("AID") {
        let parts = NBIBText.bracketed(value, open: "[")
        list.leaf("ArticleId", parts.text, [("IdType", parts.kind)])
      }
    }
  }

  // MARK: A book

  private mutating func writeBook() {
    element("BookDocument") { document in
      document.leaf("PMID", document.value("PMID"))
      document.writeIdentifiers()
      document.element("Book") { book in
        book.element("Publisher") { publisher in
          publisher.leaf("PublisherName", publisher.value("PB"))
          publisher.leaf("PublisherLocation", publisher.value("PL"))
        }
        book.leaf("BookTitle", book.value("BTI"))
        book.writeDate(book.value("DP"))
        book.writeAuthors("AuthorList", full: "FED", short: "ED", type: "editors")
        book.leaf("Volume", book.value("VI"))
        book.leaf("VolumeTitle", book.value("VTI"))
        book.leaf("Edition", book.value("EN"))
        book.leaf("CollectionTitle", book.value("CTI"))
        for isbn in book.values("ISBN") { book.leaf("Isbn", isbn) }
      }
      document.leaf("ArticleTitle", document.value("TI"))
      for language in document.values("LA") { document.leaf("Language", language) }
      document.writeAuthors("AuthorList", full: "FAU", short: "AU", type: "authors")
      for type in document.values("PT") { document.leaf("PublicationType", type) }
      document.writeAbstract()
      document.date("ContributionDate", document.value("CTDT"))
      document.date("DateRevised", document.value("DRDT") ?? document.value("LR"))
    }
  }

  // MARK: Parts

  /// Until 2013 a record had one affiliation, that of its first author, and it stood before the authors.
  private var affiliationsBeforeAuthors: [String] {
    fields.prefix { !["FAU", "AU", "CN"].contains($0.tag) }.filter { $0.tag == "AD" }.map(\.value)
  }

  /// `ClinicalTrials.gov/NCT00000001`: a register and a number in it, registers in their order.
  private mutating func writeDataBanks() {
    let sources = values("SI").map { $0.split(separator: "/", maxSplits: 1).map(String.init) }
    guard !sources.isEmpty else { return }
    element("DataBankList") { list in
      var names: [String] = []
      for source in sources where !source.isEmpty && !names.contains(source[0]) { names.append(source[0]) }
      for name in names {
        list.element("DataBank") { bank in
          bank.leaf("DataBankName", name)
          bank.element("AccessionNumberList") { numbers in
            for source in sources where source.first == name && source.count > 1 {
              numbers.leaf("AccessionNumber", source[1])
            }
          }
        }
      }
    }
  }

  /// Authors in the order of the record, bodies (`CN`) among them. The `AU` behind a `FAU` is the same author.
  private mutating func writeAuthors(_ name: StaticString, full: String, short: String, type: String?) {
    guard fields.contains(where: { $0.tag == full || $0.tag == short || $0.tag == "CN" && type != "editors" }) else {
      return
    }
    // Older records break their list off so.
    let isEtAl = { (field: (tag: String, value: String)) in
      (field.tag == full || field.tag == short) && TaggedName.isEtAl(field.value)
    }
    let isCut = type != "editors" && fields.contains(where: isEtAl)
    element(name, [("Type", type), ("CompleteYN", isCut ? "N" : nil)]) { list in
      let fields = list.fields.filter { !isEtAl($0) }
      var index = 0
      while index < fields.count {
        let field = fields[index]
        index += 1
        let isShort = field.tag == short
        let isBody = field.tag == "CN" && type != "editors"
        guard field.tag == full || isShort || isBody else { continue }
        list.element("Author") { author in
          if isBody { author.leaf("CollectiveName", field.value) } else { author.writeName(field.value, isShort) }
          var mayTakeShort = !isShort && !isBody
          while index < fields.count, [short, "AUID", "AD"].contains(fields[index].tag) {
            if fields[index].tag == short {
              guard mayTakeShort else { break }
              mayTakeShort = false
            }
            author.writeAuthorPart(fields[index])
            index += 1
          }
        }
      }
    }
  }

  private mutating func writeAuthorPart(_ field: (tag: String, value: String)) {
    switch field.tag {
    case "AU", "ED": leaf("Initials", NBIBText.shortName(field.value).fore)
    case "AD": element("AffiliationInfo") { $0.leaf("Affiliation", field.value) }
    case "AUID":
      let parts = field.value.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return }
      leaf("Identifier", String(parts[1]), [("Source", String(parts[0]))])
    default: break
    }
  }

  private mutating func writeName(_ text: String, _ isShort: Bool = false) {
    let name = isShort ? NBIBText.shortName(text) : NBIBText.fullName(text)
    leaf("LastName", name.last)
    leaf(isShort ? "Initials" : "ForeName", name.fore)
    leaf("Suffix", name.suffix)
  }

  /// `2023 Jan 5` in parts, all else as a date of MEDLINE's.
  private mutating func writeDate(_ text: String?) {
    guard let text else { return }
    element("PubDate") { date in
      let words = text.split(separator: " ").map(String.init)
      guard words.count <= 3, let year = words.first, year.utf8.count == 4, year.utf8.allSatisfy(\.isASCIIDigit),
        words.count < 2 || words[1].utf8.count == 3, words.count < 3 || words[2].utf8.allSatisfy(\.isASCIIDigit)
      else { return date.leaf("MedlineDate", text) }
      date.leaf("Year", year)
      date.leaf("Month", words.count > 1 ? words[1] : nil)
      date.leaf("Day", words.count > 2 ? words[2] : nil)
    }
  }

  /// `20230106` or `2023/01/06 00:00`.
  private mutating func date(
    _ name: StaticString, _ text: String?, _ attributes: [(name: StaticString, value: String?)] = []
  ) {
    guard let text else { return }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 4 else { return }
    element(name, attributes) { date in
      date.leaf("Year", String(digits.prefix(4)))
      date.leaf("Month", digits.count < 6 ? nil : String(digits.dropFirst(4).prefix(2)))
      date.leaf("Day", digits.count < 8 ? nil : String(digits.dropFirst(6).prefix(2)))
      guard digits.count >= 12 else { return }
      date.leaf("Hour", Int(digits.dropFirst(8).prefix(2)).map { String($0) })
      date.leaf("Minute", Int(digits.dropFirst(10).prefix(2)).map { String($0) })
    }
  }

  /// `2022/01/01 00:00 [received]`.
  private mutating func writeHistory(_ value: String) {
    let parts = NBIBText.bracketed(value, open: "[")
    date("PubMedPubDate", parts.text, [("PubStatus", parts.kind)])
  }

  /// `R01/HL/NHLBI NIH HHS/United States`: a number may hold slashes itself.
  private mutating func writeGrant(_ value: String) {
    var parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    element("Grant") { grant in
      let country = parts.count > 1 ? parts.removeLast() : nil
      let agency = parts.count > 1 ? parts.removeLast() : nil
      let acronym = parts.count > 1 ? parts.removeLast() : nil
      grant.leaf("GrantID", parts.joined(separator: "/"))
      grant.leaf("Acronym", acronym)
      grant.leaf("Agency", agency)
      grant.leaf("Country", country)
    }
  }

  /// `Pain/*therapy`: a star marks what the work is about mainly.
  private mutating func writeHeading(_ value: String) {
    let parts = value.split(separator: "/")
    guard let descriptor = parts.first else { return }
    element("MeshHeading") { heading in
      heading.writeTopic("DescriptorName", descriptor)
      for qualifier in parts.dropFirst() { heading.writeTopic("QualifierName", qualifier) }
    }
  }

  private mutating func writeTopic(_ name: StaticString, _ topic: Substring) {
    let text = topic.drop { $0 == "*" }
    leaf(name, String(text), [("MajorTopicYN", text.count < topic.count ? "Y" : "N")])
  }

  /// `CIN - Lancet. 2006 Feb 18;367(9510):579. PMID: 16488800`.
  private mutating func writeRelation(_ field: (tag: String, value: String)) {
    guard let type = NBIBRelation.types[field.tag] else { return }
    let parts = NBIBRelation.parts(of: field.value)
    element("CommentsCorrections", [("RefType", type)]) { relation in
      relation.leaf("RefSource", parts.source)
      relation.leaf("PMID", parts.pmid)
    }
  }

  // MARK: Fields and elements

  private func value(_ tag: String) -> String? { fields.first { $0.tag == tag }?.value }

  private func values(_ tag: String) -> [String] { fields.filter { $0.tag == tag }.map(\.value) }

  /// An element; one that stays empty is not written.
  private mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String?)] = [],
    _ content: (inout NBIBElements) -> Void
  ) {
    let start = bytes.count
    open(name, attributes)
    let inner = bytes.count
    content(&self)
    if bytes.count == inner { bytes.removeLast(inner - start) } else { close(name) }
  }

  /// An element of text; none where there is no text.
  private mutating func leaf(
    _ name: StaticString, _ text: String?, _ attributes: [(name: StaticString, value: String?)] = []
  ) {
    guard let text, !text.isEmpty else { return }
    open(name, attributes)
    NBIBText.append(text, to: &bytes)
    close(name)
  }

  private mutating func open(_ name: StaticString, _ attributes: [(name: StaticString, value: String?)]) {
    append("<")
    append(name)
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      append(" ")
      append(attribute.name)
      append("=\"")
      NBIBText.append(value, to: &bytes)
      append("\"")
    }
    append(">")
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
