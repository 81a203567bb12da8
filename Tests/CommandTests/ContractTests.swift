import IbidModel
import TestSupport
import Testing

/// What the contract page says, held against what the command does.
struct ContractTests {
  private let folder: TemporaryFolder
  private let ibid: Command
  private let contract: ExamplePage

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
    contract = try ExamplePage("Sources/IbidKit/Documentation.docc/Contract.md")
  }

  @Test("Every example of the page prints what the page says")
  func examplesAreTrue() throws {
    try contract.expectTruth(in: folder)
  }

  @Test("A paragraph of the help is one line, which the terminal's width breaks, and examples fit into eighty columns")
  func helpIsWrappedOnce() throws {
    let help = try JSONReader.value(of: try ibid("--experimental-dump-help").output)
    func look(_ command: JSONValue?) {
      let name = command?["commandName"]?.text ?? ""
      let lines = (command?["discussion"]?.text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(line.isEmpty || next.isEmpty || line.hasPrefix("  ") || next.hasPrefix("  "), "\(name): \(next)")
      }
      for line in lines where line.hasPrefix("  ") { #expect(line.count <= 80, "\(name): \(line)") }
      for one in command?["subcommands"]?.elements ?? [] { look(one) }
    }
    look(help["command"])
  }

  @Test("The page names every command with all of its options")
  func namesEveryOption() throws {
    let help = try JSONReader.value(of: try ibid("--experimental-dump-help").output)
    let actual = Self.commands(below: help["command"], "").map { name, command in
      let options = (command["arguments"]?.elements ?? []).flatMap { $0["names"]?.elements ?? [] }
        .compactMap { $0["name"]?.text }.filter { !["version", "help", "h"].contains($0) }
        .map { ($0.utf8.count == 1 ? "-" : "--") + $0 }
      return name + " " + options.sorted().joined(separator: " ")
    }
    let shown = contract.page.table(below: "### Commands and options").map { row in
      let words = row.dropFirst().joined(separator: " ").split { $0 == " " || $0 == "," }
      let name = (row.first ?? "").split(separator: " ").prefix { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
      return name.joined(separator: " ") + " "
        + words.filter { $0.hasPrefix("-") }.sorted().joined(separator: " ")
    }
    #expect(shown == actual)
  }

  /// The commands that do something, with those that they belong to before their names.
  private static func commands(below command: JSONValue?, _ name: String) -> [(name: String, command: JSONValue)] {
    (command?["subcommands"]?.elements ?? []).filter { $0["commandName"] != "help" }.flatMap { command in
      let name = name + (command["commandName"]?.text ?? "")
      let own = commands(below: command, name + " ")
      return own.isEmpty ? [(name, command)] : own
    }
  }

  @Test(
    "The page names every member of the JSON, and no other",
    arguments: [
      ("### Claims and notes", "claims article.md --from records.json --format json --explain"),
      ("### Findings as JSON", "check article.md --from records.json --format json"),
      ("### Suggestions", "suggest notes.md --from vines.json --format json"),
      ("### Duplicates", "dedupe --from records.json other.json --format json"),
    ])
  func namesEveryMember(heading: String, command: String) throws {
    try contract.writeFiles(in: folder)
    var members = Set<String>()
    Self.collect(try JSONReader.value(of: try ibid.shell("ibid " + command).output), "", into: &members)
    let shown = contract.page.table(below: heading).compactMap(\.first)
    #expect(shown.count == Set(shown).count)
    #expect(Set(shown) == members)
  }

  /// The paths of a value's members; stretches, items and counts by rule are told of elsewhere.
  private static func collect(_ value: JSONValue, _ path: String, into members: inout Set<String>) {
    if ["items[]", "notes[].references[].fields", "summary.rules", "groups[].reasons", "related[].reasons"].contains(
      path)
    {
      return
    }
    for element in value.elements { collect(element, path + "[]", into: &members) }
    let stretch: Set = value["place"] == nil ? [] : ["place", "length", "path"]
    for member in value.members where !stretch.contains(member.name) {
      let inner = path.isEmpty ? member.name : path + "." + member.name
      members.insert(inner)
      collect(member.value, inner, into: &members)
    }
  }

  @Test("Each command ends with the status that the page says")
  func endsWithTheStatus() throws {
    try contract.writeFiles(in: folder)
    let rows = contract.page.table(below: "### Exit statuses")
    #expect(rows.count > 20)
    // One shell for all: each of them costs a start.
    let script = rows.map { "{ \($0[0]); } >/dev/null 2>&1 </dev/null; echo $?" }.joined(separator: "\n")
    let statuses = try ibid.shell(script).output.split(separator: "\n").map(String.init)
    for (row, status) in zip(rows, statuses) { #expect(row.last == status, "\(row[0])") }
    #expect(statuses.count == rows.count)
  }
}
