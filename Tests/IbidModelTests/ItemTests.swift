import IbidModel
import Testing

struct ItemTests {
  @Test("Variables are set, changed and taken out, and stand in their order")
  func fields() {
    var item = Item(id: "a", type: .book)
    for variable in [Variable.volume, .abstract, .title, .DOI, .issue] { item[variable] = variable.name }
    #expect(item.texts.map(\.variable) == [.abstract, .DOI, .title, .issue, .volume])
    item[.title] = "T"
    item[.abstract] = nil
    item[.volume] = nil
    item[.note] = nil
    #expect(item.texts.map(\.value) == ["DOI", "T", "issue"])
    #expect(item[.abstract] == nil)
    #expect(item.texts.count == 3)
    item[names: .author] = [Name(literal: "WHO")]
    #expect(item[names: .author].count == 1)
    #expect(item[names: .editor].isEmpty)
    item[names: .author] = []
    #expect(item.nameLists.isEmpty)
    item[date: .issued] = CSLDate(1999)
    #expect(item[date: .issued]?.year == 1999)
    item[date: .issued] = nil
    #expect(item.dates.isEmpty)
  }

  @Test("Rich text stands beside the plain one only where it differs, and goes with it")
  func richText() {
    var item = Item(type: .book)
    item.set(.title, richText: "<i>A</i> b")
    #expect(item[.title] == "A b")
    #expect(item.richTexts[.title] == "<i>A</i> b")
    item.set(.note, richText: "p < 1")
    #expect(item.richTexts.count == 1)
    item[.title] = "C"
    #expect(item.richTexts.isEmpty)
    item.set(.title, richText: "<b>D</b>")
    item.set(.title, richText: "E")
    #expect(item[.title] == "E")
    #expect(item.richTexts.isEmpty)
  }

  @Test(
    "CSL's tags are taken off with their partners, and nothing else that begins with «<»",
    arguments: [
      ("<i>a</i><b>b</b><sup>c</sup><sub>d</sub><sc>e</sc>", "abcde"), ("a<span class=\"nocase\">b</span>c", "abc"),
      ("<span\tx>a</span >", "a"), ("a </i> b", "a </i> b"),
      ("<i>E. coli", "<i>E. coli"), ("<i>a</b></i>", "a</b>"), ("<b><i>a</b></i>", "<i>a</i>"),
      ("<i>a</i></i>", "a</i>"), ("p < 0.05 <x> </y> <", "p < 0.05 <x> </y> <"), ("<>", "<>"), ("</>", "</>"),
      ("<i", "<i"), ("<i ", "<i "), ("<i/>", "<i/>"), ("<I>a</I>", "<I>a</I>"), ("<spans>", "<spans>"),
      ("<ix>", "<ix>"),
      ("<i <b>c</b>", "<i c"), ("<i a<b>c</b>", "<i ac"), ("//i>", "//i>"), ("<//i>", "<//i>"), ("é<i>ü</i>", "éü"),
      ("", ""),
    ])
  func plain(rich: String, plain: String) { #expect(RichText.plain(rich) == plain) }

  @Test("A tag is found wherever it stands, and ends within 200 bytes of its name")
  func tagsAnywhere() {
    for before in 0..<70 {
      let text = String(repeating: "a", count: before)
      #expect(RichText.plain(text + "<i></i>") == text)
      #expect(RichText.plain(text + "<i>" + text + "</i>") == text + text)
    }
    for (blanks, isTag) in [(198, true), (199, true), (200, false), (201, false)] {
      let tag = "<i" + String(repeating: " ", count: blanks) + ">"
      #expect(RichText.plain(tag + "x</i>") == (isTag ? "x" : tag + "x</i>"), "\(blanks)")
    }
  }

  @Test("A custom value is set in place of all of its name; of several the last one counts")
  func custom() {
    var item = Item(type: .book)
    item.custom = [JSONMember("a", 1), JSONMember("b", 2), JSONMember("a", 3)]
    #expect(item[custom: "a"] == 3)
    #expect(item[custom: "c"] == nil)
    item[custom: "a"] = 4
    #expect(item.custom == [JSONMember("b", 2), JSONMember("a", 4)])
    item[custom: "b"] = nil
    #expect(item.custom == [JSONMember("a", 4)])
  }

  @Test("A list of names that is broken off says so once, for each variable")
  func etAl() {
    var item = Item(type: .book)
    #expect(!item.isBrokenOff(names: .author))
    item.breakOff(names: .author)
    item.breakOff(names: .author)
    #expect(item.isBrokenOff(names: .author))
    #expect(!item.isBrokenOff(names: .editor))
    item.breakOff(names: .editor)
    #expect(item.isBrokenOff(names: .author))
    #expect(item.isBrokenOff(names: .editor))
    #expect(item[custom: "et-al"] == .array(["author", "editor"]))
  }

  @Test("A line of JSON says the same as a value, whatever the item holds")
  func linesAndValues() throws {
    let name =
      #"{"family":"Gogh","given":"V","dropping-particle":"de","non-dropping-particle":"van","suffix":"Jr","ORCID":"0000-0002-1825-0097","affiliations":["A \"B\"","C"],"comma-suffix":true}"#
    let lines = [
      #"{"id":"","type":"document"}"#, #"{"id":"a \"b\"","title":"T","type":"hologram"}"#,
      #"{"id":"a","type":"book","title":"<i>A</i> b","volume":12,"issue":"3"}"#,
      #"{"id":"a","type":"book","volume":12}"#, #"{"id":"a","type":"book","title":"<i>A</i> b","issue":"3"}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999]]},"accessed":{"date-parts":[[2000,2]]}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999,12,31]]}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999,12],[2000]]}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999]],"season":2}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999]],"circa":true}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999]],"literal":"x"}}"#,
      #"{"id":"a","type":"book","issued":{"date-parts":[[1999]],"raw":"x"}}"#,
      #"{"id":"a","type":"book","issued":{"literal":"x"}}"#,
      #"{"id":"a","type":"book","author":[\#(name),{"literal":"WHO"}],"editor":[{"given":"G"}]}"#,
      #"{"id":"a","type":"book","author":"x","issued":7,"title":[1],"custom":{"a":[1,{}]},"x":null,"y":{"z":1}}"#,
      #"{"id":"a","type":"book","title":"T","PubMed":{"PMID":"1","Language":["eng"]}}"#,
    ]
    for line in lines {
      let item = try #require(Item(cslJSON: try JSONReader.value(of: line)))
      var writer = JSONWriter()
      writer.write(string: "before")
      item.writeJSONLine(to: &writer)
      let value = JSONWriter.text(of: item.cslJSON(includingFacts: true))
      #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"before\"" + value)
      #expect(item.completeJSON == value)
      #expect(Item(completeJSON: Array(value.utf8)) == item)
      let names = Set(value.isEmpty ? [] : try JSONReader.value(of: value).members.map(\.name))
      #expect(names.isSuperset(of: try JSONReader.value(of: line).members.map(\.name)), "\(line)")
    }
  }

  @Test("CSL's own JSON leaves out what its schema does not know")
  func leavesOut() throws {
    var item = Item(id: "a", type: .book)
    var name = Name(family: "F", given: "G")
    name.orcid = "0000-0002-1825-0097"
    name.affiliations = ["A"]
    item[names: .author] = [name]
    item.pubmed = PubMedFacts(json: "{}")
    #expect(JSONWriter.text(of: item.cslJSON()) == #"{"id":"a","type":"book","author":[{"family":"F","given":"G"}]}"#)
    #expect(Item(cslJSON: .array([])) == nil)
    #expect(Item(completeJSON: Array("[]".utf8)) == nil)
  }

  @Test("Names are objects that say something; what is no text of theirs is kept")
  func names() throws {
    func read(_ json: String) throws -> Name? { Name(cslJSON: try JSONReader.value(of: json)) }
    #expect(try read("{}") == nil)
    #expect(try read(#""x""#) == nil)
    let odd = try #require(try read(#"{"family":["x"],"affiliations":["A",{},7],"static-ordering":true,"nick":"N"}"#))
    #expect(odd.family == nil)
    #expect(odd.affiliations == ["A", "7"])
    #expect(odd.other.map(\.name) == ["family", "static-ordering", "nick"])
  }

  @Test("A name's family stands behind its particle; without one the whole name counts")
  func familyOrLiteral() {
    var name = Name(family: "Gogh", given: "Vincent")
    #expect(name.familyOrLiteral == "Gogh")
    name.nonDroppingParticle = "van"
    name.droppingParticle = "de"
    #expect(name.familyOrLiteral == "van Gogh")
    #expect(Name(literal: "WHO").familyOrLiteral == "WHO")
    #expect(Name(given: "x").familyOrLiteral == "")
  }

  @Test("PubMed's facts are read by name; a record without a version is the first")
  func facts() {
    let facts = PubMedFacts(json: #"{"PMID":{"Version":"2","text":"7"},"Language":["eng"]}"#)
    #expect(facts.version == 2)
    #expect(facts.value["Language"]?.elements == ["eng"])
    #expect(facts.value(of: ["Language"]) == .object([JSONMember("Language", .array(["eng"]))]))
    #expect(PubMedFacts(json: #"{"PMID":"7"}"#).version == 1)
    #expect(PubMedFacts(json: "x").value == .object([]))
    #expect(PubMedFacts(json: "x").value(of: ["PMID"]) == .object([]))
  }
}
