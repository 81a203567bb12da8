import IbidText
import Testing

struct LaTeXCharacterTests {
  @Test("Every spelling of the table is read as its character")
  func readsEverySpelling() {
    #expect(LaTeXCharacters.all.count > 400)
    for (spelling, text) in LaTeXCharacters.all {
      #expect(scalars(LaTeXDecoder.decoded(spelling)) == scalars(text), "\(spelling)")
      #expect(scalars(LaTeXDecoder.decoded("a{\(spelling)}b")) == scalars("a\(text)b"), "\(spelling)")
    }
  }

  @Test("Every character of the table is read again as it was written")
  func readsWhatWasWritten() {
    // Straight quotation marks are written as curved ones, which is how LaTeX reads them.
    let straight: Set<String> = ["\"", "'"]
    for (_, text) in LaTeXCharacters.all where !straight.contains(text) {
      #expect(scalars(LaTeXDecoder.decoded(LaTeXEncoder.encoded(text))) == scalars(text), "\(text)")
    }
    #expect(straight.sorted().map { LaTeXDecoder.decoded(LaTeXEncoder.encoded($0)) } == ["“", "’"])
  }

  @Test("No spelling stands in the table twice")
  func spellsOnce() {
    let spellings = LaTeXCharacters.all.map(\.spelling)
    #expect(Set(spellings).count == spellings.count)
  }

  @Test(
    "What LaTeX needs a command for is written so",
    arguments: [
      ("R&D 5% $3 #1 a_b", ##"R\&D 5\% \$3 \#1 a\_b"##),
      ("{~^\\}", #"\{\textasciitilde{}\textasciicircum{}\textbackslash{}\}"#),
      ("}{", #"\textbraceright{}\textbraceleft{}"#),
      ("a--b''c", "a-{}-b'{}'c"), ("a?“ b!“", "a?{}`` b!{}``"), ("a'\"", "a'{}''"),
      ("1–2—3…", #"1--2---3\dots{}"#), ("a\u{A0}b\u{2009}c\u{202F}d\u{200B}e", #"a~b\,c\,de"#),
      ("<|>", #"\textless{}\textbar{}\textgreater{}"#), ("“a” ‘b’", "``a'' ‘b’"), ("\"a\" (\"b\")", "``a'' (``b'')"),
      ("Jürgen ß", "Jürgen ß"), ("a\u{1}\nb", "a  b"), ("<i>a</i> H<sub>2</sub>O", #"\textit{a} H\textsubscript{2}O"#),
      ("", ""),
    ])
  func writes(text: String, latex: String) { #expect(scalars(LaTeXEncoder.encoded(text)) == scalars(latex)) }

  @Test(
    "Commands, accents, ligatures and ties are read",
    arguments: [
      // Accents: on a letter, a group, a command, one in another; letters without their dots.
      (#"G\"odel"#, "Gödel"), (#"G\"{o}del"#, "Gödel"), (#"G{\"o}del"#, "Gödel"), (#"{G\"{o}}del"#, "Gödel"),
      (#"na\"{\i}ve"#, "naïve"), (#"na\"\i ve"#, "naïve"), (#"\'{\i}\v{\j}"#, "íǰ"), (#"\^\i"#, "î"),
      (#"\v{c}\v c\c{c}\k{a}\H{o}\u{g}\r{a}\d{h}\b{k}\.{I}\={a}\~n"#, "ččçąőğåḥḵİāñ"), (#"\'{\ae}"#, "ǽ"),
      (#"\textcommabelow{s}"#, "ș"), (#"\t{oo}"#, "o\u{361}o"), (#"\"{ou}"#, "öu"), (#"\'{\^e}"#, "ê\u{301}"),
      (#"\v{q}"#, "q\u{30C}"), (#"\' e"#, "é"), (#"\c  c"#, "ç"),
      // Accents without a letter.
      (#"\""#, ""), (#"a\'{}b"#, "ab"), (#"a\v}b"#, "ab"), (#"\'{e"#, "e"), (#"\'\"#, ""), (#"\'\foo"#, ""),
      // Characters by their names.
      (#"Stra\ss e, Stra{\ss}e, Stra\ss{}e"#, "Straße, Straße, Straße"),
      (#"\O stergaard, \L{}\'od\'z, \AA"#, "Østergaard, Łódź, Å"), (#"\TeX\ and \LaTeX{}"#, "TeX and LaTeX"),
      (##"50\,\%\&\_\#\$\{\}"##, "50\u{2009}%&_#${}"), (#"\textbackslash{}"#, "\\"),
      // Plain characters that are read as others.
      ("``a''---`b' 1--2 ?`c? !`d", "“a”—‘b’ 1–2 ¿c? ¡d"), ("Fig.~1 a-b ----", "Fig.\u{A0}1 a-b —-"),
      // What stands for no character.
      (#"\emph{in vitro} {\it x}"#, "in vitro x"), (#"a\newline b\\c\-d\/e\@."#, "a b cde."),
      (#"$\alpha$--\'e $5"#, #"$\alpha$–é $5"#), (#"\"#, ""), (#"a\"#, "a"), ("{}", ""), ("", ""), ("ß", "ß"),
    ])
  func reads(latex: String, text: String) {
    #expect(scalars(LaTeXDecoder.decoded(latex)) == scalars(text), "\(LaTeXDecoder.decoded(latex))")
  }

  @Test(
    "Accents in accents end, however many there are; eight of them count",
    arguments: [
      (#"\'{"#, "é" + String(repeating: "\u{301}", count: 7)), (#"\'"#, "e"), ("{", "e"), (#"\v "#, "e"),
      ("$", String(repeating: "$", count: 2000) + "e"),
    ])
  func ends(unit: String, text: String) {
    let latex = String(repeating: unit, count: 2000) + "e" + String(repeating: "}", count: 2000)
    #expect(scalars(LaTeXDecoder.decoded(latex)) == scalars(text))
  }

  @Test("An accent's argument has 64 characters at most, its braces among them")
  func capsArguments() {
    let letters = String(repeating: "a", count: 62)
    #expect(scalars(LaTeXDecoder.decoded("\\v{\(letters)}")) == scalars("ǎ" + letters.dropFirst()))
    #expect(LaTeXDecoder.decoded("\\v{\(letters)a}") == letters + "a")
  }

  /// Bytes decide: strings that differ in nothing but how accents are put on are equal.
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  @Test(
    "CSL's tags are commands, and a straight mark opens behind a blank, a bracket or nothing",
    arguments: [
      ("<b>a</b><sup>b</sup><sc>c</sc>", #"\textbf{a}\textsuperscript{b}\textsc{c}"#),
      (#"<span class="nocase">a</span>"#, "{a}"), (#"<span style="font-variant:small-caps;">a</span>"#, #"\textsc{a}"#),
      (#"<span style="font-variant: small-caps;">a</span>"#, #"\textsc{a}"#), ("<x>", #"\textless{}x\textgreater{}"#),
      ("a \"b", "a ``b"), ("(\"b", "(``b"), ("[\"b", "[``b"), ("-\"b", "-``b"), ("`\"b", "\\textasciigrave{}''b"),
      ("a\"b", "a''b"),
      (".\"", ".''"),
      (")\"", ")''"), ("<i>\"a\"</i>", #"\textit{``a''}"#),
    ])
  func writesTags(text: String, latex: String) { #expect(scalars(LaTeXEncoder.encoded(text)) == scalars(latex)) }

  @Test("Addresses keep all but what would end a field")
  func verbatim() {
    #expect(LaTeXEncoder.verbatim("https://x.org/a_b~c?d=1&e#f") == "https://x.org/a_b~c?d=1&e#f")
    #expect(LaTeXEncoder.verbatim("{}\\%\"") == #"\%7B\%7D\%5C\%\%22"#)
    #expect(LaTeXEncoder.verbatim("a\u{0}b\n\u{1F}c d\u{7F}é") == "abc d\u{7F}é")
  }
}
