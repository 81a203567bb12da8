import ArgumentParser
import IbidKit
import IbidModel

/// Findings as comments in a Word document.
struct CommentOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The file that --to docx writes.", valueName: "file"))
  var output: String?

  @Flag(help: "Write a Word document without the comments that Ibid made in it, and check nothing.")
  var stripComments = false

  /// Refuses what cannot be meant.
  func validate(isWritten: Bool, into paths: [String]) throws {
    guard isWritten || stripComments else {
      if output != nil { throw ValidationError("--output goes with --to docx and --strip-comments") }
      return
    }
    guard paths.count == 1, FormattedWord.isWord(paths[0]) else {
      throw ValidationError("comments are written into one Word document (.docx)")
    }
    _ = try WordOutput.path(output, input: paths[0])
  }

  /// Writes the document with a comment for each finding.
  func write(_ findings: [Finding], in article: CheckedArticle) throws {
    let output = output ?? ""
    try OutputFile(output).write(ReviewedWord(article, findings: findings).bytes)
    Output.warn("ibid: note: \(findings.count) comments in \(output)")
  }

  /// Writes the document without our comments.
  func strip(_ path: String) throws {
    try Failure.reporting {
      let stripped = try ReviewedWord(strippedAt: path)
      try OutputFile(output ?? "").write(stripped.bytes)
      Output.warn("ibid: note: \(path): \(stripped.removed) comments taken out")
    }
  }
}
