import TestSupport

/// The targets of `Package.swift`, which is the one table of modules: their names and what they depend on, in order.
struct Manifest {
  struct Target {
    let name: String
    let dependencies: [String]
  }

  /// Modules of `Sources/` that hold Swift.
  let modules: [Target]
  /// Modules without Swift: system libraries and resources.
  let foreign: [String]
  /// What each test target depends on beside its module, the model and the test support.
  let tests: [Target]

  init() throws {
    let source = try Repository.text(Repository.folder + "/Package.swift")
    // What has a path of its own stands below Tests/.
    let own = Self.calls(of: [".target(", ".executableTarget("], in: source).filter { !$0.arguments.contains("path:") }
    modules = own.filter { $0.arguments.contains("swiftSettings:") }.map(\.target)
    foreign =
      Self.calls(of: [".systemLibrary("], in: source).map(\.target.name)
      + own.filter { !$0.arguments.contains("swiftSettings:") }.map(\.target.name)
    tests = Self.calls(of: ["tests("], in: source).map { Target(name: $0.target.name, dependencies: $0.with) }
  }

  private struct Call {
    let target: Target
    let with: [String]
    let arguments: Substring
  }

  /// The calls that make a target.
  private static func calls(of functions: [String], in source: String) -> [Call] {
    functions.flatMap { function in
      source.split(separator: function, omittingEmptySubsequences: false).dropFirst().compactMap { rest in
        let arguments = closed(rest)
        guard let name = literals(in: arguments).first else { return nil }
        return Call(
          target: Target(name: name, dependencies: modules(in: list("dependencies:", in: arguments))),
          with: literals(in: list("with:", in: arguments)), arguments: arguments)
      }
    }.sorted { $0.arguments.startIndex < $1.arguments.startIndex }
  }

  /// The elements of the array behind a label; nothing where there is none.
  private static func list(_ label: String, in arguments: Substring) -> Substring {
    let parts = arguments.split(separator: label, maxSplits: 1, omittingEmptySubsequences: false)
    let rest = (parts.count > 1 ? parts[1] : "").drop { $0.isWhitespace }
    return rest.first == "[" ? closed(rest.dropFirst()) : ""
  }

  /// `text` up to the bracket that closes it.
  private static func closed(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]":
        if depth == 0 { return text[..<index] }
        depth -= 1
      default: break
      }
    }
    return text
  }

  private static func literals(in text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  /// Of `.product(name: "GRDB", package: "GRDB.swift")` the product alone is a module.
  private static func modules(in text: Substring) -> [String] {
    text.split(separator: "package:").enumerated().flatMap { index, part in
      literals(in: part).dropFirst(index == 0 ? 0 : 1)
    }
  }
}
