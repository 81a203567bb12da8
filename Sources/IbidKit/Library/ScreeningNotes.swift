import IbidModel

/// Decisions as screening programs write them into a record's notes and tags.
///
/// Source: exports of Rayyan (`RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-EXCLUSION-REASONS: wrong outcome`) and of
/// Covidence (`Exclusion reason: Wrong study design;`, tags `Included`).
enum ScreeningNotes {
  /// What a record says; nil where it says nothing. Of reviewers who differ nobody can say yet.
  static func decision(in item: Item) -> ScreeningDecision? {
    var texts: [String] = []
    for variable in [Variable.note, .annote, .keyword, .status, .abstract] {
      if let text = item[variable] { texts.append(text) }
    }
    for member in item.custom + item.other { collect(member.value, into: &texts) }
    for text in texts {
      if let decision = rayyan(text) ?? covidence(text) { return decision }
    }
    return nil
  }

  /// The note that says so.
  static func note(of decision: ScreeningDecision?, tags: [String]) -> String {
    var parts: [String] = []
    if let decision {
      let word = words.first { $0.verdict == decision.verdict }?.word ?? ""
      parts.append("RAYYAN-INCLUSION: {\"Ibid\"=>\"\(word)\"}")
    }
    if !tags.isEmpty { parts.append("RAYYAN-LABELS: " + tags.joined(separator: ",")) }
    if let decision, !decision.reason.isEmpty {
      parts.append(
        "RAYYAN-EXCLUSION-REASONS: "
          + decision.reason.split(separator: ";").map { String($0).trimmed }.joined(separator: ","))
    }
    return parts.joined(separator: " | ")
  }

  private static let words: [(word: String, verdict: ScreeningDecision.Verdict)] = [
    ("Included", .include), ("Excluded", .exclude), ("Maybe", .maybe),
  ]

  private static func collect(_ value: JSONValue, into texts: inout [String]) {
    if let text = value.text { texts.append(text) }
    for element in value.elements { collect(element, into: &texts) }
    for member in value.members { collect(member.value, into: &texts) }
  }

  // MARK: Rayyan

  private static func rayyan(_ text: String) -> ScreeningDecision? {
    guard let inclusion = value(of: "RAYYAN-INCLUSION:", in: text) else { return nil }
    let said = words.filter { word in
      inclusion.contains("=>\"\(word.word)\"") || inclusion.contains(":\"\(word.word)\"")
        || inclusion.contains(": \"\(word.word)\"") || inclusion.contains("=> \"\(word.word)\"")
    }
    guard let first = said.first else { return nil }
    guard said.count == 1 else { return ScreeningDecision(.maybe, reason: "") }
    let reasons = value(of: "RAYYAN-EXCLUSION-REASONS:", in: text) ?? ""
    let reason =
      first.verdict == .exclude
      ? reasons.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "; ") : ""
    return ScreeningDecision(first.verdict, reason: reason)
  }

  /// What stands behind a name, to the next bar or line.
  private static func value(of name: String, in text: String) -> String? {
    guard let range = text.firstRange(of: name) else { return nil }
    return String(text[range.upperBound...].prefix { $0 != "|" && !$0.isNewline }).trimmed
  }

  // MARK: Covidence

  private static func covidence(_ text: String) -> ScreeningDecision? {
    let folded = text.lowercased()
    if let range = folded.firstRange(of: "exclusion reason:") {
      // The spelling is the text's: letters may fold to others, so it is counted from the end.
      let tail = String(text.suffix(folded.distance(from: range.upperBound, to: folded.endIndex)))
      return ScreeningDecision(
        .exclude, reason: String(tail.prefix { $0 != ";" && !$0.isNewline && $0 != "|" }).trimmed)
    }
    let tags = folded.split { $0 == "," || $0 == ";" || $0.isNewline }.map { String($0).trimmed }
    if tags.contains(where: { ["excluded", "irrelevant"].contains($0) }) { return ScreeningDecision(.exclude) }
    if tags.contains(where: { ["included", "relevant"].contains($0) }) { return ScreeningDecision(.include) }
    return tags.contains("maybe") ? ScreeningDecision(.maybe) : nil
  }
}
