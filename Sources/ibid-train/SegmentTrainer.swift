import FoundationEssentials
import Glibc
import IbidArticles
import IbidModel
import IbidNotes
import IbidText

/// Trains what cuts notes into references and commentary: gradient steps (AdaGrad) on the likelihood of each note's
/// right segments.
struct SegmentTrainer {
  private var weights = [Float](repeating: 0, count: SegmentModel.weightCount)
  private var squares = [Float](repeating: 0.01, count: SegmentModel.weightCount)
  /// States of the last passes, added up: what single notes shook goes where they are averaged.
  private var sums = [Float](repeating: 0, count: SegmentModel.weightCount)
  private var snapshotCount: Float = 0

  /// Writes `segments.bin`: what it learns from are the references that the labeller learns from, and the sentences of
  /// articles whose citations are known.
  static func run(corpus: String, links: String, output: String, options: Training.Options) throws {
    let examples = try Training.examples(corpus, options)
    let references = examples.compactMap { example -> String? in
      guard let first = example.text.tokens.first, example.text.tokens.count > 6, example.text.tokens.count < 300
      else { return nil }
      return String(decoding: example.text.bytes[first.start...], as: UTF8.self)
    }
    let named = try Corpus.records(corpus + "/train-rendered.jsonl").compactMap { record -> (String, String)? in
      guard let title = record["fields"]?["title"]?.text,
        let family = record["fields"]?["author"]?.elements.first?["family"]?.text
      else { return nil }
      return (family, title)
    }
    let sentences = try sentences(links)
    Training.log("\(references.count) references, \(sentences.count) sentences")
    var writer = NoteWriter(references: references, sentences: sentences, named: named)
    let notes = writer.notes(options.number("notes") ?? 60_000)
    let segments = notes.compactMap(\.segments)
    Training.log("\(notes.count) notes, \(segments.count) of them along boundaries")
    if options.has("show") {
      for note in notes.prefix(400) where note.segments == nil { print(note.text, "\n  ", note.references) }
    }
    let (held, learned) = (segments.prefix(3_000), segments.dropFirst(3_000))
    var trainer = SegmentTrainer()
    let passes = options.number("passes") ?? 6
    for pass in 0..<passes {
      var loss = 0.0
      for (number, note) in learned.enumerated() {
        loss += Double(trainer.step(note.features, note.references, rate: 0.1 / Float(1 + pass)))
        if pass >= passes - 3, number % 4_000 == 3_999 { trainer.addSnapshot() }
      }
      let model = SegmentModel(bytes: trainer.bytes)
      let right = held.count { segment in
        model.map { segment.features.references(by: $0) == segment.references } ?? false
      }
      Training.log("pass \(pass + 1): loss \(loss / Double(learned.count)), right \(right) of \(held.count) held back")
    }
    try Data(trainer.bytes).write(to: URL(filePath: output + "/segments.bin"))
    if options.has("show"), let model = SegmentModel(bytes: trainer.bytes) {
      for (note, segment) in zip(notes.lazy.filter { $0.segments != nil }, held) {
        let found = segment.features.references(by: model)
        if found != segment.references {
          print("WRONG", note.text, "\n  ", segment.references, found, segment.features.places)
        }
      }
    }
  }

  /// The sentences of the articles in the folders of a folder, markers included.
  private static func sentences(_ links: String) throws -> [String] {
    let files = FileManager.default
    var sentences: [String] = []
    for folder in ["author-year", "bracket", "parenthesis"] {
      let names = try files.contentsOfDirectory(atPath: links + "/" + folder).filter { $0.hasSuffix(".native.txt") }
      for name in names.sorted() {
        let path = links + "/" + folder + "/" + name
        let read = try ArticleReaders.read([UInt8](try Data(contentsOf: URL(filePath: path))), path: path)
        for sentence in read.article.sentences where sentence.setting == .paragraph {
          let written = String(decoding: read.text[sentence.range.offsets], as: UTF8.self)
          let words = written.replacing("\n", with: " ")
          if (20...400).contains(words.utf8.count) { sentences.append(words) }
        }
      }
    }
    return sentences
  }

  private mutating func step(_ features: SegmentFeatures, _ gold: [Range<Int>], rate: Float) -> Float {
    let count = features.pieceCount
    guard count > 0, count < 250 else { return 0 }
    let beginnings = (0..<count).map { features.beginning($0) }
    let endings = (1...count).map { features.ending($0) }
    let comments = (0..<count).map { features.commentary($0) }
    let (begins, ends, says) = (beginnings.map(weight), endings.map(weight), comments.map(weight))
    // By piece: the sum over all ways up to it, and from it on, as logarithms.
    var before: [Float] = [0]
    var inner: [[Float]] = []
    var held: [[[UInt32]]] = []
    for end in 1...count {
      let starts = max(0, end - Segmentation.longest)..<end
      let hashes = starts.map { features.reference($0..<end) }
      let weights = zip(starts, hashes).map { begins[$0] + ends[end - 1] + weight($1) }
      held.append(hashes)
      inner.append(weights)
      before.append(Self.sum([before[end - 1] + says[end - 1]] + zip(starts, weights).map { before[$0] + $1 }))
    }
    var behind = [Float](repeating: -.infinity, count: count + 1)
    behind[count] = 0
    for end in stride(from: count, through: 1, by: -1) {
      behind[end - 1] = Self.sum([behind[end - 1], behind[end] + says[end - 1]])
      for (place, start) in (max(0, end - Segmentation.longest)..<end).enumerated() {
        behind[start] = Self.sum([behind[start], behind[end] + inner[end - 1][place]])
      }
    }
    let whole = before[count]
    var beginSlopes = [Float](repeating: 0, count: count)
    var endSlopes = beginSlopes
    var commentSlopes = (0..<count).map { exp(before[$0] + says[$0] + behind[$0 + 1] - whole) }
    var goldWeight: Float = 0
    var covered = [Bool](repeating: false, count: count)
    for reference in gold { for piece in reference { covered[piece] = true } }
    for piece in 0..<count where !covered[piece] {
      commentSlopes[piece] -= 1
      goldWeight += says[piece]
    }
    for end in 1...count {
      for (place, start) in (max(0, end - Segmentation.longest)..<end).enumerated() {
        var slope = exp(before[start] + inner[end - 1][place] + behind[end] - whole)
        if gold.contains(start..<end) {
          slope -= 1
          goldWeight += inner[end - 1][place]
        }
        guard abs(slope) > 1e-4 else { continue }
        beginSlopes[start] += slope
        endSlopes[end - 1] += slope
        update(held[end - 1][place], slope, rate)
      }
    }
    for piece in 0..<count {
      update(beginnings[piece], beginSlopes[piece], rate)
      update(endings[piece], endSlopes[piece], rate)
      update(comments[piece], commentSlopes[piece], rate)
    }
    return whole - goldWeight
  }

  private mutating func addSnapshot() {
    for index in weights.indices { sums[index] += weights[index] }
    snapshotCount += 1
  }

  private func weight(_ hashes: [UInt32]) -> Float { hashes.reduce(0) { $0 + weights[SegmentModel.place(of: $1)] } }

  private mutating func update(_ hashes: [UInt32], _ slope: Float, _ rate: Float) {
    guard abs(slope) > 1e-4 else { return }
    for hash in hashes {
      let place = SegmentModel.place(of: hash)
      let gradient = slope + Self.penalty * weights[place]
      squares[place] += gradient * gradient
      weights[place] -= rate * gradient / squares[place].squareRoot()
    }
  }

  private static let penalty: Float = 1e-4

  private static func sum(_ logarithms: [Float]) -> Float {
    let greatest = logarithms.max() ?? -.infinity
    guard greatest > -.infinity else { return greatest }
    return greatest + log(logarithms.reduce(0) { $0 + exp($1 - greatest) })
  }

  private var bytes: [UInt8] {
    let weights = snapshotCount == 0 ? weights : sums.map { $0 / snapshotCount }
    let magnitudes = weights.map(abs).sorted()
    // The few greatest weights are cut so that the small ones keep their digits.
    let unit = max(1e-6, magnitudes[magnitudes.count - 33]) / 127
    var bytes: [UInt8] = []
    ModelWriter.append(SegmentModel.magic, to: &bytes)
    ModelWriter.append(unit.bitPattern, to: &bytes)
    return bytes + weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / unit).rounded())))) }
  }
}
