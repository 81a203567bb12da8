import ArgumentParser
import IbidKit
import IbidModel

struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read free-text references, one a line, into CSL-JSON.",
    discussion: """
      Prints one CSL-JSON object a line, in the order of the input, one for every line of it; {} where nothing could \
      be read. "confidence" says how sure the reading is, from 0 to 1. Lines are taken for a list: a reference that \
      could be read in two ways is read as those before it are written.

        ibid parse references.txt
        xclip -o | ibid parse --min-confidence 0.9
      """)

  @Argument(help: ArgumentHelp("The files; else standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Option(help: ArgumentHelp("Print {} for references that are less sure than this, from 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  func validate() throws {
    guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence takes a number from 0 to 1") }
  }

  func run() throws {
    try Failure.reporting { try read(with: ReferenceReading(configuration: .ofWorkingFolder())) }
  }

  private func read(with reading: ReferenceReading) throws {
    for file in files {
      var reading = reading
      if file == "-" {
        var input = InputLines()
        while let lines = input.next() { try write(&reading, lines) }
      } else {
        try write(&reading, ReferenceReading.lines(ofFile: file))
      }
    }
  }

  private func write(_ reading: inout ReferenceReading, _ lines: [String]) throws {
    var text = ""
    for reference in reading.references(in: lines) {
      let sure = reference.flatMap { $0.confidence >= minConfidence ? $0 : nil }
      text += JSONWriter.text(of: sure.map(Self.line) ?? .object([])) + "\n"
    }
    try Output.write(text)
  }

  /// The item, and how sure it is, as `ibid notes` says it.
  private static func line(_ reference: (item: Item, confidence: Double)) -> JSONValue {
    let confidence = JSONMember("confidence", .number(String((reference.confidence * 1000).rounded() / 1000)))
    return .object(reference.item.cslJSON().members + [confidence])
  }
}
