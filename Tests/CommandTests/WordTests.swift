import TestSupport
import Testing

/// The commands that write Word documents.
struct WordTests {
  private typealias D = DocxFile
  private let folder: TemporaryFolder
  private let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>\(D.run("References"))</w:p>"
    let list = D.paragraph(D.run("1. Weber C. Salt and the heart. J Salt. 1988;3(2):1-9."))
    try folder.write(
      "typed.docx", D.document(D.paragraph(D.run("Salt raises the pressure of blood in adults [1].")) + heading + list))
    try folder.write("article.md", "Text.\n")
  }

  @Test("Typed citations become live, live ones change their style, findings become comments and go again")
  func works() throws {
    let cited = try ibid("cite", "typed.docx", "-o", "live.docx")
    #expect(
      cited.status == 0 && cited.errors == "ibid: note: 1 citations and the bibliography made live in live.docx\n")
    #expect(try ibid("format", "live.docx", "--style", "apa", "-o", "apa.docx").status == 0)
    #expect(try ibid("cite", "apa.docx", "-o", "x.docx").errors.contains("no typed citation leads to a work"))
    let checked = try ibid("check", "apa.docx", "--all", "--to", "docx", "-o", "reviewed.docx", "--fail-on", "never")
    #expect(checked.status == 0 && checked.errors.hasSuffix("comments in reviewed.docx\n"), "\(checked.errors)")
    #expect(try ibid("check", "reviewed.docx", "--strip-comments", "-o", "clean.docx").status == 0)
    #expect(try ibid("format", "apa.docx", "--style", "apa", "-o", "again.docx").status == 0)
    #expect(try Repository.bytes(folder.path + "/again.docx") == Repository.bytes(folder.path + "/apa.docx"))
    // Without a style the document is not told of one, so that one must be named.
    #expect(try ibid("format", "live.docx", "-o", "x.docx").errors.contains("--style names one"))
  }

  @Test(
    "Wrong arguments and documents are told",
    arguments: [
      (["format", "typed.docx", "--style", "apa"], 64, "--output OUT.docx"),
      (["format", "typed.docx", "--style", "apa", "-o", "typed.docx"], 2, "is what is read"),
      (["format", "typed.docx", "--style", "apa", "-o", "a.md"], 64, "is written as .docx"),
      (["format", "typed.docx", "--style", "apa", "-o", "a.docx"], 2, "`ibid cite typed.docx"),
      (["cite", "article.md", "-o", "a.docx"], 64, "in a Word document"),
      (["check", "article.md", "--to", "docx", "-o", "a.docx"], 64, "into one Word document"),
      (["check", "article.md", "-o", "a.docx"], 64, "--output goes with --to docx"),
      (["check", "typed.docx", "--format", "docx"], 64, "--output OUT.docx"),
      (["cite", "typed.docx", "-o", "no/a.docx"], 2, "could not be written"),
    ] as [([String], Int32, String)])
  func refuses(arguments: [String], status: Int32, message: String) throws {
    let run = try ibid.run(arguments)
    #expect(run.status == status && run.errors.contains(message), "\(run.status) \(run.errors)")
  }
}
