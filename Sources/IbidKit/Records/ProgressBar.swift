import IbidText

/// How far the reading of a file has come, on one line: a bar, bytes, records, records a second, and the time that is
/// left. Where nobody knows the size, as of a pipe, there is neither bar nor time; of a library records are counted.
///
///     let progress = ReadingProgress(bytes: 50, size: 200, records: 7)
///     print(ProgressBar("pubmed.xml", progress, seconds: 2).text)
public struct ProgressBar {
  /// The line, without colours or control characters.
  public let text: String

  private static let width = 20

  /// The line after this many seconds of reading `file`.
  public init(_ file: String, _ progress: ReadingProgress, seconds: Double) {
    let name = TerminalText.plain(file.split(separator: "/").last.map(String.init) ?? file)
    let short = name.count > 24 ? name.prefix(11) + "…" + name.suffix(12) : name[...]
    var parts = ["\(Self.grouped(progress.records)) records"]
    if seconds > 0, let rate = Int(exactly: (Double(progress.records) / seconds).rounded()) {
      parts.append("\(Self.grouped(rate))/s")
    }
    let part: Double
    if let count = progress.recordCount, count > 0 {
      parts[0] = "\(Self.grouped(progress.records)) of \(Self.grouped(count)) records"
      part = min(1, Double(progress.records) / Double(count))
    } else if let size = progress.size, size > 0 {
      parts.insert("\(Self.megabytes(progress.bytes)) of \(Self.megabytes(size)) MB", at: 0)
      part = min(1, Double(progress.bytes) / Double(size))
    } else {
      text = "\(short) " + (["\(Self.megabytes(progress.bytes)) MB"] + parts).joined(separator: ", ")
      return
    }
    let filled = Int(part * Double(Self.width))
    if part > 0, let left = Int(exactly: (seconds * (1 - part) / part).rounded(.up)) {
      parts.append("\(Self.time(left)) left")
    }
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    text = "\(short) [\(bar)] \(Int(part * 100)) %, " + parts.joined(separator: ", ")
  }

  private static func megabytes(_ bytes: Int) -> String { grouped((bytes + 500_000) / 1_000_000) }

  /// `65`, `1:05`, `2:00:05`.
  private static func time(_ seconds: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if seconds < 60 { return "\(seconds) s" }
    let (minutes, rest) = (seconds / 60, padded(seconds % 60))
    return minutes < 60 ? "\(minutes):\(rest)" : "\(minutes / 60):\(padded(minutes % 60)):\(rest)"
  }

  /// Digits in groups of three: `30,000`.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)[...]
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.append(digits.suffix(3))
      digits = digits.dropLast(3)
    }
    return ([digits] + groups.reversed()).joined(separator: ",")
  }
}
