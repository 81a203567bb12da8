import IbidClaims
import IbidModel

extension Rule {
  static let retractedSource = Rule(
    id: "retracted-source", severity: .error,
    summary: "A cited work that has been retracted",
    explanation: """
      The library's PubMed record of the work says that it was retracted. Take the citation out, or say in the text
      that the work was retracted and why you cite it all the same. The notice of a retraction is no retracted work.
      """,
    examples: [
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: ⟦Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460⟧
        """, records: [.retractedEngel]),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460
        """, records: [.engel]),
      RuleExample("Medicine needs a new model ⟦[@engel1977]⟧.", records: [.retractedEngel]),
    ]
  ) { article in
    let inNotes = article.notes.flatMap(\.references).filter { article.works[$0.work].item.isRetracted }
      .map { ($0.reference.range, $0.work) }
    let inText = zip(article.article.markers, article.markers).compactMap { marker, link -> (SourceRange, Int)? in
      guard case .key = marker.target, let work = link.works.first, article.works[work].item.isRetracted else {
        return nil
      }
      return (marker.range, work)
    }
    return (inNotes + inText).map { range, work in
      let notice = article.works[work].item.retractionNotice.map { " (\($0))" } ?? ""
      return Remark(range, "the work was retracted\(notice); do not rest a claim on it")
    }
  }
}

extension Item {
  /// The record that examples match with, as if it had been retracted. (It was not.)
  fileprivate static let retractedEngel: Item = {
    var item = Item.engel
    item.pubmed = PubMedFacts(
      json: """
        {"PublicationTypeList":[{"UI":"D016441","text":"Retracted Publication"}],\
        "CommentsCorrectionsList":[{"RefType":"RetractionIn","RefSource":"Science. 1980","PMID":"1"}]}
        """)
    return item
  }()
}
