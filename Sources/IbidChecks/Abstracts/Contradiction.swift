import IbidModel
import IbidText

/// What a claim says otherwise than a sentence of the abstract on the same matter.
struct Contradiction {
  /// What differs.
  enum Difference: Equatable {
    /// A figure of the claim that the abstract does not have, where its sentence has another of the kind.
    case figure(String)
    /// Words of opposite direction of the same thing.
    case direction(claim: String, abstract: String)
    /// An effect where the abstract found none.
    case noEffect(claim: String)
    /// A population that cannot be that of the study.
    case population(claim: Population, abstract: Population)
  }

  let difference: Difference
  /// The abstract's sentence.
  let sentence: String

  /// - Returns: nil where claim and abstract agree as far as they tell.
  init?(_ claim: String, abstract: String) {
    let related = RelatedSentences(to: ContentWords(claim), in: abstract).all
    guard let nearest = related.first else { return nil }
    if let difference = Self.figure(claim, nearest, abstract) ?? Self.noEffect(claim, nearest) {
      (self.difference, sentence) = (difference, nearest.text)
    } else if let found = Self.direction(claim, related) {
      (difference, sentence) = found
    } else if let difference = Self.population(claim, nearest, abstract) {
      (self.difference, sentence) = (difference, nearest.text)
    } else {
      return nil
    }
  }

  /// What a finding says, the abstract's sentence last.
  func message(work: String) -> String {
    let words =
      switch difference {
      case .figure(let figure): "the claim has \(figure), the abstract of \(work)"
      case .direction(let claim, let abstract): "the claim has “\(claim)”, the abstract of \(work) “\(abstract)”"
      case .noEffect(let claim): "the claim has “\(claim)”, the abstract of \(work) no such effect"
      case .population(let claim, let abstract):
        "the claim is about \(claim.rawValue), the abstract of \(work) about \(abstract.rawValue)"
      }
    return "\(words): “\(sentence)”"
  }

  private typealias Related = RelatedSentences.Related

  private static func figure(_ claim: String, _ nearest: Related, _ abstract: String) -> Difference? {
    guard nearest.share >= 0.75 else { return nil }
    let (said, there, all) = (Measurements(claim), Measurements(nearest.text), Measurements(abstract))
    for figure in said.figures where !all.has(figure.value) {
      // Exactly one of the kind on either side, so that it is plain which stands for which.
      let same = said.figures.count { $0.unit == figure.unit }
      let others = there.figures.count { $0.unit == figure.unit }
      if same == 1, others == 1 { return .figure(figure.text) }
    }
    return nil
  }

  private static func noEffect(_ claim: String, _ nearest: Related) -> Difference? {
    let said = Directions(words: SearchKey.words(of: claim))
    let there = Directions(words: SearchKey.words(of: nearest.text))
    guard said.all.count == 1, let one = said.all.first, !said.isTurned, nearest.share >= 0.7,
      there.all.allSatisfy(\.isTurned), saysNone.occur(in: nearest.text)
    else { return nil }
    return .noEffect(claim: one.word)
  }

  /// The nearest sentence all of whose directions are the claim's turned round, one of them of the same thing.
  private static func direction(_ claim: String, _ related: [Related]) -> (Difference, String)? {
    let said = Directions(words: SearchKey.words(of: claim))
    guard said.all.count == 1, let one = said.all.first, !said.isTurned else { return nil }
    for sentence in related {
      let there = Directions(words: SearchKey.words(of: sentence.text)).all.filter { !$0.isTurned }
      guard there.allSatisfy({ $0.direction == one.direction.opposite }),
        let other = there.first(where: { !$0.near.isDisjoint(with: one.near) })
      else { continue }
      return (.direction(claim: one.word, abstract: other.word), sentence.text)
    }
    return nil
  }

  private static func population(_ claim: String, _ nearest: Related, _ abstract: String) -> Difference? {
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
