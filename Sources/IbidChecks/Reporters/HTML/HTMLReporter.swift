package import IbidClaims
package import IbidModel
import IbidText

/// An article with its findings as one page that needs nothing else: no network, no other file. Its policy allows the
/// one script and the one style that it holds, by their hashes, and nothing else.
package struct HTMLReporter {
  let linked: LinkedArticle
  let findings: [Finding]
  /// The findings of each sentence, by the sentence's index.
  let bySentence: [Int: [Finding]]
  /// The works that each sentence names in passing, by the sentence's index.
  let mentions: [Int: [LinkedMention]]
  /// The works that may support each sentence, by the sentence's index: of each its name, then what is said of it.
  let suggestions: [Int: [[String]]]
  /// The sentence that each finding is shown at.
  let sentenceOf: [Int?]

  /// A report of these findings in this article.
  ///
  /// - Parameter suggestions: works that may support a sentence, by its index: of each its name, then what is said of it.
  package init(_ linked: LinkedArticle, findings: [Finding], suggestions: [Int: [[String]]] = [:]) {
    self.suggestions = suggestions
    let findings = findings.byImportance
    self.linked = linked
    self.findings = findings
    mentions = Dictionary(grouping: linked.mentions, by: \.sentence)
    let owner = FindingOwners(linked)
    sentenceOf = findings.map(owner.sentence)
    var bySentence: [Int: [Finding]] = [:]
    for (finding, sentence) in zip(findings, sentenceOf) {
      if let sentence { bySentence[sentence, default: []].append(finding) }
    }
    self.bySentence = bySentence
  }

  /// The page.
  package var page: String {
    let style = Resource(named: "report/report.css")?.bytes ?? []
    let script = Resource(named: "report/report.js")?.bytes ?? []
    let policy =
      "default-src 'none'; style-src 'sha256-\(SHA256.base64(of: style))'; "
      + "script-src 'sha256-\(SHA256.base64(of: script))'; base-uri 'none'; form-action 'none'"
    let title = HTMLText.escaped(linked.article.title ?? linked.article.path)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) – claims and citations</title>
      <style>\(String(decoding: style, as: UTF8.self))</style>
      </head>
      <body>
      <a class="skip" href="#article">To the article</a>
      <header>
      <h1>\(title)</h1>
      \(HTMLOverview(linked, findings: findings).html)
      </header>
      <main class="columns">
      <article id="article" aria-label="The article">
      \(HTMLArticle(self).html)
      </article>
      <aside id="panel" aria-live="polite" aria-label="The chosen claim"><p>Choose a marked sentence, by mouse or with \
      Tab and Enter, to see its notes, references, quotes and findings.</p></aside>
      </main>
      <footer>
      \(findingsList)
      \(HTMLReferences(linked: linked).html)
      </footer>
      <script type="application/json" id="details">\(HTMLDetails(self).json)</script>
      <script>\(String(decoding: script, as: UTF8.self))</script>
      </body>
      </html>

      """
  }

  private var findingsList: String {
    guard !findings.isEmpty else { return "<p>Nothing found.</p>" }
    let items = zip(findings, sentenceOf).map { finding, sentence in
      let place = HTMLText.escaped(finding.range.label)
      let link = sentence.map { "<a href=\"#s\($0 + 1)\">\(place)</a>" } ?? place
      let words = sentence.map { " <q>\(Self.opening(of: linked.article.sentences[$0].text))</q>" } ?? ""
      return "<li data-rule=\"\(finding.rule)\">\(link) \(Self.words(of: finding))\(words)</li>\n"
    }
    // In parts: a browser lays out what is in sight.
    let parts = stride(from: 0, to: items.count, by: 100).map { start in
      let part = items[start..<min(items.count, start + 100)]
      return "<ol class=\"findings\" start=\"\(start + 1)\">\n\(part.joined())</ol>"
    }
    return "<h2>Findings</h2>\n\(parts.joined(separator: "\n"))"
  }

  /// A sentence's first words, by which a reader on paper knows it again.
  private static func opening(of text: String) -> String {
    HTMLText.escaped(text.count > 90 ? text.prefix(89) + "…" : text)
  }

  /// Severity, message and rule.
  static func words(of finding: Finding) -> String {
    "<span class=\"\(finding.severity.rawValue)\">\(finding.severity.rawValue)</span> "
      + "\(HTMLText.escaped(finding.message)) <span class=\"quiet\">[\(finding.rule)]</span>"
  }
}

/// Finds the sentence that a finding belongs to.
struct FindingOwners {
  private let starts: [(position: Int, end: Int, index: Int)]
  private let noteSentence: [Int: Int]
  private let notes: [Range<Int>]

  init(_ linked: LinkedArticle) {
    starts = linked.article.sentences.enumerated().map { index, sentence in
      (sentence.range.positions.lowerBound, sentence.range.positions.upperBound, index)
    }.sorted { ($0.position, $0.index) < ($1.position, $1.index) }
    notes = linked.article.notes.map(\.range.positions)
    var first: [Int: Int] = [:]
    for (index, sentence) in linked.article.sentences.enumerated() {
      for marker in sentence.markers {
        if let note = linked.markers[marker].note, first[note] == nil { first[note] = index }
      }
    }
    noteSentence = first
  }

  /// The sentence that the finding stands in; for one in a note the first sentence that points there.
  func sentence(of finding: Finding) -> Int? {
    let position = finding.range.position
    if let note = notes.firstIndex(where: { $0.contains(position) }) { return noteSentence[note] }
    let next = starts.partitioningIndex { $0.position > position }
    guard next > 0, starts[next - 1].end > position else { return nil }
    return starts[next - 1].index
  }
}
