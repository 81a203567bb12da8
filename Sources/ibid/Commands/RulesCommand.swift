import ArgumentParser
import IbidKit
import IbidModel

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of `ibid check`, or explain one.",
    discussion: "  ibid rules\n  ibid rules hollow-citation")

  @Argument(help: ArgumentHelp("The rule to explain.", valueName: "rule"))
  var rule: String?

  func run() throws {
    try Failure.reporting {
      guard let rule else {
        let width = RuleSelection.pages.map(\.id.count).max() ?? 0
        for page in RuleSelection.pages {
          let id = page.id + String(repeating: " ", count: width - page.id.count)
          let severity = page.severity.rawValue + String(repeating: " ", count: 7 - page.severity.rawValue.count)
          try Output.write("\(id)  \(severity)  \(page.summary)\n")
        }
        return
      }
      guard let page = RuleSelection.pages.first(where: { $0.id == rule }) else {
        throw IbidError.unknownRule(rule, among: RuleSelection.pages.map(\.id))
      }
      try Output.write(page.text)
    }
  }
}
