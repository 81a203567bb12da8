/// When a text is checked that somebody types in: a little after the last change, and not much later than the first.
package struct Debounce: Sendable, Equatable {
  /// Milliseconds behind the last change.
  package static let pause: UInt64 = 150
  /// Milliseconds behind the first change that no check has seen.
  package static let longest: UInt64 = 500

  private var first: UInt64?
  private var last: UInt64 = 0

  /// Nothing is waiting.
  package init() {}

  /// When the text is to be checked, in milliseconds; nil where it need not be.
  package var due: UInt64? { first.map { min(last + Self.pause, $0 + Self.longest) } }

  /// Whether a check has been put off for as long as it may.
  package func isLate(at now: UInt64) -> Bool { first.map { now >= $0 + Self.longest } ?? false }

  /// A change at this time.
  package mutating func change(at now: UInt64) {
    first = first ?? now
    last = now
  }

  /// Wants a check without a pause.
  package mutating func hurry(at now: UInt64) {
    first = min(first ?? now, now)
    last = now < Self.pause ? 0 : now - Self.pause
  }

  /// A check has seen all changes.
  package mutating func finish() { first = nil }
}
