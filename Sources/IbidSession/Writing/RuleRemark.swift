import IbidArticles
import IbidKit
import IbidModel

/// A remark in an article that switches a rule off for a line, as the article's format writes remarks.
struct RuleRemark {
  private let document: CheckedDocument
  private let syntax: RemarkSyntax

  /// Remarks in a document; nil where it is no article.
  init?(_ document: CheckedDocument) {
    guard let article = document.article else { return nil }
    self.document = document
    syntax = article.remarks
  }

  /// Switches the finding's rule off for the line on which it begins; nil where a remark would part a paragraph.
  func fix(for finding: Finding) -> QuickFix? {
    let text = document.text
    let line = text.line(at: finding.range.offsets.lowerBound)
    guard let edit = edit("\(finding.rule) -- reason", onLine: line) else { return nil }
    return QuickFix("Switch \(finding.rule) off for this line", [edit], mends: finding)
  }

  private func edit(_ words: String, onLine line: Int) -> TextEdit? {
    let text = document.text
    let end = text.contents(ofLine: line).upperBound
    if let block = syntax.delimiters.first(where: { ["<!--", "/*"].contains($0.opening) }), let closing = block.closing
    {
      return TextEdit(at: end, " \(block.opening) ibid-disable-line \(words) \(closing)")
    }
    if syntax.delimiters.contains(where: { $0.opening == "%" }) {
      return TextEdit(at: end, " % ibid-disable-line \(words)")
    }
    // A line of its own, before a paragraph.
    guard line == 0 || text.contents(ofLine: line - 1).allSatisfy({ text.bytes[$0] <= 0x20 }) else { return nil }
    let opening = syntax.delimiters.first.map { $0.opening + " " } ?? ""
    return TextEdit(
      at: text.contents(ofLine: line).lowerBound, "\(opening)ibid-disable-next-line \(words)\(text.lineEnd)")
  }
}
