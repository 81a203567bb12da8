import TestSupport
import Testing

/// Keys by a pattern and keywords of PubMed's, as one asks for them.
struct ExportOptionTests {
  private let folder: TemporaryFolder
  private let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
    try folder.write(".ibid.yml", "keys: \"[auth.upper]-[year]\"\n")
  }

  private static let pubmed =
    "PMID- 4711\nTI  - Salt and snow.\nFAU - Okafor, Ada\nDP  - 2021\nJT  - J Salt\nMH  - *Snow/analysis\nMH  - Pain, Postoperative\n"
    + "OT  - snow\nPT  - Journal Article\n\nPMID- 4712\nTI  - More salt.\nFAU - Okafor, Ada\nDP  - 2021\nJT  - J Salt\n"

  @Test("Records without a key get theirs by the pattern, equal ones a letter; a key that is there stays")
  func makesKeys() throws {
    try folder.write("a.nbib", Self.pubmed)
    let keys = try ibid.run(["export", "--from", "a.nbib", "--to", "csl-json"]).output
    #expect(keys.contains(#""OKAFOR-2021""#) && keys.contains(#""OKAFOR-2021a""#), "\(keys)")
    try folder.write("b.bib", "@misc{salt, author = {Okafor, Ada}, title = {Salt}, year = 2021}\n")
    #expect(try ibid.run(["export", "--from", "b.bib", "--to", "bibtex"]).output.contains("@misc{salt,"))
    let parsed = try ibid.run(["parse"], input: "Okafor A. Salt and snow. J Salt. 2021;3(2):10-12.\n")
    #expect(parsed.output.hasPrefix(#"{"id":"OKAFOR-2021","#), "\(parsed)")
    try folder.write("c.md", "---\ntitle: Salt\nauthor: Ada Okafor\ndate: 2021-05-03\n---\n\nSalt is white.\n")
    #expect(try ibid.run(["export", "--self", "c.md", "--to", "bibtex"]).output.contains("{OKAFOR-2021,"))
  }

  @Test("A pattern that is none ends the command", arguments: [["export", "--from", "a.nbib"], ["parse"]])
  func refusesPatterns(command: [String]) throws {
    try folder.write("a.nbib", Self.pubmed)
    try folder.write(".ibid.yml", "keys: \"[auth\"\n")
    let run = try ibid.run(command, input: "Okafor A. Salt. J Salt. 2021;3:1.\n")
    #expect(run.status == 2 && run.errors.contains("keys: a [ has no ]") && run.output == "", "\(run)")
  }

  @Test(
    "MeSH descriptors are keywords where they are asked for, each word once",
    arguments: [
      ("bibtex", "= {snow, {Pain, Postoperative}}"), ("biblatex", "= {snow, {Pain, Postoperative}}"),
      ("ris", "KW  - snow\nKW  - Pain, Postoperative\n"),
    ])
  func writesMeSH(format: String, wanted: String) throws {
    try folder.write("a.nbib", Self.pubmed)
    let run = try ibid.run(["export", "--from", "a.nbib", "--to", format, "--mesh-keywords"])
    #expect(run.output.contains(wanted), "\(run)")
    let plain = try ibid.run(["export", "--from", "a.nbib", "--to", format]).output
    #expect(!plain.contains("Postoperative"), "\(plain)")
  }

  @Test(
    "A file in Windows-1252 that does not say so is told once",
    arguments: [
      ("a.bib", "@misc{a, author = {Mülle, Ä}, title = {Ü}}\n@misc{b, title = {É}}\n"),
      ("a.ris", "TY  - JOUR\nTI  - Ü\nAU  - Mülle, Ä\nER  - \nTY  - JOUR\nTI  - É\nER  - \n"),
      ("a.nbib", "PMID- 1\nTI  - Ü\nFAU - Mülle, Ä\nDP  - 2021\n\nPMID- 2\nTI  - É\nDP  - 2021\n"),
      ("a.isi", "FN X\nPT J\nTI Ü\nAU Mülle, Ä\nER\nPT J\nTI É\nER\nEF\n"),
    ])
  func tellsEncodingOnce(name: String, text: String) throws {
    try folder.write(name, text.unicodeScalars.map { UInt8($0.value) })
    let run = try ibid.run(["export", "--from", name, "--to", "jsonl"])
    #expect(run.errors == "\(name):1: note: some values are no UTF-8; they are read as Windows-1252\n", "\(run)")
    #expect(run.output.contains(#""title":"Ü""#) && run.output.contains(#""title":"É""#), "\(run)")
    if name.hasSuffix(".bib") {
      let found = try ibid.run(["check", name, "--rule", "wrong-encoding"]).output
      #expect(found.hasPrefix("a.bib:1:") && found.contains("here and in 2 more values"), "\(found)")
      #expect(found.split(separator: "\n").count { $0.contains("[wrong-encoding]") } == 1, "\(found)")
    }
  }
}
