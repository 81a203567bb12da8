import ArgumentParser
import IbidKit

/// Where a Word document is written.
enum WordOutput {
  /// The path of `--output`, which is another file than the one that is read, and named as one of Word's.
  static func path(_ output: String?, input: String) throws -> String {
    guard let output else {
      throw ValidationError("a Word document is written to another file: --output OUT.docx")
    }
    guard FormattedWord.isWord(output) else {
      throw ValidationError("--output \(output): a Word document is written as .docx")
    }
    try Failure.reporting { try OutputFile(output).check(againstInput: input) }
    return output
  }
}
