import Glibc
import IbidNotes
import Testing

/// The best paths of a lattice are those that trying them all gives.
struct BestPathsTests {
  private typealias Scores = Lattice.Scores

  /// Numbers that look random and are the same in every run.
  private struct Noise {
    var state: UInt64
    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) * 6 - 3
    }
  }

  /// Three tokens of which each may be `other`, an author or a title.
  private static func scores(_ noise: inout Noise) -> [Scores] {
    (0..<3).map { _ in
      var scores = Scores(repeating: -60)
      for label in [Label.other, .author, .title] { scores[Int(label.rawValue)] = noise.next() }
      return scores
    }
  }

  private static func logarithms(_ noise: inout Noise) -> [Scores] {
    (0..<Lattice.stateCount).map { _ in
      var row = Scores.zero
      for label in 0..<16 { row[label] = noise.next() }
      return row
    }
  }

  /// All paths with what they weigh, the greatest first.
  private static func tried(_ scores: [Scores], _ logarithms: [Scores]) -> [(labels: [Label], weight: Float)] {
    let labels: [Label] = [.other, .author, .title]
    var paths: [(labels: [Label], weight: Float)] = []
    for first in labels {
      for second in labels {
        for third in labels {
          var state = 16
          var weight: Float = 0
          for (token, label) in [first, second, third].enumerated() {
            let number = Int(label.rawValue)
            weight += scores[token][number] + logarithms[state][number]
            state = number == 0 ? 16 | (state & 15) : number
          }
          paths.append(([first, second, third], weight))
        }
      }
    }
    return paths.sorted { $0.weight > $1.weight }
  }

  @Test("They come in order, with their shares of the whole", arguments: UInt64(1)...40)
  func areThoseThatTryingGives(seed: UInt64) {
    var noise = Noise(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let scores = Self.scores(&noise)
    let logarithms = Self.logarithms(&noise)
    let tried = Self.tried(scores, logarithms)
    let lattice = Lattice(scores, Lattice.Transitions(logarithms: logarithms))
    let paths = lattice.bestPaths(9, reach: 50)
    #expect(paths.map(\.labels) == tried.prefix(9).map(\.labels))
    #expect(lattice.bestPath().labels == tried[0].labels)
    for (path, wanted) in zip(paths, tried) {
      #expect(abs((path.logarithm - paths[0].logarithm) - (wanted.weight - tried[0].weight)) < 0.01)
    }
    // All paths together are the whole.
    let all = lattice.bestPaths(27, reach: 50)
    let sum = all.reduce(0) { $0 + exp($1.logarithm) }
    #expect(all.count == 27)
    #expect(abs(sum - 1) < 0.001)
  }

  @Test("None is given that weighs less than asked for")
  func keepsWithinReach() {
    var noise = Noise(state: 7)
    let scores = Self.scores(&noise)
    let lattice = Lattice(scores, Lattice.Transitions(logarithms: Self.logarithms(&noise)))
    let paths = lattice.bestPaths(27, reach: 2)
    #expect(paths.count > 1)
    #expect(paths.count < 27)
    for path in paths { #expect(path.logarithm > paths[0].logarithm - 2.01) }
  }
}
