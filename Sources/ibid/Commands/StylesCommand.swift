import ArgumentParser
import IbidKit

struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "List the styles that `ibid export --style` knows by name.")

  func run() throws {
    for style in StyledBibliography.styles { try Output.write("\(style.name)\t\(style.title)\n") }
  }
}
