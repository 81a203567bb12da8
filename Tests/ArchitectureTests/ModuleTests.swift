import TestSupport
import Testing

/// `Package.swift` says which module may import which; the sources and the page on the architecture keep to it.
struct ModuleTests {
  /// Modules that cost nothing to start: below the store nobody imports the whole of Foundation.
  private static let system: Set<String> = ["Glibc", "Dispatch", "Synchronization", "FoundationEssentials"]

  private let manifest: Manifest

  init() throws { manifest = try Manifest() }

  @Test("The manifest is read whole: every folder of Sources is a module of it")
  func everyFolderIsAModule() throws {
    let folders = try Repository.files(in: Repository.folder + "/Sources", endingWith: "")
    let names = folders.compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(Set(names) == Set(manifest.modules.map(\.name) + manifest.foreign))
    #expect(manifest.modules.first { $0.name == "IbidStore" }?.dependencies.contains("GRDB") == true)
    #expect(manifest.tests.count > 8)
  }

  @Test("A module depends only on what stands above it")
  func dependsOnWhatStandsAbove() {
    for (index, module) in manifest.modules.enumerated() where module.name.hasPrefix("Ibid") {
      let below = Set(manifest.modules[index...].map(\.name))
      #expect(below.isDisjoint(with: module.dependencies), "\(module.name)")
    }
  }

  @Test("A module imports what it declares, and declares what it imports")
  func importsWhatItDeclares() throws {
    for module in manifest.modules {
      let imported = try imports(below: "Sources/" + module.name)
      let mayUse = module.name == "IbidModel" ? [] : Self.system
      #expect(imported.subtracting(mayUse).subtracting(module.dependencies) == [], "\(module.name) does not declare")
      #expect(Set(module.dependencies).subtracting(imported) == [], "\(module.name) does not import")
    }
  }

  @Test("Only the SQLite engine knows what it is made of")
  func onlyTheEngineImportsGRDB() throws {
    let files = try Repository.swiftFiles(below: Repository.folder + "/Sources/IbidStore").filter { file in
      try importedModules(in: Repository.text(file)).contains { $0.hasPrefix("GRDB") }
    }
    #expect(!files.isEmpty)
    for file in files { #expect(file.contains("/IbidStore/SQLite/"), "\(file)") }
  }

  @Test("A test target imports the modules that it declares")
  func testsImportWhatTheyDeclare() throws {
    for target in manifest.tests {
      let imported = try imports(below: "Tests/\(target.name)Tests")
      #expect(Set(target.dependencies).subtracting(imported) == [], "\(target.name)Tests does not import")
    }
  }

  @Test("The page on the architecture shows the modules as they are declared")
  func pageShowsTheModules() throws {
    let page = try Repository.text(Repository.folder + "/Sources/IbidKit/Documentation.docc/Architecture.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " }.split(separator: ",").map(String.init) }
    }
    let shown = Dictionary(
      rows.flatMap { row in (row.first ?? []).map { ($0, Set(row.last ?? [])) } },
      uniquingKeysWith: { first, _ in first })
    for module in manifest.modules {
      let names = module.dependencies.map { $0.hasPrefix("Ibid") ? String($0.dropFirst(4)) : $0 }
      #expect(shown[module.name] == (names.isEmpty ? ["–"] : Set(names)), "the row of \(module.name)")
    }
    #expect(Set(shown.keys) == Set(manifest.modules.map(\.name) + manifest.foreign))
  }

  private func imports(below folder: String) throws -> Set<String> {
    var names = Set<String>()
    for file in try Repository.swiftFiles(below: Repository.folder + "/" + folder) {
      names.formUnion(importedModules(in: try Repository.text(file)))
    }
    return names
  }

  private func importedModules(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").drop {
        ["public", "package", "internal", "@_exported", "@testable", "@unsafe", "@preconcurrency", "private"].contains(
          $0)
      }
      guard words.popFirst() == "import", var name = words.popFirst() else { return nil }
      if ["struct", "class", "enum", "func", "protocol", "let", "var"].contains(name), let next = words.popFirst() {
        name = next
      }
      return name.split(separator: ".").first.map(String.init)
    }
  }
}
