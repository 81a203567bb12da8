import IbidKit
import IbidModel
import Testing

/// What a person may write for a field, and what is refused.
struct FieldEditTests {
  @Test(
    "A value is read as its field has it",
    arguments: [
      ("title=Salt and  snow", "title", #""Salt and snow""#),
      ("title=a = b", "title", #""a = b""#),
      ("TITLE=Salt", "title", #""Salt""#),
      ("author=Roe, Jane", "author", #"[{"family":"Roe","given":"Jane"}]"#),
      (
        "author=van der Roe, J; Doe, Ann, Jr; Society of Snow", "author",
        #"[{"family":"Roe","given":"J","non-dropping-particle":"van der"},"#
          + #"{"family":"Doe","given":"Ann","suffix":"Jr"},{"literal":"Society of Snow"}]"#
      ),
      ("issued=2017", "issued", #"{"date-parts":[[2017]]}"#),
      ("issued=2016-02-29", "issued", #"{"date-parts":[[2016,2,29]]}"#),
      ("issued=2017-12/2018-01", "issued", #"{"date-parts":[[2017,12],[2018,1]]}"#),
      ("issued=2017~", "issued", #"{"date-parts":[[2017]],"circa":true}"#),
      ("DOI=https://doi.org/10.1136/BMJ.l1", "DOI", #""10.1136/bmj.l1""#),
      ("doi=10.1136/bmj.l1", "DOI", #""10.1136/bmj.l1""#),
      ("PMCID=1234567", "PMCID", #""PMC1234567""#),
      ("ISSN=0028-0836", "ISSN", #""0028-0836""#),
      ("ISBN=978-0-306-40615-7", "ISBN", #""978-0-306-40615-7""#),
      ("type=Book", "type", #""book""#),
      ("abstract=One.\nTwo.", "abstract", #""One.\nTwo.""#),
    ])
  func readsValues(text: String, name: String, json: String) throws {
    let edit = try FieldEdit(text)
    #expect(edit.name == name)
    #expect(edit.value.map { JSONWriter.text(of: $0) } == json)
  }

  @Test("Nothing behind the sign takes the field out")
  func takesOut() throws {
    #expect(try FieldEdit("abstract=").value == nil)
    #expect(try FieldEdit("author= ").value == nil)
  }

  @Test(
    "What is no field or no value is refused, with what would be one",
    arguments: [
      ("year=2017", "did you mean issued?"), ("journal=Ice", "did you mean container-title?"),
      ("volum=3", "did you mean volume?"), ("zzz=3", "such as title"), ("title", "no field=value"),
      ("id=x", "ibid rekey"), ("key=x", "ibid rekey"),
      ("issued=2017-13", "is no date"), ("issued=2017-02-29", "is no date"), ("issued=May 2017", "is no date"),
      ("author=,J", "is no name"), ("author=Roe, J;", "is no name"), ("author=Roe, J, Jr, PhD", "is no name"),
      ("DOI=snow", "10.1136"), ("PMID=x1", "36000001"), ("ISSN=0028-0837", "check digit"), ("ISSN=0028", "check digit"),
      ("ISBN=9780306406158", "check digit"), ("URL=snow", "https://"), ("type=boook", "did you mean book?"),
      ("type=", "has to have a type"), ("title=a\u{7}b", "control characters"),
    ])
  func refuses(text: String, part: String) {
    let error = #expect(throws: IbidError.self) { try FieldEdit(text) }
    #expect(error?.code == .wrongValue)
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }

  @Test("What was changed in the text of a record is told field by field")
  func readsEditedText() throws {
    let text = #"{"id": "a", "type": "book", "title": "Ice", "volume": "1", "issued": {"date-parts": [[2001]]}}"#
    #expect(try RecordLibrary.edits(from: text, to: text).isEmpty)
    let edits = try RecordLibrary.edits(
      from: text, to: #"{"id": "a", "type": "book", "title": "Snow", "issued": {"date-parts": [[2002]]}}"#)
    #expect(edits.map(\.name) == ["title", "issued", "volume"])
    #expect(edits.last?.value == nil)
    for broken in ["{", "[]", #"{"id": "b"}"#, #"{"id": "a", "titel": "x"}"#, #"{"id": "a", "title": ["x"]}"#] {
      #expect(throws: IbidError.self, "\(broken)") { try RecordLibrary.edits(from: text, to: broken) }
    }
  }
}
