import IbidChecks
import IbidKit
import IbidModel
import IbidText

/// What mends the findings of a document.
struct FindingFixes {
  private let document: CheckedDocument
  private let path: String
  private let session: WritingSession

  init(_ document: CheckedDocument, path: String, session: WritingSession) {
    (self.document, self.path, self.session) = (document, path, session)
  }

  /// What mends a finding, the surest first.
  func fixes(of finding: Finding) -> [QuickFix] {
    var fixes: [QuickFix] = []
    if let fix = finding.fix, fix.range.path == nil || fix.range.path == path {
      let old = document.text.text(fix.range.offsets)
      let title = fix.replacement.isEmpty ? "Take out “\(Self.short(old))”" : "Write “\(Self.short(fix.replacement))”"
      fixes.append(QuickFix(title, [TextEdit(fix.range.offsets, fix.replacement)], mends: finding, isPreferred: true))
    }
    guard let article = document.article else { return fixes }
    switch finding.rule {
    case "record-mismatch": return fixes + corrections(of: finding, in: article)
    case "marker-without-note": return fixes + missing(finding, in: article)
    default: return fixes
    }
  }

  /// Fields that are written otherwise than in the record, where what is written stands in the reference once.
  private func corrections(of finding: Finding, in article: CheckedArticle) -> [QuickFix] {
    let references = article.notes.flatMap(\.references).filter { $0.reference.range == finding.range }
    return references.flatMap { reference in
      article.differences(of: reference).compactMap { one in
        let range = finding.range.offsets.clamped(to: 0..<document.text.bytes.count)
        let places = WholeWord.all(one.written, in: document.text.bytes, range, atMost: 2)
        guard places.count == 1, finding.message.contains("“\(one.written)”") else { return nil }
        let record = FormatEscaping.text(one.record, in: article.article.format)
        return QuickFix(
          "Correct the \(one.field) to “\(Self.short(one.record))”, as in the record", [TextEdit(places[0], record)],
          mends: finding)
      }
    }
  }

  /// A note for a marker that has none, or another key for one that no record has.
  private func missing(_ finding: Finding, in article: CheckedArticle) -> [QuickFix] {
    let places = ArticlePlaces(article, document.text)
    let markers = article.markers.map(\.marker).filter { $0.range == finding.range }
    guard let marker = markers.first(where: { finding.message.contains($0.label) }) ?? markers.first else { return [] }
    switch marker.target {
    case .note(let label):
      let item = session.record(label, for: path)
      let reference = item.map { document.printer?.text(of: $0) ?? $0[.title] ?? label } ?? "TODO: the reference"
      guard let edit = NewNote(article, document.text).edit(label: label, saying: reference) else { return [] }
      return [QuickFix("Add note \(label)", [edit], mends: finding)]
    case .key(let key):
      let keys = session.recordIndex(for: path)?.entries.map(\.key) ?? []
      let nearest = NearestNames.nearest(to: key, among: article.ownRecords.map(\.id) + keys)
      return nearest.prefix(3).map { other in
        let edits = places.uses(of: marker.target).map { TextEdit(places.label(of: $0), other) }
        return QuickFix("Cite “\(other)”", edits, mends: finding)
      }
    }
  }

  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
