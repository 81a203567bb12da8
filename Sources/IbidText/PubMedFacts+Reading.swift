package import IbidModel

/// PubMed's facts, taken out of their JSON.
///
/// The object's members bear PubMed's element names. An element that holds text alone is a string; one with
/// attributes too is an object of them and `text`; what usually goes without saying (`MajorTopicYN="N"`, all other
/// `…YN="Y"`) is left out. Inline markup is CSL's (`<i>`, `<sub>` …). A member is missing where the record has none.
///
/// | member | shape |
/// |---|---|
/// | `PMID` | `{Version, text}` |
/// | `MedlineCitation`, `Article`, `AuthorList` | their attributes: `{Status, Owner, IndexingMethod …}`, `{PubModel}`, `{CompleteYN}` |
/// | `Journal` | `{ISSN: {IssnType, text}, JournalIssue: {CitedMedium, Volume, Issue, PubDate}, Title, ISOAbbreviation}` |
/// | `MedlineJournalInfo` | `{Country, MedlineTA, NlmUniqueID, ISSNLinking}` |
/// | `Author` | `[{position, EqualContrib}]`, `[{position, Source, Identifier}]`, `[{position, Source, AffiliationIdentifier}]`: what a CSL name has no place for; positions from 1 |
/// | `ArticleTitle` | the title as it stands, where it is a translation in brackets |
/// | `Pagination`, `ELocationID` | `{MedlinePgn, StartPage, EndPage}`, `[{EIdType, ValidYN, text}]` |
/// | `Abstract` | `{AbstractText: [{Label, NlmCategory, text}], CopyrightInformation}`; sections only where it has several or a label |
/// | `OtherAbstract` | `[{Type, Language, AbstractText: […], CopyrightInformation}]` |
/// | `PublicationTypeList` (books: `PublicationType`) | `[{UI, text}]` |
/// | `Language`, `CitationSubset`, `SpaceFlightMission` | `["eng"]` |
/// | `ArticleDate`, `DateCompleted`, `DateRevised` | `[{DateType, Year, Month, Day}]`, `{Year, Month, Day}` |
/// | `History` | `[{PubStatus, Year, Month, Day, Hour, Minute}]` |
/// | `PublicationStatus` | `"epublish"` |
/// | `ArticleIdList` | `[{IdType, text}]` |
/// | `CommentsCorrectionsList` | `[{RefType, RefSource, PMID, DOI, Note}]` |
/// | `MeshHeadingList` | `[{DescriptorName: {UI, MajorTopicYN, text}, QualifierName: [{UI, MajorTopicYN, text}]}]` |
/// | `SupplMeshList`, `ChemicalList` | `[{Type, UI, text}]`, `[{RegistryNumber, NameOfSubstance: {UI, text}}]` |
/// | `KeywordList` | `[{Owner, Keyword: [{MajorTopicYN, text}]}]` |
/// | `GrantList`, `DataBankList` | `[{GrantID, Acronym, Agency, Country}]`, `[{DataBankName, AccessionNumberList: […]}]` |
/// | `InvestigatorList`, `PersonalNameSubjectList` | `[{LastName, ForeName, Initials, Suffix, Identifier, AffiliationInfo}]` |
/// | `ReferenceList` | `[{Title, Reference: [{Citation, ArticleIdList: [{IdType, text}]}], ReferenceList}]` |
/// | `CoiStatement`, `NumberOfReferences`, `GeneralNote`, `OtherID`, `GeneSymbolList`, `ObjectList` | as they stand |
/// | `Book`, `Sections`, `LocationLabel`, `ContributionDate`, `ItemList` | of books, as they stand |
package struct PubMedReading: Sendable, Hashable {
  /// Publication types in the order of the record, as in `Journal Article`.
  package let publicationTypes: [String]
  /// Comments and corrections in the order of the record.
  package let commentsCorrections: [Relation]
  /// MeSH descriptors in the order of the record.
  package let meshDescriptors: [String]
  /// The year in which the work appeared electronically, which may differ from the year of its issue.
  package let electronicYear: Int?
  /// The journal's short forms: ISO's, then MEDLINE's where it differs.
  package let journalAbbreviations: [String]
  /// Whether the title is PubMed's translation.
  package let hasTranslatedTitle: Bool

  /// Reads these facts in one pass; what is not asked for here, as abstracts and reference lists, is passed over.
  package init(_ facts: PubMedFacts) {
    let read = facts.value(of: Self.names)
    publicationTypes =
      (read["PublicationTypeList"] ?? read["PublicationType"])?.elements.compactMap { $0["text"]?.text } ?? []
    commentsCorrections = read["CommentsCorrectionsList"]?.elements.map(Relation.init) ?? []
    meshDescriptors = read["MeshHeadingList"]?.elements.compactMap { $0["DescriptorName"]?["text"]?.text } ?? []
    electronicYear = read["ArticleDate"]?.elements.lazy.compactMap { $0["Year"]?.integer }.first
    var forms: [String] = []
    for form in [read["Journal"]?["ISOAbbreviation"]?.text, read["MedlineJournalInfo"]?["MedlineTA"]?.text] {
      if let form, !form.isEmpty, !forms.contains(form) { forms.append(form) }
    }
    journalAbbreviations = forms
    hasTranslatedTitle = read["ArticleTitle"] != nil
  }

  private static let names: Set<String> = [
    "PublicationTypeList", "PublicationType", "CommentsCorrectionsList", "MeshHeadingList", "ArticleDate", "Journal",
    "MedlineJournalInfo", "ArticleTitle",
  ]

  /// A work that a record names, and what it is to the record.
  package struct Relation: Sendable, Hashable {
    /// PubMed's word for it: `RetractionIn`, `ErratumIn`, `CommentOn`, `UpdateOf`, `Cites` …
    package var refType: String
    /// Where it appeared, as in `Lancet. 2006 Feb 18;367(9510):579`.
    package var source: String?
    /// Its PMID.
    package var pmid: String?
    /// Its DOI.
    package var doi: String?
    /// What PubMed adds.
    package var note: String?

    fileprivate init(_ json: JSONValue) {
      refType = json["RefType"]?.text ?? ""
      source = json["RefSource"]?.text
      pmid = json["PMID"]?.text
      doi = json["DOI"]?.text
      note = json["Note"]?.text
    }
  }

  /// Whether the work itself is retracted, also where a corrected version took its place.
  package var isRetracted: Bool {
    Self.isRetracted(
      hasType: { type in publicationTypes.contains { $0 == "\(type)" } },
      hasRelation: { relation in commentsCorrections.contains { $0.refType == "\(relation)" } })
  }

  /// Whether a record of these publication types and relations is that of a retracted work.
  ///
  /// The notice that retracts another work is not, nor is a work of which a part was retracted. A work that was
  /// retracted and published anew is: the new version has a record of its own.
  ///
  /// Source: NLM, «Errata, Retractions, and Other Linked Citations in PubMed».
  package static func isRetracted(hasType: (StaticString) -> Bool, hasRelation: (StaticString) -> Bool) -> Bool {
    hasType("Retracted Publication") || hasRelation("RetractionIn") || hasRelation("RetractedandRepublishedIn")
  }
}
