import IbidModel
import IbidText
import Testing

@Test(
  "Tags that protect capitals are left out, and all others stay",
  arguments: [
    ("The <span class=\"nocase\">DNA</span> of <i>E. coli</i>", "The DNA of <i>E. coli</i>"),
    ("<span class=\"nocase\">A <i>B</i> <span style=\"x\">C</span></span>", "A <i>B</i> <span style=\"x\">C</span>"),
    ("<i><span class=\"nocase\">a</i></span>", "<i><span class=\"nocase\">a</i></span>"),
    ("p < 0.05 </span>", "p < 0.05 </span>"), ("plain", "plain"), ("", ""),
  ])
func leavesOutCaseProtection(text: String, expected: String) {
  #expect(RichText.withoutCaseProtection(text) == expected)
}
