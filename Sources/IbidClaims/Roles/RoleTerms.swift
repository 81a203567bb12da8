import IbidText

/// The terms by which the first pass knows a sentence: its words, their beginnings and pairs, its neighbours' words, its
/// headings, what is counted of it, and what its article is like.
///
/// The model's weights are known by the hashes that come out here: a change asks for training again.
struct RoleTerms {
  private let sentences: [RoleSentence]
  private let document: RoleDocument

  init(_ document: RoleDocument) {
    sentences = document.sentences
    self.document = document
  }

  /// How much a pair counts beside a word.
  private static let pairValue: Float = 0.7
  private static let stemValue: Float = 0.5
  private static let neighbourValue: Float = 0.5
  private static let headingValue: Float = 0.7
  private static let shapeValue: Float = 1.3
  /// Words of a sentence of this length count 1 each; of a longer one less.
  private static let usualLength: Float = 18

  /// Hands out each term of a sentence with its value, each once.
  @inline(__always)
  func forEach(of index: Int, _ body: (UInt32, Float) -> Void) {
    let reading = document.readings[index]
    let scale = (Self.usualLength / max(6, Float(reading.words.count))).squareRoot()
    for word in reading.vocabulary { body(word, scale) }
    for pair in reading.pairs { body(pair, Self.pairValue * scale) }
    for stem in reading.stems { body(Seed.stem.mixed(stem), Self.stemValue * scale) }
    neighbour(document.before(index), document.before, Seed.before, body)
    neighbour(document.behind(index), document.behind, Seed.behind, body)
    for heading in document.headings[sentences[index].section]?.terms ?? [] { body(heading, Self.headingValue) }
    for (feature, value) in reading.shape.values.enumerated() where value > 0 && Self.isSmallCount[feature] {
      body(Seed.shape.with(feature, min(3, Int(value))), Self.shapeValue)
    }
    body(Seed.length.with(0, Self.step(reading.shape[.length], [5, 8, 12, 16, 20, 25, 30, 40])), 1)
    let place = document.place(index)
    body(Seed.place.with(0, min(3, place.fromStart)), 1)
    body(Seed.place.with(1, min(3, place.fromEnd)), 1)
    body(Seed.place.with(2, Self.step(Float(place.count), [2, 3, 5, 8])), 1)
    body(Seed.document.with(99, Self.step(document.shareCited(without: index), [0.01, 0.1, 0.2, 0.35, 0.5])), 1)
    for feature in Self.habits {
      let share = document.share(of: feature, without: index)
      body(Seed.document.with(feature.rawValue, Self.step(share, [0.02, 0.08, 0.2, 0.4])), 1)
    }
  }

  @inline(__always)
  private func neighbour(_ other: Int?, _ next: (Int) -> Int?, _ seed: Seed, _ body: (UInt32, Float) -> Void) {
    guard let other else { return body(seed.with(0, 0), Self.neighbourValue) }
    for word in document.readings[other].vocabulary { body(seed.mixed(word), Self.neighbourValue) }
    body(seed.with(1, sentences[other].isCited ? 1 : 0), 1)
    if let second = next(other) { body(seed.with(2, sentences[second].isCited ? 1 : 0), 1) }
  }

  private static let isSmallCount = ShapeFeature.allCases.map { ![.length, .characters, .wordLength].contains($0) }
  /// What an article does often or seldom.
  private static let habits: [ShapeFeature] = [
    .writer, .writers, .reader, .years, .numbers, .symbols, .past, .evidence, .asks,
  ]

  /// How many of the cuts a value reaches.
  private static func step(_ value: Float, _ cuts: [Float]) -> Int { cuts.count { value >= $0 } }

  /// Keeps terms of unlike origin apart.
  enum Seed: UInt32 {
    case before = 0x9E37_79B9
    case behind = 0x85EB_CA6B
    case heading = 0xC2B2_AE35
    case lastHeading = 0x27D4_EB2F
    case shape = 0x1656_67B1
    case length = 0x68E3_1DA4
    case place = 0xB529_7A4D
    case document = 0x1B56_C4E9
    case stem = 0x7FEB_352D

    @inline(__always)
    func mixed(_ hash: UInt32) -> UInt32 {
      var mixed = (hash ^ rawValue) &* 0x85EB_CA77
      mixed ^= mixed >> 15
      mixed = mixed &* 0xC2B2_AE3D
      return mixed ^ (mixed >> 13)
    }

    @inline(__always)
    func with(_ feature: Int, _ value: Int) -> UInt32 { mixed(UInt32(truncatingIfNeeded: feature * 16 + value)) }
  }
}
