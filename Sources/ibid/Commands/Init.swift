import ArgumentParser
import IbidKit

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a .ibid.yml that says how articles are checked here, with comments.",
    discussion: """
      The file stands in this folder, or in the one that is named, and counts for the articles in it and below it. One \
      that is there stays as it is. `ibid help configuration` prints the same text.

        ibid init
        ibid init posts
      """)

  @Argument(help: ArgumentHelp("The folder; else this one.", valueName: "folder"))
  var folder = "."

  func run() throws {
    try Failure.reporting {
      let path = (folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/") + CheckConfiguration.fileName
      try OutputFile(path).write(new: CheckConfiguration.commented)
      Output.warn("\(path): written; change what shall be otherwise")
    }
  }
}
