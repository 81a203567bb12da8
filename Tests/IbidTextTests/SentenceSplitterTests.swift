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

  /// Further texts, of the kinds that articles are full of.
  static let science = [
    "It grew 3.2-fold (P = 0.03).| It then fell.",
    "It was significant (p < .001).| We stopped.",
    "Values of 0.5 vs. 0.7 were seen.| They differ.",
    "The dose was 5 mg/kg b.w. twice daily.",
    "The dose was 5 mg/kg i.v. in mice.",
    "Cells were kept at 37 °C.| They were split.",
    "It held for 24 h.| The rest was thrown away.",
    "Rats (n = 5, ca. 200 g each) were used.| None died.",
    "Approx. 30 cells were seen.| They were round.",
    "Cells (ATCC No. CCL-2) were grown.",
    "See Smith et al. for more.| Cook et al. disagree.",
    "This was shown by Smith et al.| The data were clear.",
    "This was shown by Smith et al. (2010), Cook et al. [4] and Lin et al.5",
    "See ref. 12 for details.| We did so.",
    "See refs. 12 and 13.| We did so.",
    "As in Eq. 3 and Eqs. (4)–(5).| It holds.",
    "As shown in Fig. 1A.| The cells died.",
    "As shown in Fig. 1A, B and Suppl. Fig. S2.| The cells died.",
    "(Fig. 2).| The cells died.",
    "Data are in Table 1.| Cells are not.",
    "Data are in Tab. S1 (see Sect. 2.1).| Cells are not.",
    "In vol. 3, pp. 4–5, ed. Smith.| It stands there.",
    "E. coli K-12 was used.| S. aureus was not.",
    "We used E. coli.| The cells grew.",
    "Bacillus sp. nov. was found.| It grew.",
    "Several Candida spp. were found.| None grew.",
    "This is Candida sp.| The cells grew.",
    "It binds NF-kappa B.| The gene is off.",
    "We used vitamin C.| The rest had none.",
    "They had hepatitis C.| HCV was found.",
    "T cells express CD4.| B cells express CD19.",
    "Expression of IL-2 was induced.| IL-4 was not.",
    "The gene p53 matters.| p21 does too.",
    "It is true.| mRNA was seen.| siRNA was not.",
    "It is true.| α-actin was seen.",
    "It is true.| 5-HT was seen.",
    "It is true.| 30 mice were used.",
    "It rose to 30.| 40 mice were used.",
    "It was done in 1999.| 30 mice were used.",
    "It was shown before.12| The cells died.",
    "It was so 3.5 My ago.| They saw it 2.5 My BP.",
    "It was shown before.12,13| The cells died.",
    "It was shown before.12–14| The cells died.",
    "It was shown before.[12]| The cells died.",
    "It was shown before. [12]| The cells died.",
    "It was shown before [12].| The cells died.",
    "It was shown before [12, 13–15].| The cells died.",
    "It was shown before (12).| The cells died.",
    "It was shown before (Smith et al., 2010; Cook, 2011).| The cells died.",
    "“It works.”15| The cells died.",
    "It works (so we think).15| The cells died.",
    "It works in mice.1| In rats it does not.2| Nobody knows why.3",
    "It works in mice.1, 2| In rats it does not.",
    "It works in mice.1,2,5–7| In rats it does not.",
    "Use version 2.5 of it.| It runs.",
    "Use Python 3.| It runs.",
    "Use R v. 3.4.1 (R Core Team).| It runs.",
    "It was bought from Sigma (St. Louis, MO, U.S.A.).| It was pure.",
    "It was bought from Merck Inc. (Berlin).| It was pure.",
    "It was bought from Merck, Inc.| The water was pure.",
    "It was bought from Merck Ltd., London, U.K.| It was pure.",
    "Dr. A. B. Smith, Ph.D., came.| Prof. Cook did not.",
    "She has a Ph.D.| He has none.",
    "She has a Ph.D. in physics.",
    "Mr. and Mrs. Cook left.| Ms. Lin stayed.",
    "Sgt. Moss and Capt. Lin left.",
    "Gov. Cook signed it.",
    "It is, i.e. it was, so.| E.g. this one.",
    "It holds for all (e.g., Fig. 3).| It does.",
    "It fell, cf. Smith (2010).| It rose.",
    "Apples, pears, etc. are fruit.| Eat them.",
    "Apples, pears, etc.| They are fruit.",
    "Is it so?| “Yes.”| It is.",
    #""Is it so?" she asked.| "Yes," he said."#,
    #""It is so!" he cried.| She left."#,
    "‘It is so.’| She left.",
    "«It is so.»| She left.",
    "(It is so.)| She left.",
    "[It is so.]| She left.",
    "It is so (it was so. It will be so).| She left.",
    "He left at 3 a.m.| She stayed.",
    "He left on Mon. and came on Tues.| She stayed.",
    "He left in Sept. 2010.| She stayed.",
    "He left in Dec.| She stayed.",
    "It is 5 ft. 3 in. tall.",
    "It is 5 km.| The rest is water.",
    "It cost 5 million.| The rest was free.",
    "It cost €5.50.| The rest was free.",
    "1. It is so.",
    "It ended...| Then it began.",
    "It ended... then it began.",
    "It ended.…| Then it began.",
    "Wait… what?",
    "Well … it was.",
    "Go to example.org.| It is there.",
    "Go to www.example.org/a.b?c=d.e now.",
    "See doi:10.1000/a.b.c.| It is there.",
    "The .txt file was read.",
    "It is so.| — It was so.",
    "It is so.| –It was so.",
    "It was so; it is not.| It will be: now.",
    "It is the best!!!| We think so.",
    "It is!?| We think so.",
    "Was it so (we ask)?| It was.",
    "We used 0.1% Tween-20.| Cells were washed 3×.| They were then fixed.",
    "Cells were washed (3 × 5 min).| They were then fixed.",
    "The ratio was 1:10.| It was then 1:20.",
    "The pH was 7.4.| It was then 6.",
    "It was done at pH 7.| The buffer was Tris.",
    "Mean ± S.D. is shown.| Bars are S.E.M.| The scale is log.",
    "The C.I. was wide.| The O.R. was 2.",
    "It was the 95% C.I.| The rest was not.",
    "The F.D.A. approved it.| The E.M.A. did not.",
    "He came from the U.S.| He was tall.",
    "He came from the U.S. Army.",
    "U.S. President Cook came.",
    "J. Smith and K. Cook came.| L. Moss did not.",
    "Smith J, Cook K. came.",
    "It was given to A.B. and C.D.| They took it.",
    "The authors are A. Smith, B. Cook, and C. Lin.| They wrote it.",
    "We thank J. Smith.| The work was paid by none.",
    "Vitamin B.| It helps.",
    "So did group A.| Group B did not.",
    "So did patient 3.| Patient 4 did not.",
    "It needs Mg2+.| It needs Ca2+.",
    "It needs Na+.| It needs K+ too.",
    "We found H2O2.| It was pure.",
    "This is type II.| Type I is not.",
    "This is World War II.| It was long.",
    "King Louis XIV.| He was king.",
    "It is in Chap. 3.| It is long.",
    "It is in Ch. IV of the book.",
    "See Art. 5 of the act.",
    "See §5.| It says so.",
    "See Sec. 5.1.2.| It says so.",
    "See also: Sec. 5.1.2; App. B.| It says so.",
    "It happened (see below).| And then?| Nothing.",
    "This is it.| And this is too.",
    "The trial (NCT01234567.) ended.",
    "The mice were wt.| The rest were null.",
    "It is 10 wt. % gold.",
    "In the no. of cells, nos. 1 and 2 differ.",
    "No.| It is not.",
    "Yes.| It is.",
    "Did it?| No.| It did not.",
    "They said no.| It is not.",
    "Do it in the dark.| In the light it fails.",
    "They went in.| The door closed.",
    "The max. dose was 5.| The min. was 1.",
    "It rose to its max.| The rest fell.",
    "The temp. was 5 °C.| It rose.",
    #"He said, "No. 5 is alive."| It was."#,
    "The 'best' method.| It fails.",
    "It is 'best'.| It fails.",
    #"It is "best".| It fails."#,
    #"It is "best."| It fails."#,
    "It is “best”.1| It fails.",
    "Of note, 5.3.1 is a section.| It is long.",
    "(i) It is so.| (ii) It was so.",
    "Mice were fed.| (A) They ate.| (B) They slept.",
  ]

  @Test("Sentences end where a reader would end them", arguments: cases + science)
  func ends(_ marked: String) {
    let expected = marked.split(separator: "|").map { $0.trimmingBlanks }
    let text = Array(marked.replacing("|", with: "").utf8)
    let found = SentenceSplitter.sentences(in: text, of: 0..<text.count)
    #expect(found.map { String(decoding: text[$0], as: UTF8.self) } == expected)
  }

  @Test(
    "A citation behind «et al.» belongs to the name; one glued to another stop ends the sentence with it",
    arguments: [
      "As Weng et al. «[@weng]» In ice it is so.| Next.", "Weng et al. («@weng») Then found it.| Next.",
      "Weng et al. «@weng» These are so.| Next.", "As Weng et al.«12»| The ice is so.",
      "It lasted a minute.«Roe. Ice. 2001.»| The heart stops.", "It is equal. «[@weng]»| The ice is so.",
    ])
  func citedOthers(marked: String) {
    var text: [UInt8] = []
    var markers: [Range<Int>] = []
    var start = 0
    for character in marked where character != "|" {
      switch character {
      case "«": start = text.count
      case "»": markers.append(start..<text.count)
      default: text += String(character).utf8
      }
    }
    let found = SentenceSplitter.sentences(in: text, of: 0..<text.count, markers: markers)
    #expect(found.count == marked.split(separator: "|").count)
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
