import IbidKit
import IbidModel
import TestSupport
import Testing

/// The members of `ibid claims --format json` and `ibid notes --format json`, their order and their types: what programs
/// rely on.
struct ClaimsContractTests {
  private static let fixtures = Fixtures(folder: Fixtures().folder + "/articles")

  private func report(_ name: String, explaining: Bool = false) throws -> JSONValue {
    let article = try CheckedArticle(
      bytes: try Self.fixtures.bytes(name), path: name,
      records: Records(files: [Self.fixtures.folder + "/records.json"]))
    return ClaimsReport(article).json(explaining: explaining)
  }

  /// A value's members and their types: `label:text place:object`.
  private func shape(_ value: JSONValue?) -> String {
    (value?.members ?? []).map { member in
      let type =
        switch member.value {
        case .null: "null"
        case .bool: "bool"
        case .number: "number"
        case .string: "text"
        case .array: "list"
        case .object: "object"
        }
      return member.name + ":" + type
    }.joined(separator: " ")
  }

  /// The different shapes of these values, sorted.
  private func shapes(_ values: [JSONValue]) -> [String] { Set(values.map(shape)).sorted() }

  private func all(_ name: String, in values: [JSONValue]) -> [JSONValue] {
    values.flatMap { $0[name]?.elements ?? [] }
  }

  @Test("The report, its head and its summary")
  func heads() throws {
    let json = try report("general.md")
    #expect(shape(json) == "article:object sentences:list notes:list items:list summary:object")
    #expect(shape(json["article"]) == "path:text format:text title:text words:number sentences:number")
    #expect(shape(try report("numbers.txt")["article"]).hasPrefix("path:text format:text title:"))
    #expect(
      shape(json["summary"])
        == "claims:number cited:number hollow:number uncited:number notes:number notesWithReference:number "
        + "notesWithoutMarker:list markersWithoutNote:list")
  }

  @Test("Sentences and their markers; what few have is left out where it is not there")
  func sentences() throws {
    let sentences = try report("general.md")["sentences"]?.elements ?? []
    let start = "id:text text:text place:object length:number section:"
    let end = "kind:text needsCitation:number status:text markers:list"
    #expect(
      shapes(sentences)
        == [
          "\(start)null \(end)", "\(start)text \(end)", "\(start)text \(end) terse:list",
          "\(start)text \(end) uncovered:list",
        ])
    #expect(shapes(sentences.compactMap { $0["place"] }) == ["line:number column:number offset:number"])
    #expect(
      shapes(all("markers", in: sentences)) == [
        "label:text place:object length:number note:null items:list",
        "label:text place:object length:number note:text items:list",
      ])
    #expect(shapes(all("terse", in: sentences)) == ["text:text place:object length:number items:list"])
    #expect(shapes(all("uncovered", in: sentences)) == ["text:text place:object length:number"])
    let explained = try report("general.md", explaining: true)["sentences"]?.elements ?? []
    #expect(explained.allSatisfy { $0["reasons"] != nil })
    #expect(shapes(all("reasons", in: explained)) == ["feature:text weight:number"])
  }

  @Test("Notes, their references, and how these were matched")
  func notes() throws {
    let notes = try report("general.md")["notes"]?.elements ?? []
    #expect(
      shapes(notes)
        == [
          "label:text place:object length:number kind:text cited:bool items:list references:list quotes:list terse:list"
        ])
    let references = all("references", in: notes)
    let start = "text:text place:object length:number item:text confidence:number fields:object"
    #expect(shapes(references) == [start, "\(start) conflicts:list", "\(start) match:object"])
    #expect(shapes(references.compactMap { $0["match"] }) == ["record:text score:number reasons:list"])
    #expect(shapes(all("conflicts", in: references)) == ["record:text identifiers:list"])
    #expect(shapes(all("quotes", in: notes)) == ["text:text place:object length:number"])
    #expect(shapes(all("terse", in: notes)) == ["text:text place:object length:number items:list"])
  }

  @Test("Places count lines and columns from 1 and bytes from 0; lengths are bytes; items are keys of the list")
  func places() throws {
    let bytes = try Self.fixtures.bytes("general.md")
    let json = try report("general.md")
    let keys = Set((json["items"]?.elements ?? []).compactMap { $0["id"]?.text })
    let sentences = json["sentences"]?.elements ?? []
    for marker in all("markers", in: sentences) {
      let offset = try #require(marker["place"]?["offset"]?.integer)
      let line = bytes[..<offset].count { $0 == 0x0A } + 1
      let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
      #expect(marker["place"]?["line"]?.integer == line && marker["place"]?["column"]?.integer == column)
      let text = String(decoding: bytes[offset..<(offset + (marker["length"]?.integer ?? 0))], as: UTF8.self)
      #expect(text.contains(marker["label"]?.text ?? "?"))
      #expect((marker["items"]?.elements ?? []).allSatisfy { keys.contains($0.text ?? "") })
    }
    #expect(sentences.compactMap { $0["id"]?.text } == (1...sentences.count).map { "s\($0)" })
    let kinds: Set = ["claim", "opinion", "experience", "definition", "navigation", "heading", "question", "other"]
    let written = Set(sentences.compactMap { $0["kind"]?.text })
    #expect(written.isSubset(of: kinds))
    let scores = sentences.compactMap { $0["needsCitation"]?.text.flatMap(Double.init) }
    #expect(scores.count == sentences.count && scores.allSatisfy((0...1).contains))
  }
}
