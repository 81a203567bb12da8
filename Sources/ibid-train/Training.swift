import FoundationEssentials
import Glibc
import IbidModel
import IbidNotes

/// Puts the training set together and trains on it.
enum Training {
  static func run(corpus: String, journals: String, output: String, options: [String]) throws {
    let hashes = JournalList.hashes(try JournalList.rows(journals))
    let journalBytes = JournalList.bytes(hashes)
    try Data(journalBytes).write(to: URL(filePath: output + "/journals.bin"))
    let names = JournalNames(sorted: hashes)
    log("\(hashes.count) journal names, \(journalBytes.count) bytes")

    var examples: [Example] = []
    var records: [JSONValue] = []
    let skipped = Set(
      options.first { $0.hasPrefix("without=") }?.dropFirst(8).split(separator: ",").map(String.init) ?? [])
    for (set, copies) in [("rendered", 1), ("rendered-books", 2), ("scielo", 3), ("grobid", 1), ("anystyle-core", 2)] {
      let all = try Corpus.records(corpus + "/train-" + set + ".jsonl")
        .filter { !skipped.contains($0["style"]?.text ?? "-") && !isHeldOut($0, options) && !isOfSciELO($0, options) }
      let read = all.compactMap(Corpus.example)
      for _ in 0..<copies { examples += read }
      if set == "rendered" || set == "rendered-books" || set == "scielo" { records += all }
      log("\(set): \(all.count) records, \(read.count) read")
    }
    if !options.contains("no-styles") {
      let styled = RandomStyles.examples(of: records)
      log("\(styled.count) rendered in styles of our own")
      examples += styled
    }
    var trainer = Trainer(journals: names) { log($0) }
    let passes = options.contains("quick") ? (2, 1) : (3, 3)
    let bytes = trainer.train(examples, passes: passes, bucketBits: 13)
    try Data(bytes).write(to: URL(filePath: output + "/labels.bin"))
    log("\(bytes.count) bytes")
  }

  /// With `hold-out=N` every Nth source of SciELO is kept back for measuring.
  private static func isHeldOut(_ record: JSONValue, _ options: [String]) -> Bool {
    guard options.contains("hold-out"), let id = record["id"]?.text, id.hasPrefix("scielo:") else { return false }
    let article = id.split(separator: ":").dropLast().joined()
    return article.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } % 5 == 0
  }

  /// With `no-scielo` what was rendered of SciELO’s works is kept back.
  private static func isOfSciELO(_ record: JSONValue, _ options: [String]) -> Bool {
    options.contains("no-scielo") && record["source"]?.text == "rendered:scielo"
  }

  /// Progress, on standard error.
  static func log(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
