import IbidClaims
import IbidModel
import TestSupport
import Testing

@testable import IbidChecks

/// The page: that it holds its own style and script and allows no others, and which sentence shows a finding.
struct PageTests {
  private func page(_ text: String, rules: [Rule] = Rules.all) throws -> String {
    let article = try LinkedText(text).article
    return HTMLReporter(article, findings: Rules.findings(in: article, rules: rules)).page
  }

  @Test("The style and the script are the repository's, allowed by their hashes")
  func holdsItsResources() throws {
    let page = try page("Tea is nice.")
    for (name, tag, source) in [("report.css", "style", "style-src"), ("report.js", "script", "script-src")] {
      let bytes = try Repository.bytes(Repository.folder + "/Sources/CIbidResources/report/" + name)
      #expect(page.contains("<\(tag)>\(String(decoding: bytes, as: UTF8.self))</\(tag)>"))
      #expect(page.contains("\(source) 'sha256-\(SHA256.base64(of: bytes))'"))
    }
  }

  @Test("Long texts of notes are cut behind 600 characters", arguments: ["x", "é", "中"])
  func cutsTexts(letter: String) throws {
    let text = String(repeating: letter, count: 600)
    #expect(try page("Tea is nice.[^1]\n\n[^1]: \(text)\n").contains("\"text\":\"\(text)\""))
    #expect(try page("Tea is nice.[^1]\n\n[^1]: \(text)y\n").contains("\"text\":\"\(text)…\""))
  }

  @Test("Findings are listed a hundred a list, and none are said to be none")
  func listsFindings() throws {
    let one = "Studies show that sleep matters.\n\n"
    #expect(try page("Tea is nice.").contains("<p>Nothing found.</p>"))
    func starts(_ count: Int) throws -> [String] {
      try page(String(repeating: one, count: count), rules: [.unattributedAuthority]).matches(
        of: #/<ol class="findings" start="(\d+)">/#
      )
      .map { String($0.1) }
    }
    #expect(try starts(100) == ["1"])
    #expect(try starts(101) == ["1", "101"])
  }

  @Test("A finding is shown at its sentence; one in a note at the first that points there, else nowhere")
  func findsOwners() throws {
    let text = "# T\n\nOne.[^1] Two.[^1]\n\nThree.\n\n[^1]: Note.\n\n[^2]: Lost.\n"
    let article = try LinkedText(text).article
    let owners = FindingOwners(article)
    func sentence(_ part: String) throws -> Int? {
      let offset = try #require(text.firstRange(of: part)).lowerBound.utf16Offset(in: text)
      let range = SourceRange(Place(line: 1, column: 1, offset: offset), length: 1)
      return owners.sentence(of: Finding(rule: "", severity: .info, message: "", path: "", range: range))
    }
    let texts = article.article.sentences.map(\.text)
    #expect(texts == ["T", "One.", "Two.", "Three."])
    #expect(try sentence("T\n") == 0 && sentence("One") == 1 && sentence("Two") == 2 && sentence("Three") == 3)
    #expect(
      try sentence("ne.[") == 1 && sentence("[^1] Two") == 1 && sentence(" Two") == nil && sentence("\n\nThree") == nil)
    #expect(try sentence("[^1]: ") == 1 && sentence("Note") == 1 && sentence("Lost") == nil && sentence("# T") == nil)
  }

  @Test("Headings go by the level of their section, other texts by what they stand in")
  func writesTags() throws {
    let page = try page("# A\n\nTea.\n\n## B\n\n- Tea.\n\n###### C\n\n> Tea.\n")
    #expect(page.contains("<h2><span id=\"s1\">A</span></h2>\n<p><span id=\"s2\">Tea.</span></p>"))
    #expect(
      page.contains("<ul><li><span") && page.contains("<h6><span") && page.contains("<p class=\"quotation\"><span"))
  }
}
