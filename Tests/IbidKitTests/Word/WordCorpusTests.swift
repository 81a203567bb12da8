import IbidKit
import TestSupport
import Testing

/// Real documents of other programs: whatever is written into them, their text stays and they stay whole.
@Suite(.enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout"))
struct WordCorpusTests {
  private static let files =
    Repository.hasCorpora
    ? (try? Repository.files(in: Repository.shared + "/corpora/docx", endingWith: ".docx")) ?? [] : []

  @Test("Comments leave the text, others' comments and all parts as they were", arguments: files)
  func comments(path: String) throws {
    let before = try WordParts(Repository.bytes(path))
    let article: CheckedArticle
    do { article = try CheckedArticle(path: path) } catch { return }
    let bytes = try ReviewedWord(article, findings: article.findings(rules: RuleSelection())).bytes
    let after = try WordParts(bytes)
    #expect(Set(after.violations).subtracting(before.violations) == [])
    #expect(after.text() == before.text())
    for name in before.order where !["word/document.xml", "word/comments.xml"].contains(name) {
      let isIndex = name == "[Content_Types].xml" || name == "word/_rels/document.xml.rels"
      #expect(isIndex || after[name] == before[name], "\(name)")
    }
    let again = try CheckedArticle(bytes: bytes, path: path)
    let second = try ReviewedWord(again, findings: again.findings(rules: RuleSelection())).bytes
    #expect(try WordParts(second).parts == after.parts)
    let file = try TemporaryFolder()
    let stripped = try WordParts(ReviewedWord(strippedAt: file.write("a.docx", bytes)).bytes)
    #expect(stripped.text() == before.text() && stripped.order == before.order)
  }

  @Test("Live citations in one style, another and back are as they were", arguments: files)
  func styles(path: String) throws {
    let bytes = try Repository.bytes(path)
    func formatted(_ bytes: [UInt8], _ style: String) throws -> [UInt8] {
      try FormattedWord(bytes: bytes, path: path, style: try StyleSearch().style(style)).bytes
    }
    let first: [UInt8]
    do { first = try formatted(bytes, "apa") } catch let error as IbidError {
      return #expect(error.message.contains("no live citations"), "\(error.message)")
    }
    for style in ["nature", "ieee", "chicago-author-date"] {
      let other = try formatted(first, style)
      #expect(try Set(WordParts(other).violations).subtracting(WordParts(bytes).violations) == [])
      #expect(try WordParts(formatted(other, "apa")).parts == WordParts(first).parts, "\(style)")
    }
  }
}
