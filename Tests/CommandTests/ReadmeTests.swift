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
    _ = try Command(folder: folder.path)("import", "Bibliography/pubmed.xml")
    try ExamplePage("README.md").expectTruth(in: folder)
  }
}

/// The walks of the guide, run as typed.
struct GuideTests {
  @Test("Every line of the guide prints what the guide says")
  func walksAreTrue() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Repository.folder + "/Bibliography", toPath: folder.path + "/Bibliography")
    try? FileManager.default.removeItem(atPath: folder.path + "/Bibliography/library.sqlite")
    try ExamplePage("Sources/IbidKit/Documentation.docc/Guide.md").expectTruth(in: folder)
  }
}
