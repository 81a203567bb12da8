/// What must hold of a Word document whatever was written into it, told independently of what writes.
public enum DocxInvariants {
  /// What does not hold of a package's parts, a line each.
  public static func violations(in parts: [String: String]) -> [String] {
    var violations: [String] = []
    var tags: [String: [Tag]] = [:]
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      guard let read = self.tags(of: text) else {
        violations.append("\(name) is not well-formed")
        continue
      }
      tags[name] = read
      if name.hasSuffix(".rels") { violations += relationships(read, name, parts) }
    }
    for tag in tags["[Content_Types].xml"] ?? [] where tag.name == "Override" {
      let part = String((tag["PartName"] ?? "/").dropFirst())
      if parts[part] == nil { violations.append("a type is given to \(part), which there is not") }
    }
    for name in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
      violations += fields(tags[name] ?? []).map { "\(name): \($0)" }
    }
    return violations + comments(tags["word/document.xml"] ?? [], tags["word/comments.xml"] ?? [])
  }

  private static func relationships(_ tags: [Tag], _ name: String, _ parts: [String: String]) -> [String] {
    let folder = name.split(separator: "/").dropLast(2).map { $0 + "/" }.joined()
    var ids: Set<String> = []
    return tags.filter { $0.name == "Relationship" }.flatMap { tag -> [String] in
      let isNew = ids.insert(tag["Id"] ?? "").inserted
      let target = tag["Target"] ?? ""
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      let isThere = tag["TargetMode"] == "External" || target.contains("../") || parts[part] != nil
      return (isNew ? [] : ["\(name): \(tag["Id"] ?? "") twice"]) + (isThere ? [] : ["\(name): \(target) is missing"])
    }
  }

  private static func fields(_ tags: [Tag]) -> [String] {
    var depth = 0
    for tag in tags where tag.name == "fldChar" {
      switch tag["fldCharType"] {
      case "begin": depth += 1
      case "end": depth -= 1
      default: break
      }
      if depth < 0 { return ["a field ends that did not begin"] }
    }
    return depth == 0 ? [] : ["\(depth) fields do not end"]
  }

  private static func comments(_ document: [Tag], _ comments: [Tag]) -> [String] {
    func ids(_ tags: [Tag], _ name: String) -> [String] { tags.filter { $0.name == name }.compactMap { $0["id"] } }
    let (starts, ends) = (ids(document, "commentRangeStart"), ids(document, "commentRangeEnd"))
    let (references, bodies) = (ids(document, "commentReference"), ids(comments, "comment"))
    var violations: [String] = []
    for (name, list) in [("start", starts), ("end", ends), ("reference", references), ("comment", bodies)]
    where Set(list).count < list.count {
      violations.append("a \(name) of a comment twice")
    }
    if Set(starts) != Set(ends) { violations.append("a comment starts and does not end") }
    if Set(references) != Set(bodies) { violations.append("comments and references differ") }
    let order = document.filter { ["commentRangeStart", "commentRangeEnd"].contains($0.name) }
    var open: Set<String> = []
    for tag in order {
      let id = tag["id"] ?? ""
      if tag.name == "commentRangeStart" {
        open.insert(id)
      } else if open.remove(id) == nil {
        violations.append("comment \(id) ends before it starts")
      }
    }
    return violations
  }

  // MARK: XML

  private struct Tag {
    var name: String
    var attributes: [String: String] = [:]
    subscript(name: String) -> String? { attributes[name] }
  }

  /// The start tags of a part, local names; nil where elements do not close in order.
  private static func tags(of text: String) -> [Tag]? {
    var tags: [Tag] = []
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let inner = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inner.hasPrefix("?") || inner.hasPrefix("!") { continue }
      if inner.hasPrefix("/") {
        guard open.popLast() == inner.dropFirst() else { return nil }
        continue
      }
      let isEmpty = inner.hasSuffix("/")
      let body = isEmpty ? inner.dropLast() : inner
      let name = body.prefix { !$0.isWhitespace }
      var tag = Tag(name: local(name))
      let pieces = body.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
      for index in stride(from: 0, to: pieces.count - 1, by: 2) {
        let attribute = pieces[index].filter { !$0.isWhitespace && $0 != "=" }
        tag.attributes[local(attribute[...])] = String(pieces[index + 1])
      }
      tags.append(tag)
      if !isEmpty { open.append(name) }
    }
    return open.isEmpty ? tags : nil
  }

  private static func local(_ name: Substring) -> String { String(name.split(separator: ":").last ?? "") }
}
