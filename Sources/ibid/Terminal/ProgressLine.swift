import Glibc

/// A line on standard error that tells how far long work has come; shown only on a terminal, and only once the work
/// has taken a second.
struct ProgressLine {
  private let start = Self.now
  private var lastShown = 0.0
  private var isShown = false

  /// Shows `text` in place of what was shown before, ten times a second at the most.
  mutating func show(_ text: (_ seconds: Double) -> String) {
    guard Output.showsProgress else { return }
    let now = Self.now
    guard now - start > 1, now - lastShown > 0.1 else { return }
    lastShown = now
    isShown = true
    Output.show("\r\u{1B}[K" + text(now - start))
  }

  /// Takes the line away.
  mutating func end() {
    guard isShown else { return }
    Output.show("\r\u{1B}[K")
    isShown = false
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
