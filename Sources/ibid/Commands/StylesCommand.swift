import ArgumentParser
import IbidKit

struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "List the styles that --style knows.",
    discussion: """
      Without a query the styles that Ibid brings, each as it is found here. With one, the styles whose names are like \
      it, among those in this folder, ~/.local/share/ibid/styles, ~/Zotero/styles, those in \
      /usr/share/citation-style-language/styles and those that Ibid brings, which serve where no other style has their \
      name, or where bundled: stands before it. Behind name and title stands the style's file, or “bundled”.

        ibid styles
        ibid styles "annals of surgery"
        ibid styles 0028-0836
      """)

  @Argument(help: ArgumentHelp("A name, a title, a journal or an ISSN.", valueName: "query"))
  var query: [String] = []

  func run() throws {
    let search = StyleSearch(manuscript: "./")
    let styles = search.styles(like: query.isEmpty ? nil : query.joined(separator: " "))
    for style in styles {
      try Output.write("\(style.name)\t\(style.title)\t\(style.source ?? "bundled")\n")
    }
    if styles.allSatisfy({ $0.source == nil }), let source = search.whereStylesComeFrom {
      Output.warn("ibid: note: \(source)")
    }
    if styles.isEmpty {
      Output.warn(
        """
        no style is like “\(query.joined(separator: " "))”; a file of one, as from https://www.zotero.org/styles, is \
        named by its path, or put into ~/.local/share/ibid/styles
        """)
      throw ExitCode(1)
    }
  }
}
