import TestSupport
import Testing

/// Sessions with the command, line by line, in the folder of `Fixtures/files`: what it prints, what it says on standard
/// error (behind `! `), and the exit status where that is not 0 (behind `= `).
struct TranscriptTests {
  @Test(
    "A session goes as its transcript says",
    arguments: ["records", "library", "articles", "formats", "failures", "libraries", "styles", "calls"])
  func goesAsWritten(name: String) throws {
    let fixtures = Fixtures()
    let folder = try TemporaryFolder()
    for path in try Repository.files(in: fixtures.folder + "/files", endingWith: "") {
      try folder.write(String(path.split(separator: "/").last ?? ""), try Repository.bytes(path))
    }
    let ibid = Command(folder: folder.path)
    var actual = ""
    for line in try fixtures.text(name + ".txt").split(separator: "\n") {
      if line.hasPrefix("## ") { actual += (actual.isEmpty ? "" : "\n") + line + "\n" }
      guard line.hasPrefix("$ ") else { continue }
      let run = try ibid.shell(String(line.dropFirst(2)))
      actual += line + "\n" + run.output + (run.output.isEmpty || run.output.hasSuffix("\n") ? "" : "\n")
      actual += run.errors.split(separator: "\n").map { "! \($0)\n" }.joined()
      if run.status != 0 { actual += "= \(run.status)\n" }
    }
    try fixtures.expect(
      actual.replacing("/private" + folder.path, with: "PWD").replacing(folder.path, with: "PWD"),
      equals: name + ".txt")
  }
}
