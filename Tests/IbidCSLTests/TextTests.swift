import Testing

/// Case, quotation marks, punctuation and formatting.
struct TextTests {
  private static func title(_ attributes: String) -> String { "<text variable=\"title\" \(attributes)/>" }
  private static func t(_ text: String) -> String { "\"title\": \"\(text)\"" }

  static let cases: [Sample] = [
    Sample(title("text-case=\"lowercase\""), t("The mRNA of P53"), gives: "the mrna of p53"),
    Sample(title("text-case=\"uppercase\""), t("straße"), gives: "STRASSE"),
    Sample(title("text-case=\"capitalize-first\""), t("pain in p53 mice"), gives: "Pain in p53 mice"),
    Sample(title("text-case=\"capitalize-all\""), t("pain in mice"), gives: "Pain In Mice"),
    Sample(title("text-case=\"sentence\""), t("pain in iPhone users"), gives: "Pain in iPhone users"),
    Sample(title("text-case=\"sentence\""), t("PAIN IN MICE"), gives: "Pain in mice"),
    Sample(title("text-case=\"title\""), t("the role of mRNA in pain"), gives: "The Role of mRNA in Pain"),
    Sample(title("text-case=\"title\""), t("pain: the state of the art"), gives: "Pain: The State of the Art"),
    Sample(title("text-case=\"title\""), t("what is it for"), gives: "What Is It For"),
    Sample(title("text-case=\"title\""), t("self-report of pain"), gives: "Self-Report of Pain"),
    Sample(title("text-case=\"title\""), t("effects of <i>in vivo</i> use"), gives: "Effects of <i>in Vivo</i> Use"),
    Sample(
      title("text-case=\"title\""), t("use of <span class='nocase'>ruby on rails</span>"), gives: "Use of ruby on rails"
    ),
    Sample(title("text-case=\"title\""), t("die rolle der frau") + #", "language": "de""#, gives: "die rolle der frau"),
    Sample(title("text-case=\"title\""), t("the role") + #", "language": "eng""#, gives: "The Role"),
  ]

  static let quotes: [Sample] = [
    Sample(title("quotes=\"true\""), t("Pain"), gives: "“Pain”"),
    Sample(title("quotes=\"true\" suffix=\".\""), t("Pain"), gives: "“Pain.”"),
    Sample(title("quotes=\"true\" suffix=\",\""), t("Pain?"), gives: "“Pain?,”"),
    Sample(title("quotes=\"true\" suffix=\".\""), t("Pain?"), gives: "“Pain?”"),
    Sample(title("quotes=\"true\" suffix=\".\""), t("Pain"), style: "default-locale=\"en-GB\"", gives: "‘Pain’."),
    Sample(title("quotes=\"true\""), t("On \\\"pain\\\" now"), gives: "“On ‘pain’ now”"),
    Sample(title(""), t("On \\\"pain\\\" now"), gives: "On “pain” now"),
    Sample(title(""), t("The patient's pain"), gives: "The patient’s pain"),
    Sample(title("quotes=\"true\""), t("Schmerz"), style: "default-locale=\"de-DE\"", gives: "„Schmerz“"),
    Sample(title("quotes=\"true\""), t("Douleur"), style: "default-locale=\"fr-FR\"", gives: "«\u{A0}Douleur\u{A0}»"),
  ]

  static let punctuation: [Sample] = [
    Sample(title("suffix=\".\"") + "<text value=\". x\"/>", t("A"), gives: "A. x"),
    Sample(title("suffix=\".\""), t("Why?"), gives: "Why?"),
    Sample(title("suffix=\".\""), t("Stop!"), gives: "Stop!"),
    Sample(title("suffix=\",\"") + "<text value=\", x\"/>", t("A"), gives: "A, x"),
    Sample(title("suffix=\" \"") + "<text value=\" x\"/>", t("A"), gives: "A x"),
    Sample(title("suffix=\":\"") + "<text value=\". x\"/>", t("A"), gives: "A: x"),
    Sample(title("suffix=\".\""), t("Dot.."), gives: "Dot.."),
    Sample(title("strip-periods=\"true\""), t("J. Pain."), gives: "J Pain"),
  ]

  static let formatting: [Sample] = [
    Sample(
      title("font-style=\"italic\""), t("On <i>E. coli</i> now"),
      gives: "<i>On <span style=\"font-style:normal;\">E. coli</span> now</i>"),
    Sample(title("font-weight=\"bold\" prefix=\"(\" suffix=\")\""), t("A"), gives: "(<b>A</b>)"),
    Sample(title("font-style=\"italic\" font-weight=\"bold\""), t("A"), gives: "<b><i>A</i></b>"),
    Sample(title("vertical-align=\"sup\""), t("A"), gives: "<sup>A</sup>"),
    Sample(title("font-variant=\"small-caps\""), t("A"), gives: "<span style=\"font-variant:small-caps;\">A</span>"),
    Sample(
      title("text-decoration=\"underline\""), t("A"), gives: "<span style=\"text-decoration:underline;\">A</span>"),
    Sample(
      title(""), t("H<sub>2</sub>O & x<sup>2</sup>, p < 0.05"),
      gives: "H<sub>2</sub>O &#38; x<sup>2</sup>, p &#60; 0.05"),
    Sample(title("quotes=\"true\" font-style=\"italic\""), t("A"), gives: "“<i>A</i>”"),
  ]

  @Test("Writes text as the style wants it", arguments: cases + quotes + punctuation + formatting)
  func writesText(sample: Sample) throws { #expect(try sample.rendered() == sample.output) }
}
