import FoundationEssentials
import TestSupport
import Testing

/// The rooms of each module: folders that stand on one another, and never in a circle.
struct FolderTests {
  /// The circles that are left, each with the reason; a circle that is gone has to go from this list.
  private static let known: [String: String] = [:]

  @Test("The folders of a module use each other in one direction, but for the circles that are known")
  func foldersMakeNoCircle() throws {
    var found: Set<String> = []
    for folder in try Self.folders() {
      for circle in FolderGraph(try Self.sources(in: folder)).circles {
        let name = "\(folder): \(circle.folders.joined(separator: ", "))"
        found.insert(name)
        let ties = circle.uses.map { "\n  \($0)" }.joined()
        #expect(Self.known[name] != nil, "a circle of folders, \(name)\(ties)")
      }
    }
    for name in Self.known.keys.sorted() {
      #expect(found.contains(name), "\(name) is no circle any more: take it from the list")
    }
  }

  /// Every folder below Sources, by its path in there, that holds two folders or more.
  private static func folders() throws -> [String] {
    let root = Repository.folder + "/Sources"
    let folders = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }.map {
      $0.split(separator: "/").dropLast().map(String.init)
    }
    var inner: [String: Set<String>] = [:]
    for path in folders where !path.contains(where: { $0.hasSuffix(".docc") }) {
      for count in path.indices.dropFirst() {
        inner[path[..<count].joined(separator: "/"), default: []].insert(path[count])
      }
    }
    return inner.filter { $0.value.count > 1 }.keys.sorted()
  }

  /// The Swift sources in a folder and the folders in it, by their paths in it.
  private static func sources(in folder: String) throws -> [String: String] {
    let path = Repository.folder + "/Sources/" + folder
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Repository.text(path + "/" + $0)) })
  }

  // MARK: How circles are found

  @Test("A circle is found, straight or by way of a third folder, and both files are named")
  func findsCircles() {
    let straight = FolderGraph([
      "A/One.swift": "struct One { var two: Two? }", "A/Deep/Other.swift": "struct Other {}",
      "B/Two.swift": "struct Two { var other = Other() }", "C/Three.swift": "struct Three { var one: One }",
    ]).circles
    #expect(straight.map(\.folders) == [["A", "B"]])
    #expect(
      straight.first?.uses.map(\.description) == [
        "A/One.swift uses Two of B/Two.swift", "B/Two.swift uses Other of A/Deep/Other.swift",
      ])
    let wide = FolderGraph([
      "A/One.swift": "struct One { let two: Two }", "B/Two.swift": "enum Two { case three(Three) }",
      "C/Three.swift": "extension One {}\nstruct Three {}", "D/Four.swift": "struct Four {}",
    ]).circles
    #expect(wide.map(\.folders) == [["A", "B", "C"]])
  }

  @Test(
    "What is no circle is found to be none",
    arguments: [
      ["A/One.swift": "struct One { let two: Two }", "B/Two.swift": "struct Two {}"],
      ["A/One.swift": "struct One { let two: Two }", "A/Two.swift": "struct Two { let one: One }"],
      // A file in no folder ties the others together.
      ["List.swift": "let all = [One.self]\nprotocol Two {}", "A/One.swift": "struct One: Two {}"],
      // Each folder's own type.
      [
        "A/One.swift": "struct One {}\nprivate struct Own {}",
        "B/Two.swift": "struct Two { let own: Own; let one: One }\nprivate struct Own {}",
      ],
    ])
  func findsNoCircle(sources: [String: String]) {
    #expect(FolderGraph(sources).circles.map(\.folders) == [])
  }

  @Test(
    "The names that a source declares and uses",
    arguments: [
      ("struct A: B { var c: [C] = [] }", ["A"], ["B", "C"]),
      ("package final class A<B> {}\nactor D {}\ntypealias E = F", ["A", "D", "E"], ["B", "F"]),
      ("extension A { enum B { case c } \n var b: B { .C } }", [], ["A"]),
      ("let a = A.B.C()", [], ["A"]), ("class A { class func b() -> B {} }", ["A"], ["B"]),
      ("// A\n/* B /* C */ D */ E /// F", [], ["E"]), ("let a = \"A \\\" B \\(C(\"D\")) E\" + F", [], ["C", "F"]),
      ("let a = #\"A \" \\(B) \\#(C) \"# + D", [], ["C", "D"]),
      ("let a = \"\"\"\n A \"B\" \\(C)\n \"\"\" + D", [], ["C", "D"]), ("#if A\n#endif\nB", [], ["A", "B"]),
      ("a / b // C\n", [], []), ("", [], []), ("\"A", [], []), ("/* A", [], []), ("\"\\", [], []),
    ] as [(String, Set<String>, Set<String>)])
  func readsNames(source: String, declared: Set<String>, used: Set<String>) {
    let names = SwiftNames(source)
    #expect(names.declared == declared)
    #expect(names.used == used)
  }
}
