import IbidText

/// Months in the languages of reference lists, in full and abbreviated.
package enum MonthNames {
  /// 1 to 12 for a month's name in lower case; nil for any other word.
  package static func number(of word: String) -> Int? {
    if let month = byName[word] { return month }
    return word.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }) && word.utf8.count <= 9 ? Month.number(of: word) : nil
  }

  private static let byName: [String: Int] = {
    var names: [String: Int] = [:]
    for language in languages {
      for (index, spellings) in language.split(separator: " ").enumerated() {
        for name in spellings.split(separator: "/") { names[String(name)] = index + 1 }
      }
    }
    return names
  }()

  private static let languages = [
    "januar/jänner februar märz/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre "
      + "diciembre/dic",
    "janeiro fevereiro/fev março abril maio junho julho agosto setembro/set outubro/out novembro dezembro",
    "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
    "gennaio/genn febbraio/febbr marzo aprile maggio giugno luglio agosto settembre/sett ottobre novembre dicembre",
  ]
}
