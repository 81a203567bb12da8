import Glibc
import IbidArticles
import IbidModel
import IbidText

/// Measures the splitting of sentences and the reading of articles, in CPU time of one core.
///
///     IBID_TOOLS=1 swift build -c release --product ArticleBench
///     .build/release/ArticleBench sentences TEXT…   splits each paragraph, ten times
///     .build/release/ArticleBench read ARTICLE…     reads each article once
@main
enum ArticleBench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let mode = arguments.first else { return print("usage: ArticleBench sentences|read FILE…") }
    for path in arguments.dropFirst() {
      guard let bytes = contents(of: path) else {
        print("\(path): cannot be read")
        continue
      }
      switch mode {
      case "sentences": split(bytes, path)
      default: read(bytes, path)
      }
    }
  }

  private static func split(_ bytes: [UInt8], _ path: String) {
    let blocks = blocks(of: bytes)
    var count = 0
    let rounds = 10
    let seconds = cpuTime {
      for _ in 0..<rounds {
        for block in blocks { count += SentenceSplitter.sentences(in: bytes, of: block).count }
      }
    }
    report(path, bytes: bytes.count * rounds, seconds: seconds, what: "\(count / rounds) sentences")
  }

  private static func read(_ bytes: [UInt8], _ path: String) {
    var what = "not read"
    let seconds = cpuTime {
      if let article = try? ArticleReaders.read(bytes, path: path).article {
        what = "\(article.sentences.count) sentences, \(article.markers.count) markers, \(article.notes.count) notes"
      }
    }
    report(path, bytes: bytes.count, seconds: seconds, what: what)
  }

  private static func report(_ path: String, bytes: Int, seconds: Double, what: String) {
    let megabytes = Double(bytes) / 1_000_000
    let milliseconds = (seconds * 10_000).rounded() / 10
    print("\(path): \(milliseconds) ms, \((megabytes / seconds * 10).rounded() / 10) MB/s, \(what)")
  }

  /// Paragraphs: what stands between blank lines.
  private static func blocks(of bytes: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A && index > 0 && bytes[index - 1] == 0x0A {
      if index > start { blocks.append(start..<index) }
      start = index + 1
    }
    return blocks + (start < bytes.count ? [start..<bytes.count] : [])
  }

  private static func cpuTime(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
