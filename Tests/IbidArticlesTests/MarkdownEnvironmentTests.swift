import IbidModel
import TestSupport
import Testing

@testable import IbidArticles

/// Environments of LaTeX in Markdown.
struct MarkdownEnvironmentTests {
  private func sentences(_ text: String) throws -> [String] {
    try ArticleReaders.read(Array(text.utf8), path: "a.md").article.sentences.map(\.text)
  }

  @Test(
    "Tables, formulas and pictures in LaTeX are no sentences; environments of prose are",
    arguments: [
      "\\begin{tabular*}{\\textwidth}{@{\\extracolsep\\fill}lc}\nAge & 44\\\\\n\nSex & 2\n\\end{tabular*}",
      "\\begin{align}\na &= b\n\\end{align}",
      "\\begin{figure}\n\\includegraphics{a.png}\n\\caption{So.}\n\\end{figure}",
      "\\begin{table}[h]\n\\begin{tabular}{ll}\n1 & 2\n\\end{tabular}\n\\end{table}", "\\begin{array}{l}1\\end{array}",
    ])
  func passesOver(environment: String) throws {
    let read = try sentences("Sleep helps.\n\n\(environment)\n\nRest helps.\n")
    #expect(read.first == "Sleep helps.")
    #expect(read.last == "Rest helps.")
    #expect(read.count == 2)
  }

  @Test("An environment that nothing closes takes nothing with it")
  func keepsWhatFollows() throws {
    #expect(try sentences("\\begin{table}\n\nRest helps.\n\n\\begin{table}\n\nSleep helps.\n").contains("Rest helps."))
    #expect(try sentences("\\begin{quote}\nRest helps.\n\\end{quote}\n").joined().contains("Rest helps."))
  }
}
