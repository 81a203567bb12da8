package import IbidKit
package import IbidModel
import IbidText

/// What there is to say of a cited work where somebody points at it.
package struct ReferenceCard: Sendable, Hashable {
  /// Where what is known of the work comes from.
  package enum Origin: Sendable, Hashable {
    /// A record of the library at `path`; nil where it is one of files that stand for a library.
    case library(path: String?)
    /// A record of a file, at `path`.
    case file(path: String)
    /// A record of the article's own, of files that nobody can point into.
    case ownRecord
    /// No record: what the article's own reference says.
    case reference
  }

  package let key: String
  /// The reference as the style prints it.
  package let reference: String
  package let origin: Origin
  /// `DOI 10.1136/…`, `PMID 36593092`, in the order of their kinds.
  package let identifiers: [Identifier]
  /// What speaks against resting a claim on it: that it was retracted.
  package let warnings: [String]
  /// The abstract's first lines; empty where there is none.
  package let abstract: String
  /// So many characters of an abstract are shown, to the end of a word.
  private static let abstractLength = 400

  /// The card of a work.
  package init(_ item: Item, origin: Origin, printer: ReferencePrinter?) {
    key = item.id
    reference = printer?.text(of: item) ?? item[.title] ?? item.id
    self.origin = origin
    identifiers = item.identifiers
    warnings = Self.warnings(of: item)
    abstract = Self.beginning(of: item[.abstract] ?? "")
  }

  /// The card of a work that an article cites.
  ///
  /// - Parameter library: where the article's library is.
  package init(_ work: CitedWork, in document: CheckedDocument, library: String?, _ entries: RecordEntries) {
    let isOwn = document.article?.ownRecords.contains { $0.id == work.item.id } ?? false
    let origin: Origin =
      !work.isRecord
      ? .reference
      : !isOwn ? .library(path: library) : entries.place(of: work.item.id).map { .file(path: $0.path) } ?? .ownRecord
    self.init(work.item, origin: origin, printer: document.printer)
  }

  private static func warnings(of item: Item) -> [String] {
    guard let facts = item.pubmed.map(PubMedReading.init) else { return [] }
    func relation(_ type: String) -> PubMedReading.Relation? { facts.commentsCorrections.first { $0.refType == type } }
    func said(_ words: String, _ relation: PubMedReading.Relation?) -> String {
      words + (relation?.source.map { ": " + $0 } ?? "")
    }
    var found: [String] = []
    if let again = relation("RetractedandRepublishedIn") {
      found.append(said("Retracted and republished", again))
    } else if facts.isRetracted {
      found.append(said("Retracted", relation("RetractionIn")))
    }
    if let concern = relation("ExpressionOfConcernIn") { found.append(said("Expression of concern", concern)) }
    if let erratum = relation("ErratumIn") { found.append(said("Erratum", erratum)) }
    return found
  }

  private static func beginning(of text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > abstractLength else { return line }
    let cut = line.prefix(abstractLength)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
  }
}
