import IbidClaims
import IbidModel

/// What records were asked, and answered.
struct RecordAnswers {
  struct Question: Hashable {
    var item: Item
    var text: String
  }

  struct Names: Hashable {
    var families: [String]
    var year: Int?
  }

  var matches: [Question: RecordOutcome] = [:]
  var records: [String: Item?] = [:]
  var byNames: [Names: [Item]] = [:]

  /// These, and others that are newer.
  func merging(_ others: RecordAnswers) -> RecordAnswers {
    var all = self
    all.matches.merge(others.matches) { $1 }
    all.records.merge(others.records) { $1 }
    all.byNames.merge(others.byNames) { $1 }
    return all
  }
}

/// Records that are asked only what they have not been asked before.
final class RememberingRecords: RecordSource {
  private let source: any RecordSource
  private let before: RecordAnswers
  /// What was asked here, with the answers.
  private(set) var asked = RecordAnswers()

  init(_ source: any RecordSource, before: RecordAnswers) {
    self.source = source
    self.before = before
  }

  func match(_ item: Item, text: String) throws -> RecordOutcome {
    let question = RecordAnswers.Question(item: item, text: text)
    let answer =
      try asked.matches[question] ?? before.matches[question] ?? source.match(item, text: text)
    asked.matches[question] = answer
    return answer
  }

  func record(key: String) throws -> Item? {
    let answer = try asked.records[key] ?? before.records[key] ?? source.record(key: key)
    asked.records[key] = .some(answer)
    return answer
  }

  func keys(near key: String) throws -> [String] { try source.keys(near: key) }

  func records(by families: [String], year: Int?) throws -> [Item] {
    let names = RecordAnswers.Names(families: families, year: year)
    let answer = try asked.byNames[names] ?? before.byNames[names] ?? source.records(by: families, year: year)
    asked.byNames[names] = answer
    return answer
  }
}
