package import IbidKit
package import IbidModel

/// What a check found in a document.
package struct CheckedDocument: Sendable {
  /// What the document is.
  package enum Subject: Sendable {
    case article(CheckedArticle)
    case bibliography(CheckedBibliography)
    /// It could not be checked.
    case none(IbidError)
  }

  /// A remark that is no rule's.
  package struct Notice: Sendable, Hashable {
    /// What kind of remark it is, as a finding has a rule.
    package var code: String
    package var severity: Severity
    package var message: String
    /// The file, and its 1-based line.
    package var path: String
    package var line: Int
  }

  /// The text that was checked.
  package let text: EditedText
  package let subject: Subject
  /// What the rules found, in the order of the text; each is known by its fingerprint when lines move.
  package let findings: [Finding]
  /// What else there is to say: files that could not be read, remarks that name no rule.
  package let notices: [Notice]
  /// How references are printed; nil where nothing could be checked.
  package let printer: ReferencePrinter?
  /// The records of the library or of the files that the article was held against.
  let records: Records

  /// The article, where it is one.
  package var article: CheckedArticle? {
    if case .article(let article) = subject { article } else { nil }
  }
}
