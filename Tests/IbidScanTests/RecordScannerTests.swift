import IbidScan
import Testing

private let names = RecordNames(
  records: ["Record", "Inner", "Other"], sets: ["Records"], nested: [(outer: "Record", inner: "Inner")],
  longestStartTag: 40)

struct RecordScannerTests {
  private func next(_ text: String) -> RecordScanner.Found {
    var scanner = RecordScanner(names)
    return scanner.next(in: Array(text.utf8).span, from: 0)
  }

  /// A text whose record stands between `[` and `]`, which are taken out.
  private func expect(_ marked: String, trouble: String? = nil) throws {
    let bytes = Array(marked.utf8)
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "{")))
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}"))) - 1
    let text = marked.filter { $0 != "{" && $0 != "}" }
    #expect(next(text) == .record(start..<end, trouble: trouble), "\(marked)")
  }

  @Test("A record is found past what stands before and inside of it")
  func findsRecords() throws {
    for marked in [
      "{<Record></Record>}", "{<Record/>}", "x{<Record a='>'>t</Record >}<Record/>", "<!-- <Record/> -->{<Record/>}",
      "<![CDATA[<Record/>]]>{<Record/>}", "<?p <Record/> ?>{<Record/>}", "<Records>{<Record/>}</Records>",
      "{<Record><Inner></Inner></Record>}", "{<n:Record></n:Record>}", "{<Record><!-- </Record> --></Record>}",
      "<!DOCTYPE x [<!ENTITY e '<Record>'> <!-- ]> --> <?p ]> ?>]>{<Record/>}", "<Recor/>{<Record/>}<Recordx/>",
      "{<Record><Recordx></Recordx></Record>}",
    ] { try expect(marked) }
  }

  @Test("A record that has lost its end ends where the next one begins")
  func findsTornRecords() throws {
    let trouble = "the record has no end tag </Record>"
    for marked in ["{<Record>a}<Record/>", "{<Record>a}</Records>", "{<Record>a}<Records>", "{<Record>a}<Other/>"] {
      try expect(marked, trouble: trouble)
    }
    try expect("{<Inner>a}<Record/>", trouble: "the record has no end tag </Inner>")
  }

  @Test("A start tag that is too long is said, to the byte")
  func findsLongTags() throws {
    for (length, isTooLong) in [(40, false), (41, true)] {
      let tag = "<a" + String(repeating: " ", count: length - 4) + "/>"
      try expect(
        "{<Record>\(tag)\(String(repeating: "t", count: 60))</Record>}",
        trouble: isTooLong ? "a start tag is longer than 40 bytes" : nil)
    }
    // One that breaks off is as short as the `<` behind it says.
    let torn = "<a" + String(repeating: " ", count: 38) + "<b/>"
    try expect("{<Record>\(torn)\(String(repeating: "t", count: 60))</Record>}")
    let long = "<a b='" + String(repeating: ">", count: 60) + "'/>"
    try expect(
      "{<Record>\(long)\(String(repeating: "t", count: 60))</Record>}", trouble: "a start tag is longer than 40 bytes")
  }

  @Test("What is cut at any byte is unfinished, and found whole once the rest is there")
  func waitsForMore() {
    let whole = "<Records><!-- c --><?p?><Record a='1'><b/></Record></Records>"
    let bytes = Array(whole.utf8)
    for count in 0..<bytes.count {
      var scanner = RecordScanner(names)
      let part = Array(bytes[..<count])
      switch scanner.next(in: part.span, from: 0) {
      case .record(let range, let trouble):
        #expect(count >= 51)
        #expect(range == 24..<51)
        #expect(trouble == nil)
      case .unfinished(let from, let isRecord):
        #expect(count < 51)
        #expect(isRecord == (count >= 38))
        // The tag that is open, or all that was seen.
        #expect(from <= count)
        var again = RecordScanner(names)
        #expect(again.next(in: bytes.span, from: from > 24 ? 24 : from) == .record(24..<51, trouble: nil), "\(count)")
      }
    }
  }

  @Test("Sets, the root and stray text are noted")
  func notesSurroundings() {
    let table: [(String, root: String?, open: Int, hasSets: Bool, hasText: Bool)] = [
      ("<Records>", "Records", 1, true, false), ("<Records></Records>", "Records", 0, true, false),
      ("<Records/>", "Records", 0, true, false), ("<x> \n\u{0}</x>", "x", 0, false, false),
      ("<x>t</x>", "x", 0, false, true), ("t", nil, 0, false, true), ("", nil, 0, false, false),
      ("<x:Records>", "Records", 1, true, false), ("</Records>", nil, -1, false, false),
    ]
    for (text, root, open, hasSets, hasText) in table {
      var scanner = RecordScanner(names)
      let bytes = Array(text.utf8)
      #expect(scanner.next(in: bytes.span, from: 0) == .unfinished(from: bytes.count, isRecord: false), "\(text)")
      #expect(scanner.rootName == root, "\(text)")
      #expect(scanner.openSets == open, "\(text)")
      #expect(scanner.hasSets == hasSets, "\(text)")
      #expect(scanner.hasStrayText == hasText, "\(text)")
    }
  }

  @Test("Names of tags end where XML says, without a prefix, at 200 bytes")
  func readsTagNames() {
    let long = String(repeating: "n", count: 300)
    let table = [
      ("<a>", "a"), ("<a b>", "a"), ("<a/>", "a"), ("<a<", "a"), ("<p:a>", "a"), ("<p:>", ""), ("<", ""), ("<a", "a"),
      ("<\(long)>", String(long.prefix(200))),
    ]
    for (text, name) in table {
      let bytes = Array(text.utf8)
      #expect(bytes.span.extracting(bytes.span.tagName(at: 1)).text == name, "\(text)")
    }
  }

  @Test("The number in an element is read for those that cannot be parsed")
  func readsNumbers() {
    let table: [(String, String?)] = [
      ("<N>12</N>", "12"), ("<N a='1'> \n 7x", "7"), ("<N>x</N><N>3</N>", nil), ("<NN>1</NN><N>2</N>", "2"),
      ("<N>1234567890123</N>", "123456789012"), ("<N", nil), ("", nil), ("<N>", nil),
    ]
    for (text, number) in table {
      #expect(RecordScanner.number(in: "N", of: Array(text.utf8).span) == number, "\(text)")
    }
  }

  @Test(
    "A file is recognized by a record or set among its first elements",
    arguments: [
      ("<Record>", true), ("<x><Records/>", true), ("<!-- <Record/> --><x>", false), ("<", false), ("<Recor>", false),
      ("<Record", false), ("text", false),
    ])
  func recognizes(text: String, isRecognized: Bool) {
    #expect(RecordScanner.recognizes(names, in: Array(text.utf8).span) == isRecognized)
  }
}
