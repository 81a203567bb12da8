import IbidModel
import IbidText

/// What a claim says otherwise than the sentence of the abstract on the same matter.
enum Contradiction: Equatable {
  /// A figure of the claim that the abstract does not have, where its sentence has another of the kind.
  case figure(String)
  /// Words of opposite direction of the same thing.
  case direction(claim: String, abstract: String)
  /// An effect where the abstract found none.
  case noEffect(claim: String)
  /// A population that cannot be that of the study.
  case population(claim: Population, abstract: Population)

  /// - Parameters:
  ///   - claim: the claim's sentence.
  ///   - nearest: the abstract's sentence on the matter.
  /// - Returns: nil where they agree as far as they tell.
  init?(_ claim: String, nearest: NearestSentence, abstract: String) {
    if let found = Self.figure(claim, nearest, abstract) ?? Self.direction(claim, nearest)
      ?? Self.population(claim, nearest, abstract)
    {
      self = found
    } else {
      return nil
    }
  }

  /// What a finding says before the abstract's sentence.
  func message(work: String) -> String {
    switch self {
    case .figure(let figure): "the claim has \(figure), the abstract of \(work)"
    case .direction(let claim, let abstract): "the claim has “\(claim)”, the abstract of \(work) “\(abstract)”"
    case .noEffect(let claim): "the claim has “\(claim)”, the abstract of \(work) no such effect"
    case .population(let claim, let abstract):
      "the claim is about \(claim.rawValue), the abstract of \(work) about \(abstract.rawValue)"
    }
  }

  private static func figure(_ claim: String, _ nearest: NearestSentence, _ abstract: String) -> Contradiction? {
    let (said, there, all) = (Measurements(claim), Measurements(nearest.text), Measurements(abstract))
    for figure in said.figures where !all.has(figure.value) {
      // Exactly one of the kind on either side, so that it is plain which stands for which.
      let same = said.figures.filter { $0.unit == figure.unit }
      let others = there.figures.filter { $0.unit == figure.unit }
      if same.count == 1, others.count == 1, nearest.share >= 0.75 { return .figure(figure.text) }
    }
    return nil
  }

  private static func direction(_ claim: String, _ nearest: NearestSentence) -> Contradiction? {
    let said = Directions(words: SearchKey.words(of: claim))
    let there = Directions(words: SearchKey.words(of: nearest.text))
    guard said.all.count == 1, let one = said.all.first, !said.isTurned, nearest.share >= 0.6 else { return nil }
    let plain = there.all.filter { !$0.isTurned }
    if plain.isEmpty, saysNone.occur(in: nearest.text), nearest.share >= 0.7 {
      return .noEffect(claim: one.word)
    }
    guard plain.allSatisfy({ $0.direction == one.direction.opposite }),
      let other = plain.first(where: { !$0.near.isDisjoint(with: one.near) })
    else { return nil }
    return .direction(claim: one.word, abstract: other.word)
  }

  private static func population(_ claim: String, _ nearest: NearestSentence, _ abstract: String) -> Contradiction? {
    let (said, there) = (Population.all(in: claim), Population.all(in: abstract))
    guard said.count == 1, let one = said.first, !there.isEmpty, !there.contains(one), nearest.share >= 0.6,
      there.allSatisfy({ one.excludes($0) }),
      let other = Population.allCases.first(where: there.contains)
    else { return nil }
    return .population(claim: one, abstract: other)
  }

  private static let saysNone = Phrases([
    "no significant", "not significantly", "no effect", "no difference", "no differences", "did not differ",
    "no evidence", "did not reduce", "did not increase", "did not improve", "not associated", "no association",
    "no benefit", "did not affect", "had no", "was not associated", "were not associated", "no reduction",
    "no improvement", "no increase", "did not decrease", "did not lower",
  ])
}
