import FoundationEssentials
import Glibc
import IbidArticles
import IbidModel
import IbidNotes

/// Fits the weights of markers to articles whose citations are known: `NAME.native.txt`, as the journal sets it, and
/// `NAME.seed.txt`, with all numbers raised and run together, each beside its `.truth.json`, in a folder for each way of
/// writing markers.
enum MarkerTrainer {
  /// The ways of writing markers that have weights of their own.
  private enum Way: String, CaseIterable {
    case raised, spaced, parenthesized

    /// The tables of the first choice and of the second, which knows the first; none for the latter where there is one
    /// choice only.
    var tables: (first: String, second: String?) {
      switch self {
      case .raised: ("raised", "second")
      case .spaced: ("spaced", "spacedSecond")
      case .parenthesized: ("parenthesized", nil)
      }
    }
  }

  /// Writes `markers.tsv`; with `measure` also says what weights find that were fitted to the other two thirds.
  static func run(links: String, output: String, isMeasured: Bool) throws {
    let numbered = ["superscript", "bracket", "parenthesis"]
    let texts: [Way: [Marked]] = [
      .raised: try self.texts(links + "/superscript", "native", .superscript)
        + numbered.flatMap { try self.texts(links + "/" + $0, "seed", .superscript) },
      .spaced: try self.texts(links + "/superscript", "native", .superscript, isSpaced: true)
        + ["bracket", "parenthesis"].flatMap {
          try self.texts(links + "/" + $0, "native", .superscript, isSpaced: true)
        },
      .parenthesized: try self.texts(links + "/parenthesis", "native", .parenthesis),
    ]
    var text = """
      # Weights of MarkerFeature, fitted by `ibid-train markers`; Models.md says on what.
      # table, feature (or two, or bias, or order), log odds

      """
    for way in Way.allCases {
      let all = texts[way] ?? []
      if isMeasured {
        report("\(way), the weights that ship", all.map { $0.text.count(with: .bundled("articles/markers.tsv")) })
        let counts = (0..<3).flatMap { fold in
          let numbers = FittedNumbers(tables(way, all.filter { $0.fold != fold }))
          return all.filter { $0.fold == fold }.map { $0.text.count(with: numbers) }
        }
        report("\(way), each third by weights of the others", counts)
      }
      let fitted = tables(way, all)
      report("\(way), fitted to all", all.map { $0.text.count(with: FittedNumbers(fitted)) })
      text += fitted
    }
    // Brackets are rarely anything else: nothing is left to be weighed.
    text += "bracketed\tbias\t9\n"
    try Data(text.utf8).write(to: URL(filePath: output + "/markers.tsv"))
  }

  private struct Marked: Sendable {
    var text: MarkedText
    var fold: Int
  }

  /// The texts of a folder. What was copied in two ways of the same article is kept in one third.
  private static func texts(
    _ folder: String, _ form: String, _ style: Marker.Style, isSpaced: Bool = false
  ) throws -> [Marked] {
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
      let (text, places) =
        isSpaced ? SpacedMarkers.spaced(bytes, groups, form: Int(article.stableHash >> 11) % 3) : (bytes, groups)
      return Marked(
        text: try MarkedText(text, style: style, isSpaced: isSpaced, groups: places),
        fold: Int(article.stableHash >> 7) % 3)
    }
  }

  /// For each scalar of a text, and its end, the byte at which it starts.
  private static func scalarOffsets(of bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  private static func tables(_ way: Way, _ texts: [Marked]) -> String {
    let first = table(way.tables.first, texts.flatMap { $0.text.candidates() }, hasOrder: false)
    guard let second = way.tables.second else { return first }
    let numbers = FittedNumbers(first)
    return first + table(second, texts.flatMap { $0.text.candidates(chosenBy: numbers) }, hasOrder: true)
  }

  private static func table(_ name: String, _ candidates: [MarkedText.Candidate], hasOrder: Bool) -> String {
    guard !candidates.isEmpty else { return "" }
    var counts: [String: Int] = [:]
    for candidate in candidates {
      for feature in names(candidate) { counts[feature, default: 0] += 1 }
    }
    // Two features together count where they were seen together often enough.
    let features = counts.filter { !$0.key.contains("+") || $0.value >= fewestTogether }.map(\.key).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(features, 1...))
    let rows = candidates.map { candidate in
      LogisticModel.Row(
        features: [0] + names(candidate).compactMap { places[$0] }, value: candidate.order,
        isRight: candidate.isRight)
    }
    let weights = LogisticModel(rows, count: features.count + 1, penalty: penalty).weights
    var lines = [line(name, "bias", weights[0])]
    if hasOrder { lines.append(line(name, "order", weights[features.count + 1])) }
    for (feature, weight) in zip(features, weights.dropFirst()).sorted(by: { $0.1 > $1.1 }) where abs(weight) >= 0.05 {
      lines.append(line(name, feature, weight))
    }
    return lines.joined()
  }

  private static let fewestTogether = 60
  private static let penalty = 3.0

  /// The features of a candidate, and each two of them.
  private static func names(_ candidate: MarkedText.Candidate) -> [String] {
    candidate.features
      + candidate.features.indices.flatMap { left in
        candidate.features[(left + 1)...].map { MarkedText.pair(candidate.features[left], $0) }
      }
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
