import IbidKit

/// A progress line for each of several files, one after another.
struct FileProgress {
  /// Whether anything is shown at all.
  var isShown = true
  private var line = ProgressLine()
  private var file: String?

  /// Shows how far `file` has been read; a new file begins a new line, and its own second of silence.
  mutating func show(_ file: String, _ read: ReadingProgress) {
    guard isShown else { return }
    if file != self.file {
      end()
      line = ProgressLine()
      self.file = file
    }
    line.show { ProgressBar(file, read, seconds: $0).text }
  }

  /// Takes the line away.
  mutating func end() { line.end() }
}
