import IbidText
import Testing

/// Both sides of what decides whether a stop ends a sentence; `|` stands where one ends.
struct SentenceEdgeTests {
  private func expectEnds(_ marked: String) {
    let text = Array(marked.utf8.filter { $0 != UInt8(ascii: "|") })
    let found = SentenceSplitter.sentences(in: text, of: 0..<text.count).map {
      String(decoding: text[$0], as: UTF8.self)
    }
    func trimmed(_ part: Substring) -> String {
      String(part.drop { $0 == " " || $0 == "\n" }.reversed().drop { $0 == " " || $0 == "\n" }.reversed())
    }
    #expect(found == marked.split(separator: "|").map(trimmed))
  }

  @Test(
    "Runs of stops end a sentence by what follows them",
    arguments: [
      "They were words. . .| The rest was lost.", "It ended... 5 came.", "It ended....| 5 came.",
      "It ended...| mRNA fell.",
      "It was.| .5 of it.", "He joined Yahoo! 7 years ago.", "He did it!| 7 came.", "He said “Yahoo!”| 7 came.",
      "It is so?!| Then not.",
      "It is so‼| Then not.", "It is so⁇| Then not.", "そうだ。|次だ。", "そうだ！|次だ。", "そうだ？|次だ。", "そうだ．|次だ。",
      "It said [...] Then it ended.",
      "It said […] Then it ended.", "It went on . . . Then it ended.", "They went. |. . . The rest was lost.",
      "They went . . . .| The rest was lost.",
    ])
  func runs(marked: String) { expectEnds(marked) }

  @Test(
    "What follows an abbreviation, and what it counts, tells its stop",
    arguments: [
      "See Dr. — not here.", "Take 8 min.| — then rest.", "See chap. IVXLCI of it.", "See chap.| IVXLCIV was it.",
      "See chap. D5 of it.",
      "See chap.| Dx was it.", "See chap. (5) of it.", "See chap.| A dog came.", "See chap.| I came.",
      "See chap. B of it.",
      "See chap. 5 of it.", "See Fig.| A dog came.", "See Fig. Bees came.", "We saw 5 beats/min.| Cells grew.",
      "We saw the min. Cells grew.",
      "It took 30\u{A0}min.| Cells grew.", "It took 30\u{2009}min.| Cells grew.", "It took 30\u{202F}min.| Cells grew.",
      "It took 30\u{2014}min. Cells grew.",
      "It was etc. Cells grew.", "It was etc.| The cells grew.", "It was etc. mRNA fell.", "It was (etc.)| mRNA fell.",
      "It was vs. The rest.",
      "It was (vs.)| The rest was.", "It was (vs.) Cells grew.", "It was x.y.z. Cells grew.",
      "It was x.y.z.| Then it ended.",
      "It was a.b.c.d.e. Cells grew.", "It was a.b.c.d.e.f.| Cells grew.", "It was ab.c.| Cells grew.",
      "It was x.yz.| Cells grew.",
    ])
  func abbreviations(marked: String) { expectEnds(marked) }

  @Test(
    "Initials belong to names, labels to what they count",
    arguments: [
      "So did Malcolm X.| The end came.", "So did Malcolm X. Smith came.", "It was by A. B. The end came.",
      "It was by J.-P. Cook there.",
      "It was by J.R.R. Cook there.", "It was by É. Cook there.", "It was of type B.| Cells grew.",
      "It was of kind B. Cells grew.",
      "It was x. Cells grew.", "123. The end came.", "1234.| The end came.", "a. The end came.", "ab.| The end came.",
      "12a.| The end came.",
      "It was.| Xy came.", "It was group\u{A0}B.| Cells grew.",
    ])
  func initials(marked: String) { expectEnds(marked) }

  @Test(
    "A sentence begins with a capital, a number or a word of its own case",
    arguments: [
      "It fell. % of it was so.", "It fell. = it was so.", "It fell. ; it was so.", "It fell.| Élan came.",
      "It fell. élan came.", "It fell.| Þorn came.",
      "It fell. ßa came.", "It fell.| Ωmega came.", "It fell.| 王 came.", "It fell.| @ it was.",
      "It fell.| (a) They ate.", "It fell.| (abcd) They ate.",
      "It fell. (abcde) They ate.", "It fell. (a) they ate.", "It fell. (a)They ate.", "It fell.| () They ate.",
      "It fell.| http://x.org/a is it.",
      "It fell.| https://x.org/a is it.", "It fell. http:/x it is.", "It fell.| c-Fos rose.",
      "It fell. co-worker rose.", "It fell.| a-b rose.",
      "It fell.| aaaaaaaaaaaaaaaaaa1 rose.", "It fell. aaaaaaaaaaaaaaaaaaa1 rose.", "It fell.| 5 rose.",
      "It fell.| “Ice” rose.", "It fell.| ‘Ice’ rose.",
      "It fell.| ‹Ice› rose.", "It fell.| «Ice» rose.", "It fell.| ¿Ice? rose.", "It fell.| ¡Ice! rose.",
      "It fell.| *Ice* rose.", "It fell.| _Ice_ rose.",
      "It fell.| [Ice] rose.", "It fell.| 'Ice' rose.", "It fell. “ice” rose.",
    ])
  func beginnings(marked: String) { expectEnds(marked) }

  @Test(
    "What closes behind a stop belongs to the sentence",
    arguments: ["\"", "'", ")", "]", "}", "*", "_", "”", "’", "›", "»", "”)"])
  func closers(closer: String) { expectEnds("It is so.\(closer)| Then not.") }

  @Test(
    "Numbers glued to a stop are markers where they can be no decimals",
    arguments: [
      "It is so.12| Then not.", "It is so.12a Then not.", "It is so.¹²| Then not.", "It is so.⁰⁴⁹| Then not.",
      "It is so.[1,3-5]| Then not.",
      "It is so.[1, 3]| Then not.", "It is so.[1–3]| Then not.", "It is so.[] Then not.", "It is so.[a] Then not.",
      "It is so. [12]| Then not.",
      "It is so.| [12] then not.", "It was 2010.12| Cells grew.", "It was 1010.12| Cells grew.",
      "It was 3010.12 Cells grew.", "It was 201.12 Cells grew.",
      "It is WAK1.31| Cells grew.", "It was 3010.1,2| Cells grew.", "It was 3010.1–2| Cells grew.",
      "It was 3010.12| The rest was.",
      "It was 2010.12 Cd.", "It was 2010.12 CDe grew.", "See Fig.3 Then not.", "It is so.1, 2, 3| Then not.",
      "It is so.1, 2, 3 then not.",
      "It is so.1, Then not.", "It is so.1‐2| Then not.", "It is so.1‑2| Then not.", "It is so.1‒2| Then not.",
      "It took 8 min.10| Then not.",
    ])
  func numbers(marked: String) { expectEnds(marked) }

  @Test(
    "A sentence may begin without a blank, behind a word or a long number",
    arguments: [
      "We rested.|To be here.", "We rested.I am here.", "We go to.Today we move.", "We ate.|Today we move.",
      "We saw 1,234.|Today we move.",
      "We saw 1234.Today we move.", "We rested.|Dr. Cook came.", "We rested.Foo.| Cook came.", "We rested.Today.",
      "We.Rested.|Today we move.",
      "We rested.today we move.", "xWe3rested.Today we move.", "We Rested.|Today we move.",
    ])
  func glued(marked: String) { expectEnds(marked) }

  @Test(
    "Pictograms belong to what was said before them",
    arguments: [
      "Anything? 😬😬| Yes.", "Anything?😬| Yes.", "Anything. 😬 then yes.", "Anything.| 😬x Yes.", "Anything. 😬",
    ])
  func pictograms(marked: String) { expectEnds(marked) }

  @Test(
    "Lists in one line are counted on, with one mark; short lines without stops are items",
    arguments: [
      "1) one |2) two |3) three", "1.) one |2.) two", "1. one 2) two", "1) one 3) two", "9) one |10) two",
      "99) one |100) two", "1000) one 1001) two",
      "a) one |b) two", "A) one B) two", "a) one 2) two", "1) one2) two", "• one |• two", "⁃ one |⁃ two",
      "‣ one |‣ two", "▪ one |▪ two", "• one ‣ two", "• one• two",
      "● one ● two", "one\n|two\n|three", "one\ntwo", "one\ntwo,\nthree", "one\ntwo-\nthree", "one\nt.wo\nthree",
      "one\nt?wo\nthree", "one\nt!wo\nthree",
      "one\n|two\n|aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", "one\ntwo\naaaaaaaaaabbbbbbbbbbccccccccccdddddddddde",
      "1) one.| It is.| 2) two",
    ])
  func lists(marked: String) { expectEnds(marked) }

  @Test("Limits hold to the byte")
  func limits() {
    func count(_ text: String) -> Int {
      SentenceSplitter.sentences(in: Array(text.utf8), of: 0..<text.utf8.count).count
    }
    for (letters, sentences) in [(17, 1), (18, 2)] {
      #expect(count("At \(String(repeating: "x", count: letters)) 5 a.m. Then he rose.") == sentences, "\(letters)")
    }
    for (digits, sentences) in [(37, 2), (38, 2), (39, 1)] {
      #expect(count("It is so.[\(String(repeating: "1", count: digits))] Then not.") == sentences, "\(digits)")
    }
    for (letters, sentences) in [(398, 1), (399, 1), (400, 2)] {
      // The closing parenthesis must stand within 400 bytes of the stop.
      #expect(
        count("See (a word. " + "B" + String(repeating: "x", count: letters - 2) + ") there") == sentences, "\(letters)"
      )
    }
    for (lines, items) in [(56, 57), (57, 1)] {
      #expect(count(String(repeating: "sevens\n", count: lines) + "end") == items, "\(lines)")
    }
  }

  @Test(
    "A blank line ends a sentence whatever stands there, a single break does not",
    arguments: [
      "one,|\n\ntwo, and more of it.", "one,|\r\n\r\ntwo, and more of it.", "one,|\n \t\ntwo, and more of it.",
      "one,\ntwo, and more of it.",
    ])
  func blankLines(marked: String) {
    let text = Array(marked.utf8.filter { $0 != UInt8(ascii: "|") })
    let found = SentenceSplitter.sentences(in: text, of: 0..<text.count)
    #expect(found.count == marked.split(separator: "|").count)
    #expect(found.last?.upperBound == text.count)
  }

  @Test("Named markers belong to the sentence that they stand behind, where a capital follows")
  func namedMarkers() {
    func found(_ marked: String, _ marker: String) -> [String] {
      let text = Array(marked.utf8)
      guard let start = marked.firstRange(of: marker) else { return [] }
      let lower = marked.utf8.distance(from: marked.startIndex, to: start.lowerBound)
      let range = lower..<lower + marker.utf8.count
      return SentenceSplitter.sentences(in: text, of: 0..<text.count, markers: [range]).map {
        String(decoding: text[$0], as: UTF8.self)
      }
    }
    #expect(found("It is so.{x. Y} Then not.", "{x. Y}") == ["It is so.{x. Y}", "Then not."])
    #expect(found("It is so. [x. Y] Then not.", "[x. Y]") == ["It is so. [x. Y]", "Then not."])
    #expect(found("It is so. [x. Y] then not.", "[x. Y]") == ["It is so. [x. Y] then not."])
    #expect(found("It is so. [x. Y]z Then not.", "[x. Y]") == ["It is so. [x. Y]z Then not."])
    #expect(found("It is so. {x. Y} Then not.", "{x. Y}") == ["It is so.", "{x. Y} Then not."])
    #expect(found("It is so {x. Y} then. Not so.", "{x. Y}") == ["It is so {x. Y} then.", "Not so."])
    #expect(found("It is so. [x. Y]", "[x. Y]") == ["It is so. [x. Y]"])
  }

  @Test("Only the block is looked at")
  func blocks() {
    let text = Array("One is. Two is. Three is.".utf8)
    #expect(SentenceSplitter.sentences(in: text, of: 8..<15) == [8..<15])
    #expect(SentenceSplitter.sentences(in: text, of: 7..<99) == [8..<15, 16..<25])
    #expect(SentenceSplitter.sentences(in: text, of: 7..<8) == [])
    #expect(SentenceSplitter.sentences(in: [], of: 0..<0) == [])
  }
}
