import IbidArticles
import IbidModel
import TestSupport
import Testing

/// Single sentences in articles that mark their notes in one way, and which numbers and names of them are markers.
struct MarkerSentenceTests {
  private static let fixtures = Fixtures()

  private static let numbered = (1...40).map {
    "\($0). Weber C. Walk \($0) in the town. J Gait. \(1960 + $0);\($0):1-9."
  }
  private static let named = [
    "Okafor BT. A clear head. J Gait. 2012;12:100–9.", "Okafor BT, Weber CG. A year on foot. J Gait. 2016;16:1–20.",
    "Quist I. Doubts. Gait Rev. 2009a;3:4–9.", "Quist I. More doubts. Gait Rev. 2009b;3:10–2.",
    "Sato H, Ilves K, Zupan J. Two years on foot. J Gait. 2018;18:300–51.",
    "van der Berg J. Doubting walkers. Gait Rev. 2011;5:10–30.", "O’Neill A-M. Steps. Gait Rev. 1999;1:2–3.",
    "Müller H. Gehen. Z Gang. 1998;12:44–60.",
  ]

  /// How the sentences around a line mark their notes.
  private static let surroundings: [String: (before: String, behind: String, notes: [String])] = [
    "raised": (
      "Walkers fall.1 They rise again.2,3 Some of them limp,4 and others do not.5–7 Nobody counts them.8–12",
      "They walk on.26 The road is long.27,28 It ends.29", numbered
    ),
    "spaced": (
      "Walkers fall. 1 They rise again. 2 , 3 Some of them limp, 4 and others do not. 5 – 7 Nobody counts them. 8 – 12",
      "They walk on. 26 The road is long. 27 , 28 It ends. 29", numbered
    ),
    "brackets": (
      "Walkers fall [1]. They rise again [2, 3]. Some of them limp [4], and others do not [5–7]. Nobody counts them [8–12].",
      "They walk on [26]. The road is long [27, 28]. It ends [29].", numbered
    ),
    "parentheses": (
      "Walkers fall (1). They rise again (2, 3). Some of them limp (4), and others do not (5–7). Nobody counts them (8–12).",
      "They walk on (26). The road is long (27, 28). It ends (29).", numbered
    ),
    "names": (
      "Walkers fall (Okafor, 2012). They rise again (Okafor and Weber, 2016).", "The road is long (Sato et al., 2018).",
      named
    ),
  ]

  /// A line is the name of surroundings, a colon, and the sentence.
  @Test("The markers of each sentence are those of its golden file")
  func findsMarkers() throws {
    try Self.fixtures.expect(eachLineOf: "markers") { line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      let around = try #require(Self.surroundings[parts[0]])
      let sentence = String(parts[1].dropFirst())
      let text = """
        On Walking

        \(around.before)

        \(sentence)

        \(around.behind)

        References

        \(around.notes.joined(separator: "\n\n"))

        """
      let bytes = Array(text.utf8)
      let article = try ArticleReaders.read(bytes, path: "a.txt").article
      return article.sentences.filter { $0.range.place.line == 5 }.map { found in
        let markers = article.markers[found.markers].map { marker in
          let source = String(decoding: bytes[marker.range.offsets], as: UTF8.self)
          let note = if case .note(let label) = marker.target { label } else { "?" }
          return note == source ? note : "\(note) in «\(source)»"
        }
        return markers.isEmpty
          ? "nothing in: \(found.text)" : "\(markers.joined(separator: "; ")) behind: \(found.text)"
      }
    }
  }
}
