import IbidText
import Testing

@testable import IbidClaims

/// Trees, and the model that holds them, small enough to be reckoned by hand.
struct ModelTests {
  /// A tree that asks for the first feature, then, on the left, for the second, on the right for the first again.
  private static let trees = BoostedTrees(
    cuts: [[1, 2, 3], [0.5]] + Array(repeating: [], count: WorthinessFeature.allCases.count - 2),
    trees: [
      BoostedTrees.Tree(
        features: [0, 1, 0], positions: [1, 0, 2], values: [4096, 0, 8192, -4096, 2048, 12288, 16384])
    ], base: 0.25)

  private func row(_ values: Float...) -> [Float] {
    values + Array(repeating: 0, count: WorthinessFeature.allCases.count - values.count)
  }

  @Test(
    "A bin is the number of cuts below the value",
    arguments: [(0, 0), (1, 0), (1.5, 1), (2, 1), (2.5, 2), (3, 2), (4, 3)] as [(Float, UInt8)])
  func bins(value: Float, bin: UInt8) {
    #expect(Self.trees.bins(of: row(value, 0.5)).prefix(2) == [bin, 0])
    #expect(Self.trees.bins(of: row(value, 0.6)).prefix(2) == [bin, 1])
  }

  @Test(
    "A value up to the cut goes left; each feature is told what it moved",
    arguments: [
      (2, 0.5, -0.75, -1, -1), (2, 0.6, 0.75, -1, 0.5), (2.5, 0.5, 3.25, 2, 0), (3, 0.5, 3.25, 2, 0),
      (3.5, 0, 4.25, 3, 0),
    ] as [(Float, Float, Double, Double, Double)])
  func logOdds(first: Float, second: Float, sum: Double, firstPart: Double, secondPart: Double) {
    let found = Self.trees.logOdds(of: row(first, second))
    #expect(found.sum == sum)
    #expect(found.parts.prefix(2) == [firstPart, secondPart])
    #expect(found.parts.dropFirst(2).allSatisfy { $0 == 0 })
  }

  private static let model: WorthinessModel = {
    let words = ["ice", "helps", "ice helps", "snow"].map { ($0, UInt32(fnvOf: $0.utf8)) }.sorted {
      $0.1 < $1.1
    }
    let weights: [String: Int16] = ["ice": 1024, "helps": -2048, "ice helps": 1024, "snow": 512]
    return WorthinessModel(
      hashes: words.map(\.1), weights: words.map { weights[$0.0] ?? 0 }, bias: -512, texts: words.map(\.0),
      citing: trees, plain: BoostedTrees(cuts: trees.cuts, trees: [], base: -1))
  }()

  @Test(
    "Words that are known add up",
    arguments: [("", -0.5), ("Rain", -0.5), ("ice", 0.5), ("Ice helps", -0.5), ("snow snow", 0), ("snow ice", 1)])
  func scores(text: String, score: Double) { #expect(Self.model.score(of: SentenceTerms(text)) == score) }

  @Test("An article that cites is judged by the trees that see where")
  func choosesTrees() {
    func sentence(_ isCited: Bool) -> WorthinessSentence {
      WorthinessSentence(text: "Rain", section: .other, paragraph: 0, isCited: isCited)
    }
    #expect(Self.model.logOdds(of: [sentence(false), sentence(false)]).map(\.sum) == [-1, -1])
    #expect(Self.model.logOdds(of: [sentence(false), sentence(true)]).map(\.sum).allSatisfy { $0 != -1 })
    #expect(Self.model.logOdds(of: []).isEmpty)
  }

  @Test("A model comes out of its bytes as it went in, and no beginning of them makes one")
  func bytes() throws {
    let bytes = Self.model.bytes
    #expect(bytes.starts(with: Array("ibid worthiness 1\n".utf8) + [4, 0, 0, 0]))
    let read = try #require(WorthinessModel(bytes: bytes))
    #expect(read.bytes == bytes)
    #expect(read.hashes == Self.model.hashes && read.weights == Self.model.weights && read.bias == -512)
    #expect(read.texts == Self.model.texts)
    #expect(read.citing.cuts == Self.trees.cuts && read.citing.base == 0.25 && read.plain.base == -1)
    #expect(read.citing.trees.first?.values == Self.trees.trees.first?.values)
    #expect(read.citing.trees.first?.features == [0, 1, 0])
    #expect(read.citing.trees.first?.positions == [1, 0, 2])
    for count in 0..<bytes.count { #expect(WorthinessModel(bytes: Array(bytes.prefix(count))) == nil, "\(count)") }
  }

  @Test("Bytes that ask for what there is not make no model")
  func refusesOthers() {
    let bytes = Self.model.bytes
    var many = bytes
    many[20] = 2
    #expect(WorthinessModel(bytes: many) == nil, "131,076 terms")
    var other = bytes
    other[0] += 1
    #expect(WorthinessModel(bytes: other) == nil)
    let features = UInt8(WorthinessFeature.allCases.count)
    guard let place = bytes.firstIndex(of: features) else { return }
    var fewer = bytes
    fewer[place] -= 1
    #expect(WorthinessModel(bytes: fewer) == nil)
    var wild = Self.model
    wild.citing.trees[0].features[0] = features
    #expect(WorthinessModel(bytes: wild.bytes) == nil)
    wild.citing.trees[0].features[0] = features - 1
    #expect(WorthinessModel(bytes: wild.bytes) != nil)
  }

  @Test(
    "A heading of more than six words, or with a stem inside a word, tells no section",
    arguments: [
      ("One two three four five methods", SectionKind.methods), ("One two three four five six methods", nil),
      ("Premethods", nil), ("Methodology", .methods), ("Experimental procedure", .methods), ("Key findings", .results),
      ("Concluding remarks and results", .conclusion), ("Limitations", .discussion), ("Méthodes", nil),
      ("3.Results", .results),
      ("Discussion of methods", .methods), ("Introduction and discussion", .discussion),
    ] as [(String, SectionKind?)])
  func headings(heading: String, kind: SectionKind?) { #expect(SectionKind(heading: heading) == kind) }
}
