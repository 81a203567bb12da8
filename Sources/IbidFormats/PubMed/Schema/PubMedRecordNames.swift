import IbidScan
import IbidXML

extension RecordNames {
  /// PubMed's records and sets. An article holds a citation, and a book's record the document.
  static let pubMed = RecordNames(
    records: [
      "PubmedArticle", "MedlineCitation", "PubmedBookArticle", "BookDocument", "DeleteCitation", "DeleteDocument",
    ],
    sets: ["PubmedArticleSet", "MedlineCitationSet", "PubmedBookArticleSet", "BookDocumentSet"],
    nested: [
      (outer: "PubmedArticle", inner: "MedlineCitation"), (outer: "PubmedBookArticle", inner: "BookDocument"),
    ],
    longestStartTag: XMLParser.longestStartTag)
}
