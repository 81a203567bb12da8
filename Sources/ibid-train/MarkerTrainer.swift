import FoundationEssentials
import Glibc
import IbidArticles
import IbidModel
import IbidNotes

/// Fits the weights of markers to articles whose citations are known: `NAME.native.txt`, as the journal sets it, and
/// `NAME.seed.txt`, with all numbers raised and run together, each beside its `.truth.json`, in a folder for each way of
/// writing markers.
enum MarkerTrainer {
  /// Writes `markers.tsv`; with `measure` also says what weights find that were fitted to the other two thirds.
  static func run(links: String, output: String, isMeasured: Bool) throws {
    let raised =
      try texts(links + "/superscript", "native", .superscript)
      + ["superscript", "bracket", "parenthesis"].flatMap { try texts(links + "/" + $0, "seed", .superscript) }
    let parenthesized = try texts(links + "/parenthesis", "native", .parenthesis)
    if isMeasured {
      for (name, texts) in [("raised", raised), ("parenthesized", parenthesized)] {
        report(name + ", the weights that ship", texts.map { $0.text.count(with: .bundled("articles/markers.tsv")) })
        var counts: [MarkedText.Count] = []
        for fold in 0..<3 {
          let (held, learned) = (texts.filter { $0.fold == fold }, texts.filter { $0.fold != fold })
          let numbers = FittedNumbers(
            name == "raised" ? file(raised: learned, parenthesized: []) : file(raised: [], parenthesized: learned))
          counts += held.map { $0.text.count(with: numbers) }
        }
        report(name + ", each third by weights of the others", counts)
      }
    }
    let text = file(raised: raised, parenthesized: parenthesized)
    for (name, texts) in [("raised", raised), ("parenthesized", parenthesized)] {
      report(name + ", fitted to all", texts.map { $0.text.count(with: FittedNumbers(text)) })
    }
    try Data(text.utf8).write(to: URL(filePath: output + "/markers.tsv"))
  }

  private struct Marked: Sendable {
    var text: MarkedText
    var fold: Int
  }

  /// The texts of a folder. What was copied in two ways of the same article is kept in one third.
  private static func texts(_ folder: String, _ form: String, _ style: Marker.Style) throws -> [Marked] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".\(form).truth.json")
    }
    return try names.sorted().compactMap { name in
      let path = folder + "/" + name.dropLast(".truth.json".utf8.count)
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + ".txt")))
      let truth = try JSONReader.value(
        of: String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self))
      let offsets = scalarOffsets(of: bytes)
      let groups: [MarkedText.Group] = (truth["citations"]?.elements ?? []).compactMap { group in
        guard let start = group["start"]?.integer, let end = group["end"]?.integer, offsets.indices.contains(end),
          start <= end
        else { return nil }
        return MarkedText.Group(
          range: offsets[start]..<offsets[end],
          numbers: Set((group["numbers"]?.elements ?? []).compactMap(\.integer)))
      }
      let article = String(name.prefix { $0 != "." })
      return Marked(
        text: try MarkedText(bytes, style: style, groups: groups), fold: Int(article.stableHash >> 7) % 3)
    }
  }

  /// For each scalar of a text, and its end, the byte at which it starts.
  private static func scalarOffsets(of bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  private static func file(raised: [Marked], parenthesized: [Marked]) -> String {
    var text = """
      # Weights of MarkerFeature, fitted by `ibid-train markers`; Models.md says on what.
      # table, feature (or bias, or order), log odds

      """
    let first = table("raised", raised.flatMap { $0.text.candidates() }, hasOrder: false)
    text += first
    let numbers = FittedNumbers(first)
    text += table("second", raised.flatMap { $0.text.candidates(chosenBy: numbers) }, hasOrder: true)
    // Brackets are rarely anything else: nothing is left to be weighed.
    text += "bracketed\tbias\t9\n"
    return text + table("parenthesized", parenthesized.flatMap { $0.text.candidates() }, hasOrder: false)
  }

  private static func table(_ name: String, _ candidates: [MarkedText.Candidate], hasOrder: Bool) -> String {
    guard !candidates.isEmpty else { return "" }
    let features = Set(candidates.flatMap(\.features)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(features, 1...))
    let rows = candidates.map { candidate in
      LogisticModel.Row(
        features: [0] + candidate.features.compactMap { places[$0] }, value: candidate.order,
        isRight: candidate.isRight)
    }
    let weights = LogisticModel(rows, count: features.count + 1, penalty: 1).weights
    var lines = [line(name, "bias", weights[0])]
    if hasOrder { lines.append(line(name, "order", weights[features.count + 1])) }
    for (feature, weight) in zip(features, weights.dropFirst()).sorted(by: { $0.1 > $1.1 }) where abs(weight) >= 0.1 {
      lines.append(line(name, feature, weight))
    }
    return lines.joined()
  }

  private static func line(_ table: String, _ row: String, _ number: Double) -> String {
    "\(table)\t\(row)\t\((number * 100).rounded() / 100)\n"
  }

  private static func report(_ name: String, _ counts: [MarkedText.Count]) {
    let (right, found, wanted) = counts.reduce((0, 0, 0)) { ($0.0 + $1.right, $0.1 + $1.found, $0.2 + $1.wanted) }
    let (precision, recall) = (Double(right) / Double(max(1, found)), Double(right) / Double(max(1, wanted)))
    let balance = 2 * Double(right) / Double(max(1, found + wanted))
    let rounded = [precision, recall, balance].map { ($0 * 10_000).rounded() / 10_000 }
    print("\(name): \(counts.count) texts, precision \(rounded[0]), recall \(rounded[1]), F1 \(rounded[2])")
  }
}
