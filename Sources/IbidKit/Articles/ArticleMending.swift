import IbidChecks
import IbidModel
import IbidText

/// An article with the fixes of its findings made, as far as that can be done safely.
///
///     let name = "article.md"
///     let article = try CheckedArticle(path: name)
///     let mending = try article.mending { bytes throws(IbidError) in try CheckedArticle(bytes: bytes, path: name) }
///     if let file = mending.file { print(file.diff) }
public struct ArticleMending: Sendable {
  /// The file as it shall be, which is not yet written; nil where nothing was mended.
  public let file: MendedFile?
  /// Rules some fixes of which are left to a person, in the order of the catalogue: they are suggestions, or the
  /// article reads in another way with them.
  public let left: [String]
}

extension CheckedArticle {
  /// Makes the fixes that change how something is written and never what is said or cited, and those of the rules that
  /// are named. The article is read again with those of each rule; where it reads in another way then, they are left.
  ///
  /// - Parameters:
  ///   - rules: the rules whose findings are mended, all where none is named.
  ///   - named: rules whose fixes are made though they are suggestions.
  ///   - reading: checks the article's bytes as this article was checked.
  /// - Throws: `IbidError` where the file is compressed, standard input, no text, or in an encoding that cannot write
  ///   the fix; what `reading` throws.
  public func mending(
    rules: RuleSelection = RuleSelection(), named: Set<String> = [],
    reading: ([UInt8]) throws(IbidError) -> CheckedArticle
  ) throws(IbidError) -> ArticleMending {
    let old = TextEncoding.utf8(of: raw)
    var (text, current) = (old, self)
    var left: Set<String> = []
    for rule in rules.rules {
      let fixes = current.fixes(of: rule, rules)
      if fixes.isEmpty { continue }
      guard rule.hasSafeFixes || named.contains(rule.id), let new = Self.edited(text, fixes),
        let bytes = TextEncoding.bytes(of: new, asIn: raw)
      else {
        left.insert(rule.id)
        continue
      }
      let mended = try reading(bytes)
      if mended.isSound(behind: current, mending: rule, rules) {
        (text, current) = (new, mended)
      } else {
        left.insert(rule.id)
      }
    }
    return ArticleMending(file: try file(old, text), left: Rules.all.map(\.id).filter(left.contains))
  }

  private func file(_ old: [UInt8], _ new: [UInt8]) throws(IbidError) -> MendedFile? {
    if old == new { return nil }
    let path = article.path
    guard path != "-", !InputFile(path: path).isCompressed, let bytes = TextEncoding.bytes(of: new, asIn: raw) else {
      throw IbidError(.unwritableFile, "\(path): is not mended: it is compressed, or no file", path: path)
    }
    return MendedFile(path: path, text: (old, new), bytes: (raw, bytes))
  }

  /// The fixes of a rule in the article's own file; those in files that it takes in are theirs.
  private func fixes(of rule: Rule, _ rules: RuleSelection) -> [Finding.Fix] {
    findings(rules: rules).filter { $0.rule == rule.id }.compactMap(\.fix).filter {
      $0.range.path == nil || $0.range.path == article.path
    }
  }

  /// A text with these fixes made; nil where it is none, or where one would take out what its finding does not know of,
  /// as markup is.
  private static func edited(_ text: [UInt8], _ fixes: [Finding.Fix]) -> [UInt8]? {
    guard TextEncoding.firstInvalidUTF8(in: text) == nil else { return nil }
    var result: [UInt8] = []
    var end = 0
    for fix in fixes.sorted(by: { $0.range.place.offset < $1.range.place.offset }) {
      let stretch = fix.range.offsets
      guard stretch.lowerBound >= end, stretch.upperBound <= text.count else { return nil }
      let replacement = Array(fix.replacement.utf8)
      guard replacement.isEmpty || keeps(text[stretch], replacement) else { return nil }
      result += text[end..<stretch.lowerBound] + replacement
      end = stretch.upperBound
      guard replacement.isEmpty else { continue }
      // What is taken out whole takes its lines along, so that one empty line is left of two.
      while end < text.count, text[end] == 0x0A || text[end] == 0x0D { end += 1 }
    }
    if end == text.count { result = endingInOneLineEnd(result) }
    return result + text[end...]
  }

  private static func endingInOneLineEnd(_ text: [UInt8]) -> [UInt8] {
    let words = text.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
    let ends = text[words...]
    return Array(text[..<words] + ends.prefix(ends.starts(with: [0x0D, 0x0A]) ? 2 : 1))
  }

  /// Whether all of the old bytes stand in the new ones, in their order.
  private static func keeps(_ old: ArraySlice<UInt8>, _ new: [UInt8]) -> Bool {
    var rest = old
    for byte in new where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Whether the article says and cites what it did, and lacks only what the rule found.
  private func isSound(behind old: CheckedArticle, mending rule: Rule, _ rules: RuleSelection) -> Bool {
    guard fixes(of: rule, rules).isEmpty, sentences.count == old.sentences.count,
      Set(notes.map(\.note.label)) == Set(old.notes.map(\.note.label))
    else { return false }
    // Every marker leads where it did; a suggestion may add some.
    var rest = old.markers.map(\.marker.target)[...]
    for marker in markers where marker.marker.target == rest.first { rest = rest.dropFirst() }
    guard rest.isEmpty, rule.hasSafeFixes == false || markers.count == old.markers.count else { return false }
    let before = Dictionary(grouping: old.findings(), by: \.rule).mapValues(\.count)
    return Dictionary(grouping: findings(), by: \.rule).allSatisfy { $1.count <= before[$0] ?? 0 }
  }
}
