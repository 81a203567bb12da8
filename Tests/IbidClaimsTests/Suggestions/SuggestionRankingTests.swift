import IbidModel
import Testing

@testable import IbidClaims

struct SuggestionRankingTests {
  private func ranked(_ values: [Float]) -> [SuggestionRanking.Ranked] {
    SuggestionRanking.scored(
      values.enumerated().map { SuggestionRanking.Ranked(work: $0, value: $1) }, unknown: 0)
  }

  @Test("A first work that stands out scores high, one of a crowd low, and none outdoes one before it")
  func scoresWhatStandsOut() {
    let alone = ranked([20] + [Float](repeating: 8, count: 20))
    let crowd = ranked((0..<21).map { 20 - Float($0) * 0.1 })
    #expect(alone[0].score > 90 && crowd[0].score < 20)
    #expect(alone[1].score < 5)
    for list in [alone, crowd] { #expect(zip(list, list.dropFirst()).allSatisfy { $0.score >= $1.score }) }
  }

  @Test("Who stands out is told from the second and from the eleventh")
  func looksAtTheSecond() {
    let two = ranked([20, 19.5] + [Float](repeating: 8, count: 10))
    let one = ranked([20, 8.5] + [Float](repeating: 8, count: 10))
    #expect(two[0].score < one[0].score)
    #expect(
      ranked([20] + [Float](repeating: 15, count: 9) + [15]) == ranked([20] + [Float](repeating: 15, count: 9) + [15]))
    #expect(
      ranked([20] + [Float](repeating: 15, count: 9) + [2])[0].score
        > ranked([20] + [Float](repeating: 15, count: 10))[0].score)
  }

  @Test("Values in no order are put into one, equal ones as the works come")
  func orders() { #expect(ranked([1, 3, 3, 2]).map(\.work) == [1, 2, 3, 0]) }

  @Test("Nothing is ranked where there is nothing", arguments: [[Float](), [1]])
  func takesFew(values: [Float]) { #expect(ranked(values).count == values.count) }

  @Test("Words count more the rarer they are, and by their stems")
  func findsByRareStems() {
    var builder = TextIndex.Builder()
    for text in ["Salt in rice", "Salt in wheat", "Salt in glutathione transferases", "Salt"] {
      builder.add([(text, 2)])
    }
    let index = builder.index()
    var scores = [Float](repeating: 0, count: index.count)
    index.add(Set(index.words(of: "A transferase, the salts").map(\.stem)), weight: 1, to: &scores)
    #expect(scores[2] > scores[3] && scores[3] > scores[0] && scores[0] == scores[1] && scores[0] > 0)
    #expect(index.words(of: "(\"* NEAR OR AND' -- the of").isEmpty)
  }
}
