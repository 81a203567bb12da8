import IbidModel
import IbidText

/// The line below a title that names who wrote the text: `By Jo Gibson and Ana Cruz`, `Jo Gibson • 12 min read`.
///
/// A line without «by» counts where a mark holds the names apart from a date or a reading time, or where the text tells
/// «About Jo Gibson» later.
enum Byline {
  /// The names; none where no line is a byline.
  static func names(in blocks: [TextBlock], title: String?) -> [Name] {
    let start = blocks.firstIndex { $0.text == title } ?? -1
    let known = Set(blocks.compactMap { about($0.text) })
    for block in blocks.dropFirst(start + 1).prefix(8) {
      guard block.text.utf8.count <= 160 else { break }
      if let names = names(in: block.text, known: known) { return names }
    }
    // Some pages name the author above the title.
    return blocks.prefix(max(0, start)).suffix(3).lazy.compactMap { names(in: $0.text, known: known) }.first ?? []
  }

  private static let openings = [
    "written by ", "by ", "authors: ", "author: ", "von ", "par ", "por ", "text: ", "posted by ", "words by ",
  ]

  private static func names(in text: String, known: Set<String>) -> [Name]? {
    var rest = Substring(text)
    let opening = openings.first { text.lowercased().hasPrefix($0) }
    if let opening { rest = rest.dropFirst(opening.count) }
    let pieces = rest.split { "•·|—–".contains($0) }.map { String($0).trimmedASCII }
    guard let first = pieces.first, let names = people(in: first) else { return nil }
    let hasOthers = pieces.count > 1 && pieces.dropFirst().allSatisfy(isDetail)
    return opening != nil || hasOthers || known.contains(first.lowercased()) ? names : nil
  }

  /// The names of a text that is nothing but names of people.
  private static func people(in text: String) -> [Name]? {
    let words = text.split { $0 == " " || $0 == "," }
    guard (2...16).contains(words.count), text.utf8.count <= 120,
      !text.contains(where: { $0.isNumber || ".?!:;/()".contains($0) && $0 != "." }),
      words.allSatisfy({ $0.first?.isUppercase == true || small.contains($0.lowercased()) })
    else { return nil }
    let names = NameList(text).names
    let isPeople = names.allSatisfy { $0.family != nil && $0.given != nil }
    return names.isEmpty || !isPeople ? nil : names
  }

  private static let small: Set<String> = [
    "and", "&", "und", "et", "y", "de", "van", "von", "der", "den", "da", "di", "la", "le",
  ]

  /// A date, a reading time, a place in a series: what has a number in it.
  private static func isDetail(_ text: String) -> Bool {
    text.contains(where: \.isNumber) || text.lowercased().contains("read")
  }

  /// Who «About Jo Gibson» is about.
  private static func about(_ text: String) -> String? {
    let lowered = text.lowercased()
    guard lowered.hasPrefix("about "), text.utf8.count < 60 else { return nil }
    let name = String(lowered.dropFirst(6))
    return name.hasPrefix("the ") ? nil : name
  }
}
