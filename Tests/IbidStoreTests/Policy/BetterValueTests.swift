import IbidModel
import TestSupport
import Testing

@testable import IbidStore

/// A field as a poor record has it, as a rich one has it, and as the merged record must have it.
private struct FieldPair: Sendable, CustomTestStringConvertible {
  var name: String
  var poor: String
  var rich: String
  /// The rich record where nil.
  var merged: String?

  init(_ name: String, _ poor: String, _ rich: String, merged: String? = nil) {
    (self.name, self.poor, self.rich, self.merged) = (name, poor, rich, merged)
  }

  var testDescription: String { name }

  static let all: [FieldPair] =
    titles + abstracts + pages + names + containers + keywords + dates + nothing

  private static let titles = [
    FieldPair("title in capitals", "'title':'SLEEP AND PAIN'", "'title':'Sleep and pain'"),
    FieldPair("title in small letters", "'title':'sleep and pain'", "'title':'Sleep and pain'"),
    FieldPair("title in Cyrillic capitals", "'title':'СОН И БОЛЬ'", "'title':'Сон и боль'"),
    FieldPair("title cut with dots", "'title':'Sleep and pain in o...'", "'title':'Sleep and pain in old age'"),
    FieldPair("title without its subtitle", "'title':'Sleep and pain'", "'title':'Sleep and pain: a cohort'"),
    FieldPair("question without its subtitle", "'title':'Does it hurt'", "'title':'Does it hurt? A cohort'"),
    FieldPair("title of a retracted work", "'title':'Sleep and pain'", "'title':'Retracted: Sleep and pain'"),
    FieldPair(
      "retracted, in capitals", "'title':'Sleep and pain'", "'title':'RETRACTED ARTICLE: Sleep and pain: a cohort'"),
    FieldPair("publisher in capitals", "'publisher':'NIGHT PRESS'", "'publisher':'Night Press'"),
    FieldPair("title of the collection", "'collection-title':'WORKS ON SLEEP'", "'collection-title':'Works on Sleep'"),
  ]

  private static let abstracts = [
    FieldPair(
      "abstract cut with dots", "'abstract':'Sleep was measured in ...'",
      "'abstract':'Sleep was measured in forty homes. It was short.'"),
    FieldPair(
      "abstract cut with a sign", "'abstract':'AIM: Sleep was mea…'",
      "'abstract':'AIM: Sleep was measured in forty homes.'"),
    FieldPair(
      "abstract that breaks off", "'abstract':'Sleep was measured'", "'abstract':'Sleep was measured in forty homes.'"),
    FieldPair("abstract of a heading", "'abstract':'OBJECTIVES'", "'abstract':'Sleep was short.'"),
    FieldPair("no abstract, said so", "'abstract':'[No abstract available]'", "'abstract':'Sleep was short.'"),
    FieldPair("no abstract, said otherwise", "'abstract':'Abstract not available.'", "'abstract':'It hurts.'"),
    FieldPair("not applicable", "'abstract':'N/A'", "'abstract':'It hurts.'"),
    FieldPair("a dash", "'abstract':'—'", "'abstract':'It hurts.'"),
    FieldPair(
      "a notice behind a whole abstract", "'abstract':'It hurts. © 2019 Night Press. All rights reserved.'",
      "'abstract':'It hurts.'", merged: ""),
  ]

  private static let pages = [
    FieldPair("first page", "'page':'501'", "'page':'501-509'"),
    FieldPair("first page with its letter", "'page':'S12'", "'page':'S12-S19'"),
    FieldPair("first page, the end abbreviated", "'page':'1597'", "'page':'1597-606'"),
  ]

  private static let names = [
    FieldPair("initials", "'author':[{'family':'Roe','given':'J'}]", "'author':[{'family':'Roe','given':'Jane'}]"),
    FieldPair(
      "initials of two names", "'author':[{'family':'Deyle','given':'GD'}]",
      "'author':[{'family':'Deyle','given':'Gail D.'}]"),
    FieldPair(
      "one initial of two", "'author':[{'family':'Roe','given':'J'}]", "'author':[{'family':'Roe','given':'J B'}]"),
    FieldPair("no given name", "'author':[{'family':'Roe'}]", "'author':[{'family':'Roe','given':'Jane'}]"),
    FieldPair(
      "capitals", "'author':[{'family':'ROE','given':'JANE'}]", "'author':[{'family':'Roe','given':'Jane'}]"),
    FieldPair(
      "letters without accents", "'author':[{'family':'Munoz','given':'A'}]",
      "'author':[{'family':'Muñoz','given':'Ana'}]"),
    FieldPair(
      "the beginning of the list", "'author':[{'family':'Roe','given':'J'}]",
      "'author':[{'family':'Roe','given':'J'},{'family':'Poe','given':'E'},{'family':'Lund','given':'M'}]"),
    FieldPair(
      "a list that is broken off", "'author':[{'family':'Roe'},{'family':'Poe'}],'custom':{'et-al':['author']}",
      "'author':[{'family':'Roe','given':'Jane'},{'family':'Poe','given':'E'},{'family':'Lund','given':'M'}]"),
    FieldPair(
      "«et al.» as a name", "'author':[{'family':'Roe','given':'J'},{'literal':'et al.'}]",
      "'author':[{'family':'Roe','given':'Jane'},{'family':'Poe','given':'E'}]"),
    FieldPair(
      "given names in the shorter list", "'author':[{'family':'Roe','given':'J'},{'family':'Poe','given':'E'}]",
      "'author':[{'family':'Roe','given':'Jane'}]",
      merged: "'author':[{'family':'Roe','given':'Jane'},{'family':'Poe','given':'E'}]"),
    FieldPair(
      "an ORCID iD in one, a given name in the other",
      "'author':[{'family':'Roe','given':'J','ORCID':'https://orcid.org/0000-0002-1825-0097'}]",
      "'author':[{'family':'Roe','given':'Jane'}]",
      merged: "'author':[{'family':'Roe','given':'Jane','ORCID':'https://orcid.org/0000-0002-1825-0097'}]"),
  ]

  private static let containers = [
    FieldPair(
      "abbreviated journal", "'container-title':'J Sleep Med'", "'container-title':'Journal of Sleep Medicine'",
      merged: "'container-title':'Journal of Sleep Medicine','container-title-short':'J Sleep Med'"),
    FieldPair(
      "abbreviated journal with points", "'container-title':'Dtsch. Ärztebl.'",
      "'container-title':'Deutsches Ärzteblatt'",
      merged: "'container-title':'Deutsches Ärzteblatt','container-title-short':'Dtsch. Ärztebl.'"),
    FieldPair(
      "journal in capitals", "'container-title':'JOURNAL OF SLEEP'", "'container-title':'Journal of Sleep'"),
    FieldPair(
      "a short title is there already", "'container-title':'J SLEEP'",
      "'container-title':'Journal of Sleep','container-title-short':'J Sleep'"),
  ]

  private static let keywords = [
    FieldPair(
      "keywords of one source", "'volume':'3'", "'keyword':'sleep; pain'",
      merged: "'volume':'3','keyword':'sleep; pain'")
  ]

  private static let dates = [
    FieldPair("a year", "'issued':{'date-parts':[[2020]]}", "'issued':{'date-parts':[[2020,4]]}"),
    FieldPair("a month", "'issued':{'date-parts':[[2020,4]]}", "'issued':{'date-parts':[[2020,4,9]]}"),
    FieldPair("words", "'issued':{'literal':'in press'}", "'issued':{'date-parts':[[2020]]}"),
  ]

  private static let nothing = [
    FieldPair("an empty field", "'volume':''", "'volume':'3'"),
    FieldPair("a volume that is not available", "'volume':'n/a'", "'volume':'3'"),
    FieldPair("a publisher that nobody knows", "'publisher':'[not available]'", "'publisher':'Night Press'"),
  ]
}

struct BetterValueTests {
  private static let ranks: [(SourceKind, SourceKind)] = [
    (.export, .export), (.reference, .export), (.export, .reference), (.pubmed, .export), (.publisher, .reference),
  ]

  @Test("The better value of a field stands, whoever says it and whoever comes first", arguments: FieldPair.all)
  fileprivate func better(pair: FieldPair) {
    guard pair.merged != "" else { return }
    let expected = record("{'id':'k',\(pair.merged ?? pair.rich)}")
    for (poorKind, richKind) in Self.ranks {
      let poor = Statement(record("{'id':'p',\(pair.poor)}"), poorKind, source: 1)
      let rich = Statement(record("{'id':'r',\(pair.rich)}"), richKind, source: 2)
      for (first, second) in [(poor, rich), (rich, poor)] {
        var work = Work(key: "k", first)
        _ = work.add(second)
        #expect(work.item == expected, "\(pair.name), \(poorKind.name) and \(richKind.name): \(work.item.completeJSON)")
      }
    }
  }

  @Test("What a person said stands, be it ever so poor", arguments: FieldPair.all)
  fileprivate func edited(pair: FieldPair) {
    let poor = record("{'id':'k',\(pair.poor)}")
    var work = Work(key: "k", Statement(record("{'id':'k',\(pair.rich)}"), .pubmed, source: 1))
    _ = work.add(Statement(poor, .edit))
    for field in poor.texts where !field.value.isEmpty { #expect(work.item[field.variable] == field.value) }
    for field in poor.dates { #expect(work.item[date: field.variable] == field.value) }
  }

  @Test(
    "Of values that really differ the better source's stands",
    arguments: [
      ("'title':'Sleep'", "'title':'Pain'"), ("'page':'501'", "'page':'601-609'"),
      ("'page':'e501'", "'page':'501-509'"), ("'container-title':'Pain'", "'container-title':'Pain Medicine'"),
      ("'container-title':'JAMA'", "'container-title':'Journal of the American Medical Association'"),
      ("'author':[{'family':'Roe','given':'J'}]", "'author':[{'family':'Roe','given':'Karl'},{'family':'Poe'}]"),
      ("'issued':{'date-parts':[[2020]]}", "'issued':{'date-parts':[[2019,4]]}"),
      ("'abstract':'It hurts.'", "'abstract':'It hurts. © 2019 Night Press. All rights reserved.'"),
      ("'abstract':'Forty homes were seen.'", "'abstract':'We visited forty homes, in which people slept.'"),
      ("'volume':'3'", "'volume':'4'"), ("'publisher':'Day'", "'publisher':'Night'"),
    ])
  func differ(better: String, other: String) {
    let statements = [
      Statement(record("{\(better)}"), .pubmed, source: 1), Statement(record("{\(other)}"), .export, source: 2),
    ]
    for statements in [statements, statements.reversed()] {
      #expect(RecordMerge.merged(statements) == record("{\(better)}"))
    }
  }

  @Test("Initials give way to given names also beside a name that differs, not where most differ")
  func someDiffer() {
    func given(_ names: String) -> [String?] {
      let initials =
        "{'author':[{'family':'Roe','given':'J'},{'family':'Poe','given':'E'},{'family':'Lund','given':'M'}]}"
      let statements = [Statement(record(initials), .pubmed), Statement(record("{'author':[\(names)]}"), .export)]
      return RecordMerge.merged(statements)[names: .author].map(\.given)
    }
    let (jane, edna) = ("{'family':'Roe','given':'Jane'}", "{'family':'Poe','given':'Edna'}")
    #expect(given("\(jane),\(edna),{'family':'Lundt','given':'Mia'}") == ["Jane", "Edna", "M"])
    #expect(given("\(jane),{'family':'Ray'},{'family':'Day'}") == ["J", "E", "M"])
  }

  @Test("Of two abstracts of one rank the longer stands")
  func longerAbstract() {
    let short = Statement(record("{'abstract':'Forty homes were seen.','volume':'3'}"), .export, source: 1)
    let long = Statement(record("{'abstract':'We visited forty homes, in which people slept.'}"), .export, source: 2)
    for statements in [[short, long], [long, short]] {
      #expect(RecordMerge.merged(statements)[.abstract]?.hasPrefix("We visited") == true)
    }
  }

  @Test(
    "Keywords join, those of the better source first, each once whatever its case",
    arguments: [
      (["sleep; pain", "Pain; knee"], "sleep; pain; knee"), (["sleep", "sleep"], "sleep"),
      (["Arthritis, Rheumatoid", "knee"], "Arthritis, Rheumatoid; knee"),
      (["hip; knee", "hip, shoulder"], "hip; knee; shoulder"), (["a, b, c", "d"], "a; b; c; d"),
      (["Schlaf; sueño", "SUEÑO;  Schlaf"], "Schlaf; sueño"),
    ])
  func keywords(lists: [String], joined: String) {
    let kinds: [SourceKind] = [.pubmed, .export]
    let statements = zip(lists, kinds).map { Statement(record("{'keyword':'\($0)'}"), $1) }
    #expect(RecordMerge.merged(statements)[.keyword] == joined)
    #expect(RecordMerge.merged(statements.reversed())[.keyword] == joined)
  }

  @Test(
    "The same people are authors or editors as the better source says, both where one source says both",
    arguments: [
      ("'author':[{'family':'Roe','given':'Jane'}]", "'editor':[{'family':'Roe','given':'J'}]", true, false),
      ("'editor':[{'family':'Roe'},{'family':'Poe'}]", "'author':[{'family':'Roe'},{'family':'Poe'}]", false, true),
      ("'author':[{'family':'Roe'}],'editor':[{'family':'Roe'}]", "'editor':[{'family':'Roe'}]", true, true),
      ("'author':[{'family':'Roe'}]", "'editor':[{'family':'Poe'}]", true, true),
    ])
  func roles(better: String, other: String, hasAuthors: Bool, hasEditors: Bool) {
    let statements = [
      Statement(record("{\(better)}"), .export, source: 1), Statement(record("{\(other)}"), .reference, source: 2),
    ]
    for statements in [statements, statements.reversed()] {
      let item = RecordMerge.merged(statements)
      #expect(item[names: .author].isEmpty != hasAuthors && item[names: .editor].isEmpty != hasEditors)
    }
  }

  @Test("Sources of every rank say a work's fields well and badly, and make one record in a thousand orders")
  func anyOrder() {
    var chance = SeededGenerator(5)
    for _ in 0..<200 {
      let statements = (0..<5).map { index in
        let fields = FieldPair.all.shuffled(using: &chance).prefix(8)
        var item = Item(id: "k\(index)", type: .articleJournal)
        for pair in fields {
          let said = record("{\(Bool.random(using: &chance) ? pair.poor : pair.rich)}")
          for field in said.texts { item.texts[field.variable] = field.value }
          for field in said.dates { item.dates[field.variable] = field.value }
          for field in said.nameLists { item.nameLists[field.variable] = field.value }
          item.custom = said.custom
        }
        let kind = SourceKind.allCases.filter { $0 != .edit && $0 != .pubmed }.randomElement(using: &chance)
        return Statement(item, kind ?? .export, source: SourceNumber(index))
      }
      let expected = Self.line(of: statements)
      for _ in 0..<5 {
        let order = statements.shuffled(using: &chance)
        let found = Self.line(of: order)
        #expect(found == expected)
        if found != expected { return }
      }
    }
  }

  private static func line(of statements: [Statement]) -> String {
    var work = Work(key: "k", statements[0])
    for statement in statements.dropFirst() { _ = work.add(statement) }
    return work.item.completeJSON
  }
}
