import IbidModel
import IbidText

/// When a text was published and last changed, by its own words: «Published on 3 May 2021», «last updated: 2023», and a
/// log of updates.
///
/// A log is a run of lines under a heading for updates that each begin with a date and a dash or a colon. The newest is
/// the last update; the one that speaks of publication is that.
struct TextDates {
  private(set) var issued: CSLDate?
  private(set) var updated: CSLDate?
  /// Whether no date was found.
  var isEmpty: Bool { issued == nil && updated == nil }

  init(_ blocks: [TextBlock]) {
    readLog(in: blocks)
    for block in blocks.prefix(20) + blocks.suffix(12) where block.text.utf8.count <= 200 {
      if updated == nil { updated = Self.date(in: block.text, behind: Self.updates) }
      if issued == nil { issued = Self.date(in: block.text, behind: Self.publications) }
    }
    if issued == nil {
      // «… since publication (2021)»
      issued =
        blocks.lazy.filter { $0.text.lowercased().contains("since publication (") }
        .compactMap { Self.date(in: $0.text, behind: ["since publication"]) }.first
    }
  }

  private static let updates = [
    "last updated", "updated", "last modified", "last revised", "last reviewed", "revised",
    "aktualisiert", "mis à jour", "actualizado",
  ]
  private static let publications = [
    "first published", "originally published", "published", "publication date",
    "posted", "publication", "date:", "veröffentlicht", "publié", "publicado",
  ]

  /// The date behind the first of the words that has one.
  private static func date(in text: String, behind words: [String]) -> CSLDate? {
    let lowered = text.lowercased()
    for word in words {
      guard let range = lowered.firstRange(of: word) else { continue }
      // A letter before it makes it another word: «unpublished».
      if let before = lowered[..<range.lowerBound].last, before.isLetter { continue }
      var rest = lowered[range.upperBound...].drop { " :([".contains($0) }
      for filler in ["on ", "in ", "am ", "le ", "el "] where rest.hasPrefix(filler) {
        rest = rest.dropFirst(filler.count)
      }
      let pieces = rest.prefix { !")]•|·;".contains($0) }.split(separator: " ").prefix(4)
      for count in stride(from: pieces.count, to: 0, by: -1) {
        let candidate = pieces.prefix(count).joined(separator: " ")
        let trimmed = candidate.last.map { ".,".contains($0) } == true ? String(candidate.dropLast()) : candidate
        if let date = RawDate.parsed(trimmed), (date.year ?? 0) >= 1_000 { return date }
      }
    }
    return nil
  }

  private mutating func readLog(in blocks: [TextBlock]) {
    var newest: CSLDate?
    for (index, block) in blocks.enumerated() where Self.isLogHeading(block.text) {
      var entries: [(date: CSLDate, text: String)] = []
      // What explains the log stands between.
      for line in blocks[(index + 1)...].prefix(200) {
        if let entry = Self.entry(line.text) {
          entries.append(entry)
        } else if !entries.isEmpty || Self.isLogHeading(line.text) {
          break
        }
      }
      for entry in entries {
        if let start = entry.date.start, newest?.start.map({ $0 < start }) ?? true { newest = entry.date }
        let words = entry.text.lowercased()
        if ["publication", "published", "first version", "initial ", "posted"].contains(where: words.hasPrefix) {
          issued = issued ?? entry.date
        }
      }
      if !entries.isEmpty { break }
    }
    updated = newest
  }

  private static func isLogHeading(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let joined = words.joined(separator: " ")
    return ["what s new", "change log", "version history", "revision history", "update history", "update log"].contains
    {
      joined.contains($0)
    } || words.contains { ["updates", "changelog", "revisions", "changes", "errata"].contains($0) } && words.count <= 5
  }

  /// The date at a line's start, and the text behind its dash or colon.
  private static func entry(_ text: String) -> (date: CSLDate, text: String)? {
    let head = text.prefix(40)
    for mark in [" — ", " – ", " - ", ": ", "—", "–"] {
      guard let range = head.firstRange(of: mark), let date = RawDate.parsed(String(head[..<range.lowerBound])),
        (1_900...2_999).contains(date.year ?? 0)
      else { continue }
      return (date, String(text[range.upperBound...]))
    }
    return nil
  }
}
