import IbidModel
import IbidText
import Testing

struct PubMedReadingTests {
  private func read(_ json: String) -> PubMedReading { PubMedReading(PubMedFacts(json: json)) }

  @Test("What a record says is read; what it does not say is empty")
  func reads() {
    let none = read("{}")
    #expect(none.publicationTypes.isEmpty)
    #expect(none.commentsCorrections.isEmpty)
    #expect(none.meshDescriptors.isEmpty)
    #expect(none.electronicYear == nil)
    #expect(none.journalAbbreviations.isEmpty)
    #expect(!none.hasTranslatedTitle)
    #expect(!none.isRetracted)
    let all = read(
      #"""
      {"PublicationTypeList":[{"text":"A"},{"UI":"x"},{"text":"B"}],"PublicationType":[{"text":"C"}],
      "CommentsCorrectionsList":[{"RefType":"Cites","RefSource":"S","PMID":"7","DOI":"10.1/x","Note":"N"},
      {"PMID":{"Version":"1","text":"8"}}],"MeshHeadingList":[{"DescriptorName":{"text":"Pain"}},{"QualifierName":{"text":"no"}}],
      "ArticleDate":[{"Month":"1"},{"Year":"1997"},{"Year":"1998"}],"Journal":{"ISOAbbreviation":"J. X."},
      "MedlineJournalInfo":{"MedlineTA":"J X"},"ArticleTitle":"[T]"}
      """#)
    #expect(all.publicationTypes == ["A", "B"])
    #expect(all.commentsCorrections.map(\.refType) == ["Cites", ""])
    let first = all.commentsCorrections[0]
    #expect([first.source, first.pmid, first.doi, first.note] == ["S", "7", "10.1/x", "N"])
    #expect(all.meshDescriptors == ["Pain"])
    #expect(all.electronicYear == 1997)
    #expect(all.journalAbbreviations == ["J. X.", "J X"])
    #expect(all.hasTranslatedTitle)
    #expect(read(#"{"PublicationType":[{"text":"C"}]}"#).publicationTypes == ["C"])
  }

  @Test("A journal's short names are given once, and none that is empty")
  func abbreviations() {
    func names(_ iso: String, _ medline: String) -> [String] {
      read(#"{"Journal":{"ISOAbbreviation":"\#(iso)"},"MedlineJournalInfo":{"MedlineTA":"\#(medline)"}}"#)
        .journalAbbreviations
    }
    #expect(names("J X", "J X") == ["J X"])
    #expect(names("", "J X") == ["J X"])
    #expect(names("J X", "") == ["J X"])
  }

  @Test(
    "A work is retracted by its type or by what retracts it",
    arguments: [
      ("RetractionIn", true), ("RetractedandRepublishedIn", true), ("RetractionOf", false),
      ("PartialRetractionIn", false),
    ])
  func retracted(relation: String, isRetracted: Bool) {
    #expect(read(#"{"CommentsCorrectionsList":[{"RefType":"\#(relation)"}]}"#).isRetracted == isRetracted)
    #expect(read(#"{"PublicationTypeList":[{"text":"Retracted Publication"}]}"#).isRetracted)
    #expect(!read(#"{"PublicationTypeList":[{"text":"Retraction of Publication"}]}"#).isRetracted)
  }
}
