import IbidModel
import IbidText

/// How the claims of each section are supported, for a terminal.
struct SectionTable {
  let sections: [SectionCoverage]
  let colour: TerminalColour

  private static let titleWidth = 44
  private static let barWidth = 20

  /// A line a section that makes claims; nothing where the article has no section that does.
  var text: String {
    let rows = sections.filter { $0.claims > 0 }
    guard rows.count > 1 else { return "" }
    let most = rows.map(\.claims).max() ?? 1
    let head = padded("section", Self.titleWidth) + "  claims  cited  hollow  uncited\n"
    return head + rows.map { line($0, most: most) }.joined() + "\n"
  }

  private func line(_ row: SectionCoverage, most: Int) -> String {
    let title = TerminalText.plain(row.title)
    let short = title.count > Self.titleWidth ? title.prefix(Self.titleWidth - 1) + "…" : title
    return padded(short, Self.titleWidth) + number(row.claims, 8) + number(row.cited, 7) + number(row.hollow, 8)
      + number(row.uncited, 9) + "  " + bar(row, most: most) + "\n"
  }

  /// A cell for each of so many claims, cited ones first.
  private func bar(_ row: SectionCoverage, most: Int) -> String {
    func cells(_ count: Int) -> Int { most <= Self.barWidth ? count : (count * Self.barWidth + most - 1) / most }
    return colour.painted(String(repeating: "█", count: cells(row.cited)), .cited)
      + colour.painted(String(repeating: "▒", count: cells(row.hollow)), .hollow)
      + colour.painted(String(repeating: "░", count: cells(row.uncited)), .uncited)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func number(_ value: Int, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - String(value).count)) + String(value)
  }
}
