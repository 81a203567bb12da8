import IbidChecks
import IbidFormats
import IbidKit
import TestSupport
import Testing

/// The tables of the contract page that stand for a list in the sources.
struct ContractTableTests {
  private let page: MarkdownPage

  init() throws { page = try MarkdownPage("Sources/IbidKit/Documentation.docc/Contract.md") }

  @Test("The page shows each format of records as it is")
  func showsTheFormats() {
    let actual = RecordFormats.all.map { format in
      [
        format.name, format.shortNames.joined(separator: ", "), format.endings.joined(separator: ", "),
        format.read == nil ? "no" : "yes", format.makeWriter == nil ? "no" : "yes",
      ]
    }
    #expect(page.table(below: "### Formats of records") == actual)
  }

  @Test("The page shows the number of each rule that goes by one")
  func showsTheLimits() {
    let shown = page.table(below: "## Configuration").map { $0.prefix(3).joined(separator: " ") }
    let actual = Rules.all.compactMap { rule in rule.limit.map { "\(rule.id) \($0.name) \($0.standard)" } }
    #expect(shown == actual)
  }

  @Test("The page names each code of an error")
  func namesTheCodes() {
    let shown = page.table(below: "### Errors of the library").compactMap(\.first)
    #expect(shown == IbidError.Code.allCases.map(\.rawValue))
  }
}
