import IbidText

/// Why something could not be done at all; the command ends with status 2.
///
///     do {
///       _ = try CheckedArticle(path: "nowhere.md")
///     } catch {
///       print(error.code.rawValue, error.facts.path ?? "", error.message)
///     }
public struct IbidError: Error, Hashable, Sendable {
  /// What kind of thing went wrong: what a program decides by.
  ///
  ///     let isMissing = error.code == .unreadableFile
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A file is missing, a folder, empty, too large, or may not be read.
    case unreadableFile = "unreadable-file"
    /// A file, or standard output, could not be written.
    case unwritableFile = "unwritable-file"
    /// A file is of no format that can be read, or a format has no such name.
    case unknownFormat = "unknown-format"
    /// An article or a list of records is broken beyond reading.
    case malformedFile = "malformed-file"
    /// The library is missing, is none, is of a later version, is damaged, or is in use.
    case library
    /// No record has the key.
    case unknownKey = "unknown-key"
    /// A field of a record has another name, or its value is none of the field's.
    case wrongValue = "wrong-value"
    /// A search cannot be understood.
    case wrongSearch = "wrong-search"
    /// There is no such rule.
    case unknownRule = "unknown-rule"
    /// There is no such command.
    case unknownCommand = "unknown-command"
    /// There is no such style, or it is broken.
    case style
    /// There is no such locale.
    case unknownLocale = "unknown-locale"
    /// A configuration says something that is not known.
    case configuration
    /// An article cites nothing, where its works are wanted.
    case noCitations = "no-citations"
    /// A file holds no findings to compare with.
    case baseline
  }

  /// What it is about, for a program; nil where that does not apply.
  ///
  ///     let place = "\(error.facts.path ?? "-"):\(error.facts.line ?? 1)"
  public struct Facts: Hashable, Sendable {
    /// The file.
    public var path: String?
    /// The 1-based line in it.
    public var line: Int?
    /// The name that was given: a key's, a rule's, a style's, a format's.
    public var name: String?
    /// Names that may have been meant, the likeliest first.
    public var candidates: [String] = []
  }

  /// What kind of thing went wrong.
  public let code: Code
  /// What it is about.
  public let facts: Facts
  /// One line for a person: where, what was expected, what was found, what to do.
  public let message: String

  /// Makes an error; a `path` and a `line` are facts, and stand in `message` where a person needs them.
  public init(
    _ code: Code, _ message: String, path: String? = nil, line: Int? = nil, name: String? = nil,
    candidates: [String] = []
  ) {
    self.code = code
    self.message = message
    facts = Facts(path: path, line: line, name: name, candidates: candidates)
  }

  /// No record has this key.
  public static func unknownKey(_ key: String) -> IbidError {
    IbidError(.unknownKey, "no record has the key “\(key)”; `ibid search` finds keys", name: key)
  }

  /// No record has this key; these may be meant.
  public static func unknownKey(_ key: String, nearest: [String]) -> IbidError {
    guard !nearest.isEmpty else { return unknownKey(key) }
    let message = "no record has the key “\(key)”; " + hint(nearest, else: "")
    return IbidError(.unknownKey, message, name: key, candidates: nearest)
  }

  /// There is no such rule; of those there are, the nearest may be meant.
  public static func unknownRule(_ name: String, among known: [String] = []) -> IbidError {
    let nearest = NearestNames.nearest(to: name, among: known)
    let message = "there is no rule “\(name)”; " + Self.hint(nearest, else: "`ibid rules` lists them")
    return IbidError(.unknownRule, message, name: name, candidates: nearest)
  }

  /// There is no such command under the words of `path`; of those there are, the nearest may be meant.
  ///
  ///     print(IbidError.unknownCommand("chek", of: "ibid", among: ["check", "export"]).message)
  public static func unknownCommand(_ name: String, of path: String, among known: [String]) -> IbidError {
    let nearest = NearestNames.nearest(to: name, among: known).map { "`\(path) \($0)`" }
    let message = "there is no command “\(name)”; " + Self.hint(nearest, else: "`\(path) --help` lists them")
    return IbidError(.unknownCommand, message, name: name, candidates: nearest)
  }

  private static func hint(_ nearest: [String], else: String) -> String {
    nearest.isEmpty ? `else` : "did you mean \(nearest.joined(separator: " or "))?"
  }
}
