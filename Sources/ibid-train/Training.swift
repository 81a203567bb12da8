import FoundationEssentials
import Glibc
import IbidModel
import IbidNotes

/// Puts the training set together and trains on it.
enum Training {
  /// What a training may be told beside its data, as `name=value` or a name alone.
  struct Options: Sendable {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    func has(_ name: String) -> Bool { words.contains(name) }
    func value(_ name: String) -> String? {
      words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.utf8.count + 1)) }
    }
    func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }
    func names(_ name: String) -> Set<String> {
      Set(value(name)?.split(separator: ",").map(String.init) ?? [])
    }
  }

  /// - Parameter options: `styles=FOLDER` of CSL styles to render works in; to measure, `without=` names of styles of
  ///   the corpus and `unlike=` names of files of the folder that are kept back; to try, `quick`, `judge-alone`,
  ///   `no-styles`, and `seed=`, `bits=` and `drop=` of the trainer.
  static func run(corpus: String, journals: String, output: String, options: Options) throws {
    let hashes = JournalList.hashes(try JournalList.rows(journals))
    let journalBytes = JournalList.bytes(hashes)
    try Data(journalBytes).write(to: URL(filePath: output + "/journals.bin"))
    let names = JournalNames(sorted: hashes)
    log("\(hashes.count) journal names, \(journalBytes.count) bytes")

    let examples = try examples(corpus, options)
    @Sendable func train(_ examples: [Example], passes: (Int, Int)) -> [UInt8] {
      labeller(examples, names, passes: passes, options)
    }
    if !options.has("judge-alone") {
      let bytes = train(examples, passes: options.has("quick") ? (2, 1) : (3, 4))
      try Data(bytes).write(to: URL(filePath: output + "/labels.bin"))
      log("\(bytes.count) bytes")
    }
    // What labellers get wrong shows after a short training too.
    let choices = CrossFit.choices(examples, folds: 4, journals: names) { train($0, passes: (2, 1)) }
    let judge = JudgeTrainer.bytes(choices) { log($0) }
    try Data(judge).write(to: URL(filePath: output + "/readings.bin"))
    log("\(choices.count) choices, \(judge.count) bytes")
  }

  /// The bytes of a labeller that learned from these.
  static func labeller(
    _ examples: [Example], _ names: JournalNames, passes: (Int, Int), _ options: Options
  ) -> [UInt8] {
    var trainer = Trainer(journals: names, seed: UInt64(options.number("seed") ?? 20_261_122)) { log($0) }
    return trainer.train(
      examples, passes: passes, bucketBits: options.number("bits") ?? 14,
      dropping: UInt64(options.number("drop") ?? 52))
  }

  static func examples(_ corpus: String, _ options: Options) throws -> [Example] {
    var examples: [Example] = []
    var records: [JSONValue] = []
    let skipped = options.names("without")
    for (set, copies) in [("rendered", 1), ("rendered-books", 2), ("scielo", 7), ("grobid", 1), ("anystyle-core", 2)] {
      let all = try Corpus.records(corpus + "/train-" + set + ".jsonl")
        .filter { !skipped.contains($0["style"]?.text ?? "-") }
      let read = all.compactMap(Corpus.example)
      for _ in 0..<copies { examples += read }
      if set == "rendered" || set == "rendered-books" || set == "scielo" { records += all }
      log("\(set): \(all.count) records, \(read.count) read")
    }
    guard !options.has("no-styles") else { return examples }
    let styles = try options.value("styles").map {
      try RenderedStyles(folder: $0, skipping: options.names("unlike"))
    }
    let styled = RandomStyles.examples(of: records, rendering: styles)
    log("\(styled.count) rendered in styles of our own and in \(styles?.count ?? 0) of CSL")
    return examples + styled
  }

  /// Progress, on standard error.
  static func log(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
