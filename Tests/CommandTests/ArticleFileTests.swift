import IbidModel
import TestSupport
import Testing

/// Articles in compressed files, in several files, and in none that can be read.
struct ArticleFileTests {
  let folder: TemporaryFolder
  let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
  }

  private static let note =
    "Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36."

  private static let markdown = """
    # Pain

    Exercise reduces chronic pain in 40% of patients.[^1] Massage relieves back pain in 20% of patients.[^2]

    [^1]: \(note)
    """

  @Test("A compressed article is read as the article is, under its own name")
  func compressed() throws {
    try folder.write("a.md", Self.markdown)
    try folder.write(
      "x.html",
      "<html><p>Ice helps 40% of patients.<sup><a href=\"#f\">1</a></sup></p><ol><li id=f>\(Self.note)</li></ol>")
    try folder.write("t.tex", "Ice helps 40% of patients. % ibid-disable-line\nHeat helps 40% of patients.\n")
    try folder.write("p.txt", "Ice helps\n\nIce helps 40% of patients. It # does.\n")
    for name in ["a.md", "x.html", "t.tex", "p.txt"] {
      _ = try ibid.shell("gzip -k \(name)")
      for command in [
        "check --fail-on never", "claims --format json", "notes --format json", "check --format json --fail-on never",
      ] {
        let plain = try ibid.shell("ibid \(command) \(name)")
        let packed = try ibid.shell("ibid \(command) \(name).gz")
        #expect(plain.status == 0)
        #expect(packed.status == 0)
        #expect(packed.output == plain.output.replacing(name, with: name + ".gz"), "\(command) \(name)")
      }
    }
    let piped = try ibid.shell("cat a.md.gz | ibid check - --format json --fail-on never")
    let plain = try ibid.shell("ibid check a.md --format json --fail-on never")
    #expect(piped.output == plain.output.replacing("a.md", with: "-"))
    // Members of a gzip file stand one behind the other.
    let members = try ibid.shell(
      "{ head -c 60 a.md | gzip; tail -c +61 a.md | gzip; } > m.md.gz && ibid claims m.md.gz --format json")
    #expect(
      members.output == (try ibid.shell("ibid claims a.md --format json")).output.replacing("a.md", with: "m.md.gz"))
  }

  @Test(
    "What cannot be read gets one line that says why",
    arguments: [
      ("check missing.md", "missing.md: there is no such file"), ("claims .", ".: is a folder; name a file in it"),
      ("check empty", "empty: is empty"), ("check blank", "blank: is empty"),
      ("check empty.gz", "empty.gz: is empty"), ("check cut.gz", "cut.gz: cannot be read: the gzip file is cut off"),
      ("check damaged.gz", "damaged.gz: cannot be read: the gzip file is damaged"), ("check - < empty", "-: is empty"),
      ("check a.md/b", "a.md/b: there is no such file"), ("claims missing.md", "missing.md: there is no such file"),
      ("check a.md --baseline missing.json", "missing.json: there is no such file"),
      ("check a.md --baseline empty", "empty: is empty"),
      ("check a.md --from missing.json", "missing.json: there is no such file"),
      ("check a.md --from .", ".: is a folder; name a file in it"),
      ("check none", "none: there is no article in this folder"),
      ("import missing.xml", "missing.xml: there is no such file"),
      ("import empty", "empty: is empty"), ("import .", ".: is a folder; name a file in it"),
      ("format missing.md", "missing.md: there is no such file"),
      ("check below/a.md", "PWD/below/.ibid.yml: is larger than 16 kB"),
    ])
  func errors(command: String, message: String) throws {
    try folder.write("a.md", Self.markdown)
    try folder.write("empty", "")
    try folder.write("blank", "\n ")
    _ = try ibid.shell(
      "gzip -k empty; gzip -c a.md > whole.gz; head -c 100 whole.gz > cut.gz; { head -c 30 whole.gz; head -c 200 /dev/zero; } > damaged.gz"
    )
    _ = try ibid.shell("mkdir below none; cp a.md below; head -c 16385 /dev/zero | tr '\\0' '#' > below/.ibid.yml")
    let run = try ibid.shell("ibid " + command)
    #expect(
      run.errors.replacing("/private" + folder.path, with: "PWD").replacing(folder.path, with: "PWD")
        == "ibid: error: \(message)\n")
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test("A baseline and records may be compressed too")
  func compressedCompanions() throws {
    try folder.write("a.md", Self.markdown)
    _ = try ibid.shell("ibid check a.md --format json --fail-on never | gzip > known.gz")
    let run = try ibid.shell("ibid check a.md --baseline known.gz")
    #expect(run.status == 0)
    #expect(run.output.contains("a.md: nothing found ("))
  }

  private func writeThesis() throws {
    try folder.write(
      "main.tex",
      "\\documentclass{article}\n\\begin{document}\nÉ. \\input{one}\nIce relieves back pain in 20\\% of patients \\cite{engel}.\n"
        + "\\begin{thebibliography}{9}\n\\input{list}\n\\end{thebibliography}\n\\end{document}\n")
    try folder.write(
      "one.tex",
      "“I” 😀 see.\nExercise reduces chronic pain in 40\\% of patients \\cite{engel}.\nHeat relieves neck pain in 30\\% of patients.\n"
    )
    try folder.write("list.tex", "\\bibitem{engel} \(Self.note)\n")
  }

  @Test("Claims and notes of an article in several files say in which each stands")
  func severalFiles() throws {
    try writeThesis()
    let claims = try JSONReader.value(of: try ibid("claims", "main.tex", "--format", "json").output)
    func label(_ value: JSONValue) -> String {
      let place = value["place"]
      return
        "\(value["path"]?.text ?? "?"):\(place?["line"]?.integer ?? 0):\(place?["column"]?.integer ?? 0):\(place?["offset"]?.integer ?? 0)"
    }
    let sentences = claims["sentences"]?.elements ?? []
    #expect(
      sentences.map(label) == [
        "main.tex:3:1:41", "one.tex:2:1:18", "one.tex:3:1:82", "main.tex:4:1:57",
      ])
    #expect(sentences.flatMap { $0["markers"]?.elements ?? [] }.map(label) == ["one.tex:2:51:68", "main.tex:4:44:100"])
    let notes = try JSONReader.value(of: try ibid("notes", "main.tex", "--format", "json").output)["notes"]
    #expect(notes == claims["notes"])
    #expect(notes?.elements.map(label) == ["list.tex:1:1:0"])
    #expect(notes?.elements.flatMap { $0["references"]?.elements ?? [] }.map(label) == ["list.tex:1:17:16"])
    let members = sentences.first.map { sentence -> [String] in
      guard case .object(let members) = sentence else { return [] }
      return members.map(\.name)
    }
    #expect(members?.prefix(5) == ["id", "text", "place", "path", "length"])
    #expect(try ibid("claims", "main.tex").output.contains("one.tex:3:1  uncited"))
    #expect(try ibid("notes", "main.tex").output.hasPrefix("list.tex:1:1  note 1\n"))
  }

  @Test("Findings in an article in several files stand in theirs, in every format")
  func findingsInSeveralFiles() throws {
    try writeThesis()
    let text = try ibid("check", "main.tex", "--rule", "uncited-claim", "--fail-on", "never").output
    let line = "Heat relieves neck pain in 30\\% of patients."
    #expect(text.contains("one.tex:3:1: info: ") || text.contains("one.tex:3:1: warning: "))
    #expect(text.contains("[uncited-claim]\n    \(line)\n    ^" + String(repeating: "~", count: line.count - 1) + "\n"))
    let json = try JSONReader.value(
      of: try ibid("check", "main.tex", "--rule", "uncited-claim", "--fail-on", "never", "--format", "json").output)
    let finding = try #require(json["findings"]?.elements.first)
    #expect(finding["path"] == "one.tex")
    #expect(finding["place"].map { JSONWriter.text(of: $0) } == #"{"line":3,"column":1,"offset":82}"#)
    #expect(finding["length"]?.integer == line.count)
    let sarif = try JSONReader.value(
      of: try ibid("check", "main.tex", "--rule", "uncited-claim", "--fail-on", "never", "--format", "sarif").output)
    let place = sarif["runs"]?.elements.first?["results"]?.elements.first?["locations"]?.elements.first?[
      "physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"] == "one.tex")
    #expect(
      place?["region"].map { JSONWriter.text(of: $0) }
        == #"{"startLine":3,"startColumn":1,"byteOffset":82,"byteLength":44}"#)
    let gitHub = try ibid("check", "main.tex", "--rule", "uncited-claim", "--fail-on", "never", "--format", "github")
      .output
    #expect(gitHub.contains("file=one.tex,line=3,col=1,"))
    let html = try ibid("check", "main.tex", "--rule", "uncited-claim", "--fail-on", "never", "--format", "html").output
    #expect(html.contains("<a href=\"#s3\">one.tex:3:1</a>"))
    // What is known stays known where its file is moved into the other.
    try folder.write("known.json", JSONWriter.text(of: json))
    #expect(
      try ibid("check", "main.tex", "--rule", "uncited-claim", "--baseline", "known.json").output.contains(
        "main.tex: nothing found (1 more in the baseline)"))
  }

  @Test("A remark in a file that is taken in holds there, and what it names wrongly is told by its place")
  func remarksInSeveralFiles() throws {
    try writeThesis()
    try folder.write(
      "one.tex", "% ibid-disable-next-line uncited-claim, no-such-rule\nHeat relieves neck pain in 30\\% of patients.\n"
    )
    let run = try ibid("check", "main.tex", "--rule", "uncited-claim")
    #expect(run.errors == "ibid: warning: one.tex:1: there is no rule “no-such-rule”\n")
    #expect(run.output.hasSuffix("main.tex: nothing found\n"))
  }

  @Test("A fix stands in the file that it mends")
  func fixesInSeveralFiles() throws {
    try writeThesis()
    try folder.write(
      "one.tex",
      "As Engel et al said, medicine needs a new model.\nExercise reduces chronic pain in 40\\% of patients \\cite{engel}.\n"
    )
    let run = try ibid(
      "check", "main.tex", "--rule", "linkable-terse-citation", "--fail-on", "never", "--format", "json")
    let finding = try #require(try JSONReader.value(of: run.output)["findings"]?.elements.first)
    #expect(finding["path"] == "one.tex")
    #expect(
      finding["fix"].map { JSONWriter.text(of: $0) }
        == #"{"place":{"line":1,"column":4,"offset":3},"length":11,"replacement":"Engel et al (note 1)"}"#)
  }
}
