internal import IbidModel
internal import IbidText

/// The keywords of several sources, each once, those of the better source first.
enum KeywordUnion {
  /// The keywords of these lists, parted by semicolons. A list without semicolons is parted at its commas where it has
  /// several, or where one of its parts is a keyword of another list.
  static func union(_ lists: [String]) -> String {
    let known = Set(lists.filter { $0.contains(";") }.flatMap { parts(of: $0, at: ";") }.map(SearchKey.folded))
    var seen: Set<String> = []
    let words = lists.flatMap { list -> [String] in
      guard !list.contains(";") else { return parts(of: list, at: ";") }
      let words = parts(of: list, at: ",")
      return words.count > 2 || words.contains { known.contains(SearchKey.folded($0)) } ? words : [list.trimmedASCII]
    }
    return words.filter { seen.insert(SearchKey.folded($0)).inserted }.joined(separator: "; ")
  }

  private static func parts(of list: String, at sign: Character) -> [String] {
    list.split { $0 == sign || $0.isNewline }.map { String($0).trimmedASCII }.filter { !$0.isEmpty }
  }
}
