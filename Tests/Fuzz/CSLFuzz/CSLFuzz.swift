import FuzzDriver
import IbidArticles
import IbidCSL
import IbidModel

/// Feeds styles, items and manuscripts that libFuzzer makes to the processor. A crash, a hang, a leak or a broken
/// promise below is a finding, and becomes a test.
///
///     IBID_FUZZ=1 swift build -c release --product CSLFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/CSLFuzz -max_len=4096 -timeout=10 CORPUS
@main
enum CSLFuzz {
  static func main() { fuzz(test) }
}

private let styles = Style.bundledNames.compactMap(Style.named)
private let items: [Item] = {
  let text = #"""
    [{"id":"a","type":"article-journal","title":"On <i>things</i> and “others”","volume":"3","issue":"2-3",
      "page":"12-19","DOI":"10.1/x","container-title":"Journal","issued":{"date-parts":[[2020,3,1],[2021]]},
      "author":[{"family":"Doe","given":"Jane Q."},{"family":"von Roe","given":"Jean-Luc"},{"literal":"WHO"}]},
     {"id":"b","type":"book","title":"Another","publisher":"Press","edition":"2","issued":{"date-parts":[[2020]]},
      "author":[{"family":"Doe","given":"John"}],"editor":[{"family":"Poe","given":"E. A."}]},
     {"id":"c","type":"chapter","title":"Third","issued":{"literal":"n.d."},"note":"original-date: 1964"}]
    """#
  return ((try? JSONReader.value(of: text))?.elements ?? []).compactMap(Item.init(cslJSON:))
}()
private let citations = [
  Citation([Cite(id: "a", locator: "3"), Cite(id: "b")], noteNumber: 1), Citation([Cite(id: "b")], noteNumber: 2),
  Citation([Cite(id: "b", locator: "pp. 4-5"), Cite(id: "c", prefix: "see ", mode: .suppressAuthor)], noteNumber: 3),
]

/// The first byte chooses what is made: a style, items for a bundled style, or a manuscript.
private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let choice = input.isEmpty ? 0 : input.removeFirst()
  let format = OutputFormat.allCases[Int(choice >> 2) % OutputFormat.allCases.count]
  switch choice & 3 {
  case 0, 1:
    guard let style = try? Style.parse(input) else { return 0 }
    check(Processor(style: style, format: format), items, citations)
  case 2:
    guard let json = try? JSONReader.value(of: input), !styles.isEmpty else { return 0 }
    let items = json.elements.compactMap(Item.init(cslJSON:))
    let cites = items.map { Citation([Cite(id: $0.id, locator: $0[.note])]) }
    check(Processor(style: styles[Int(choice >> 4) % styles.count], format: format), items, cites)
  default:
    guard let manuscript = try? Manuscript.read(input, path: "fuzz.md") else { return 0 }
    for citation in manuscript.citations where citation.range.upperBound > input.count || citation.cites.isEmpty {
      fatalError("a citation at \(citation.range) of \(input.count) bytes")
    }
    _ = GitHubMarkdown.text(of: input)
  }
  return 0
}

private func check(_ processor: Processor, _ items: [Item], _ citations: [Citation]) {
  let result = processor.process(items: items, citations: citations)
  guard result.citations.count == citations.count else { fatalError("a citation is lost") }
  guard result == processor.process(items: items, citations: citations) else { fatalError("two runs differ") }
}
