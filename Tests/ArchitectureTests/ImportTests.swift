import Testing
import TestSupport

/// What each module may import of ours and of others, as `Documentation.docc/Architecture.md` says.
private let allowed: [String: Set<String>] = [
  "IbidModel": [],
  "IbidText": ["IbidModel"],
  "IbidScan": ["IbidModel"],
  "IbidXML": ["CLibXML2", "IbidModel"],
  "IbidFormats": ["CZlib", "IbidModel", "IbidText", "IbidScan", "IbidXML"],
  "IbidNotes": ["CIbidResources", "IbidModel", "IbidText"],
  "IbidArticles": ["CZlib", "IbidModel", "IbidText", "IbidXML", "IbidNotes"],
  "IbidStore": ["IbidModel", "IbidText", "GRDB", "GRDBSQLite"],
  "IbidCSL": ["CIbidResources", "IbidModel", "IbidText", "IbidXML"],
  "IbidClaims": ["CIbidResources", "IbidModel", "IbidText", "IbidArticles", "IbidNotes"],
  "IbidChecks": ["CIbidResources", "IbidModel", "IbidText", "IbidArticles", "IbidClaims"],
  "IbidKit": [
    "IbidModel", "IbidText", "IbidXML", "IbidFormats", "IbidNotes", "IbidArticles", "IbidStore", "IbidCSL",
    "IbidClaims", "IbidChecks", "Yams",
  ],
  "claims-train": ["IbidModel", "IbidClaims"],
  "csl-conformance": ["IbidCSL", "IbidModel"],
  "ibid": ["IbidKit", "IbidModel", "ArgumentParser"],
  "ibid-train": ["IbidModel", "IbidText", "IbidNotes", "IbidCSL", "Dispatch"],
]

/// Modules that cost nothing to start: below the store nobody imports the whole of Foundation.
private let system: Set<String> = ["Glibc", "Synchronization", "FoundationEssentials"]

struct ImportTests {
  @Test("A module imports only what stands above it", arguments: allowed.keys.sorted())
  func importsOnlyWhatStandsAbove(module: String) throws {
    let may = allowed[module, default: []].union(module == "IbidModel" ? [] : system)
    for file in try swiftFiles(of: module) {
      for name in importedModules(in: try Repository.text(file)) {
        #expect(may.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test("Every module is in the table")
  func everyModuleIsInTheTable() throws {
    let folders = try Repository.files(in: Repository.folder + "/Sources", endingWith: "")
    let modules = folders.compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(Set(modules) == Set(allowed.keys).union(["CLibXML2", "CZlib", "CIbidResources"]))
  }

  private func swiftFiles(of module: String) throws -> [String] {
    var folders = [Repository.folder + "/Sources/" + module]
    var files: [String] = []
    while let folder = folders.popLast() {
      for path in try Repository.files(in: folder, endingWith: "") {
        if path.hasSuffix(".swift") {
          files.append(path)
        } else if !path.hasSuffix(".docc"), (try? Repository.files(in: path, endingWith: "")) != nil {
          folders.append(path)
        }
      }
    }
    return files
  }

  private func importedModules(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").drop { ["public", "package", "internal", "@_exported"].contains($0) }
      guard words.popFirst() == "import", var name = words.popFirst() else { return nil }
      if ["struct", "class", "enum", "func", "protocol", "let", "var"].contains(name), let next = words.popFirst() {
        name = next
      }
      return name.split(separator: ".").first.map(String.init)
    }
  }
}
