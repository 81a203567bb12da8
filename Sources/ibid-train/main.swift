import FoundationEssentials
import IbidModel
import IbidNotes

/// Trains what `Sources/CIbidResources/references` holds, and measures it.
///
///     ibid-train train CORPUS JOURNALS OUTPUT styles=FOLDER     writes journals.bin, labels.bin and readings.bin
///     ibid-train segments CORPUS LINKS OUTPUT styles=FOLDER     writes segments.bin
///     ibid-train confidence CORPUS JOURNALS OUTPUT [books=COUNT styles=FOLDER]     writes confidence.tsv
///     ibid-train markers LINKS OUTPUT [measure]   writes markers.tsv
///     ibid-train parse OUTPUT GOLD                prints {"id", "fields"} for the strings of GOLD
///     ibid-train notes OUTPUT GOLD                measures what is found in notes
@MainActor
func run() throws {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch (arguments.first, arguments.count) {
  case ("train", 4...):
    try Training.run(
      corpus: arguments[1], journals: arguments[2], output: arguments[3],
      options: Training.Options(Array(arguments[4...])))
  case ("confidence", 4...):
    try ConfidenceTrainer.run(
      corpus: arguments[1], journals: arguments[2], output: arguments[3],
      options: Training.Options(Array(arguments[4...])))
  case ("segments", 4...):
    try SegmentTrainer.run(
      corpus: arguments[1], links: arguments[2], output: arguments[3],
      options: Training.Options(Array(arguments[4...])))
  case ("markers", 3...4):
    try MarkerTrainer.run(links: arguments[1], output: arguments[2], isMeasured: arguments.last == "measure")
  case ("parse", 3): try Measuring.parse(arguments[2], with: try Measuring.labeller(arguments[1]))
  case ("notes", 3): try Measuring.notes(arguments[2], with: try Measuring.labeller(arguments[1]))
  case ("speed", 3): try Measuring.speed(arguments[2], with: try Measuring.labeller(arguments[1]))
  case ("match", 3): try Measuring.matching(arguments[2], with: try Measuring.labeller(arguments[1]))
  case ("styles", 2...3): try Measuring.styles(arguments[1], arguments.count > 2 ? arguments[2] : nil)
  case ("labels", 3): try Measuring.labels(arguments[2], with: try Measuring.labeller(arguments[1]))
  default:
    print(
      """
      usage: ibid-train train CORPUS JOURNALS OUTPUT [styles=FOLDER]
             ibid-train segments CORPUS LINKS OUTPUT [styles=FOLDER]
             ibid-train confidence CORPUS JOURNALS OUTPUT [books=COUNT styles=FOLDER]
             ibid-train markers LINKS OUTPUT [measure]
             ibid-train parse | notes | speed | match | labels OUTPUT GOLD
             ibid-train styles CORPUS [FOLDER]
      """)
  }
}

try run()
