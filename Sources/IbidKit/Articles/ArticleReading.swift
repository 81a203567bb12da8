import IbidArticles
import IbidChecks
import IbidClaims
import IbidModel
import IbidText

/// An article whose text has been read, and the records that it brings along: the first step of a check. The second
/// looks its works up, ``linked(with:pausing:)``; who checks while somebody types may give up in between.
package struct ArticleReading: Sendable {
  let path: String
  /// The article's file, inflated, in its own encoding.
  let raw: [UInt8]
  let read: ReadArticle
  let suppressions: [Suppression]
  let own: ArticleBibliography
  /// What is wrong with the block before the text.
  private let problems: [RecordProblem]

  /// Reads an article's bytes.
  ///
  /// - Parameters:
  ///   - path: what its places are reported under; files that it takes in are looked for beside it.
  ///   - format: the article's format; nil to recognize it.
  ///   - bibliography: files of records that belong to the article beside those that it names.
  /// - Throws: `IbidError` where the article, or a file that the caller names, cannot be read.
  package init(
    bytes: [UInt8], path: String, format: String? = nil, bibliography: [String] = [],
    surroundings: Surroundings = Surroundings()
  ) throws(IbidError) {
    do throws(ArticleError) {
      let folder = ArticleFolder(of: path, unsaved: surroundings.unsaved)
      read = try ArticleReaders.read(bytes, path: path, format: format) { folder?.bytes(of: $0) }
    } catch {
      throw IbidError(error)
    }
    self.path = path
    raw = bytes
    suppressions = SuppressionReader.suppressions(in: read)
    let block = FrontMatter(read.source.bytes)
    problems = block.problem.map { [$0.record(in: path)] } ?? []
    own = try surroundings.bibliography(
      works: block.works, names: read.bibliographies, given: bibliography, of: path)
  }

  /// The article with its references looked up in `records`, and its sentences judged.
  ///
  /// - Parameter pausing: called before the references are looked up and before the sentences are judged; what it throws
  ///   ends the check.
  /// - Throws: `IbidError` where the records cannot be read, and where `pausing` throws.
  package func linked(
    with records: Records, pausing: () throws -> Void = {}
  ) throws(IbidError) -> CheckedArticle {
    let linked = try records.reading(path) { source in
      try pausing()
      var linker = ArticleLinker(read.reading, records: own.index.map { OwnRecords($0, before: source) } ?? source)
      return try linker.link(read.article, pausing: pausing)
    }
    return CheckedArticle(linked, from: self, problems: records.problems + problems + own.problems)
  }
}
