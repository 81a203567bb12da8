import IbidKit
import TestSupport
import Testing

/// Keys that are changed in manuscripts: all forms of citations, whole keys only.
struct ManuscriptKeysTests {
  private static let keys = ManuscriptKeys(["roe2010": "salt", "who": "health2020"])

  @Test(
    "Each form of a citation gets the new key",
    arguments: [
      ("md", "See [@roe2010, p. 3; -@who] and @roe2010.", "See [@salt, p. 3; -@health2020] and @salt."),
      ("md", "In @{roe2010} and [see @who]{.x}.", "In @{salt} and [see @health2020]{.x}."),
      ("md", "As \\citep[see][3]{roe2010,who} says.", "As \\citep[see][3]{salt,health2020} says."),
      ("md", "---\nnocite: |\n  @roe2010, @who\n---\n\nText.", "---\nnocite: |\n  @salt, @health2020\n---\n\nText."),
      ("tex", "A \\cite{who, roe2010} \\nocite{roe2010}.", "A \\cite{health2020, salt} \\nocite{salt}."),
      ("tex", "A \\textcites[1]{roe2010}[2]{who} here.", "A \\textcites[1]{salt}[2]{health2020} here."),
      ("org", "* A\nIn [cite/t:see @roe2010 p. 3;@who].", "* A\nIn [cite/t:see @salt p. 3;@health2020]."),
      ("typ", "In @roe2010. And #cite(<who>).", "In @salt. And #cite(<health2020>)."),
      ("adoc", "= A\n\nIn cite:[roe2010,who(12)].", "= A\n\nIn cite:[salt,health2020(12)]."),
      ("rst", "A\n=\n\nIn :cite:`roe2010,who`.", "A\n=\n\nIn :cite:`salt,health2020`."),
    ])
  func changesAllForms(ending: String, text: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("paper." + ending, text + "\n")
    let (changed, count) = try Self.keys.applied(to: path)
    #expect(changed == expected + "\n")
    #expect(count > 0)
    let back = ManuscriptKeys(["salt": "roe2010", "health2020": "who"])
    try folder.write("paper." + ending, changed)
    #expect(try back.applied(to: path).text == text + "\n")
  }

  @Test(
    "Code, comments, longer keys and the manuscript's own works stay as they are",
    arguments: [
      ("md", "`@roe2010` and @roe2010b, @roe2010-b, @Roe2010, a@roe2010.org."),
      ("md", "Text.\n\n```\n[@roe2010]\n\\cite{roe2010}\n```\n\n    @roe2010"),
      ("md", "---\nreferences:\n- id: roe2010\n  type: book\n  title: Own\n---\n\nIn [@roe2010]."),
      ("tex", "% \\cite{roe2010}\n\\verb|\\cite{roe2010}| \\cite{roe2010:b}"),
      ("tex", "\\begin{verbatim}\n\\cite{roe2010}\n\\end{verbatim}"),
      ("typ", "`@roe2010` // @roe2010"),
      ("org", "* A\n#+begin_src\n[cite:@roe2010]\n#+end_src"),
      ("rst", "A\n=\n\n``:cite:`roe2010```"),
    ])
  func leavesTheRest(ending: String, text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("paper." + ending, text + "\n")
    #expect(try Self.keys.applied(to: path).text == text + "\n")
  }

  @Test("A file that names no keys, or is no text, is refused")
  func refusesOthers() throws {
    let folder = try TemporaryFolder()
    let html = try folder.write("page.html", "<!DOCTYPE html><html><body><p>Text.</p></body></html>")
    #expect(throws: IbidError.self) { try Self.keys.applied(to: html) }
    #expect(throws: IbidError.self) { try Self.keys.applied(to: folder.path + "/nothing.md") }
    let latin = try folder.write("latin.tex", [0x5C, 0x63, 0x7B, 0xE9, 0x7D] as [UInt8])
    #expect(throws: IbidError.self) { try Self.keys.applied(to: latin) }
  }
}
