import IbidModel
import IbidText

/// Decides which record, if any, is the work of a reference.
enum RecordMatcher {
  /// The record that matches, and records that an identifier names though nothing else agrees.
  struct Outcome {
    var match: RecordMatch?
    var conflicts: [RecordMatch] = []
  }

  /// An identifier decides once title, first author or year agree; without one the title must, and one of first
  /// author, year, volume and first page. Two records that match alike are no match.
  static func match(_ reference: Reference, with candidates: [Item]) -> Outcome {
    var outcome = Outcome()
    var matches: [RecordMatch] = []
    for record in candidates {
      let evidence = Evidence(reference.item, record)
      if evidence.identifiers.isEmpty {
        if evidence.isSameTitle, !evidence.others.isEmpty { matches.append(evidence.match) }
      } else if evidence.isSameTitle || evidence.others.contains("first author") || evidence.others.contains("year") {
        matches.append(evidence.match)
      } else {
        outcome.conflicts.append(evidence.match)
      }
    }
    matches.sort { ($1.score, $0.record.id) < ($0.score, $1.record.id) }
    guard let best = matches.first, matches.count < 2 || matches[1].score < best.score else { return outcome }
    outcome.match = best
    return outcome
  }

  /// What of a reference and a record agrees.
  private struct Evidence {
    let record: Item
    let identifiers: [String]
    let isSameTitle: Bool
    let others: [String]

    init(_ written: Item, _ record: Item) {
      self.record = record
      let theirs = record.identifiers
      identifiers = written.identifiers.filter { $0.kind != .isbn && theirs.contains($0) }.map(\.kind.rawValue)
      isSameTitle = [record[.title], record[.originalTitle]].contains { Self.isSame(written[.title], $0) }
      var others: [String] = []
      if let ours = written[names: .author].first, let first = record[names: .author].first,
        SearchKey.folded(ours.familyOrLiteral) == SearchKey.folded(first.familyOrLiteral)
      {
        others.append("first author")
      }
      if let year = written[date: .issued]?.year, let other = record[date: .issued]?.year, abs(year - other) <= 1 {
        others.append("year")
      }
      if let volume = written[.volume], volume == record[.volume] { others.append("volume") }
      if let page = written[.page], let other = record[.page], Self.firstPage(page) == Self.firstPage(other) {
        others.append("first page")
      }
      self.others = others
    }

    var match: RecordMatch {
      let score = min(1, (identifiers.isEmpty ? 0 : 0.6) + (isSameTitle ? 0.5 : 0) + 0.12 * Double(others.count))
      return RecordMatch(record: record, reasons: identifiers + (isSameTitle ? ["title"] : []) + others, score: score)
    }

    private static func isSame(_ left: String?, _ right: String?) -> Bool {
      guard let left, let right else { return false }
      let (ours, theirs) = (SearchKey.folded(left), SearchKey.folded(right))
      guard !ours.isEmpty else { return false }
      // A reference may leave out the subtitle.
      return ours == theirs || ours.utf8.count > 20 && theirs.hasPrefix(ours + " ")
    }

    private static func firstPage(_ pages: String) -> String {
      String(pages.unicodeScalars.prefix { !PageRange.isDash($0) && $0 != "," }).lowercased()
    }
  }
}
