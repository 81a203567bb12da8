package import IbidArticles
package import IbidChecks
import IbidClaims
package import IbidModel
import IbidText

/// What somebody needs to know who writes on.
extension CheckedArticle {
  /// How remarks are written in the article's format.
  package var remarks: RemarkSyntax { reading.read.format.remarks }

  /// The style that the article asks for, by the name that it gives it.
  package var styleName: String? { FrontMatter(source.bytes).style }

  /// The files of records that the article or its project names, whether they are there or not.
  package var bibliographyFiles: [String] { reading.own.files }

  /// The records that the article brings along.
  package var ownRecords: [Item] { reading.own.items }

  /// One more citation of a work, in the way in which the article cites.
  package func citation(of item: Item) -> NewCitation {
    let form = CitationForm(article)
    let holder = notes.first { $0.references.count == 1 && $0.references[0].work.item.id == item.id }
    return NewCitation(
      text: form.text(citing: item, label: holder?.note.label), label: holder?.note.label ?? form.newLabel(for: item),
      needsNote: form.needsEntry && holder == nil)
  }

  /// Where a reference says otherwise than the record of its work.
  package func differences(of reference: CheckedReference) -> [FieldDifference] {
    guard reference.match != nil, let work = linked.works.first(where: { $0.item.id == reference.work.item.id }) else {
      return []
    }
    return RecordComparison(written: reference.reference.item, record: work).fieldDifferences
  }
}

/// A citation that is yet to be written.
package struct NewCitation: Sendable, Hashable {
  /// What stands in the text.
  package let text: String
  /// The label of the work's note; nil where the article cites without notes.
  package let label: String?
  /// Whether a note of this label has to be written, too.
  package let needsNote: Bool
}
