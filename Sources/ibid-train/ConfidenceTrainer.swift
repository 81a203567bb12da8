import FoundationEssentials
import Glibc
import IbidModel
import IbidNotes

/// Fits how sure a reading is: first how many readings of each score are right, then by how much the odds change with
/// what is seen of them. It learns from references that the labeller did not learn from: the measuring sets whose licence allows it, and works
/// of the training sets as labellers read them that had seen neither the works nor the styles.
enum ConfidenceTrainer {
  /// Writes `confidence.tsv`, and says how well it and the numbers that ship foretell what is right.
  ///
  /// - Parameter options: beside those of a training `books=COUNT`, how many of the works that are read crosswise count.
  static func run(corpus: String, journals: String, output: String, options: Training.Options) throws {
    let names = JournalNames(sorted: JournalList.hashes(try JournalList.rows(journals)))
    let judge = (try? Data(contentsOf: URL(filePath: output + "/readings.bin"))).flatMap {
      ReadingModel(bytes: [UInt8]($0))
    }
    guard let labeller = try Measuring.labeller(output) else { return }
    var cases: [Case] = []
    for set in ["plos", "pmc"] {
      cases += read(try Corpus.records(corpus + "/dev-" + set + ".jsonl"), labeller)
    }
    Training.log("\(cases.count) references of the measuring sets")
    if let books = options.number("books"), books > 0 {
      let examples = try Training.examples(corpus, options).filter { !$0.origin.isInvented }
      let crossed = CrossFit.readings(examples, folds: 4, journals: names, judge: judge) {
        Training.labeller($0, names, passes: (2, 1), options)
      } read: { examples, labeller, _ in
        read(examples, labeller)
      }
      cases += crossed.prefix(books)
    }
    let (learned, held) = (cases.filter { !$0.isHeld }, cases.filter(\.isHeld))
    let numbers = Numbers(learned)
    print(
      "\(cases.count) references, \(cases.count { $0.isRight }) right;",
      "loss on \(held.count) others: fitted \(loss(held) { numbers.confidence($0) }),",
      "as it ships \(loss(held) { $0.evidence.confidence })")
    try Data(Numbers(cases).file.utf8).write(to: URL(filePath: output + "/confidence.tsv"))
  }

  private struct Case: Sendable {
    var evidence: ConfidenceEvidence
    var isRight: Bool
    /// Kept back to measure on.
    var isHeld: Bool
  }

  /// Reads a measuring set as one list.
  private static func read(_ records: [JSONValue], _ labeller: Labeller) -> [Case] {
    var style = ListStyle()
    return records.compactMap { record in
      guard let string = record["string"]?.text else { return nil }
      let text = ReferenceText(string)
      let (reading, share) = labeller.reading(among: labeller.readings(of: text), in: &style)
      let evidence = ConfidenceEvidence(text, reading, share: share)
      let source = record["source"]?.text ?? string
      return Case(
        evidence: evidence, isRight: GoldFields.agree(evidence.item, with: record),
        isHeld: (source.stableHash >> 3) % 3 == 0)
    }
  }

  private static func read(_ examples: [Example], _ labeller: Labeller) -> [Case] {
    var styles: [String: ListStyle] = [:]
    var cases: [Case] = []
    var seen: Set<String> = []
    for example in examples {
      let text = String(decoding: example.text.bytes, as: UTF8.self)
      // Copies of a set give it more weight in training, which says nothing of how often it is read well.
      guard seen.insert(text).inserted else { continue }
      let list = example.origin.list ?? text
      let (reading, share) = labeller.reading(
        among: labeller.readings(of: example.text), in: &styles[list, default: ListStyle()])
      let wanted = Essence(ReferenceParser.item(of: example.text, labels: example.labels))
      let evidence = ConfidenceEvidence(example.text, reading, share: share)
      cases.append(
        Case(
          evidence: evidence, isRight: Essence(evidence.item) == wanted,
          isHeld: (example.origin.work.stableHash >> 3) % 3 == 0))
    }
    return cases
  }

  private static func loss(_ cases: [Case], _ confidence: (Case) -> Double) -> Double {
    (LogisticModel.loss(cases.map { (confidence($0), $0.isRight) }) * 10_000).rounded() / 10_000
  }

  /// What the file holds.
  private struct Numbers {
    /// Scores between which the share that is right goes straight.
    private static let scores = [0, 0.05, 0.1, 0.2, 0.36, 0.42, 0.6, 0.75, 0.9, 0.96, 0.985, 0.995, 1]
    private var steps: [(score: Double, right: Double)] = []
    private var factors: [(feature: String, factor: Double)] = []

    init(_ cases: [Case]) {
      steps = Self.steps(cases)
      let features = Set(cases.flatMap(\.evidence.features)).sorted()
      let places = Dictionary(uniqueKeysWithValues: zip(features, 0...))
      let rows = cases.map { item in
        LogisticModel.Row(
          features: item.evidence.features.compactMap { places[$0] },
          offset: Self.logOdds(share(item.evidence.score)), isRight: item.isRight)
      }
      let weights = LogisticModel(rows, count: features.count, penalty: 2).weights
      factors = zip(features, weights).map { ($0, exp($1)) }
    }

    /// The share that is right around each score, made to rise throughout.
    private static func steps(_ cases: [Case]) -> [(score: Double, right: Double)] {
      var blocks: [(places: [Int], right: Double, count: Double)] = []
      for (place, score) in scores.enumerated() {
        let low = place == 0 ? -1 : (scores[place - 1] + score) / 2
        let high = place == scores.count - 1 ? 2 : (scores[place + 1] + score) / 2
        let near = cases.filter { low < $0.evidence.score && $0.evidence.score <= high }
        blocks.append(([place], Double(near.count { $0.isRight }) + 0.02, Double(near.count) + 0.04))
        while blocks.count > 1,
          blocks[blocks.count - 2].right / blocks[blocks.count - 2].count
            > blocks[blocks.count - 1].right / blocks[blocks.count - 1].count
        {
          let last = blocks.removeLast()
          blocks[blocks.count - 1].places += last.places
          blocks[blocks.count - 1].right += last.right
          blocks[blocks.count - 1].count += last.count
        }
      }
      return blocks.flatMap { block in block.places.map { (scores[$0], min(0.999, block.right / block.count)) } }
    }

    private func share(_ score: Double) -> Double {
      var previous = steps[0]
      for step in steps.dropFirst() {
        if score <= step.score {
          return previous.right
            + (score - previous.score) / (step.score - previous.score) * (step.right - previous.right)
        }
        previous = step
      }
      return previous.right
    }

    private static func logOdds(_ share: Double) -> Double {
      let share = max(0.001, min(share, 0.9995))
      return log(share / (1 - share))
    }

    func confidence(_ item: Case) -> Double {
      let known = Dictionary(uniqueKeysWithValues: factors.map { ($0.feature, log($0.factor)) })
      let odds = item.evidence.features.reduce(Self.logOdds(share(item.evidence.score))) { $0 + (known[$1] ?? 0) }
      return 1 / (1 + exp(-odds))
    }

    var file: String {
      var text = """
        # How many of a hundred readings are right, fitted by `ibid-train confidence`; Models.md says on what.
        # step, score of a reading, share that is right

        """
      for step in steps { text += "step\t\(step.score)\t\((step.right * 1_000).rounded() / 1_000)\n" }
      text += "# odds, what is seen of the fields, by how much it changes the odds\n"
      for (feature, factor) in factors { text += "odds\t\(feature)\t\((factor * 1_000).rounded() / 1_000)\n" }
      return text
    }
  }
}
