import IbidModel

/// What SARIF asks of the part of a log that we write: each object's members, those that it must have, and their types.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0, section 3, and the schema that comes with it, in
/// which no object may have other members.
struct SARIFShape {
  private indirect enum Kind: Sendable {
    case text, uri, count(from: Int), one(of: Set<String>)
    case list(Kind, atLeast: Int)
    case object(String)
    /// Any names, with texts.
    case texts
  }

  private typealias Member = (name: String, isRequired: Bool, kind: Kind)

  /// What is wrong with a log, a line each.
  static func problems(of log: JSONValue) -> [String] {
    var shape = SARIFShape()
    shape.check(log, .object("sarifLog"), "$")
    return shape.problems
  }

  private var problems: [String] = []

  private static let objects: [String: [Member]] = [
    "sarifLog": [
      ("$schema", false, .uri), ("version", true, .one(of: ["2.1.0"])),
      ("runs", true, .list(.object("run"), atLeast: 0)),
    ],
    "run": [
      ("tool", true, .object("tool")), ("columnKind", false, .one(of: ["utf16CodeUnits", "unicodeCodePoints"])),
      ("results", false, .list(.object("result"), atLeast: 0)),
    ],
    "tool": [("driver", true, .object("toolComponent"))],
    "toolComponent": [
      ("name", true, .text), ("rules", false, .list(.object("reportingDescriptor"), atLeast: 0)),
    ],
    "reportingDescriptor": [
      ("id", true, .text), ("shortDescription", false, .object("message")),
      ("fullDescription", false, .object("message")),
      ("defaultConfiguration", false, .object("reportingConfiguration")),
    ],
    "reportingConfiguration": [("level", false, level)],
    "result": [
      ("ruleId", false, .text), ("level", false, level), ("message", true, .object("message")),
      ("locations", false, .list(.object("location"), atLeast: 0)), ("partialFingerprints", false, .texts),
      ("fixes", false, .list(.object("fix"), atLeast: 0)),
    ],
    "message": [("text", true, .text)],
    "location": [("physicalLocation", false, .object("physicalLocation"))],
    "physicalLocation": [
      ("artifactLocation", true, .object("artifactLocation")), ("region", false, .object("region")),
    ],
    "artifactLocation": [("uri", true, .uri)],
    "region": [
      ("startLine", false, .count(from: 1)), ("startColumn", false, .count(from: 1)),
      ("byteOffset", false, .count(from: 0)), ("byteLength", false, .count(from: 0)),
    ],
    "fix": [("artifactChanges", true, .list(.object("artifactChange"), atLeast: 1))],
    "artifactChange": [
      ("artifactLocation", true, .object("artifactLocation")),
      ("replacements", true, .list(.object("replacement"), atLeast: 1)),
    ],
    "replacement": [("deletedRegion", true, .object("region")), ("insertedContent", false, .object("message"))],
  ]

  private static let level = Kind.one(of: ["none", "note", "warning", "error"])

  private mutating func check(_ value: JSONValue, _ kind: Kind, _ place: String) {
    func fail(_ reason: String) { problems.append("\(place) \(reason): \(JSONWriter.text(of: value))") }
    switch (kind, value) {
    case (.text, .string): break
    case (.uri, .string(let text)): if !Self.isURIReference(text) { fail("is no URI reference") }
    case (.count(let least), .number(let text)): if Int(text).map({ $0 >= least }) != true { fail("is too small") }
    case (.one(let names), .string(let text)): if !names.contains(text) { fail("is none of \(names.sorted())") }
    case (.list(let kind, let least), .array(let elements)):
      if elements.count < least { fail("has too few elements") }
      for (index, element) in elements.enumerated() { check(element, kind, "\(place)[\(index)]") }
    case (.texts, .object(let members)): for one in members { check(one.value, .text, "\(place).\(one.name)") }
    case (.object(let name), .object(let members)):
      let known = Self.objects[name] ?? []
      for one in known where one.isRequired && value[one.name] == nil { fail("lacks \(one.name)") }
      for member in members {
        guard let one = known.first(where: { $0.name == member.name }) else {
          fail("has \(member.name)")
          continue
        }
        check(member.value, one.kind, "\(place).\(member.name)")
      }
    default: fail("is of another type")
    }
  }

  /// Whether it is made of the characters that RFC 3986 allows, each `%` before two hexadecimal digits.
  private static func isURIReference(_ text: String) -> Bool {
    let allowed = "-._~:/?#[]@!$&'()*+,;="
    let bytes = Array(text.utf8)
    return !bytes.isEmpty
      && bytes.indices.allSatisfy { index in
        if bytes[index] == UInt8(ascii: "%") {
          return bytes[(index + 1)...].prefix(2).count { Character(Unicode.Scalar($0)).isHexDigit } == 2
        }
        return bytes[index].isASCIILetter || bytes[index].isASCIIDigit || allowed.utf8.contains(bytes[index])
      }
  }
}
