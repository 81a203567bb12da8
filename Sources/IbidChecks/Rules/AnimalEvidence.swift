import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let animalEvidence = Rule(
    id: "animal-evidence", severity: .warning,
    summary: "A claim about people that rests on animals alone",
    explanation: """
      All works behind the claim were done in animals (MeSH has «Animals» and not «Humans», or the title or the note
      says so), and the sentence does not. What holds of mice often does not of people: say so, or cite a study of
      people. An article whose own subject are animals is left alone.
      """,
    examples: [
      .engel(
        claim: "⟦Exercise reduces chronic pain in most patients.[^1]⟧", .engel(mesh: ["Animals", "Mice"]),
        finds: "the claim rests on animals alone (by the record), and does not say so"),
      RuleExample(
        "⟦Scratching an itch relieves pain.[^1]⟧\n\n[^1]: A nice study in mice. \(RuleExample.engelReference)\n",
        "the claim rests on animals alone (by its note), and does not say so"),
      .engel(claim: "Exercise reduces chronic pain in mice.[^1]", .engel(mesh: ["Animals", "Mice"]), finds: nil),
      .engel(
        claim: "Exercise reduces chronic pain in most patients.[^1]", .engel(mesh: ["Animals", "Humans", "Rats"]),
        finds: nil),
      RuleExample("Pain hurts.[^1]\n\n[^1]: Not in mice, but in people. \(RuleExample.engelReference)\n"),
    ]
  ) { article in
    guard !isAboutAnimals(article.article) else { return [] }
    return article.supportedClaims.compactMap { claim in
      guard claim.sentence.setting != .heading, article.judgements[claim.index].needsCitation >= 0.35,
        !animals.occur(in: claim.sentence.text)
      else { return nil }
      let isByRecord = claim.works.allSatisfy { isOfAnimals($0) }
      let notes = Set(claim.notes)
      let isByNote =
        !notes.isEmpty
        && notes.allSatisfy { note in
          let text = article.article.notes[note].paragraphs.map(\.text).joined(separator: " ")
          return inAnimals.occur(in: text) && !people.occur(in: text)
        }
      guard isByRecord || isByNote else { return nil }
      return Remark(
        claim.sentence.range,
        "the claim rests on animals alone (\(isByRecord ? "by the record" : "by its note")), and does not say so")
    }
  }

  /// Whether the title names animals, or one sentence of twelve does, and five at least.
  private static func isAboutAnimals(_ article: Article) -> Bool {
    if animals.occur(in: article.title ?? "") { return true }
    let count = article.sentences.count { animals.occur(in: $0.text) }
    return count >= 5 && count * 12 >= article.sentences.count
  }

  private static func isOfAnimals(_ work: Work) -> Bool {
    let mesh = work.facts?.meshDescriptors ?? []
    if !mesh.isEmpty { return mesh.contains("Animals") && !mesh.contains("Humans") }
    return inAnimals.occur(in: work.item[.title] ?? "")
      && !people.occur(in: work.item[.title] ?? "")
  }

  private static let animals = Phrases([
    "mice", "mouse", "rat", "rats", "murine", "rodent", "rodents", "animal", "animals", "monkey", "monkeys",
    "primate", "primates", "dog", "dogs", "cat", "cats", "pig", "pigs", "rabbit", "rabbits", "horse", "horses",
    "sheep", "zebrafish", "fly", "flies", "worms", "lab", "in vitro", "fish", "cow", "cows", "bird", "birds",
  ])
  private static let inAnimals = Phrases([
    "in mice", "in rats", "of mice", "of rats", "mouse model", "mouse models", "rat model", "rat models", "in a mouse",
    "in a rat", "animal study", "animal model", "animal models", "animal studies", "in animals", "murine", "in rodents",
    "mouse study", "rodent study", "rat study", "in rabbits", "in pigs", "in dogs", "in monkeys", "in zebrafish",
  ])
  private static let people = Phrases([
    "people", "human", "humans", "patients", "patient", "men", "women", "adults", "children", "participants",
  ])
}
