/// Names of meetings put together by chance, as the proceedings of computer science print them.
enum InventedMeeting {
  /// The name of a meeting on what a title speaks of: «Proceedings of the 5th International Workshop on … (WPS’97)».
  static func name(of title: String, year: String, _ random: inout Random) -> String {
    let words = title.split { !$0.isLetter }.filter { $0.count > 3 }.prefix(Int.random(in: 2...4, using: &random))
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
    guard words.count > 1 else { return "Proceedings of the Annual Meeting" }
    let subject =
      words.dropLast().joined(separator: " ") + random.one(of: [" and ", " ", " for "]) + (words.last ?? "")
    let acronym = String(words.compactMap(\.first)) + random.one(of: ["", "", "S", "C"])
    let number = Int.random(in: 2...40, using: &random)
    let ordinal = random.one(of: [
      "\(number)th", "\(number)th", "\(number)th Annual", "Fifth", "Twenty-Second", "\(number)th IEEE",
      "ACM SIGMOD", "\(year)", "Annual", "\(number)th ACM/IEEE",
    ])
    let kind = random.one(of: [
      "International Conference", "Conference", "Symposium", "International Workshop", "Workshop",
      "European Conference", "International Symposium", "Joint Conference", "Annual Meeting",
    ])
    var name = random.one(of: [
      "Proceedings of the \(ordinal) \(kind) on \(subject)", "Proceedings of the \(ordinal) \(kind) on \(subject)",
      "Proc. \(number)th \(kind) on \(subject)", "\(year) \(number)th \(kind) on \(subject)",
      "\(ordinal) \(kind) on \(subject)", "Proceedings of \(acronym) \(year)", "Proceedings \(acronym) \(year)",
      "Advances in \(subject) \(number)", "Proceedings of the ACM on \(subject)",
      "Anais do \(number)º Congresso Brasileiro de \(subject)", "Actes du \(number)e colloque sur \(subject)",
      "Tagungsband der \(number). Tagung \(subject)", "Advances in \(subject)—\(acronym) \(year)",
    ])
    if !name.contains(acronym), random.once(in: 2) {
      let short = String(year.suffix(2))
      name += random.one(of: [
        " (\(acronym)’\(short))", " (\(acronym) \(year))", " (\(acronym))", " (\(acronym)’\(year))", " – \(acronym)",
      ])
    }
    return name
  }
}
