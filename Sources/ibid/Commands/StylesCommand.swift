import ArgumentParser
import IbidKit

struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "List the styles that --style knows.",
    discussion: """
      Without a query the bundled styles. With one, the styles whose names are like it, among the bundled ones and \
      those in this folder, ~/.local/share/ibid/styles, ~/Zotero/styles and \
      /usr/share/citation-style-language/styles.

        ibid styles
        ibid styles "annals of surgery"
        ibid styles 0028-0836
      """)

  @Argument(help: ArgumentHelp("A name, a title, a journal or an ISSN.", valueName: "query"))
  var query: [String] = []

  func run() throws {
    let styles = StyleSearch(manuscript: "./").styles(like: query.isEmpty ? nil : query.joined(separator: " "))
    for style in styles { try Output.write("\(style.name)\t\(style.title)\n") }
    if styles.isEmpty {
      Output.warn(
        """
        no style is like “\(query.joined(separator: " "))”; ten thousand are in Debian's package \
        citation-style-language-styles and at https://www.zotero.org/styles. A file of one is named by its path, or put \
        into ~/.local/share/ibid/styles
        """)
      throw ExitCode(1)
    }
  }
}
