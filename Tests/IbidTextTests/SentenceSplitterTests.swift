import IbidText
import Testing

struct SentenceSplitterTests {
  /// Texts with `|` where a sentence ends.
  static let cases = [
    // Plain stops.
    "Ice helps a bit.| Heat does too.", "Does it help?| It does.", "It helped!| We were glad.", "Wait!!| What?!| Yes.",
    "No stop at the end", "It fell to zero.|\n\nThen it rose.",
    // Abbreviations, titles, initials.
    "Dr. Weng saw Mr. Cook at St. Mary's.", "See Prof. A. B. Lin and J.-P. Engel there.", "Ask Ann and co. on it.",
    "They sold it to Klasson & Co.| It closed in May.",
    "Heat, e.g. a bath, i.e. warm water, works.", "It works, cf. Engel vs. Cook.", "We met at the U.S. Capitol.",
    "She lives in the U.S.| She likes it.", "They moved to the E.U.| How was it?",
    "You and I.| Did Albert I. Moss call?",
    "At 6 a.m. Mrs. Cook rose.| She slept at 10 p.m.| Mr. Cook did not.", "He works at Yoohoo! in the office.",
    "E. coli grew.| B. subtilis did not.", "Lactobacillus spp. were found.", "It was sold as Drug Inc. in Ohio.",
    // Numbers and counted things.
    "Turn to p. 55 and see no. 7.", "It cost $10.00.| It was worth it.",
    "See Fig. 3 and Figs. S1 and S2.| They show it.",
    "The effect was small (p < .05).| Tab. 2 has it.", "It weighed 3.5 kg.| Twenty died.",
    "It took 30 min.| Cells were washed.",
    "In 2010.| The end.", "They grew in group 3.| Cells did not.", "It is so1,2.| Sleep is not.",
    "Patients with hepatitis B.| The drug helped.", "Cells of type A.| Monocytes grew.",
    "It has version 2.0.1 of N°. 7.", "We saw that.| p53 is a protein.| mRNA is not.| c-Fos may be.",
    // Names of authors.
    "Smith et al. (2010) found it.| So did Cook et al. in 2011.", "Webber et al studied it.| It held.",
    // Addresses.
    "Write to ann.lin@example.org.| She answers.", "See https://example.org/a.b/c_d.html.| It is there.",
    "Go to Example.com for more.",
    // Quotation marks and brackets.
    "“It works.”| “Does it?”", "She said, ‘It is warm.’ and left.",
    "He called it “a cure.”| Nobody agreed.", "It is so (see the note.) in most.",
    "It holds (Table 1).| (See below.)| Then more.",
    "He cut “words [...] and more [...]” (Engel 55).",
    "It worked (see Cook. It did.) in the end.| Good.",
    // Ellipses.
    "I never meant that....| She left.", "Well … that is not it.", "I was ... well, not there.", "So . . . I did not.",
    "They were words. |. . . The rest was lost.", "It went on and on…| Then it stopped.",
    // Markers behind the stop.
    "It is in many guidelines.15| See that footnote.", "It is “insurance.”101112| It even helps.",
    "Nobody knows.4–6| Heat may help.", "It was so.[7]| Then not.", "It was so.³| Then not.", "See Fig.3 for that.",
    "The risk fell to 0.05.12| The rest did not.", "It costs 3.50 now.",
    // Lists in one line.
    "1) first thing |2) second thing", "1. Rest it. |2. Move it.", "• 1. rest |• 2. move",
    "a. rest it |b. move it |c. wait",
    // A missing blank.
    "We rested.|Today we move.", "See PainScience.com for it.",
    // Pictograms belong to what was said.
    "Anything? 😬| Yes.",
  ]

  @Test("Sentences end where a reader would end them", arguments: cases)
  func ends(_ marked: String) {
    let expected = marked.split(separator: "|").map { $0.trimmingBlanks }
    let text = Array(marked.replacing("|", with: "").utf8)
    let found = SentenceSplitter.sentences(in: text, of: 0..<text.count)
    #expect(found.map { String(decoding: text[$0], as: UTF8.self) } == expected)
  }

  @Test("Known markers are passed over, wherever they hold a stop")
  func knownMarkers() {
    let text = Array("It is so (Cook, p. 4. See there). Then. [12] The end.".utf8)
    let paren = 9..<32
    let bracket = 40..<44
    let found = SentenceSplitter.sentences(in: text, of: 0..<text.count, markers: [paren, bracket])
    #expect(
      found.map { String(decoding: text[$0], as: UTF8.self) } == [
        "It is so (Cook, p. 4. See there).", "Then. [12]", "The end.",
      ])
  }

  @Test(
    "Hostile text is split in time",
    arguments: ["1", ".", "(", "a.", "A. ", "1. ", "\u{301}", ". . ", "[", "“", "(a. B", "x.1 "])
  func hostile(unit: String) {
    let text = Array(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { _ = SentenceSplitter.sentences(in: text, of: 0..<text.count) }
    #expect(time < .seconds(5))
  }
}

extension StringProtocol {
  /// Without blanks and line breaks at both ends.
  fileprivate var trimmingBlanks: String {
    String(decoding: Array(utf8).drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
  }
}
