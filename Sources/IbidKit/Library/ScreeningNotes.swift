import IbidModel

/// Decisions as screening programs write them into a record's notes and tags.
///
/// Source: exports of Rayyan (`RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-EXCLUSION-REASONS: wrong outcome`) and of
/// Covidence (`Exclusion reason: Wrong study design;`, tags `Included`).
enum ScreeningNotes {
  /// What a record says: a decision of each reviewer, or one of the review; none where it says nothing.
  static func decisions(in item: Item) -> [ScreeningDecision] {
    var texts: [String] = []
    for variable in [Variable.note, .annote, .keyword, .status, .abstract] {
      if let text = item[variable] { texts.append(text) }
    }
    for member in item.custom + item.other { collect(member.value, into: &texts) }
    for text in texts {
      let decisions = rayyan(text)
      if !decisions.isEmpty { return decisions }
      if let decision = covidence(text) { return [decision] }
    }
    return []
  }

  /// The note that says so.
  static func note(of decisions: [ScreeningDecision], tags: [String]) -> String {
    var parts: [String] = []
    if !decisions.isEmpty {
      let said = decisions.map { decision in
        let word = words.first { $0.verdict == decision.verdict }?.word ?? ""
        return "\"\(decision.by.isEmpty ? review : decision.by)\"=>\"\(word)\""
      }
      parts.append("RAYYAN-INCLUSION: {\(said.joined(separator: ", "))}")
    }
    if !tags.isEmpty { parts.append("RAYYAN-LABELS: " + tags.joined(separator: ",")) }
    var reasons: [String] = []
    for reason in decisions.flatMap({ $0.reason.split(separator: ";") }).map({ String($0).trimmed })
    where !reason.isEmpty && !reasons.contains(reason) {
      reasons.append(reason)
    }
    if !reasons.isEmpty {
      // A comma parts reasons: one that has a comma itself stands in quotation marks.
      parts.append(
        "RAYYAN-EXCLUSION-REASONS: "
          + reasons.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ","))
    }
    return parts.joined(separator: " | ")
  }

  /// Who has decided where the review has: Rayyan wants a name.
  private static let review = "Ibid"

  private static let words: [(word: String, verdict: ScreeningDecision.Verdict)] = [
    ("Included", .include), ("Excluded", .exclude), ("Maybe", .maybe),
  ]

  private static func collect(_ value: JSONValue, into texts: inout [String]) {
    if let text = value.text { texts.append(text) }
    for element in value.elements { collect(element, into: &texts) }
    for member in value.members { collect(member.value, into: &texts) }
  }

  // MARK: Rayyan

  private static func rayyan(_ text: String) -> [ScreeningDecision] {
    guard let inclusion = value(of: "RAYYAN-INCLUSION:", in: text) else { return [] }
    let reasons = value(of: "RAYYAN-EXCLUSION-REASONS:", in: text).map(parts) ?? []
    // `{"Ann"=>"Included", "Bo"=>"Excluded"}`: every other quoted word is a name.
    let quoted = inclusion.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return stride(from: 0, to: quoted.count - 1, by: 2).compactMap { index in
      guard let verdict = words.first(where: { $0.word == quoted[index + 1] })?.verdict else { return nil }
      return ScreeningDecision(
        verdict, reason: verdict == .exclude ? reasons.joined(separator: "; ") : "",
        by: quoted[index] == review ? "" : quoted[index])
    }
  }

  /// The parts of a list between commas that stand in no quotation marks.
  private static func parts(of list: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in list {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: parts.append("")
      default: parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
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
