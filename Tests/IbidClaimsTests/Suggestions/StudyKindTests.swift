import IbidModel
import IbidText
import Testing

@testable import IbidClaims

struct StudyKindTests {
  @Test(
    "A work's kind is told by its publication types, its title, its type",
    arguments: [
      ("Sleep and pain", "Randomized Controlled Trial", .articleJournal, .trial),
      ("Sleep and pain", "Meta-Analysis", .articleJournal, .systematicReview),
      ("Sleep and pain: a systematic review", "Journal Article", .articleJournal, .systematicReview),
      ("Sleep and pain: a review", "", .articleJournal, .review),
      ("Sleep and pain in mice", "Review", .articleJournal, .review),
      ("Sleep and pain in mice", "", .articleJournal, .animals),
      ("Of mice and patients", "", .articleJournal, .article),
      ("Sleep and pain", "Editorial", .articleJournal, .editorial),
      ("Retraction: sleep and pain", "Retraction of Publication", .articleJournal, .notice),
      ("Sleep and pain", "", .article, .preprint), ("Sleep and pain", "", .book, .book),
      ("", "", .legislation, .other),
    ] as [(String, String, ItemType, StudyKind)])
  func tellsTheKind(title: String, genre: String, type: ItemType, kind: StudyKind) {
    var item = Item(id: "k", type: type)
    item[.title] = title
    if !genre.isEmpty { item[.genre] = genre }
    #expect(StudyKind(item, nil) == kind)
  }

  @Test("Reviews and trials stand before others, opinions behind, animals behind where people are spoken of")
  func prefers() {
    let order: [StudyKind] = [.systematicReview, .trial, .article, .caseReport, .animals, .editorial, .notice]
    let values = order.map { $0.preference(isAboutAnimals: false) }
    #expect(values == values.sorted(by: >) && Set(values).count == values.count)
    #expect(StudyKind.animals.preference(isAboutAnimals: true) == StudyKind.article.preference(isAboutAnimals: true))
  }
}
