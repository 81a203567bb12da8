import FoundationEssentials
import TestSupport
import Testing

/// The README's examples, run as typed.
struct ReadmeTests {
  @Test("Every example in the README prints what the README says")
  func examplesAreTrue() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Repository.folder + "/Bibliography", toPath: folder.path + "/Bibliography")
    try? FileManager.default.removeItem(atPath: folder.path + "/Bibliography/library.sqlite")
    let ibid = Command(folder: folder.path)
    _ = try ibid("import", "Bibliography/pubmed.xml")

    let path = Repository.folder + "/README.md"
    let text = try Repository.text(path)
    var isExample = false
    var actual = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("```") { isExample = line == "```console" }
      if isExample, line.hasPrefix("$ ") {
        actual += line + "\n" + (try ibid.shell(String(line.dropFirst(2))).output)
      } else if !isExample || line.hasPrefix("```") {
        actual += line + "\n"
      }
    }
    try Fixtures(folder: Repository.folder).expect(actual, equals: "README.md")
  }
}
