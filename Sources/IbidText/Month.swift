/// Months and seasons by their names.
package enum Month {
  /// 1 to 12 for an English month in full or abbreviated (`Sept.`), or for its number; nil for anything else.
  package static func number(of text: some StringProtocol) -> Int? {
    let word = text.lowercased().drop { $0 == " " }.prefix { $0 != "." && $0 != " " }
    if let number = Int(word) { return (1...12).contains(number) ? number : nil }
    guard word.utf8.count >= 3 else { return nil }
    return english.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  /// 1 (spring) to 4 (winter) for an English season; nil for anything else.
  package static func season(of text: some StringProtocol) -> Int? {
    switch text.lowercased() {
    case "spring": 1
    case "summer": 2
    case "autumn", "fall": 3
    case "winter": 4
    default: nil
    }
  }

  /// 1 to 12 for a month's name in lower case, in a language of reference lists, in full or abbreviated; nil for any
  /// other word.
  package static func number(inAnyLanguage word: String) -> Int? {
    if let month = byForeignName[word] { return month }
    return word.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }) && word.utf8.count <= 9 ? number(of: word) : nil
  }

  /// Three letters in lower case for 1 to 12, as BibTeX's macros have them; nil for any other number.
  package static func abbreviation(of month: Int) -> String? {
    (1...12).contains(month) ? String(english[month - 1].prefix(3)) : nil
  }

  /// The English names in lower case, in order.
  package static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let byForeignName: [String: Int] = {
    var names: [String: Int] = [:]
    for language in foreign {
      for (index, spellings) in language.split(separator: " ").enumerated() {
        for name in spellings.split(separator: "/") { names[String(name)] = index + 1 }
      }
    }
    return names
  }()

  private static let foreign = [
    "januar/jänner februar märz/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre "
      + "diciembre/dic",
    "janeiro fevereiro/fev março abril maio junho julho agosto setembro/set outubro/out novembro dezembro",
    "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
    "gennaio/genn febbraio/febbr marzo aprile maggio giugno luglio agosto settembre/sett ottobre novembre dicembre",
  ]
}
