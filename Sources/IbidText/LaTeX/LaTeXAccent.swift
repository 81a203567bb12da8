/// An accent of LaTeX's: a command that puts a mark on the letter behind it, as `\"o`, `\v{c}` or `\t{oo}` do.
///
/// Source: LaTeX2e unofficial reference manual, section 23.5 («Accents»); `\k`, `\h` and `\textcommabelow` are those
/// of the encodings T1, T5 and TU.
package struct LaTeXAccent: Sendable {
  /// The command without its backslash: one symbol, or letters.
  package let command: String
  /// The mark, as it combines with the letter before it.
  package let mark: Unicode.Scalar
  /// The letters that are one character together with the mark, by the letter alone.
  package let composed: [Unicode.Scalar: Unicode.Scalar]

  /// - Parameter pairs: letters, each with what it is under the mark behind it.
  private init(_ command: String, _ mark: Unicode.Scalar, _ pairs: String) {
    self.command = command
    self.mark = mark
    let scalars = Array(pairs.unicodeScalars)
    composed = Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) })
  }

  /// The accent of a command; nil for a command that is none.
  package static func named(_ command: String) -> LaTeXAccent? { byCommand[command] }

  /// A letter under the accent: one character where Unicode has it, else the letter and the mark. The dotless `ı` and
  /// `ȷ` are `i` and `j`: the mark stands in place of the dot.
  package func on(_ letter: Unicode.Scalar) -> String {
    let letter: Unicode.Scalar = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    if let composed = composed[letter] { return String(composed) }
    var text = String(letter)
    text.unicodeScalars.append(mark)
    return text
  }

  private static let byCommand = Dictionary(uniqueKeysWithValues: all.map { ($0.command, $0) })

  /// All accents. What stands in a row is composed, as Unicode's normal form C has it.
  package static let all = [
    LaTeXAccent("'", "\u{301}", "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÆǼæǽØǾøǿ"),
    LaTeXAccent("`", "\u{300}", "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ"),
    LaTeXAccent("^", "\u{302}", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ"),
    LaTeXAccent("\"", "\u{308}", "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ"),
    LaTeXAccent("~", "\u{303}", "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ"),
    LaTeXAccent("=", "\u{304}", "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÆǢæǣ"),
    LaTeXAccent(".", "\u{307}", "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"),
    LaTeXAccent("u", "\u{306}", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
    LaTeXAccent("v", "\u{30C}", "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"),
    LaTeXAccent("H", "\u{30B}", "OŐUŰoőuű"),
    LaTeXAccent("c", "\u{327}", "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"),
    LaTeXAccent("k", "\u{328}", "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
    LaTeXAccent("r", "\u{30A}", "AÅUŮaåuůwẘyẙ"),
    LaTeXAccent("d", "\u{323}", "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓ"),
    LaTeXAccent("b", "\u{331}", "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
    LaTeXAccent("h", "\u{309}", "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷ"),
    LaTeXAccent("textcommabelow", "\u{326}", "SȘTȚsștț"),
    LaTeXAccent("t", "\u{361}", ""),
  ]
}
