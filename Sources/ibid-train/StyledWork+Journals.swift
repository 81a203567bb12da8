import IbidNotes

/// Journals and pages.
extension StyledWork {
  mutating func writeJournal() {
    let container = work.container
    if work.isGerman ? random.once(in: 2) : random.once(in: 6) {
      text.append(pick(["In: ", "in: ", "In ", "in ", "- In: ", "– In: ", "In : ", "// ", "dans "]))
    }
    text.append(container, .container)
    if datePlace == .behindContainer, random.once(in: 2), !work.volume.isEmpty {
      // Vancouver.
      text.append(pick([". ", ". ", " "]))
      text.append(work.year + month(), .date)
      text.append(pick([";", "; "]))
      volumeIssue([("", "(", ")"), ("", " (", ")")])
      pages(pick([":", ": "]))
      return
    }
    writeNumbers()
  }

  mutating func month() -> String {
    random.once(in: 2)
      ? ""
      : " "
        + pick([
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mar 15", "Jul-Aug",
        ])
  }

  mutating func volumeIssue(_ manners: [(String, String, String)]) {
    let manner = random.one(of: manners)
    text.append(manner.0)
    text.append(work.volume, .volume)
    guard !work.issue.isEmpty else { return }
    text.append(manner.1)
    text.append(work.issue, .issue)
    text.append(manner.2)
  }

  mutating func pages(_ before: String) {
    guard !work.page.isEmpty else { return }
    text.append(before)
    var ends = work.page.split(separator: "-").map(String.init)
    if ends.count == 2, ends[0].count == ends[1].count, random.once(in: 3) {
      let common = zip(ends[0], ends[1]).prefix { $0 == $1 }.count
      ends[1] = String(ends[1].dropFirst(min(common, ends[1].count - 1)))
    }
    text.append(ends.joined(separator: pick(["-", "–", "–", "-", " - ", "--", "—", "‑"])), .page)
    if ends.count == 1, random.once(in: 5) { text.append(pick(["ff.", "f.", " ff.", "ff"])) }
  }
}
