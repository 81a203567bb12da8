import Dispatch
import Glibc
import IbidModel
import IbidNotes
import Synchronization

/// References as labellers read them that had seen neither the works nor the styles, beside how they are to be read:
/// what the judge of whole readings learns from.
enum CrossFit {
  /// A reference that may be read in several ways.
  struct Choice: Sendable {
    struct Way: Sendable {
      var places: [UInt16]
      var logarithm: Float
      var isRight: Bool
    }
    var ways: [Way]
    var weight: Float
  }

  /// What a reference counts that chance wrote: there are many, and no list has more than one.
  private static let invented: Float = 0.25

  /// Trains a labeller for each fold and has it read what the fold keeps back.
  static func choices(
    _ examples: [Example], folds: Int, journals: JournalNames, train: @Sendable ([Example]) -> [UInt8]
  ) -> [Choice] {
    readings(examples, folds: folds, journals: journals, train: train) { choices($0, $1, seed: $2) }
  }

  /// The same for what `read` makes of what each fold keeps back.
  static func readings<Reading: Sendable>(
    _ examples: [Example], folds: Int, journals: JournalNames, judge: ReadingModel? = nil,
    train: @Sendable ([Example]) -> [UInt8], read: @Sendable ([Example], Labeller, UInt64) -> [Reading]
  ) -> [Reading] {
    let results = Mutex([[Reading]](repeating: [], count: folds))
    DispatchQueue.concurrentPerform(iterations: folds) { number in
      let fold = Fold(number: UInt32(number), count: UInt32(folds))
      guard let model = LabelModel(bytes: train(examples.filter { $0.origin.isLearned(in: fold) })) else { return }
      let labeller = Labeller(model: model, journals: journals, judge: judge)
      let readings = read(examples.filter { $0.origin.isRead(in: fold) }, labeller, UInt64(number))
      results.withLock { $0[number] = readings }
    }
    return results.withLock { $0.flatMap { $0 } }
  }

  /// Reads examples list by list; now and then as if one stood alone.
  private static func choices(_ examples: [Example], _ labeller: Labeller, seed: UInt64) -> [Choice] {
    var random = Random(seed: seed)
    var lists: [String: [Example]] = [:]
    var choices: [Choice] = []
    for example in examples {
      if let list = example.origin.list {
        lists[list, default: []].append(example)
      } else {
        var style = ListStyle()
        if let choice = choice(example, labeller, &style) { choices.append(choice) }
      }
    }
    for (_, list) in lists.sorted(by: { $0.key < $1.key }) {
      var style = ListStyle()
      for example in list {
        var none = ListStyle()
        let isAlone = random.once(in: 4)
        let read = isAlone ? choice(example, labeller, &none) : choice(example, labeller, &style)
        if let read { choices.append(read) }
      }
    }
    return choices
  }

  /// The ways to read an example; nil where there is nothing to choose.
  private static func choice(_ example: Example, _ labeller: Labeller, _ style: inout ListStyle) -> Choice? {
    let possible = labeller.readings(of: example.text)
    let readings = possible.readings
    let features = possible.features(in: style)
    style.take(up: readings.map { ($0, exp($0.logarithm)) })
    guard readings.count > 1 else { return nil }
    let wanted = Essence(ReferenceParser.item(of: example.text, labels: example.labels))
    let choice = Choice(
      ways: zip(readings, features).map { reading, features in
        Choice.Way(
          places: features.hashes.map { UInt16(ReadingModel.place(of: $0)) }, logarithm: reading.logarithm,
          isRight: Essence(ReferenceParser.item(of: example.text, labels: reading.labels)) == wanted)
      },
      weight: example.origin.isInvented ? invented : 1)
    let right = choice.ways.count { $0.isRight }
    return right > 0 && right < choice.ways.count ? choice : nil
  }
}

/// What two readings must agree in to be the same.
struct Essence: Equatable {
  private let values: [String]

  init(_ item: Item) {
    let texts = [Variable.title, .containerTitle, .volume, .issue, .page].map { item[$0] ?? "" }
    let names = item[names: .author].map(\.familyOrLiteral).joined(separator: ";")
    values =
      (texts + [names]).map { $0.lowercased().filter { $0.isLetter || $0.isNumber || $0 == ";" || $0 == "-" } }
      + [item[date: .issued]?.year.map(String.init) ?? ""]
  }
}
