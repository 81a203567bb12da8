import FoundationEssentials
import IbidModel
import TestSupport
import Testing

@testable import IbidKit

/// What an export says of what its format could not carry.
struct RecordLossTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func losses(of json: String, in format: String) throws -> [String] {
    let path = try folder.write("records.json", json)
    var export = RecordExport(of: .files([path]), in: try ExportFormat(named: format))
    export.selection = .all
    return try export.write { _ in }.losses.map { "\($0.key) \($0.missing) \($0.changed)" }
  }

  @Test(
    "Each field that is not there again, or says something else, is named with its record",
    arguments: [
      ("jsonl", #"{"id": "a", "type": "song", "title": "T", "medium": "vinyl", "custom": {"shelf": 3}}"#, [String]()),
      ("bibtex", #"{"id": "a", "type": "book", "title": "T", "custom": {"shelf": 3}}"#, [#"a ["custom.shelf"] []"#]),
      ("bibtex", #"{"id": "über", "type": "book", "title": "T"}"#, [#"über [] ["id"]"#]),
      (
        "ris", #"{"id": "a", "type": "book", "title": "T", "illustrator": [{"family": "Roe"}]}"#,
        [
          #"a ["illustrator"] []"#
        ]
      ),
    ])
  func namesLosses(format: String, json: String, expected: [String]) throws {
    #expect(try losses(of: "[\(json)]", in: format) == expected)
  }

  @Test(
    "Pages that are written out in full, other dashes and other initials are no loss", arguments: ["bibtex", "ris"])
  func toleratesSpellings(format: String) throws {
    let json = #"""
      [{"id": "a", "type": "article-journal", "title": "Salt – a view", "container-title": "J Salt", "page": "1857–66",
        "issued": {"date-parts": [[2020]]}, "author": [{"family": "Roe", "given": "J.A."}]}]
      """#
    #expect(try losses(of: json, in: format) == [])
  }

  @Test(
    "Of the worked example BibTeX loses no field but the kind of an article and the day on which it became available")
  func workedExample() throws {
    let export = RecordExport(
      of: .files([Repository.folder + "/Bibliography/pubmed.xml"]), in: try ExportFormat(named: "bibtex"))
    let losses = try export.write { _ in }.losses
    #expect(
      losses.allSatisfy { Set($0.missing).isSubset(of: ["available-date", "genre"]) && $0.changed.isEmpty }, "\(losses)"
    )
  }

  @Test("All records of a long file are compared, and each loss stands in their order")
  func comparesAll() throws {
    let items = (0..<300).map { #"{"id": "k\#($0)", "type": "book", "title": "T", "custom": {"shelf": 3}}"# }
    let found = try losses(of: "[\(items.joined(separator: ","))]", in: "bibtex")
    #expect(found == (0..<300).map { "k\($0) [\"custom.shelf\"] []" })
  }

  @Test("Text in a style is read by people, and nothing is said of it")
  func saysNothingOfText() throws {
    #expect(try losses(of: #"[{"id": "a", "type": "book", "title": "T", "custom": {"shelf": 3}}]"#, in: "text") == [])
  }
}
