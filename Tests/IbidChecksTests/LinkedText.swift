import IbidArticles
import IbidClaims
import IbidModel

/// A text read as an article and linked with records in memory.
struct LinkedText {
  let article: LinkedArticle

  init(_ text: String, records: [Item] = [], path: String = "example.md") throws {
    let read = try ArticleReaders.read(Array(text.utf8), path: path)
    var linker = ArticleLinker(read.reading, records: MemoryRecords(records))
    article = try linker.link(read.article)
  }
}
