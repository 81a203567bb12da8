import Testing

@testable import IbidFormats

private let form = "it is no `Name shape[*] [> field]`"

struct PubMedSchemaTests {
  @Test("A table whose every word is known is read")
  func readsTables() throws {
    let schema = try PubMedSchema("Record in > record\n  A value* > title\n  @group\n\n@group\n  B text\n")
    #expect(schema.names == ["", "Record", "A", "B"])
    #expect(String(decoding: schema.keys, as: UTF8.self).contains("\"Record\":\"A\":\"B\":"))
    #expect(schema.nodes.count == 5)
    #expect(schema.next.count == 5 * 256)
  }

  @Test(
    "A table with a word that nobody knows is refused, by its line",
    arguments: [
      ("Record in\n  A txt", 2, "«txt» is no shape"),
      ("Record in\n  A text > titel", 2, "«titel» is no field"),
      ("Record in\n  A text > none", 2, "«none» is no field"),
      ("Record in\n  A", 2, form),
      ("A text > title x", 1, form),
      ("A text title", 1, form),
      ("A text = title", 1, form),
      ("A text **", 1, form),
      ("A text**", 1, "«text*» is no shape"),
      ("A *", 1, "«» is no shape"),
      ("Record in\n  @none", 2, "there is no group «@none»"),
      ("@a x", 1, "«x» stands behind a group"),
      ("Record in\n  @a x", 2, "«x» stands behind a group"),
      ("@a\n  B text\n@a\n  C text", 3, "«@a» begins twice"),
      ("Record in\n   A text", 2, "it is indented by 3"),
      ("Record in\n    A text", 2, "it is indented by 4"),
      ("Record in\n  A text\n  A text", 3, "«A» stands here twice"),
      ("A again", 1, "nothing stands above «again»"),
      ("A again > title", 1, "«again» is no shape"),
    ])
  func refusesUnknownWords(table: String, line: Int, message: String) {
    let fault = #expect(throws: PubMedTableFault.self) { try PubMedSchema(table) }
    #expect(fault == PubMedTableFault(line: line, message))
  }

  @Test("More elements than a number has room for are refused", arguments: [(255, true), (256, false)])
  func refusesTooManyElements(count: Int, isRead: Bool) {
    let table = (0..<count).map { "E\($0) text" }.joined(separator: "\n")
    #expect(((try? PubMedSchema(table)) != nil) == isRead)
  }

  @Test("Every element and field of the table is the one that PubMed's names stand for")
  func knowsTheTable() {
    let schema = PubMedSchema.shared
    #expect(schema.names.count < 256)
    for (id, name) in schema.names.enumerated() where id > 0 {
      #expect(PubMedMeaning(Array(name.utf8).span).element == UInt8(id), "\(name)")
    }
    let usual = [("MajorTopicYN", "N"), ("ValidYN", "Y"), ("CompleteYN", "Y"), ("YN", nil), ("MYN", "N"), ("Mn", nil)]
    for (name, value) in usual {
      #expect(PubMedMeaning(Array(name.utf8).span).usualValue == value?.utf8.first ?? 0, "\(name)")
    }
    #expect(PubMedMeaning(Array("PubmedArticle".utf8).span).isOuter)
    #expect(PubMedMeaning(Array("PubmedBookArticleSet".utf8).span).isOuter)
    #expect(!PubMedMeaning(Array("Article".utf8).span).isOuter)
    #expect(PubMedMeaning(Array("annotation-xml".utf8).span).inline == .annotationXML)
    #expect(PubMedMeaning(Array("IdType".utf8).span).attribute == .idType)
    #expect(PubMedMeaning(Array("Unknown".utf8).span).element == 0)
  }
}
