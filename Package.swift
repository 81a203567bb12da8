// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// Continuous integration turns every warning of ours into an error; a newer compiler's new warning must not
/// break the build of somebody who only wants to use the package.
let warningsAreErrors = Context.environment["CI"] != nil

/// `IBID_FUZZ=1 swift build -c release --product PubMedFuzz`: every module is made for libFuzzer, in a scratch path
/// of its own. `IBID_FUZZ=fast` leaves the address sanitizer out, and Swift's own checks in.
let isFuzzing = Context.environment["IBID_FUZZ"] != nil
let sanitizers = Context.environment["IBID_FUZZ"] == "fast" ? "-sanitize=fuzzer" : "-sanitize=fuzzer,address"

/// Libraries on a server are left out where libpq's headers lack, or somebody wants it so.
let hasPostgres =
  Context.environment["IBID_WITHOUT_POSTGRES"] == nil
  && ["/usr/include/postgresql", "/usr/include", "/usr/local/include", "/usr/include/pgsql"].contains {
    FileManager.default.fileExists(atPath: $0 + "/libpq-fe.h")
  }

let ours: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (hasPostgres ? [.define("IBID_POSTGRES")] : [])
  + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])
  + (isFuzzing ? [.unsafeFlags([sanitizers, "-g"])] : [])

/// Functions that lend bytes as a `Span` say whose bytes they are: `@_lifetime(borrow self)`.
let lifetimes = SwiftSetting.enableExperimentalFeature("Lifetimes")

/// Programs for measuring and training, which nobody needs who uses the package: `IBID_TOOLS=1 swift build`.
let tools: [Target] =
  Context.environment["IBID_TOOLS"] == nil
  ? []
  : [
    .executableTarget(
      name: "PubMedBench", dependencies: ["IbidModel", "IbidFormats"], path: "Tests/Benchmarks/PubMedBench",
      swiftSettings: ours),
    .executableTarget(
      name: "ArticleBench", dependencies: ["IbidModel", "IbidText", "IbidArticles"],
      path: "Tests/Benchmarks/ArticleBench",
      swiftSettings: ours),
    .executableTarget(
      name: "ibid-train", dependencies: ["IbidModel", "IbidText", "IbidNotes", "IbidArticles", "IbidCSL"],
      swiftSettings: ours),
    .executableTarget(
      name: "claims-train", dependencies: ["IbidModel", "IbidClaims"], swiftSettings: ours),
    .executableTarget(
      name: "csl-conformance", dependencies: ["CSLFixtures", "IbidCSL", "IbidModel"], swiftSettings: ours),
  ]

let fuzzers: [Target] =
  isFuzzing
  ? [
    .target(name: "FuzzDriver", path: "Tests/Fuzz/FuzzDriver", swiftSettings: ours),
    fuzzer(of: ["IbidFormats"], named: "PubMedFuzz"),
    fuzzer(of: ["IbidArticles", "IbidClaims", "IbidText"], named: "ArticleFuzz"),
    fuzzer(of: ["IbidNotes"], named: "ReferenceFuzz"),
    fuzzer(of: ["IbidArticles", "IbidCSL"], named: "CSLFuzz"),
    fuzzer(of: ["IbidFormats", "IbidKit"], named: "InterchangeFuzz"),
    fuzzer(of: ["IbidSession", "IbidLSP"], named: "LanguageServerFuzz"),
  ] : []

/// One row a module, in the order of the layers: a module imports only what stands above it.
/// `Tests/ArchitectureTests` holds the `import` lines of `Sources/` against the same table.
let package = Package(
  name: "ibid",
  products: [
    .library(name: "IbidKit", targets: ["IbidKit"]),
    .executable(name: "ibid", targets: ["ibid"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CIbidResources", exclude: ["articles", "claims", "styles", "locales", "references", "report"]),
    .target(name: "IbidModel", swiftSettings: ours),
    .target(name: "IbidText", dependencies: ["CIbidResources", "IbidModel"], swiftSettings: ours),
    .target(name: "IbidScan", dependencies: ["IbidModel"], swiftSettings: ours + [.strictMemorySafety(), lifetimes]),
    .target(
      name: "IbidXML", dependencies: ["CLibXML2"],
      swiftSettings: ours + [.strictMemorySafety(), lifetimes]),
    .target(
      name: "IbidFormats", dependencies: ["CZlib", "IbidModel", "IbidText", "IbidScan", "IbidXML"],
      swiftSettings: ours + [lifetimes]),
    .target(name: "IbidNotes", dependencies: ["IbidModel", "IbidText"], swiftSettings: ours),
    .target(
      name: "IbidArticles",
      dependencies: [
        "CZlib", "IbidModel", "IbidText", "IbidNotes", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: ours),
    .target(
      name: "IbidStore",
      dependencies: [
        "IbidModel", "IbidText", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: ours),
    .target(name: "CLibPQ"),
    .target(name: "IbidPostgres", dependencies: ["CLibPQ", "IbidModel", "IbidText", "IbidStore"], swiftSettings: ours),
    .target(name: "IbidCSL", dependencies: ["IbidModel", "IbidText", "IbidXML"], swiftSettings: ours),
    .target(name: "IbidClaims", dependencies: ["IbidModel", "IbidText", "IbidNotes"], swiftSettings: ours),
    .target(
      name: "IbidChecks", dependencies: ["IbidModel", "IbidText", "IbidArticles", "IbidClaims"],
      swiftSettings: ours),
    .target(
      name: "IbidKit",
      dependencies: [
        "CMark", "IbidModel", "IbidText", "IbidFormats", "IbidNotes", "IbidArticles", "IbidStore",
        "IbidPostgres", "IbidCSL", "IbidClaims", "IbidChecks", .product(name: "Yams", package: "Yams"),
      ], swiftSettings: ours),
    .target(
      name: "IbidSession", dependencies: ["IbidModel", "IbidText", "IbidArticles", "IbidChecks", "IbidKit"],
      swiftSettings: ours),
    .target(name: "IbidLSP", dependencies: ["IbidModel", "IbidKit", "IbidSession"], swiftSettings: ours),
    .executableTarget(
      name: "ibid",
      dependencies: [
        "IbidModel", "IbidKit", "IbidSession", "IbidLSP",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: ours),
    .target(name: "TestSupport", dependencies: ["IbidModel"], path: "Tests/TestSupport", swiftSettings: ours),
    .target(
      name: "CSLFixtures", dependencies: ["IbidCSL", "IbidModel"], path: "Tests/CSLFixtures", swiftSettings: ours),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: ours),
    // The documentation's examples see what another package sees.
    .testTarget(
      name: "DocumentationTests", dependencies: ["IbidKit", "IbidModel", "TestSupport"],
      swiftSettings: ours + [.unsafeFlags(["-package-name", "stranger"])]),
    tests(of: "IbidModel"),
    tests(of: "IbidText"),
    tests(of: "IbidScan"),
    tests(of: "IbidXML"),
    tests(of: "IbidFormats", with: ["IbidText"], fixtures: true),
    tests(of: "IbidNotes", with: ["IbidText"], fixtures: true),
    tests(of: "IbidArticles", with: ["IbidText", "IbidNotes"], fixtures: true),
    tests(
      of: "IbidStore", with: ["IbidPostgres"],
      products: ["GRDB", "GRDBSQLite"].map { .product(name: $0, package: "GRDB.swift") }),
    tests(of: "IbidCSL", with: ["CSLFixtures"], fixtures: true),
    tests(of: "IbidClaims", with: ["IbidText", "IbidArticles", "IbidNotes"]),
    tests(of: "IbidChecks", with: ["IbidText", "IbidArticles", "IbidClaims"], fixtures: true),
    tests(of: "IbidKit", with: ["IbidArticles", "IbidChecks", "IbidFormats"], fixtures: true),
    tests(of: "IbidSession", with: ["IbidKit"]),
    tests(of: "IbidLSP", with: ["IbidSession"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "ibid"], exclude: ["Fixtures"], swiftSettings: ours),
  ] + tools + fuzzers
)

if !hasPostgres {
  let left = ["CLibPQ", "IbidPostgres"]
  package.targets.removeAll { left.contains($0.name) }
  for target in package.targets {
    target.dependencies.removeAll { dependency in
      if case .byNameItem(let name, _) = dependency { left.contains(name) } else { false }
    }
  }
}

/// The test target of one of our modules; `fixtures` where it has files of its own beside the tests.
func tests(
  of module: String, with others: [String] = [], products: [Target.Dependency] = [], fixtures: Bool = false
) -> Target {
  let modules = Set(["IbidModel", "TestSupport", module] + others).sorted()
  return .testTarget(
    name: module + "Tests", dependencies: modules.map { .byName(name: $0) } + products,
    exclude: fixtures ? ["Fixtures"] : [], swiftSettings: ours)
}

/// A program that feeds modules of ours with what libFuzzer makes.
func fuzzer(of modules: [String], named name: String) -> Target {
  .executableTarget(
    name: name, dependencies: (["FuzzDriver", "IbidModel"] + modules).map { .byName(name: $0) },
    path: "Tests/Fuzz/" + name,
    swiftSettings: ours, linkerSettings: [.unsafeFlags([sanitizers, "-use-ld=lld"])])
}
