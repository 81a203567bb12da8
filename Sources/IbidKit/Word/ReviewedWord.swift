import IbidArticles
public import IbidModel

/// A Word document with findings as comments on their words. Others' comments, tracked changes and fields stay, and our
/// own earlier comments go.
///
///     let article = try CheckedArticle(path: "paper.docx")
///     let reviewed = try ReviewedWord(article, findings: article.findings())
///     try OutputFile("reviewed.docx").write(reviewed.bytes)
public struct ReviewedWord: Sendable {
  /// The document with its comments.
  public let bytes: [UInt8]
  /// How many of our own earlier comments were taken out.
  public let removed: Int

  /// Comments on an article that is a Word document.
  ///
  /// - Throws: `IbidError` where the article is none, or its package is broken.
  public init(_ article: CheckedArticle, findings: [Finding]) throws(IbidError) {
    guard article.article.format == DocxReader.format.name else {
      throw IbidError(
        .malformedFile, "\(article.article.path): is no Word document, into which comments are written",
        path: article.article.path)
    }
    try self.init(article.raw, path: article.article.path, findings: findings)
  }

  /// The Word document at `path` without our own comments.
  ///
  /// - Throws: `IbidError` where it cannot be read, or its package is broken.
  public init(strippedAt path: String) throws(IbidError) {
    try self.init(InputFile(path: path).bytes(limit: 200_000_000), path: path, findings: [])
  }

  private init(_ bytes: [UInt8], path: String, findings: [Finding]) throws(IbidError) {
    do throws(ArticleError) {
      var review = try WordReview(bytes, path: path)
      review.comment(on: findings.map { ($0.range.offsets, Self.lines(of: $0)) })
      self.bytes = try review.written()
      removed = review.removedCount
    } catch {
      throw IbidError(error)
    }
  }

  private static func lines(of finding: Finding) -> [String] {
    let fingerprint = finding.fingerprint ?? String(repeating: "0", count: 16)
    return [finding.message, "\(finding.severity.rawValue) · \(finding.rule) · ibid:\(fingerprint)"]
  }
}
