// The examples of the documentation, made from it by `IBID_RECORD=1 swift test --filter DocumentationTests`.
// swift-format-ignore-file
import IbidKit
import IbidModel

extension ExampleContext {
  static let examples: [(name: String, run: @Sendable (ExampleContext) throws -> Void)] = [
    ("Article", { try $0.exampleArticle() }),
    ("Section", { try $0.exampleSection() }),
    ("Sentence", { try $0.exampleSentence() }),
    ("Sentence.Setting", { try $0.exampleSentenceSetting() }),
    ("Marker", { try $0.exampleMarker() }),
    ("Marker.Target", { try $0.exampleMarkerTarget() }),
    ("Marker.Style", { try $0.exampleMarkerStyle() }),
    ("Note", { try $0.exampleNote() }),
    ("Note.Link", { try $0.exampleNoteLink() }),
    ("Note.Paragraph", { try $0.exampleNoteParagraph() }),
    ("Reference", { try $0.exampleReference() }),
    ("Quote", { try $0.exampleQuote() }),
    ("TerseCitation", { try $0.exampleTerseCitation() }),
    ("TerseCitation.Form", { try $0.exampleTerseCitationForm() }),
    ("Place", { try $0.examplePlace() }),
    ("SourceRange", { try $0.exampleSourceRange() }),
    ("UTF16Place", { try $0.exampleUTF16Place() }),
    ("UTF16Range", { try $0.exampleUTF16Range() }),
    ("CSLDate", { try $0.exampleCSLDate() }),
    ("CSLDate.Parts", { try $0.exampleCSLDateParts() }),
    ("Fields", { try $0.exampleFields() }),
    ("Fields.Field", { try $0.exampleFieldsField() }),
    ("Identifier", { try $0.exampleIdentifier() }),
    ("Identifier.Kind", { try $0.exampleIdentifierKind() }),
    ("Item", { try $0.exampleItem() }),
    ("ItemType", { try $0.exampleItemType() }),
    ("Name", { try $0.exampleName() }),
    ("PubMedFacts", { try $0.examplePubMedFacts() }),
    ("RichText", { try $0.exampleRichText() }),
    ("Variable", { try $0.exampleVariable() }),
    ("Variable.Kind", { try $0.exampleVariableKind() }),
    ("ByteRun", { try $0.exampleByteRun() }),
    ("CitationStatus", { try $0.exampleCitationStatus() }),
    ("ClaimKind", { try $0.exampleClaimKind() }),
    ("RecordMatch", { try $0.exampleRecordMatch() }),
    ("SectionCoverage", { try $0.exampleSectionCoverage() }),
    ("DuplicateGroup", { try $0.exampleDuplicateGroup() }),
    ("FieldAgreement", { try $0.exampleFieldAgreement() }),
    ("FieldAgreement.Verdict", { try $0.exampleFieldAgreementVerdict() }),
    ("RelatedRecords", { try $0.exampleRelatedRecords() }),
    ("WorkRelation", { try $0.exampleWorkRelation() }),
    ("Severity", { try $0.exampleSeverity() }),
    ("Finding", { try $0.exampleFinding() }),
    ("Finding.Fix", { try $0.exampleFindingFix() }),
    ("RecordProblem", { try $0.exampleRecordProblem() }),
    ("RecordProblem.Outcome", { try $0.exampleRecordProblemOutcome() }),
    ("JSONError", { try $0.exampleJSONError() }),
    ("JSONReader", { try $0.exampleJSONReader() }),
    ("JSONValue", { try $0.exampleJSONValue() }),
    ("JSONMember", { try $0.exampleJSONMember() }),
    ("JSONWriter", { try $0.exampleJSONWriter() }),
    ("JSONWriter.Layout", { try $0.exampleJSONWriterLayout() }),
    ("ArticleMending", { try $0.exampleArticleMending() }),
    ("Baseline", { try $0.exampleBaseline() }),
    ("CheckedArticle", { try $0.exampleCheckedArticle() }),
    ("UnknownSuppression", { try $0.exampleUnknownSuppression() }),
    ("CheckedBibliography", { try $0.exampleCheckedBibliography() }),
    ("CheckedNote", { try $0.exampleCheckedNote() }),
    ("CheckedNote.Kind", { try $0.exampleCheckedNoteKind() }),
    ("CheckedReference", { try $0.exampleCheckedReference() }),
    ("CheckedMention", { try $0.exampleCheckedMention() }),
    ("CitedWork", { try $0.exampleCitedWork() }),
    ("CheckedSentence", { try $0.exampleCheckedSentence() }),
    ("CheckedSentence.Reason", { try $0.exampleCheckedSentenceReason() }),
    ("CheckedSentence.UncoveredPart", { try $0.exampleCheckedSentenceUncoveredPart() }),
    ("CheckedMarker", { try $0.exampleCheckedMarker() }),
    ("ClaimsSummary", { try $0.exampleClaimsSummary() }),
    ("ReferenceReading", { try $0.exampleReferenceReading() }),
    ("RuleSelection", { try $0.exampleRuleSelection() }),
    ("RuleSelection.Subject", { try $0.exampleRuleSelectionSubject() }),
    ("RulePage", { try $0.exampleRulePage() }),
    ("CheckConfiguration", { try $0.exampleCheckConfiguration() }),
    ("RecordExport", { try $0.exampleRecordExport() }),
    ("RecordExport.Selection", { try $0.exampleRecordExportSelection() }),
    ("RecordExport.Report", { try $0.exampleRecordExportReport() }),
    ("RecordLoss", { try $0.exampleRecordLoss() }),
    ("ArticlePaths", { try $0.exampleArticlePaths() }),
    ("LibraryLocation", { try $0.exampleLibraryLocation() }),
    ("MendedFile", { try $0.exampleMendedFile() }),
    ("OutputFile", { try $0.exampleOutputFile() }),
    ("ArticleItem", { try $0.exampleArticleItem() }),
    ("ExportFormat", { try $0.exampleExportFormat() }),
    ("ImportFormat", { try $0.exampleImportFormat() }),
    ("IbidError", { try $0.exampleIbidError() }),
    ("IbidError.Code", { try $0.exampleIbidErrorCode() }),
    ("IbidError.Facts", { try $0.exampleIbidErrorFacts() }),
    ("FieldEdit", { try $0.exampleFieldEdit() }),
    ("LibraryHealth", { try $0.exampleLibraryHealth() }),
    ("LibrarySource", { try $0.exampleLibrarySource() }),
    ("LoggedCommand", { try $0.exampleLoggedCommand() }),
    ("PRISMACounts", { try $0.examplePRISMACounts() }),
    ("PRISMACounts.Row", { try $0.examplePRISMACountsRow() }),
    ("RecordChange", { try $0.exampleRecordChange() }),
    ("RecordDetails", { try $0.exampleRecordDetails() }),
    ("RecordOrigin", { try $0.exampleRecordOrigin() }),
    ("RecordEvent", { try $0.exampleRecordEvent() }),
    ("RecordEvent.Kind", { try $0.exampleRecordEventKind() }),
    ("RecordLibrary.ScreeningReport", { try $0.exampleRecordLibraryScreeningReport() }),
    ("RecordQuery", { try $0.exampleRecordQuery() }),
    ("RecordQuery.Order", { try $0.exampleRecordQueryOrder() }),
    ("RecordRelation", { try $0.exampleRecordRelation() }),
    ("RecordScreening", { try $0.exampleRecordScreening() }),
    ("ScreeningDecision", { try $0.exampleScreeningDecision() }),
    ("ScreeningDecision.Verdict", { try $0.exampleScreeningDecisionVerdict() }),
    ("ScreeningDecision.Stage", { try $0.exampleScreeningDecisionStage() }),
    ("FormattedManuscript.Format", { try $0.exampleFormattedManuscriptFormat() }),
    ("FormattedManuscript", { try $0.exampleFormattedManuscript() }),
    ("FormattedManuscript.MissingKey", { try $0.exampleFormattedManuscriptMissingKey() }),
    ("ManuscriptKeys", { try $0.exampleManuscriptKeys() }),
    ("ManuscriptMetadata", { try $0.exampleManuscriptMetadata() }),
    ("PandocDocument", { try $0.examplePandocDocument() }),
    ("Duplicates", { try $0.exampleDuplicates() }),
    ("ImportReport", { try $0.exampleImportReport() }),
    ("KeyChange", { try $0.exampleKeyChange() }),
    ("ProgressBar", { try $0.exampleProgressBar() }),
    ("ReadingProgress", { try $0.exampleReadingProgress() }),
    ("RecordChoice", { try $0.exampleRecordChoice() }),
    ("RecordImport", { try $0.exampleRecordImport() }),
    ("RecordLibrary", { try $0.exampleRecordLibrary() }),
    ("Records", { try $0.exampleRecords() }),
    ("ClaimsReport", { try $0.exampleClaimsReport() }),
    ("FindingsReport", { try $0.exampleFindingsReport() }),
    ("SuggestionsReport", { try $0.exampleSuggestionsReport() }),
    ("FindingsPage", { try $0.exampleFindingsPage() }),
    ("TerminalReport", { try $0.exampleTerminalReport() }),
    ("StyleSearch", { try $0.exampleStyleSearch() }),
    ("StyleSearch.Listed", { try $0.exampleStyleSearchListed() }),
    ("FoundStyle", { try $0.exampleFoundStyle() }),
    ("ArticleSuggestions", { try $0.exampleArticleSuggestions() }),
    ("Suggestion", { try $0.exampleSuggestion() }),
    ("Suggestion.Support", { try $0.exampleSuggestionSupport() }),
    ("ClaimSuggestions", { try $0.exampleClaimSuggestions() }),
    ("CitedWord", { try $0.exampleCitedWord() }),
    ("FormattedWord", { try $0.exampleFormattedWord() }),
    ("ReviewedWord", { try $0.exampleReviewedWord() }),
    ("IbidKit 1", { try $0.exampleIbidKit1() }),
  ]

  func exampleArticle() throws {
    print(article.article.format, article.article.wordCount)
  }

  func exampleSection() throws {
    let headings = article.article.sections.map(\.title)
    _ = headings
  }

  func exampleSentence() throws {
    let longest = article.article.sentences.max { $0.text.count < $1.text.count }
    _ = longest
  }

  func exampleSentenceSetting() throws {
    let captions = article.article.sentences.filter { $0.setting == .caption }
    _ = captions
  }

  func exampleMarker() throws {
    let labels = article.article.markers.map(\.label)
    _ = labels
  }

  func exampleMarkerTarget() throws {
    let keys = article.article.markers.compactMap { marker -> String? in
      if case .key(let key) = marker.target { key } else { nil }
    }
    _ = keys
  }

  func exampleMarkerStyle() throws {
    let footnotes = article.article.markers.count { $0.style == .footnote }
    _ = footnotes
  }

  func exampleNote() throws {
    let quoting = article.article.notes.filter { !$0.quotes.isEmpty }
    _ = quoting
  }

  func exampleNoteLink() throws {
    let addresses = note.note.links.map(\.address)
    _ = addresses
  }

  func exampleNoteParagraph() throws {
    let lists = note.note.paragraphs.filter { $0.listDepth > 0 }
    _ = lists
  }

  func exampleReference() throws {
    let unsure = note.note.references.filter { $0.confidence < 0.5 }
    _ = unsure
  }

  func exampleQuote() throws {
    for quote in note.note.quotes { print(quote.text) }
  }

  func exampleTerseCitation() throws {
    let names = note.note.terseCitations.flatMap(\.families)
    _ = names
  }

  func exampleTerseCitationForm() throws {
    let repeated = note.note.terseCitations.filter { $0.form == .ibid }
    _ = repeated
  }

  func examplePlace() throws {
    let place = Place(line: 1, column: 1, offset: 0)
    _ = place
  }

  func exampleSourceRange() throws {
    let first = SourceRange(Place(line: 1, column: 1, offset: 0), length: 5)
    print(first.offsets)
    _ = first
  }

  func exampleUTF16Place() throws {
    let start = article.utf16(sentence.range).start
    _ = start
  }

  func exampleUTF16Range() throws {
    let range = article.utf16(sentence.range)
    print(range.start.line, range.start.column, range.end.line, range.end.column)
    _ = range
  }

  func exampleCSLDate() throws {
    let date = CSLDate(2017, 3)
    print(date.start?.month == 3)
    _ = date
  }

  func exampleCSLDateParts() throws {
    let spring = CSLDate.Parts(year: 2017, season: 1)
    _ = spring
  }

  func exampleFields() throws {
    var texts = Fields<String>()
    texts[.volume] = "196"
    print(texts.map(\.variable.name))
    _ = texts
  }

  func exampleFieldsField() throws {
    for field in item.texts { print(field.variable.name, field.value) }
  }

  func exampleIdentifier() throws {
    let doi = Identifier(.doi, "https://doi.org/10.1136/BJSPORTS-2016-097281")
    print(doi?.value ?? "no DOI")
    _ = doi
  }

  func exampleIdentifierKind() throws {
    let kinds = Identifier.Kind.allCases.map(\.rawValue)
    _ = kinds
  }

  func exampleItem() throws {
    var item = Item(id: "engel1977", type: .articleJournal)
    item[.title] = "The need for a new medical model"
    item[names: .author] = [Name(family: "Engel", given: "G L")]
    item[date: .issued] = CSLDate(1977)
    _ = item
  }

  func exampleItemType() throws {
    let type = ItemType(rawValue: "article-journal")
    _ = type
  }

  func exampleName() throws {
    let author = Name(family: "Klasson", given: "CL")
    let group = Name(literal: "ACTS Study Group")
    _ = author
    _ = group
  }

  func examplePubMedFacts() throws {
    let facts = PubMedFacts(json: #"{"PMID": {"Version": "2", "text": "20029669"}}"#)
    print(facts.version)
    _ = facts
  }

  func exampleRichText() throws {
    print(RichText.plain("Role of <i>BRCA1</i>"))
  }

  func exampleVariable() throws {
    let journal = Variable(name: "container-title")
    print(journal == .containerTitle)
    _ = journal
  }

  func exampleVariableKind() throws {
    let dates = Variable.allCases.filter { $0.kind == .date }
    _ = dates
  }

  func exampleByteRun() throws {
    let isASCII = [UInt8](repeating: 0x41, count: 16).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { ByteRun.isASCII($0, 16) } ?? true
    }
    _ = isASCII
  }

  func exampleCitationStatus() throws {
    let bare = article.sentences.filter { $0.status == .uncited }
    _ = bare
  }

  func exampleClaimKind() throws {
    let claims = article.sentences.filter { $0.kind == .claim }
    _ = claims
  }

  func exampleRecordMatch() throws {
    if let match = reference.match { print(match.record.id, match.reasons) }
  }

  func exampleSectionCoverage() throws {
    for section in article.sections where section.uncited > section.cited { print(section.title) }
  }

  func exampleDuplicateGroup() throws {
    for group in duplicates.groups where group.isSure {
      print(group.members.filter { $0 != group.keep }, "into", group.keep)
    }
  }

  func exampleFieldAgreement() throws {
    let contradictions = group.reasons.filter { $0.verdict == .disagree }.map(\.field)
    _ = contradictions
  }

  func exampleFieldAgreementVerdict() throws {
    let verdicts = FieldAgreement.Verdict.allCases.map(\.rawValue)
    _ = verdicts
  }

  func exampleRelatedRecords() throws {
    for pair in duplicates.related { print(pair.from, pair.relation.rawValue, pair.to) }
  }

  func exampleWorkRelation() throws {
    let merged = duplicates.groups.filter { $0.relation == .sameWork }
    _ = merged
  }

  func exampleSeverity() throws {
    let heavy = article.findings().filter { $0.severity >= .warning }
    _ = heavy
  }

  func exampleFinding() throws {
    for finding in article.findings() {
      print("\(finding.path):\(finding.range.place.line): \(finding.message) [\(finding.rule)]")
    }
  }

  func exampleFindingFix() throws {
    let mended = article.findings().compactMap(\.fix)
    _ = mended
  }

  func exampleRecordProblem() throws {
    for problem in records.problems { print("\(problem.path):\(problem.line): \(problem.message)") }
  }

  func exampleRecordProblemOutcome() throws {
    let lost = records.problems.filter { $0.outcome != .kept }
    _ = lost
  }

  func exampleJSONError() throws {
    do {
      _ = try JSONReader.value(of: "[1, ")
    } catch {
      print("\(error.reason) at byte \(error.offset)")
    }
  }

  func exampleJSONReader() throws {
    let items = try JSONReader.value(of: "[{\"id\": \"engel1977\"}]").elements.compactMap(Item.init(cslJSON:))
    _ = items
  }

  func exampleJSONValue() throws {
    let value = JSONValue.array(["10.1136/x", 7, true])
    print(value.elements.count)
    _ = value
  }

  func exampleJSONMember() throws {
    let value = JSONValue.object([JSONMember("title", "Pain")])
    print(value["title"]?.text ?? "")
    _ = value
  }

  func exampleJSONWriter() throws {
    print(JSONWriter.text(of: item.cslJSON(), .pretty))
  }

  func exampleJSONWriterLayout() throws {
    var writer = JSONWriter(.compact)
    writer.write(item.cslJSON())
    _ = writer
  }

  func exampleArticleMending() throws {
    let name = path("article.md")
    let article = try CheckedArticle(path: name)
    let mending = try article.mending { bytes throws(IbidError) in try CheckedArticle(bytes: bytes, path: name) }
    if let file = mending.file { print(file.diff) }
    _ = name
    _ = article
    _ = mending
  }

  func exampleBaseline() throws {
    let fresh = try Baseline(path: path("known.json")).new(in: article.findings())
    _ = fresh
  }

  func exampleCheckedArticle() throws {
    let records = try Records(files: [path("pubmed.xml")])
    let article = try CheckedArticle(path: path("article.md"), records: records)
    for finding in article.findings() { print(finding.range.place.line, finding.message) }
    _ = records
    _ = article
  }

  func exampleUnknownSuppression() throws {
    for one in article.unknownSuppressions { print("\(one.path):\(one.line): \(one.rule)?") }
  }

  func exampleCheckedBibliography() throws {
    let file = try CheckedBibliography(path: path("refs.bib"))
    for finding in file.findings() { print(finding.range.place.line, finding.message) }
    _ = file
  }

  func exampleCheckedNote() throws {
    for note in article.notes where !note.isCited { print("no marker leads to", note.note.label) }
  }

  func exampleCheckedNoteKind() throws {
    let asides = article.notes.filter { $0.kind == .commentary }
    _ = asides
  }

  func exampleCheckedReference() throws {
    for reference in note.references where !reference.conflicts.isEmpty { print(reference.reference.text) }
  }

  func exampleCheckedMention() throws {
    let dangling = note.mentions.filter { $0.works.isEmpty }
    _ = dangling
  }

  func exampleCitedWork() throws {
    let unknown = article.works.filter { !$0.isRecord }.map(\.item.id)
    _ = unknown
  }

  func exampleCheckedSentence() throws {
    for sentence in article.sentences where sentence.status == .uncited {
      print(sentence.range.place.line, sentence.needsCitation, sentence.text)
    }
  }

  func exampleCheckedSentenceReason() throws {
    for reason in sentence.reasons where reason.weight > 0 { print(reason.feature) }
  }

  func exampleCheckedSentenceUncoveredPart() throws {
    for part in sentence.uncovered { print(part.range.place.column, part.text) }
  }

  func exampleCheckedMarker() throws {
    for marker in sentence.markers where marker.works.isEmpty { print("nothing behind", marker.marker.label) }
  }

  func exampleClaimsSummary() throws {
    let summary = article.summary
    print("\(summary.uncited) of \(summary.claims) claims lack a citation")
    _ = summary
  }

  func exampleReferenceReading() throws {
    var reading = ReferenceReading()
    let engel = reading.reference(in: "Engel GL. The need for a new medical model. Science. 1977;196:129-36.")
    _ = reading
    _ = engel
  }

  func exampleRuleSelection() throws {
    let rules = try RuleSelection(only: ["uncited-claim", "hollow-citation"], disabled: [])
    print(article.findings(rules: rules).count)
    _ = rules
  }

  func exampleRuleSelectionSubject() throws {
    let rules = try RuleSelection(only: ["bad-issn"], disabled: [], subject: .bibliography)
    _ = rules
  }

  func exampleRulePage() throws {
    for page in RuleSelection.pages { print(page.id, page.summary) }
  }

  func exampleCheckConfiguration() throws {
    let configuration = try CheckConfiguration.nearest(to: path("article.md"))
    let rules = try RuleSelection(only: [], disabled: [], configuration: configuration)
    _ = configuration
    _ = rules
  }

  func exampleRecordExport() throws {
    let records = RecordChoice(library: nil, from: [path("pubmed.xml")])
    let export = RecordExport(of: records, in: try ExportFormat(named: "bibtex"))
    let report = try export.write { bytes in print(bytes.count) }
    _ = records
    _ = export
    _ = report
  }

  func exampleRecordExportSelection() throws {
    var export = RecordExport(of: .files([path("pubmed.xml")]), in: try ExportFormat(named: "text"))
    export.selection = .cited(by: path("article.md"))
    _ = export
  }

  func exampleRecordExportReport() throws {
    let export = RecordExport(of: .files([path("pubmed.xml")]), in: try ExportFormat(named: "jsonl"))
    for problem in try export.write(to: { _ in }).problems { print(problem.message) }
    _ = export
  }

  func exampleRecordLoss() throws {
    let export = RecordExport(of: .files([path("pubmed.xml")]), in: try ExportFormat(named: "ris"))
    for loss in try export.write(to: { _ in }).losses { print(loss.key, loss.missing, loss.changed) }
    _ = export
  }

  func exampleArticlePaths() throws {
    let files = try ArticlePaths([path("draft.md"), "posts"]).paths   // [path("draft.md"), path("posts/one.md"), "posts/two.tex"]
    _ = files
  }

  func exampleLibraryLocation() throws {
    let path = LibraryLocation.path(option: nil)
    _ = path
  }

  func exampleMendedFile() throws {
    if let mended = try CheckedBibliography(path: path("refs.bib")).mended() { print(mended.diff) }
  }

  func exampleOutputFile() throws {
    try OutputFile(path("references.txt")).write("Engel GL. The need for a new medical model.")
  }

  func exampleArticleItem() throws {
    let item = try ArticleItem.item(ofArticle: path("article.md"))
    print(item[.title] ?? "")
    _ = item
  }

  func exampleExportFormat() throws {
    let format = try ExportFormat(for: path("references.bib"))
    print(format.name)
    _ = format
  }

  func exampleImportFormat() throws {
    let format = try ImportFormat(named: "nbib")
    _ = format
  }

  func exampleIbidError() throws {
    do {
      _ = try CheckedArticle(path: path("nowhere.md"))
    } catch {
      print(error.code.rawValue, error.facts.path ?? "", error.message)
    }
  }

  func exampleIbidErrorCode() throws {
    let isMissing = error.code == .unreadableFile
    _ = isMissing
  }

  func exampleIbidErrorFacts() throws {
    let place = "\(error.facts.path ?? "-"):\(error.facts.line ?? 1)"
    _ = place
  }

  func exampleFieldEdit() throws {
    let year = try FieldEdit("issued=2017-07")
    let authors = try FieldEdit("author=Roe, Jane; World Health Organization")
    let nothing = try FieldEdit("abstract=")
    _ = year
    _ = authors
    _ = nothing
  }

  func exampleLibraryHealth() throws {
    let health = try LibraryHealth(of: path("Bibliography/library.sqlite"))
    for fault in health.faults { print(fault) }
    _ = health
  }

  func exampleLibrarySource() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    for source in try library.sources() { print(source.number, source.name, source.records) }
    _ = library
  }

  func exampleLoggedCommand() throws {
    let library = try RecordLibrary(updating: path("Bibliography/library.sqlite"))
    for command in try library.undo() { print(command.text, command.time) }
    _ = library
  }

  func examplePRISMACounts() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    let counts = try library.prismaCounts()
    print(counts.identified, counts.duplicates, counts.included)
    _ = library
    _ = counts
  }

  func examplePRISMACountsRow() throws {
    let row = PRISMACounts.Row(name: "embase", count: 120)
    _ = row
  }

  func exampleRecordChange() throws {
    let library = try RecordLibrary(updating: path("Bibliography/library.sqlite"))
    let key = try library.items()[0].id
    for change in try library.edit(key: key, [FieldEdit("issued=2017-07")]) { print(change.text) }
    _ = library
    _ = key
  }

  func exampleRecordDetails() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    let details = try library.details(of: try library.items()[0].id)
    print(details.item[.title] ?? "", details.tags, details.origins.map(\.text))
    _ = library
    _ = details
  }

  func exampleRecordOrigin() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    for origin in try library.details(of: try library.items()[0].id).origins { print(origin.file, origin.searched) }
    _ = library
  }

  func exampleRecordEvent() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    let key = try library.items()[0].id
    for event in try library.history(of: key) { print(event.command.time, event.kind.rawValue, event.changes.count) }
    _ = library
    _ = key
  }

  func exampleRecordEventKind() throws {
    let wasAdded = RecordEvent.Kind.added
    _ = wasAdded
  }

  func exampleRecordLibraryScreeningReport() throws {
    let library = try RecordLibrary(updating: path("Bibliography/library.sqlite"))
    let report = try library.importDecisions(from: path("pubmed.xml"), otherwise: ScreeningDecision(.maybe))
    print(report.changed, report.unknown)
    _ = library
    _ = report
  }

  func exampleRecordQuery() throws {
    var query = RecordQuery("author:engel year:1970..1980")
    query.order = .year
    query.limit = 20
    let found = try RecordLibrary(reading: path("Bibliography/library.sqlite")).records(query)
    print(found.items.count, "of", found.total)
    _ = query
    _ = found
  }

  func exampleRecordQueryOrder() throws {
    let orders = RecordQuery.Order.allCases.map(\.rawValue)
    _ = orders
  }

  func exampleRecordRelation() throws {
    let library = try RecordLibrary(updating: path("Bibliography/library.sqlite"))
    let keys = try library.items().map(\.id)
    try library.relate(keys[0], RecordRelation(.preprintOf, key: keys[1]))
    _ = library
    _ = keys
  }

  func exampleRecordScreening() throws {
    let library = try RecordLibrary(updating: path("Bibliography/library.sqlite"))
    let key = try library.items()[0].id
    try library.screen([key], ScreeningDecision(.include, by: "Anna"))
    try library.screen([key], ScreeningDecision(.exclude, by: "Ben"))
    print(try library.details(of: key).screening?.outcome ?? "")
    _ = library
    _ = key
  }

  func exampleScreeningDecision() throws {
    let decision = ScreeningDecision(.exclude, reason: "wrong population", by: "Anna", stage: .fullText)
    print(decision.text)
    _ = decision
  }

  func exampleScreeningDecisionVerdict() throws {
    let verdicts = ScreeningDecision.Verdict.allCases.map(\.rawValue)
    _ = verdicts
  }

  func exampleScreeningDecisionStage() throws {
    let stages = ScreeningDecision.Stage.allCases.map(\.rawValue)
    _ = stages
  }

  func exampleFormattedManuscriptFormat() throws {
    let format = FormattedManuscript.Format.html
    _ = format
  }

  func exampleFormattedManuscript() throws {
    let style = try StyleSearch().style("apa")
    let paper = try FormattedManuscript(path: path("paper.md"), items: [item], style: style)
    print(paper.text ?? "")
    _ = style
    _ = paper
  }

  func exampleFormattedManuscriptMissingKey() throws {
    let style = try StyleSearch().style("apa")
    let paper = try FormattedManuscript(path: path("paper.md"), items: [], style: style)
    for missing in paper.missing { print(missing.place.line, missing.key, missing.nearest) }
    _ = style
    _ = paper
  }

  func exampleManuscriptKeys() throws {
    let keys = ManuscriptKeys(["engel1977": "engel1977need"])
    let text = try keys.applied(to: path("paper.md")).text
    _ = keys
    _ = text
  }

  func exampleManuscriptMetadata() throws {
    let metadata = try ManuscriptMetadata(path: path("paper.md"))
    print(metadata.style ?? "no style", metadata.bibliography)
    _ = metadata
  }

  func examplePandocDocument() throws {
    let document = PandocDocument(markdown: "Sleep (Weng, 2023).\n", format: .docx, manuscript: path("paper.md"))
    print(document.format.isBinary ? "a file" : "text")
    _ = document
  }

  func exampleDuplicates() throws {
    let duplicates = Duplicates(of: items)
    for group in duplicates.groups { print(group.keep, group.members.dropFirst(), group.score) }
    _ = duplicates
  }

  func exampleImportReport() throws {
    let report = ImportReport()
    print("\(report.added) added, \(report.rejected) rejected")
    _ = report
  }

  func exampleKeyChange() throws {
    let library = try RecordLibrary(updating: path("Bibliography/library.sqlite"))
    let changes = try library.rekey(pattern: "[auth.lower][year]", isDryRun: true)
    for change in changes { print(change.old, change.new) }
    _ = library
    _ = changes
  }

  func exampleProgressBar() throws {
    let progress = ReadingProgress(bytes: 50, size: 200, records: 7)
    print(ProgressBar(path("pubmed.xml"), progress, seconds: 2).text)
    _ = progress
  }

  func exampleReadingProgress() throws {
    let progress = ReadingProgress(bytes: 50, size: 200, records: 7)
    _ = progress
  }

  func exampleRecordChoice() throws {
    let records = try RecordChoice(library: nil, from: [path("pubmed.xml")]).open()
    _ = records
  }

  func exampleRecordImport() throws {
    var records = RecordImport(into: path("Bibliography/library.sqlite"))
    try records.read(path("pubmed.xml"))
    print(records.report.unchanged)
    _ = records
  }

  func exampleRecordLibrary() throws {
    let library = try RecordLibrary(writing: path("Bibliography/library.sqlite"))
    let report = try library.add([item])
    print(report.added, try library.search("author:engel", limit: 10).count)
    _ = library
    _ = report
  }

  func exampleRecords() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    let records = Records(library)
    let first = try CheckedArticle(path: path("one.md"), records: records)
    let second = try CheckedArticle(path: path("two.md"), records: records)
    _ = library
    _ = records
    _ = first
    _ = second
  }

  func exampleClaimsReport() throws {
    let report = ClaimsReport(article)
    print(JSONWriter.text(of: report.json()))
    _ = report
  }

  func exampleFindingsReport() throws {
    let log = FindingsReport.sarif(of: article.findings())
    print(JSONWriter.text(of: log))
    _ = log
  }

  func exampleSuggestionsReport() throws {
    let report = SuggestionsReport(try ArticleSuggestions(for: article, from: records), of: article)
    print(report.text(showsAll: true), terminator: "")
    _ = report
  }

  func exampleFindingsPage() throws {
    let page = FindingsPage(of: article, usesColour: false)
    print(page.text(of: article.findings()), terminator: "")
    _ = page
  }

  func exampleTerminalReport() throws {
    let report = TerminalReport(article, usesColour: false)
    print(report.claims(), terminator: "")
    _ = report
  }

  func exampleStyleSearch() throws {
    let vancouver = try StyleSearch().style("vancouver")
    _ = vancouver
  }

  func exampleStyleSearchListed() throws {
    for style in StyleSearch().styles(like: "nature") { print(style.name, style.source ?? "bundled") }
  }

  func exampleFoundStyle() throws {
    print(try StyleSearch().style("apa").title)
  }

  func exampleArticleSuggestions() throws {
    let records = try Records(files: [path("pubmed.xml")])
    let article = try CheckedArticle(path: path("article.md"), records: records)
    let suggestions = try ArticleSuggestions(for: article, from: records)
    for claim in suggestions.claims where claim.isSupported {
      print(claim.text, claim.suggestions[0].key)
    }
    _ = records
    _ = article
    _ = suggestions
  }

  func exampleSuggestion() throws {
    let suggestions = try ArticleSuggestions(for: article, from: records)
    for suggestion in suggestions.claims.flatMap(\.suggestions) where suggestion.score >= 50 {
      print(suggestion.key, suggestion.title, suggestion.kind)
    }
    _ = suggestions
  }

  func exampleSuggestionSupport() throws {
    for claim in try ArticleSuggestions(for: article, from: records).claims {
      guard let support = claim.suggestions.first?.support else { continue }
      print(support.sentence ?? "no abstract", support.sharedWords, support.citation)
    }
  }

  func exampleClaimSuggestions() throws {
    for claim in try ArticleSuggestions(for: article, from: records).claims where claim.isSupported {
      print(claim.range.place.line, claim.text)
    }
  }

  func exampleCitedWord() throws {
    let article = try CheckedArticle(path: path("typed.docx"))
    let cited = try CitedWord(article)
    print(cited.count, cited.left)
    _ = article
    _ = cited
  }

  func exampleFormattedWord() throws {
    let style = try StyleSearch().style("apa")
    let paper = try FormattedWord(path: path("paper.docx"), style: style)
    try OutputFile(path("paper-apa.docx")).write(paper.bytes)
    _ = style
    _ = paper
  }

  func exampleReviewedWord() throws {
    let article = try CheckedArticle(path: path("paper.docx"))
    let reviewed = try ReviewedWord(article, findings: article.findings())
    try OutputFile(path("reviewed.docx")).write(reviewed.bytes)
    _ = article
    _ = reviewed
  }

  func exampleIbidKit1() throws {
    let library = try RecordLibrary(reading: path("Bibliography/library.sqlite"))
    let records = Records(library)

    /// Prints what is wrong with a text, with ranges as editors count them.
    func check(_ text: String) throws(IbidError) {
      let article = try CheckedArticle(bytes: Array(text.utf8), path: path("walking.md"), records: records)
      for finding in article.findings() {
        let range = article.utf16(finding.range)
        print(
          "\(range.start.line):\(range.start.column) to \(range.end.line):\(range.end.column)",
          finding.severity.rawValue, finding.message, "[\(finding.rule)]")
      }
    }

    var text = """
      # Walking 🚶

      Walking halves the risk of depression in older adults.

      """
    try check(text)

    text.replace("adults.", with: "adults.[^1]")
    text += "\n[^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977;196:129-36.\n"
    try check(text)
    _ = library
    _ = records
    _ = text
  }
}
