import IbidKit
import IbidModel
import TestSupport
import Testing

/// A library that people work in: what they say counts, is told of, and can be taken back.
struct LibraryWorkTests {
  private let folder: TemporaryFolder
  private let library: RecordLibrary

  init() throws {
    folder = try TemporaryFolder()
    library = try RecordLibrary(writing: folder.path + "/library.sqlite")
    try library.add([
      Self.item("ice", "Ice", "Roe", 2001), Self.item("snow", "Snow", "Doe", 2003),
      Self.item("rain", "Rain", "Low", 2002),
    ])
  }

  private static func item(_ key: String, _ title: String, _ author: String, _ year: Int) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = title
    item[names: .author] = [Name(family: author, given: "J")]
    item[date: .issued] = CSLDate(year)
    return item
  }

  private func everything() throws -> [String] {
    try library.items().map { JSONWriter.text(of: try library.details(of: $0.id).json) }
  }

  // MARK: A person's word

  @Test("Two records of the same work become one, and the other key leads there; that can be undone")
  func sameWork() throws {
    let before = try everything()
    try library.relate("ice", RecordRelation(.sameWork, key: "snow"))
    #expect(try library.items().map(\.id) == ["ice", "rain"])
    #expect(try library.details(of: "snow").item.id == "ice")
    #expect(try library.undo().first?.text == "relate ice same-work snow")
    #expect(try everything() == before)
  }

  @Test("Of other works nobody is asked again, and no import makes them one")
  func otherWork() throws {
    func twin(_ key: String) -> Item {
      var item = Self.item(key, "Sleep and pain in old age", "Roe", 2001)
      item[.containerTitle] = "Weather"
      return item
    }
    var twins = [twin("one"), twin("two")]
    twins[1][.volume] = "3"
    twins[0][.volume] = "4"
    try library.add(twins)
    _ = try library.edit(key: "two", [FieldEdit("volume=4")])
    #expect(Duplicates(of: try library.items()).groups.map(\.members) == [["one", "two"]])
    try library.relate("one", RecordRelation(.otherWork, key: "two"))
    #expect(try library.recordsApart() == [["one", "two"]])
    #expect(Duplicates(of: try library.items(), apart: try library.recordsApart()).groups.isEmpty)
    var other = twin("three")
    other[.volume] = "4"
    try library.add([other])
    #expect(try library.count() == 5)
    _ = try library.undo()
    try library.relate("two", RecordRelation(.otherWork, key: "one"), isRemoved: true)
    try library.relate("one", RecordRelation(.otherWork, key: "two"), isRemoved: true)
    #expect(try library.recordsApart().isEmpty)
    try library.merge([], apart: [["one", "two"]])
    #expect(try library.recordsApart() == [["one", "two"]])
  }

  @Test("Records that bear one DOI under two titles are unsure")
  func unsure() {
    var (one, other) = (Self.item("one", "IDEA trial", "Roe", 2012), Self.item("two", "Diet and walking", "Roe", 2013))
    (one[.DOI], other[.DOI]) = ("10.1000/a", "10.1000/a")
    let duplicates = Duplicates(of: [one, other])
    #expect(duplicates.groups.isEmpty && duplicates.unsure.map { Set($0.members) } == [["one", "two"]])
    #expect(Duplicates(of: [one, other], apart: [["two", "one"]]).unsure.isEmpty)
    (one[.page], other[.page]) = ("A37", "A212")
    #expect(Duplicates(of: [one, other]).unsure.isEmpty, "two abstracts of a supplement")
  }

  // MARK: Edits

  @Test("An edit counts above what comes in later, and fields that were taken out stay out")
  func editsOutlastImports() throws {
    let changes = try library.edit(key: "ice", [FieldEdit("title=Black ice"), FieldEdit("author=")])
    #expect(changes.map(\.text) == ["title: Ice -> Black ice", "author: Roe J -> nothing"])
    var richer = Self.item("ice", "Ice", "Roe", 2001)
    richer[.volume] = "7"
    try library.add([richer])
    let item = try library.details(of: "ice").item
    #expect(item[.title] == "Black ice" && item[names: .author].isEmpty && item[.volume] == "7")
    // What is said again changes nothing, and is no step.
    #expect(try library.edit(key: "ice", [FieldEdit("title=Black ice")]).isEmpty)
  }

  @Test(
    "Another journal takes the old one's short title and ISSN with it, unless it is the same one or they are named",
    arguments: [
      (["container-title=The Lancet"], nil, nil),
      (["container-title=New England Journal of Medicine"], "NEJM", "0028-4793"),
      (["container-title=The Lancet", "ISSN=0140-6736"], nil, "0140-6736"), (["volume=7"], "NEJM", "0028-4793"),
    ] as [([String], String?, String?)])
  func changesJournal(edits: [String], short: String?, issn: String?) throws {
    var item = Self.item("sun", "Sun", "Ray", 2004)
    item[.containerTitle] = "The New England journal of medicine"
    item[.containerTitleShort] = "NEJM"
    item[.ISSN] = "0028-4793"
    try library.add([item])
    _ = try library.edit(key: "sun", try edits.map { (text) throws(IbidError) in try FieldEdit(text) })
    let edited = try library.details(of: "sun").item
    #expect(edited[.containerTitleShort] == short && edited[.ISSN] == issn)
  }

  @Test("A title is not taken out, an identifier of another record is told, and what nobody sees is no edit")
  func warnsOfEdits() throws {
    #expect(throws: IbidError.self) { try library.edit(key: "ice", [FieldEdit("title=")]) }
    _ = try library.edit(key: "ice", [FieldEdit("DOI=10.1000/X")])
    let edits = [try FieldEdit("DOI=https://doi.org/10.1000/x")]
    #expect(try library.clashes(of: "snow", edits) == ["“ice” has DOI 10.1000/x, too"])
    #expect(try library.clashes(of: "ice", edits).isEmpty)
    #expect(try library.edit(key: "snow", [FieldEdit("title=Snow")]).isEmpty)
    #expect(try library.history(of: "snow").count == 1)
  }

  @Test("Two keys of one record take it out once; a relation to what is gone is not told, and stands again with it")
  func removesOnce() throws {
    try library.relate("ice", RecordRelation(.partOf, key: "snow"))
    _ = try library.rekey("snow", to: "sleet")
    #expect(try library.details(of: "ice").relations == [RecordRelation(.partOf, key: "sleet")])
    #expect(try library.remove(keys: ["snow", "sleet", "sleet"]) == 1)
    #expect(try library.details(of: "ice").relations.isEmpty)
    _ = try library.undo()
    #expect(try library.details(of: "ice").relations == [RecordRelation(.partOf, key: "sleet")])
  }

  @Test(
    "A relation that has a direction is not taken both ways",
    arguments: WorkRelation.allCases.filter { $0 != .sameWork })
  func refusesCircles(kind: WorkRelation) throws {
    try library.relate("ice", RecordRelation(kind, key: "snow"))
    let back = Result { () throws(IbidError) in try library.relate("snow", RecordRelation(kind, key: "ice")) }
    #expect((try? back.get()) == ([.versionOf, .otherWork].contains(kind) ? true : nil))
    try library.relate("ice", RecordRelation(kind, key: "snow"), isRemoved: true)
    #expect(try library.relate("rain", RecordRelation(kind, key: "ice")))
  }

  @Test(
    "What an undone command did to manuscripts stays, and is known",
    arguments: [
      (["p.md"], true), ([], false),
    ])
  func tellsOfManuscripts(manuscripts: [String], isTold: Bool) throws {
    _ = try library.rekey("ice", to: "frost", manuscripts: manuscripts)
    #expect(try library.undo().map(\.changedManuscripts) == [isTold])
    _ = try library.rekey(pattern: "[auth][year]", manuscripts: manuscripts)
    #expect(try library.undo().map(\.changedManuscripts) == [isTold])
  }

  @Test("A year alone stays one, whatever day a source knows")
  func keepsAnEditedYear() throws {
    var dated = Self.item("ice", "Ice", "Roe", 2001)
    dated[date: .issued] = CSLDate(2001, 5)
    try library.add([dated])
    #expect(try library.details(of: "ice").item[date: .issued] == CSLDate(2001, 5))
    _ = try library.edit(key: "ice", [FieldEdit("issued=2001")])
    #expect(try library.details(of: "ice").item[date: .issued] == CSLDate(2001))
  }

  @Test("The history of a record tells each step with its fields and who says so")
  func tellsHistory() throws {
    _ = try library.edit(key: "ice", [FieldEdit("volume=3")])
    try library.tag(["ice", "snow"], adding: ["cold"])
    let events = try library.history(of: "ice")
    #expect(events.map(\.kind) == [.added, .changed, .changed])
    #expect(events.map(\.command.text) == ["add", "edit ice volume=3", "tag ice snow +cold"])
    #expect(events[1].changes.map(\.text) == ["volume: nothing -> 3 (an edit by hand)"])
    #expect(events[2].changes.map(\.text) == ["tags: nothing -> cold"])
    #expect(try library.history(of: "rain").count == 1)
  }

  @Test("Whatever changed the library can be undone, to the first state, and done again")
  func undoesAll() throws {
    let first = try everything()
    _ = try library.edit(key: "ice", [FieldEdit("title=Black ice")])
    try library.tag(["ice", "rain"], adding: ["cold", "wet"])
    try library.note("Read it.", on: "snow")
    try library.relate("snow", RecordRelation(.replyTo, key: "rain"))
    _ = try library.rekey(pattern: "[auth.lower][year]")
    try library.screen(["ice"], ScreeningDecision(.exclude, reason: "thin"))
    try library.remove(keys: ["rain"])
    let last = try everything()
    let undone = try library.undo(7)
    #expect(undone.count == 7 && undone.first?.text == "remove rain" && undone.map(\.records) == [1, 1, 3, 1, 1, 2, 1])
    #expect(try everything() == first)
    #expect(try library.redo(7).first?.text == "edit ice title=Black ice")
    #expect(try everything() == last)
    #expect(try library.redo().isEmpty)
    _ = try library.undo(2)
    try library.tag(["ice"], adding: ["new"])
    #expect(try library.redo().isEmpty, "what changed since is not written over")
    #expect(try library.undo(99).count == 7)
    #expect(try library.undo().isEmpty && library.count() == 0)
  }

  @Test("An unknown key is told with those that may be meant, and nothing is changed")
  func namesNearestKeys() throws {
    for change in [
      { _ = try $0.edit(key: "snoww", [FieldEdit("volume=1")]) }, { try $0.tag(["ice", "snoww"], adding: ["x"]) },
      { try $0.note("x", on: "snoww") }, { try $0.relate("ice", RecordRelation(.partOf, key: "snoww")) },
      { _ = try $0.rekey("snoww", to: "x") }, { try $0.screen(["ice", "snoww"], ScreeningDecision(.maybe)) },
      { try $0.remove(keys: ["ice", "snoww"]) }, { _ = try $0.history(of: "snoww") },
      { _ = try $0.details(of: "snoww") },
    ] as [(RecordLibrary) throws -> Void] {
      let before = try everything()
      let error = #expect(throws: IbidError.self) { try change(library) }
      #expect(error?.code == .unknownKey && error?.facts.candidates == ["snow"])
      #expect(try everything() == before)
    }
  }

  // MARK: What stands beside

  @Test("Tags are told apart without regard to case, and stand in order")
  func tags() throws {
    #expect(try library.tag(["ice"], adding: ["wet", "Cold", "wet"]) == 1)
    #expect(try library.tag(["ice"], adding: ["COLD"]) == 0)
    #expect(try library.details(of: "ice").tags == ["Cold", "wet"])
    #expect(try library.tag(["ice", "snow"], adding: ["new"], removing: ["cold"]) == 2)
    #expect(try library.details(of: "ice").tags == ["new", "wet"])
    #expect(try library.search("tag:new", limit: 9).map(\.id) == ["ice", "snow"])
    #expect(throws: IbidError.self) { try library.tag(["ice"], adding: ["a,b"]) }
    #expect(throws: IbidError.self) { try library.tag(["ice"], adding: [""]) }
  }

  @Test("Notes are numbered, relations name the other record by the key that it has")
  func notesAndRelations() throws {
    try library.note("One.", on: "ice")
    try library.note("Two.", on: "ice")
    try library.removeNote(1, of: "ice")
    #expect(try library.details(of: "ice").notes == ["Two."])
    #expect(throws: IbidError.self) { try library.removeNote(2, of: "ice") }
    #expect(throws: IbidError.self) { try library.note(" \n", on: "ice") }
    #expect(try library.relate("ice", RecordRelation(.preprintOf, key: "snow")))
    #expect(try !library.relate("ice", RecordRelation(.preprintOf, key: "snow")))
    #expect(throws: IbidError.self) { try library.relate("ice", RecordRelation(.partOf, key: "ice")) }
    _ = try library.rekey("snow", to: "doe2003")
    #expect(try library.details(of: "ice").relations == [RecordRelation(.preprintOf, key: "doe2003")])
    #expect(try library.relate("ice", RecordRelation(.preprintOf, key: "snow"), isRemoved: true) == false)
  }

  @Test("One record is added from fields or from a text; a work that is there is not added twice")
  func addsOne() throws {
    let fields = try [FieldEdit("title=Long nights"), FieldEdit("author=Moe, A"), FieldEdit("issued=2010")]
    #expect(try library.add(fields) == ("moe2010", true))
    #expect(try library.add(fields) == ("moe2010", false))
    let text =
      "Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977;196(4286):129-36."
    #expect(try library.add(reference: text) == ("engel1977", true))
    let configuration = try CheckConfiguration(text: "keys: \"[auth][shortyear]\"", path: ".ibid.yml")
    #expect(
      try library.add(
        [FieldEdit("title=Dew"), FieldEdit("author=Poe, B"), FieldEdit("issued=2011")], configuration: configuration
      )
      .key == "Poe11")
    #expect(throws: IbidError.self) { try library.add([FieldEdit("volume=3")]) }
    #expect(throws: IbidError.self) { try library.add(reference: "…") }
    #expect(try library.sources().map(\.records) == [3, 2, 1])
  }

  // MARK: Keys

  @Test("Keys by a pattern are unique without regard to case; old ones still lead to their records")
  func rekeys() throws {
    try library.add([Self.item("hail", "Hail", "roe", 2001)])
    let planned = try library.rekey(pattern: "[auth][year]", isDryRun: true)
    #expect(try library.items().map(\.id) == ["hail", "ice", "rain", "snow"])
    let changes = try library.rekey(pattern: "[auth][year]")
    #expect(changes == planned)
    #expect(changes.map(\.new) == ["roe2001", "Roe2001a", "Low2002", "Doe2003"])
    #expect(try library.item(key: "ice")?.id == "Roe2001a")
    #expect(try library.rekey(pattern: "[auth][year]").isEmpty, "a second time changes nothing")
    #expect(try library.formerKeys().map(\.old) == ["snow", "rain", "ice", "hail"])
    #expect(throws: IbidError.self) { try library.rekey("Low2002", to: "ICE") }
    #expect(throws: IbidError.self) { try library.rekey("Low2002", to: "a b") }
    #expect(throws: IbidError.self) { try library.rekey(pattern: "[nobody]") }
    #expect(throws: IbidError.self) { try library.rekey(by: CheckConfiguration()) }
  }

  // MARK: Lists

  @Test(
    "Records come in the order that is asked for",
    arguments: [
      (RecordQuery.Order.key, ["ice", "rain", "snow"]), (.year, ["snow", "rain", "ice"]),
      (.author, ["snow", "rain", "ice"]), (.title, ["ice", "rain", "snow"]), (.added, ["ice", "snow", "rain"]),
    ])
  func sorts(order: RecordQuery.Order, keys: [String]) throws {
    var query = RecordQuery()
    query.order = order
    #expect(try library.records(query).items.map(\.id) == keys)
    (query.limit, query.offset) = (1, 1)
    let page = try library.records(query)
    #expect(page.items.map(\.id) == [keys[1]] && page.total == 3)
    query.offset = 3
    #expect(try library.records(query).items.isEmpty)
  }

  @Test("A search is counted whole, whatever part of it is shown")
  func counts() throws {
    var query = RecordQuery("ice OR snow OR rain")
    #expect(try library.records(query).total == 3)
    query.limit = 2
    #expect(try library.records(query).items.count == 2 && library.records(query).total == 3)
    query.text = "ice OR snow year:2003"
    query.limit = nil
    #expect(try library.records(query).items.map(\.id) == ["snow"])
  }
}
