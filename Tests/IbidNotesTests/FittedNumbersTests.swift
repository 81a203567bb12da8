import IbidModel
import Testing

@testable import IbidNotes

struct FittedNumbersTests {
  typealias Row = FittedNumbers.Row

  @Test(
    "Reads a table's rows in their order",
    arguments: [
      ("", []),
      ("step\t0\t0.01\n", [Row("0", 0.01)]),
      ("step\t0\t0.01\r\nstep\t1\t-2", [Row("0", 0.01), Row("1", -2)]),
      ("other\t0\t0.5\nstep\tb\t1e3\nother\t1\t0.5\nstep\ta\t0\n", [Row("b", 1000), Row("a", 0)]),
      ("# step\t0\t0.01\n#step\t0\t1\nstep\t1\t1\n", [Row("1", 1)]),
      ("step\t0\nstep\t0\t1\t2\nstep\t0\tmuch\nstep\t\t3\n\n", [Row("", 3)]),
    ] as [(String, [Row])])
  func readsRows(text: String, rows: [Row]) {
    #expect(FittedNumbers(text).rows(of: "step") == rows)
  }

  @Test("Finds the number of a row")
  func findsNumber() {
    let numbers = FittedNumbers("odds\tnoPage\t0.41\nstep\tnoPage\t7\n")
    #expect(numbers.number(of: "noPage", in: "odds") == 0.41)
    #expect(numbers.number(of: "noVolume", in: "odds") == nil)
    #expect(numbers.number(of: "noPage", in: "others") == nil)
  }

  @Test("What is not carried is empty")
  func isEmptyWithoutFile() {
    #expect(FittedNumbers.bundled("references/nothing.tsv") == FittedNumbers(""))
  }
}

struct ReadingOddsTests {
  private static let numbers = FittedNumbers.bundled("references/confidence.tsv")

  @Test("The file names each feature once, and no other")
  func fileIsComplete() {
    #expect(Self.numbers.rows(of: "odds").map(\.name).sorted() == ReadingOdds.Feature.allCases.map { "\($0)" }.sorted())
  }

  @Test("The steps rise from 0 to 1")
  func stepsRise() {
    let steps = Self.numbers.rows(of: "step").map { (Double($0.name) ?? -1, $0.number) }
    #expect(steps.first?.0 == 0 && steps.last?.0 == 1)
    for (step, next) in zip(steps, steps.dropFirst()) {
      #expect(step.0 < next.0 && step.1 <= next.1, "\(step) before \(next)")
    }
  }

  @Test(
    "Sees what is odd about a reading",
    arguments: [
      ([:], 0, [.noAuthor, .noContainer, .unpublished, .every]),
      ([.containerTitle: "Spine"], 2, [.author, .author, .noVolume, .noPage, .every]),
      ([.containerTitle: "Spine", .volume: "1234", .page: "1", .issue: "123"], 1, [.author, .every]),
      (
        [.containerTitle: "Spine", .volume: "12345", .page: "1", .issue: "1234"], 1,
        [.author, .oddVolume, .oddIssue, .every]
      ),
      ([.containerTitle: "Spine", .volume: "", .page: "1"], 1, [.author, .oddVolume, .every]),
      (
        [.containerTitle: "Spine: 2, A", .volume: "1", .page: "1"], 9,
        [.author, .author, .author, .author, .author, .author, .author, .author]
          + [.containerWithComma, .containerWithMark, .containerWithDigit, .every]
      ),
      ([.title: "A twelfth ch", .containerTitle: "S", .volume: "1", .page: "1"], 1, [.author, .every]),
      (
        [.title: "an eleventh", .containerTitle: "S", .volume: "1", .page: "1"], 1,
        [.author, .shortTitle, .loweredTitle, .every]
      ),
      (
        [.title: "Does it help? Yes", .containerTitle: String(repeating: "s", count: 71), .volume: "1", .page: "1"],
        1, [.author, .askingTitle, .longContainer, .every]
      ),
      ([.containerTitle: String(repeating: "s", count: 70), .volume: "1", .page: "1"], 1, [.author, .every]),
    ] as [([Variable: String], Int, [ReadingOdds.Feature])])
  func seesFeatures(fields: [Variable: String], authors: Int, features: [ReadingOdds.Feature]) {
    #expect(ReadingOdds.features(of: item(fields, authors: authors), Self.known) == features)
  }

  @Test("A family name with a blank counts once")
  func spacedFamily() {
    var item = item([.containerTitle: "S", .volume: "1", .page: "1"], authors: 0)
    item[names: .author] = [Name(family: "de Wit", given: "C"), Name(family: "de Wit", given: "D")]
    #expect(ReadingOdds.features(of: item, Self.known) == [.spacedFamily, .author, .author, .every])
  }

  @Test("The factors of what is seen are multiplied, one that is not named counts nothing")
  func multipliesFactors() {
    let odds = ReadingOdds(FittedNumbers("odds\tauthor\t2\nodds\tnoPage\t0.5\nodds\tevery\t3\n"))
    #expect(odds.factor(of: item([.containerTitle: "S", .volume: "1"], authors: 3), Self.known) == 12)
    #expect(odds.factor(of: item([:], authors: 0), Self.known) == 3)
  }

  @Test(
    "Sees what is odd about a text and its reading",
    arguments: [
      (known, []), (traits { $0.knowsJournal = false }, [.unknownJournal]),
      (traits { $0.length = 69 }, [.shortText]), (traits { $0.length = 321 }, [.longText]),
      (traits { ($0.words, $0.numbers) = (5, 1) }, [.word, .word, .word, .word, .leftNumber]),
      (traits { $0.share = 0.8 }, [.share99, .share95, .share85]),
      (
        traits { ($0.title, $0.container, $0.number) = (0.97, 0.89, 0.6) },
        [.title98, .container98, .container90, .number98, .number90, .number70]
      ),
      (traits { $0.germanWords = 2 }, [.german]), (traits { $0.germanWords = 1 }, []),
      (traits { ($0.germanWords, $0.romanceWords) = (2, 3) }, [.romance]),
    ] as [(ReadingTraits, [ReadingOdds.Feature])])
  func seesTraits(traits: ReadingTraits, features: [ReadingOdds.Feature]) {
    let item = item([.containerTitle: "S", .volume: "1", .page: "1"], authors: 1)
    #expect(ReadingOdds.features(of: item, traits) == [.author] + features + [.every])
  }

  private static let known = traits { _ in }

  private static func traits(_ change: (inout ReadingTraits) -> Void) -> ReadingTraits {
    var traits = ReadingTraits()
    traits.knowsJournal = true
    traits.length = 100
    change(&traits)
    return traits
  }

  private func item(_ fields: [Variable: String], authors: Int) -> Item {
    var item = Item(type: .articleJournal)
    for (variable, value) in fields { item[variable] = value }
    item[names: .author] = (0..<authors).map { Name(family: "Weng", given: "\($0)") }
    return item
  }
}
