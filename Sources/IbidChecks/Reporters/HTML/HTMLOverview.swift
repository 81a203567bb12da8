import IbidClaims
import IbidModel

/// The head of the report: figures, the map of all claims, a table by section, and the filters.
struct HTMLOverview {
  private let linked: LinkedArticle
  private let findings: [Finding]

  init(_ linked: LinkedArticle, findings: [Finding]) {
    self.linked = linked
    self.findings = findings
  }

  var html: String { [figures, map, table, controls].joined(separator: "\n") }

  private var claims: [Int] { linked.judgements.indices.filter { linked.judgements[$0].kind == .claim } }

  private var figures: String {
    func count(_ status: CitationStatus) -> Int { claims.count { linked.statuses[$0] == status } }
    return """
      <ul class="legend"><li><strong>\(claims.count)</strong> claims</li>
      <li><span class="s cited">cited</span> \(count(.cited)): a note leads to a reference</li>
      <li><span class="s hollow">hollow</span> \(count(.hollow)): the notes hold no reference</li>
      <li><span class="s uncited">uncited</span> \(count(.uncited)): no note</li>
      <li>\(findings.count) findings</li></ul>
      """
  }

  private var map: String {
    // One element a claim, and no text: the script tells what a cell stands for when the mouse comes.
    let cells = claims.map { index in
      "<a class=\"\(linked.statuses[index].rawValue)\" tabindex=\"-1\" href=\"#s\(index + 1)\"></a>"
    }
    return "<nav aria-label=\"Map of the claims in the order of the article\">"
      + "<div class=\"map\" aria-hidden=\"true\">\(cells.joined())</div></nav>"
  }

  private var table: String {
    let rows = SectionCoverage.rows(of: linked).filter { $0.claims > 0 }
    let most = rows.map(\.claims).max() ?? 1
    let lines = rows.map { row in
      let title = row.title.isEmpty ? "(before the first heading)" : HTMLText.escaped(row.title)
      return "<tr><th scope=\"row\">\(title)</th>"
        + [row.claims, row.cited, row.hollow, row.uncited].map { "<td class=\"n\">\($0)</td>" }.joined()
        + "<td>\(bar(row, most: most))</td></tr>\n"
    }
    return """
      <details open><summary>Claims by section</summary>
      <table><thead><tr><th scope="col">Section</th><th scope="col" class="n">Claims</th>\
      <th scope="col" class="n">Cited</th><th scope="col" class="n">Hollow</th>\
      <th scope="col" class="n">Uncited</th><th scope="col">Share</th></tr></thead>
      <tbody>\(lines.joined())</tbody></table></details>
      """
  }

  private func bar(_ row: SectionCoverage, most: Int) -> String {
    var x = 0
    let parts = [("cited", row.cited), ("hollow", row.hollow), ("uncited", row.uncited)].map { name, count in
      let width = count * 100 / max(1, most)
      defer { x += width }
      return "<rect class=\"\(name)\" x=\"\(x)\" y=\"0\" width=\"\(width)\" height=\"10\"/>"
    }
    return "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "\(parts.joined())</svg>"
  }

  /// Hidden until the script runs: without it they would do nothing.
  private var controls: String {
    let states = ["cited", "hollow", "uncited", "none"].map { state in
      "<label><input type=\"checkbox\" checked data-state=\"\(state)\"> \(state == "none" ? "other" : state)</label>"
    }
    let rules = Set(findings.map(\.rule)).sorted().map { rule in
      "<option value=\"\(rule)\">\(rule) (\(findings.count { $0.rule == rule }))</option>"
    }
    return """
      <fieldset id="controls" hidden><legend>Show</legend>\(states.joined(separator: " "))
      <label>rule <select id="rule"><option value="">all</option>\(rules.joined())</select></label>
      <output id="count"></output><span class="keys quiet">Enter opens, Escape closes, ↓ and ↑ go on</span></fieldset>
      """
  }
}
