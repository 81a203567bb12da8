package import IbidModel
internal import Yams

/// The YAML of a front matter as JSON's values, within limits: a manuscript may come from anywhere.
///
/// libyaml refuses what is nested deeper than 1,000 levels; aliases are what is left to multiply.
package enum FrontMatterYAML {
  /// Where and why a block is no YAML; 1-based within the block.
  package struct Broken: Error {
    package var line = 1
    package var column = 1
    package var reason: String
  }

  private static let byteLimit = 4_000_000
  /// Values that aliases may make of a block.
  private static let nodeLimit = 200_000

  /// The members of the mapping in a block; none where it is empty or no mapping.
  package static func members(of block: ArraySlice<UInt8>) -> Result<[JSONMember], Broken> {
    guard block.count <= byteLimit else { return .failure(Broken(reason: "it is longer than 4 MB")) }
    guard let text = String(validating: block, as: UTF8.self) else {
      return .failure(Broken(reason: "it is no UTF-8 text"))
    }
    guard mayBeExpanded(block) else { return .failure(Broken(reason: "it has more aliases than a manuscript needs")) }
    do {
      var budget = nodeLimit
      guard let root = try Yams.compose(yaml: text), root.mapping != nil else { return .success([]) }
      guard let value = json(root, &budget) else { return .failure(Broken(reason: "its aliases make it too large")) }
      return .success(value.members)
    } catch {
      return .failure(broken(error))
    }
  }

  /// Whether the aliases of a block can multiply it by little: Yams compares mappings' keys when it reads them, so
  /// that a count of what has been read comes too late.
  private static func mayBeExpanded(_ block: ArraySlice<UInt8>) -> Bool {
    var anchors = 0
    var aliases = 0
    var previous: UInt8 = 0x0A
    for index in block.indices {
      let byte = block[index]
      defer { previous = byte }
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
        previous.isASCIISpace || "[{,:-?".utf8.contains(previous), index + 1 < block.endIndex,
        !block[index + 1].isASCIISpace
      else { continue }
      if byte == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
    }
    // One anchor cannot hold itself; emphasis in an abstract looks like an alias.
    return anchors < 2 || aliases <= 20
  }

  /// The value of a node; nil when the budget is used up.
  private static func json(_ node: Node, _ budget: inout Int) -> JSONValue? {
    budget -= 1
    guard budget >= 0 else { return nil }
    switch node {
    case .scalar(let scalar): return value(of: scalar)
    case .sequence(let sequence):
      var elements: [JSONValue] = []
      for node in sequence {
        guard let element = json(node, &budget) else { return nil }
        elements.append(element)
      }
      return .array(elements)
    case .mapping(let mapping):
      var members: [JSONMember] = []
      for (key, node) in mapping {
        guard let value = json(node, &budget) else { return nil }
        if let name = key.scalar?.string { members.append(JSONMember(name, value)) }
      }
      return .object(members)
    case .alias: return .null
    }
  }

  /// A scalar's value by YAML's core schema; a number keeps its spelling.
  private static func value(of scalar: Node.Scalar) -> JSONValue {
    guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case let text:
      let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
      let isNumber =
        (1...18).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
        && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
      return isNumber ? .number(text) : .string(text)
    }
  }

  private static func broken(_ error: any Error) -> Broken {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Broken(line: mark.line, column: mark.column, reason: problem)
    case .duplicatedKeysInMapping(let names, let context):
      Broken(
        line: context.mark.line, column: context.mark.column,
        reason: "“\(names.first ?? "")” stands there twice")
    case .reader(let problem, _, _, _): Broken(reason: problem)
    default: Broken(reason: "\(error)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }
  }
}
