import TestSupport
import Testing

/// The examples of the documentation are code that a stranger can use: this target sees only what is public.
struct DocumentationTests {
  @Test("Every public type has an example in its docstring", arguments: ["IbidModel", "IbidKit"])
  func everyTypeHasAnExample(module: String) throws {
    let types = try DocumentedType.all(in: module)
    #expect(types.count > 20)
    #expect(types.filter { $0.example.isEmpty }.map(\.name) == [])
  }

  @Test("The compiled examples are those that the documentation shows")
  func examplesAreThoseOfTheDocumentation() throws {
    let files = Fixtures(folder: Repository.folder + "/Tests/DocumentationTests")
    try files.expect(try ExampleFile.source(), equals: "Examples.swift")
  }

  @Test("An example runs", arguments: ExampleContext.examples.map(\.name))
  func exampleRuns(name: String) throws {
    let example = try #require(ExampleContext.examples.first { $0.name == name })
    try example.run(try ExampleContext())
  }

  @Test("The program of the overview has thirty lines at the most")
  func programIsShort() throws {
    let page = try MarkdownPage("Sources/IbidKit/Documentation.docc/IbidKit.md")
    let program = page.lines.drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" }
    #expect((1...30).contains(program.count))
  }
}
