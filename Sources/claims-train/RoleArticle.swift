import FoundationEssentials
import IbidClaims
import IbidModel

/// A document whose sentences were labelled by reading.
struct RoleArticle {
  /// Its sentences, in passages, in order.
  var sentences: [RoleSentence] = []
  /// What each does.
  var roles: [SentenceRole] = []
  /// How much each counts: less where the reader hesitated.
  var weights: [Double] = []
  /// What kind of text it is; empty where it is a bare sentence or a list of such.
  var kind = ""

  /// Whether it was published, so that it is measured.
  var isPublished: Bool { !kind.isEmpty && kind != "written" }

  /// Whether it tells how sentences stand among neighbours and citations. What was written for learning teaches its words
  /// alone: its author knew the labels.
  var showsStructure: Bool { kind != "written" }

  /// The documents of a file with a JSON object a line: doc, kind, passage, paragraph, section, plain, cited, role, unsure.
  static func all(in path: String) throws -> [RoleArticle] {
    var articles: [RoleArticle] = []
    var current: String?
    for line in try [UInt8](Data(contentsOf: URL(filePath: path))).split(separator: 0x0A) {
      let row = try JSONReader.value(of: Array(line))
      guard let document = row["doc"]?.text, let text = row["plain"]?.text, let name = row["role"]?.text,
        let role = SentenceRole(name: name)
      else { continue }
      if document != current { articles.append(RoleArticle(kind: row["kind"]?.text ?? "")) }
      current = document
      articles[articles.count - 1].append(row, text: withoutMarkers(text), role)
    }
    return articles
  }

  private mutating func append(_ row: JSONValue, text: String, _ role: SentenceRole) {
    let headings = (row["section"]?.text ?? "").split(separator: ">").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let last = sentences.last
    let section = last.map { $0.headings == headings ? $0.section : sentences.count } ?? 0
    sentences.append(
      RoleSentence(
        text: text, headings: headings, section: section, paragraph: row["paragraph"]?.integer ?? 0,
        stretch: row["passage"]?.integer ?? 0, isCited: row["cited"] == .bool(true)))
    roles.append(role)
    weights.append(row["unsure"] == .bool(true) ? 0.6 : kind.isEmpty ? Self.bareWeight : 1)
  }

  /// How much a bare sentence counts: there are few beside the published ones, and people try the program with such.
  private static let bareWeight = 3.0

  /// Without «[12]», «[^1]» and «[@key]», which some of the texts still show.
  static func withoutMarkers(_ text: String) -> String {
    var kept: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "["), let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")),
        isMarker(bytes[(index + 1)..<end])
      {
        index = end + 1
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func isMarker(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "^") { return true }
    let signs = Set("0123456789,; -–".utf8)
    return first.isASCIIDigit && bytes.allSatisfy { signs.contains($0) }
  }

  /// The same as if nobody had cited: what the neighbour covered wants a source then.
  var withoutCitations: RoleArticle {
    var article = self
    for index in sentences.indices {
      article.sentences[index].isCited = false
      if roles[index] == .covered { article.roles[index] = .need }
      article.weights[index] *= 0.3
    }
    return article
  }
}
