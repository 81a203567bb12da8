import IbidKit
import IbidModel
import IbidSession
import TestSupport

/// A session with one article in a folder of its own, with some records: what the tests write in.
struct Writer {
  let folder: TemporaryFolder
  let session: WritingSession
  let path: String

  /// The article's text is as long open as this value lives, and was checked.
  init(
    _ text: String, named name: String = "article.md", records: [Item] = Self.records,
    bibliography: [(name: String, text: String)] = [], options: SessionOptions = SessionOptions()
  ) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/" + name
    for file in bibliography { try folder.write(file.name, file.text) }
    var options = options
    if !records.isEmpty {
      let list = JSONWriter.text(of: .array(records.map { $0.cslJSON() }))
      options.files = [try folder.write("records.json", list)]
    }
    session = WritingSession(options)
    session.open(path, text, version: 1, at: 0)
    _ = session.check(path)
  }

  var document: OpenDocument {
    guard let document = session.documents[path] else { fatalError("the article is open") }
    return document
  }

  var checked: CheckedDocument {
    guard let checked = document.checked else { fatalError("the article was checked") }
    return checked
  }

  var text: String { String(decoding: document.text.bytes, as: UTF8.self) }

  /// The offset of the cursor, `|`, in a text that is put in the article's place without it.
  func write(_ text: String) -> Int {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    session.change(path, nil, to: parts.joined(), version: 2, at: 1000)
    return parts[0].utf8.count
  }

  /// Where these words stand.
  func offset(of words: String) -> Int {
    let (bytes, words) = (document.text.bytes, Array(words.utf8))
    return bytes.indices.first { bytes[$0...].starts(with: words) } ?? -1
  }

  /// The text with these edits made.
  func text(with edits: [TextEdit]) -> String {
    String(decoding: document.text.applying(edits).bytes, as: UTF8.self)
  }

  /// The rules of what is found in a text, as this article is checked.
  func rules(in text: String) throws -> [String] {
    let other = try Writer(text, named: String(path.split(separator: "/").last ?? "article.md"))
    return other.checked.findings.map(\.rule)
  }

  static let records = [
    item("engel1977", "Engel", "The need for a new medical model: a challenge for biomedicine", 1977) {
      $0[names: .author] = [Name(family: "Engel", given: "George L")]
      $0[.containerTitle] = "Science"
      $0[.volume] = "196"
      $0[.issue] = "4286"
      $0[.page] = "129-136"
      $0[.PMID] = "847460"
    },
    item("weng2023", "Weng", "Comparative efficacy of exercise therapy", 2023) {
      $0[.abstract] = "Exercise reduces chronic pain in 40% of patients with arthritis."
    },
    item("ostrom1990", "Öström", "Governing the commons", 1990) { _ in },
  ]

  static func item(
    _ key: String, _ author: String, _ title: String, _ year: Int, _ more: (inout Item) -> Void
  ) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = title
    item[names: .author] = [Name(family: author, given: "A")]
    item[date: .issued] = CSLDate(year)
    more(&item)
    return item
  }
}
