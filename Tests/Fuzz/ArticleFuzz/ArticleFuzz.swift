import FuzzDriver
import IbidArticles
import IbidClaims
import IbidModel
import IbidText

/// Feeds the article readers with what libFuzzer makes of the seeds, and has the notes of what they read understood,
/// linked and judged as `ibid claims` does. A crash, a leak or a broken promise below is a finding, and becomes a test.
///
///     IBID_FUZZ=1 swift build -c release --product ArticleFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/ArticleFuzz -max_len=512 -dict=Tests/Fuzz/article.dict CORPUS
@main
enum ArticleFuzz {
  static func main() { fuzz(test) }
}

/// The first byte chooses the format; its highest bit has a Word document's parts given as they are, 0xFF between.
private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let choice = input.isEmpty ? 0 : input.removeFirst()
  let readers = ArticleReaders.all
  for reader in readers { _ = reader.recognizes(input, path: "fuzz") }
  if choice & 0x80 != 0 {
    if let read = try? DocxReader.read(parts(of: input), path: "fuzz") { check(read) }
  } else if let read = try? ArticleReaders.read(
    input, path: "fuzz", format: readers[Int(choice) % readers.count].format.name)
  {
    check(read)
  }
  return 0
}

private func parts(of input: [UInt8]) -> DocxParts {
  var pieces = input.split(separator: 0xFF, omittingEmptySubsequences: false).map { piece in
    Array(String(decoding: piece, as: UTF8.self).utf8)
  }
  var parts = DocxParts(document: pieces.removeFirst())
  if let piece = pieces.popLast() { parts.footnotes = piece }
  if let piece = pieces.popLast() { parts.styles = piece }
  parts.sources = pieces
  return parts
}

/// Every place lies in the text, and every sentence's markers are among the article's, as it was read and when it is
/// linked.
private func check(_ read: ReadArticle) {
  let article = read.article
  check(
    article.sentences.map(\.range) + article.markers.map(\.range) + article.notes.map(\.range)
      + article.sections.map(\.range) + article.notes.flatMap { $0.paragraphs.map(\.range) + $0.links.map(\.range) },
    in: read)
  for sentence in article.sentences where sentence.markers.upperBound > article.markers.count {
    fatalError("\(sentence.markers) of \(article.markers.count) markers")
  }
  var linker = ArticleLinker(read.reading, records: MemoryRecords([]))
  guard let linked = try? linker.link(article) else { fatalError("records in memory threw an error") }
  check(linked, of: read)
}

/// References, quotes and names in passing lie in the file, references in its order; all links lead somewhere.
private func check(_ linked: LinkedArticle, of read: ReadArticle) {
  let article = linked.article
  for note in article.notes {
    check(note.references.map(\.range) + note.quotes.map(\.range) + note.terseCitations.map(\.range), in: read)
    for (one, next) in zip(note.references, note.references.dropFirst())
    where one.range.position > next.range.position {
      fatalError("\(one.range) stands behind \(next.range)")
    }
  }
  check(linked.mentions.map(\.citation.range) + linked.uncoveredClauses.map(\.range), in: read)
  guard linked.judgements.count == article.sentences.count, linked.statuses.count == article.sentences.count,
    linked.notes.count == article.notes.count, linked.markers.count == article.markers.count
  else { fatalError("something was left out") }
  let works = linked.notes.flatMap(\.works) + linked.markers.flatMap(\.works) + linked.mentions.flatMap(\.works)
  for work in works where !linked.works.indices.contains(work) {
    fatalError("work \(work) of \(linked.works.count)")
  }
}

private func check(_ ranges: [SourceRange], in read: ReadArticle) {
  for range in ranges {
    guard range.place.offset >= 0, range.length >= 0, range.positions.upperBound <= read.text.count else {
      fatalError("\(range) lies outside the \(read.text.count) bytes of the file")
    }
    guard range.place == read.source.place(at: range.position) else {
      fatalError("\(range.place) is another place of the file")
    }
  }
}
