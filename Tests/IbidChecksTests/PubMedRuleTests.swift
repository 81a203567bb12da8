import IbidModel
import Testing

@testable import IbidChecks

/// Rules that go by what PubMed says of a record: both sides of each condition.
struct PubMedRuleTests {
  /// A record of this key, with these of PubMed's facts; relations as `TYPE`, `TYPE SOURCE` or `TYPE SOURCE PMID`.
  private static func record(
    _ key: String = "a", types: [String] = [], relations: [String] = [], mesh: [String] = []
  ) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = "A title"
    item[names: .author] = [Name(family: "Roe", given: "J")]
    func list(_ values: [String], _ value: (String) -> String) -> String { values.map(value).joined(separator: ",") }
    let types = list(types) { #"{"text":"\#($0)"}"# }
    let relations = list(relations) { relation in
      let parts = relation.split(separator: " ").map(String.init)
      return #"{"RefType":"\#(parts[0])""# + (parts.count > 1 ? #","RefSource":"\#(parts[1])""# : "")
        + (parts.count > 2 ? #","PMID":"\#(parts[2])""# : "") + "}"
    }
    let mesh = list(mesh) { #"{"DescriptorName":{"text":"\#($0)"}}"# }
    item.pubmed = PubMedFacts(
      json:
        #"{"PublicationTypeList":[\#(types)],"CommentsCorrectionsList":[\#(relations)],"MeshHeadingList":[\#(mesh)]}"#)
    return item
  }

  private func messages(_ rule: Rule, _ text: String, _ records: [Item]) throws -> [String] {
    Rules.findings(in: try LinkedText(text, records: records).article, rules: [rule]).map(\.message)
  }

  @Test(
    "What became of a work is told with where it stands",
    arguments: [
      (Rule.retractedSource, ["Retracted Publication"], [], ["the work was retracted; do not rest a claim on it"]),
      (.retractedSource, [], ["RetractionIn"], ["the work was retracted; do not rest a claim on it"]),
      (.retractedSource, [], ["RetractionIn Lancet"], ["the work was retracted: Lancet; do not rest a claim on it"]),
      (
        .retractedSource, [], ["RetractionIn Lancet 7"],
        ["the work was retracted: Lancet (PMID 7); do not rest a claim on it"]
      ),
      (.retractedSource, ["Retracted Publication"], ["RetractedandRepublishedIn"], []),
      (.retractedSource, [], ["RetractionOf"], []),
      (.retractedSource, ["Retraction of Publication"], [], []), (.retractedSource, ["Review"], ["ErratumIn"], []),
      (
        .retractedAndRepublished, [], ["RetractedandRepublishedIn X"],
        ["the work was withdrawn and published anew: X; cite the new version"]
      ),
      (
        .retractedAndRepublished, [], ["CorrectedandRepublishedIn"],
        ["the work was withdrawn and published anew; cite the new version"]
      ),
      (.retractedAndRepublished, [], ["CorrectedandRepublishedFrom"], []),
      (.retractedAndRepublished, [], ["RetractionIn"], []),
      (.expressionOfConcern, [], ["ExpressionOfConcernIn X"], ["the journal has expressed concern about the work: X"]),
      (.expressionOfConcern, ["Retracted Publication"], ["ExpressionOfConcernIn X"], []),
      (.expressionOfConcern, [], ["ExpressionOfConcernFor"], []),
      (.erratum, [], ["ErratumIn X"], ["the work has been corrected: X"]),
      (.erratum, [], ["ErratumIn X", "ErratumIn Y"], ["the work has been corrected (2 errata): X"]),
      (.erratum, [], ["ErratumFor"], []),
      (.newerVersion, [], ["UpdateIn X"], ["there is a newer version of the work: X"]),
      (.newerVersion, ["Preprint"], ["UpdateIn X"], []),
      (.newerVersion, [], ["UpdateOf"], []),
      (.preprintPublished, ["Preprint"], ["UpdateIn X 1"], ["the preprint has been published: X (PMID 1)"]),
      (.preprintPublished, ["Preprint"], ["UpdateOf"], []), (.preprintPublished, ["Review"], ["UpdateIn"], []),
      (.citesRetractionNotice, ["Retraction of Publication"], [], ["this is the notice of a retraction, not a study"]),
      (.citesRetractionNotice, ["Retraction Notice"], [], ["this is the notice of a retraction, not a study"]),
      (.citesRetractionNotice, [], ["RetractionOf X"], ["this is the notice of a retraction, not a study: X"]),
      (.citesRetractionNotice, ["Retracted Publication"], ["RetractionIn"], []),
    ])
  func tellsWhatBecame(rule: Rule, types: [String], relations: [String], messages: [String]) throws {
    #expect(try self.messages(rule, "Tea is nice [@a].", [Self.record(types: types, relations: relations)]) == messages)
    #expect(try self.messages(rule, "Tea is nice.", [Self.record(types: types, relations: relations)]) == [])
  }

  @Test("Of a record without PubMed's facts nothing is said")
  func leavesOthersAlone() throws {
    let rules: [Rule] = [
      .retractedSource, .retractedAndRepublished, .expressionOfConcern, .erratum, .newerVersion, .preprintPublished,
      .citesRetractionNotice, .evidenceTypeMismatch, .opinionAsEvidence, .animalEvidence,
    ]
    let text = "A clinical trial found that exercise reduces pain in 40% of patients [@engel1977]."
    for rule in rules { #expect(try messages(rule, text, [.engel]) == [], "\(rule.id)") }
  }

  @Test(
    "The notice of a retraction may be cited where the text speaks of one",
    arguments: [
      ("It was retracted [@a].", true), ("Their RETRACTION [@a].", true), ("It was withdrawn [@a].", true),
      ("They withdrew it [@a].", true),
      ("It stands [@a].", false), ("It was retracted. It stands [@a].", false),
      ("It was retracted [@b]. It stands [@a].", false),
      ("Was it retracted [@a]?", false),
    ])
  func letsNoticesBe(text: String, isSilent: Bool) throws {
    let records = [Self.record(types: ["Retraction Notice"]), Self.record("b")]
    #expect(try messages(.citesRetractionNotice, text, records).isEmpty == isSilent)
  }

  private static let trial = "the text speaks of a trial, but a is a review"
  private static let review = "the text speaks of a review, but a is a single trial"

  @Test(
    "The kind of study that the text names is that of its only source",
    arguments: [
      ("A clinical trial found it [@a].", ["Review"], [trial]),
      ("A clinical trial found it [@a].", ["Meta-Analysis"], [trial]),
      ("A clinical trial found it [@a].", ["Review", "Clinical Trial"], []),
      ("A clinical trial found it [@a].", ["Clinical Trial"], []),
      ("A clinical trial found it [@a].", ["Case Reports"], []), ("A clinical trial found it [@a].", [], []),
      ("A clinical trial found it [@a][@b].", ["Review"], []),
      ("A review of clinical trials found it [@a].", ["Review"], []),
      ("A systematic review of a clinical trial found it [@a].", ["Review"], []),
      ("A systematic review found it [@a].", ["Clinical Trial"], [review]),
      ("Pooled data show it [@a].", ["Adaptive Clinical Trial"], [review]),
      ("A systematic review found it [@a].", ["Clinical Trial", "Review"], []),
      ("A systematic review found it [@a].", ["Review"], []), ("A systematic review found it [@a].", [], []),
      ("A cohort found it [@a].", ["Review"], []), ("A cohort found it [@a].", ["Clinical Trial"], []),
      ("Did a clinical trial find it [@a]?", ["Review"], []),
    ])
  func comparesKinds(text: String, types: [String], messages: [String]) throws {
    #expect(try self.messages(.evidenceTypeMismatch, text, [Self.record(types: types), Self.record("b")]) == messages)
  }

  @Test(
    "A claim rests on opinion where all of its sources are opinions and it does not say so",
    arguments: [
      ([["Editorial"]], "editorial"), ([["Letter"]], "letter"), ([["Letter", "Comment"]], "comment, letter"),
      ([["Newspaper Article"]], "newspaper article"),
      ([["Letter", "Case Reports"]], nil), ([["Journal Article"]], nil), ([[]], nil),
      ([["Editorial"], ["News"]], "editorial"), ([["Editorial"], ["Review"]], nil),
    ] as [([[String]], String?)])
  func tellsOpinions(types: [[String]], kinds: String?) throws {
    let records = types.enumerated().map { Self.record(["a", "b"][$0], types: $1) }
    let keys = records.map { "[@\($0.id)]" }.joined()
    let expected = kinds.map { ["the claim rests on opinion alone (\($0))"] } ?? []
    #expect(
      try messages(.opinionAsEvidence, "Exercise reduces chronic pain in 40% of patients \(keys).", records) == expected
    )
    for text in [
      "An editorial says that exercise reduces pain in 40% of patients",
      "Roe argued that exercise reduces pain in 40% of patients",
    ] {
      #expect(try messages(.opinionAsEvidence, "\(text) \(keys).", records) == [])
    }
  }

  @Test(
    "MeSH says whether a work was done in animals",
    arguments: [
      (["Animals"], true), (["Animals", "Mice"], true), (["Animals", "Humans"], false), (["Humans"], false),
      (["Mice"], false), ([], false),
    ])
  func tellsAnimals(mesh: [String], isFound: Bool) throws {
    let expected = isFound ? ["the claim rests on animals alone (by the record), and does not say so"] : []
    #expect(try messages(.animalEvidence, "Exercise reduces pain [@a].", [Self.record(mesh: mesh)]) == expected)
    #expect(
      try messages(.animalEvidence, "Exercise reduces pain [@a][@b].", [Self.record(mesh: mesh), Self.record("b")])
        == [])
    #expect(try messages(.animalEvidence, "Exercise reduces pain in dogs [@a].", [Self.record(mesh: mesh)]) == [])
  }
}
