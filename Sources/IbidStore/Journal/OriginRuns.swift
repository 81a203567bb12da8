internal import IbidModel

/// To which works records of sources led, in the state that a step keeps: an import gives thousands of records an origin,
/// one behind the other, which is said once for all of them.
///
/// The journal keeps it as the change of a work of number 0, which there never is.
package struct OriginRuns: Sendable, Equatable {
  /// Records of one source that follow each other.
  package struct Run: Sendable, Equatable {
    package var source: SourceNumber
    package var ordinals: ClosedRange<Int64>
    /// The work of the first; those of the others follow it by number. Nil where the source had no such records.
    package var work: Int64?
  }

  /// The number of the work under which a step keeps it.
  package static let number: Int64 = 0

  package private(set) var runs: [Run] = []
  /// The greatest ordinal of each source: hardly any record comes twice in a step.
  private var last: [SourceNumber: Int64] = [:]

  /// Of no records.
  package init() {}

  /// Notes the work of a record; of one that is noted already, nothing.
  package mutating func keep(_ ordinal: Int64, of source: SourceNumber, work: Int64?) {
    if let last = last[source], last >= ordinal,
      runs.contains(where: { $0.source == source && $0.ordinals.contains(ordinal) })
    {
      return
    }
    last[source] = max(last[source] ?? ordinal, ordinal)
    if let run = runs.last, run.source == source, run.ordinals.upperBound == ordinal - 1,
      run.work.map({ $0 + (ordinal - run.ordinals.lowerBound) }) == work
    {
      runs[runs.count - 1].ordinals = run.ordinals.lowerBound...ordinal
    } else {
      runs.append(Run(source: source, ordinals: ordinal...ordinal, work: work))
    }
  }

  // MARK: In the journal

  /// What a change keeps; of none where it is no such change.
  init(_ change: LibraryChange) {
    let text = String(decoding: change.state?.json ?? [], as: UTF8.self)
    for run in (try? JSONReader.value(of: text))?.elements ?? [] {
      let numbers = run.elements.map { value -> Int64? in
        if case .number(let text) = value { Int64(text) } else { nil }
      }
      guard numbers.count == 4, let source = numbers[0], let first = numbers[1], let last = numbers[2], first <= last
      else { continue }
      runs.append(Run(source: source, ordinals: first...last, work: numbers[3]))
    }
  }

  /// It as a change of a step.
  func change(of step: Int64) -> LibraryChange {
    let values = runs.map { run in
      JSONValue.array(
        [run.source, run.ordinals.lowerBound, run.ordinals.upperBound].map { .number(String($0)) }
          + [run.work.map { .number(String($0)) } ?? .null])
    }
    let json = Array(JSONWriter.text(of: .array(values)).utf8)
    let row = WorkRow(number: Self.number, key: "", json: json, kind: .export, source: 0, about: "")
    return LibraryChange(step: step, number: Self.number, state: row)
  }
}
