package import IbidChecks
import IbidFormats
public import IbidModel
package import IbidText
internal import Yams

/// What a `.ibid.yml` sets.
///
///     profile: manuscript                   # or science-writer, review
///     fail-on: warning
///     keys: "[auth.lower][year]"
///     disable: [lost-list, old-evidence]
///     screening: {reasons: [wrong population, wrong outcome]}
///     rules:
///       uncited-claim: info                 # a severity, or off
///       old-evidence: {severity: warning, years: 10}
///
/// In a program:
///
///     let configuration = try CheckConfiguration.nearest(to: "article.md")
///     let rules = try RuleSelection(only: [], disabled: [], configuration: configuration)
public struct CheckConfiguration: Sendable, Hashable {
  /// The file; nil where there is none.
  public private(set) var path: String?
  /// The lightest finding that fails the check: a severity, or `never`.
  public private(set) var failOn: String?
  /// Rules that are left out.
  public private(set) var disabled: Set<String> = []
  /// Rules that it sets something for, and so uses whatever the profile.
  public private(set) var enabled: Set<String> = []
  /// The rules that are used where nothing is said of them.
  package private(set) var profile = RuleProfile.standard
  /// Severities that replace the rules' own.
  public private(set) var severities: [String: Severity] = [:]
  /// Limits that replace the rules' own.
  public private(set) var limits: [String: Int] = [:]

  /// The reasons for which a record may be left out, in the file's order; none where any will do.
  public private(set) var screeningReasons: [String] = []

  /// How new records are called; nil for author and year.
  package private(set) var keyPattern: KeyPattern?

  /// What holds where no file says otherwise.
  public init() {}

  /// The name of the file.
  public static let fileName = ".ibid.yml"

  private static let byteLimit = 16_384

  /// The configuration beside the article, or in the nearest folder above that has one; the standard where none has.
  ///
  /// - Throws: `IbidError` where the file cannot be read, or says something that is not known.
  public static func nearest(to article: String) throws(IbidError) -> CheckConfiguration {
    for folder in Folder.above(article) {
      let path = folder + "/" + fileName
      if Folder.hasFile(path) {
        let bytes = try InputFile(path: path).bytes(limit: byteLimit)
        return try CheckConfiguration(text: String(decoding: bytes, as: UTF8.self), path: path)
      }
    }
    return CheckConfiguration()
  }

  /// The configuration that a file of this text makes.
  ///
  /// - Throws: `IbidError`, naming what is wrong.
  public init(text: String, path: String) throws(IbidError) {
    self.path = path
    func fail(_ reason: String) -> IbidError { IbidError(.configuration, "\(path): \(reason)", path: path) }
    // The parser recurses; a configuration of ours is three levels deep.
    guard text.utf8.count <= Self.byteLimit, text.utf8.count(where: { $0 == 0x5B || $0 == 0x7B }) <= 200,
      !text.split(separator: "\n").contains(where: { $0.split(separator: " ").count { $0 == "-" || $0 == "?" } > 3 }),
      !text.utf8.contains(0)
    else { throw fail("is no configuration of ibid’s") }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch { throw fail("is no YAML: \(Self.firstLine(of: "\(error)"))") }
    guard let root, root != Node(""), root.null == nil else { return }
    guard let members = root.mapping else { throw fail("must hold keys and values") }
    for (key, value) in members {
      switch key.string {
      case "fail-on":
        guard let text = value.string, text == "never" || Severity(rawValue: text) != nil else {
          throw fail("fail-on must be error, warning, info or never")
        }
        failOn = text
      case "profile":
        guard let profile = value.string.flatMap(RuleProfile.init) else {
          throw fail("profile must be \(RuleProfile.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.profile = profile
      case "disable":
        guard let names = value.sequence?.map(\.string) ?? value.string.map({ [$0] }) else {
          throw fail("disable must be a list of rules")
        }
        for name in names { disabled.insert(try Self.known(name, fail)) }
      case "keys":
        do throws(KeyPattern.Malformed) {
          keyPattern = try KeyPattern(value.string ?? "")
        } catch {
          throw fail("keys: \(error.reason)")
        }
      case "screening":
        guard value.mapping?.allSatisfy({ $0.key.string == "reasons" }) == true,
          let reasons = value.mapping?["reasons"]?.sequence?.map({ $0.string ?? "" }),
          reasons.allSatisfy({ !$0.isEmpty && !$0.contains(";") && !$0.contains("|") })
        else { throw fail("screening must hold reasons, a list of words without ; and |") }
        screeningReasons = reasons
      case "rules":
        guard let rules = value.mapping else { throw fail("rules must hold rules and what is set for them") }
        for (name, settings) in rules { try set(try Self.known(name.string, fail), settings, fail) }
      case let name:
        throw fail("“\(name ?? "?")” is not known; there are profile, fail-on, disable, keys, screening and rules")
      }
    }
  }

  /// The configuration of the folder in which one works.
  ///
  /// - Throws: `IbidError` as `nearest(to:)`.
  public static func ofWorkingFolder() throws(IbidError) -> CheckConfiguration { try nearest(to: "library") }

  /// The key of a record that brings none: by the pattern that is set, else by author and year.
  package func newKey(for item: Item) -> String { keyPattern?.key(for: item) ?? CitationKey.base(for: item) }

  private mutating func set(_ rule: String, _ value: Node, _ fail: (String) -> IbidError) throws(IbidError) {
    enabled.insert(rule)
    if let text = value.string, value.mapping == nil { return try setSeverity(rule, text, fail) }
    guard let members = value.mapping else { throw fail("\(rule) must be a severity, off, or settings") }
    let limit = Rules.all.first { $0.id == rule }?.limit
    for (key, value) in members {
      switch key.string {
      case "severity": try setSeverity(rule, value.string ?? "", fail)
      case let name where name != nil && name == limit?.name:
        guard let number = value.string.flatMap({ Int($0) }), (0...1_000_000).contains(number) else {
          throw fail("\(rule): \(name ?? "") must be a whole number")
        }
        limits[rule] = number
      case let name:
        let known = ["severity"] + (limit.map { [$0.name] } ?? [])
        throw fail("\(rule): “\(name ?? "?")” is not known; there is \(known.joined(separator: " and "))")
      }
    }
  }

  private mutating func setSeverity(_ rule: String, _ text: String, _ fail: (String) -> IbidError) throws(IbidError) {
    if text == "off" || text == "false" {
      disabled.insert(rule)
    } else if let severity = Severity(rawValue: text) {
      severities[rule] = severity
    } else if text != "on" && text != "true" {
      throw fail("\(rule): the severity must be error, warning, info or off")
    }
  }

  /// Whether a rule of articles or of bibliographies has this name.
  static func hasRule(named name: String) -> Bool {
    Rules.all.contains { $0.id == name } || BibTeXRule.all.contains { $0.id == name }
  }

  private static func known(_ name: String?, _ fail: (String) -> IbidError) throws(IbidError) -> String {
    guard let name, hasRule(named: name) else {
      let known = Rules.all.map(\.id) + BibTeXRule.all.map(\.id)
      throw fail(IbidError.unknownRule(name ?? "?", among: known).message)
    }
    return name
  }

  private static func firstLine(of text: String) -> String {
    text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }
}
