import FoundationEssentials
import IbidClaims
import IbidModel

/// An article of the training set.
struct TrainingArticle {
  /// Its sentences, in order.
  var sentences: [WorthinessSentence]
  /// Their terms.
  var terms: [SentenceTerms]

  /// The articles of a file with a JSON array a line: article, paragraph, index in it, sentences in it, section,
  /// cited, text.
  static func all(in path: String) throws -> [TrainingArticle] {
    var articles: [[WorthinessSentence]] = []
    var current: Int?
    for line in try [UInt8](Data(contentsOf: URL(filePath: path))).split(separator: 0x0A) {
      let row = try JSONReader.value(of: Array(line)).elements
      guard row.count == 7, let article = row[0].integer, let paragraph = row[1].integer, let text = row[6].text else {
        continue
      }
      if article != current { articles.append([]) }
      current = article
      let section = row[4].text.flatMap(SectionKind.init(rawValue:)) ?? .other
      articles[articles.count - 1].append(
        WorthinessSentence(text: text, section: section, paragraph: paragraph, isCited: row[5].integer == 1))
    }
    return articles.map { sentences in
      TrainingArticle(sentences: sentences, terms: sentences.map { SentenceTerms($0.text) })
    }
  }
}
