import ArgumentParser
import IbidKit
import IbidModel

struct Rekey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rekey",
    abstract: "Give records other keys, and change them in manuscripts.",
    discussion: """
      One record gets the key that is named; else all get keys by --pattern, or by the pattern that .ibid.yml sets \
      under keys. What changed is printed: old, tab, new. An old key still leads to its record, and no key is ever \
      given to another one, in whatever case. In the manuscripts that are named each old key that is cited becomes \
      the new one, also those of earlier changes; code and comments stay as they are.

        ibid rekey Roe_10 roe2010
        ibid rekey Roe_10 roe2010 paper.md supplement.tex
        ibid rekey --pattern '[auth.lower][year]' --dry-run
        ibid rekey paper.md                            by the pattern of .ibid.yml
      """)

  @Argument(help: ArgumentHelp("The key and its new form; then manuscripts.", valueName: "key new manuscript"))
  var words: [String] = []

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: ArgumentHelp("How all keys are made, as in [auth.lower][year].", valueName: "pattern"))
  var pattern: String?

  @Flag(help: "Print what would change, and change nothing.")
  var dryRun = false

  @Option(help: "text or json (one change a line).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      let library = try RecordLibrary(updating: libraryOption.path)
      let (pair, manuscripts) = try arguments()
      let former = manuscripts.isEmpty ? [] : try library.formerKeys()
      // First of all: a manuscript that cannot be read changes nothing.
      for path in manuscripts { _ = try ManuscriptKeys([:]).applied(to: path) }
      let changes = try changes(of: library, pair, manuscripts)
      for change in changes { try write(change) }
      var keys = Dictionary(former.map { ($0.old, $0.new) }) { first, _ in first }
      let new = Dictionary(changes.map { ($0.old, $0.new) }) { first, _ in first }
      for (old, key) in keys { keys[old] = new[key] ?? key }
      keys.merge(new) { _, new in new }
      // The library may have the new key already, and the manuscripts not.
      if let pair { keys[pair.old] = pair.new }
      try apply(keys, to: manuscripts)
    }
  }

  /// The two keys, where the first word is no file, and the manuscripts.
  private func arguments() throws -> (pair: (old: String, new: String)?, manuscripts: [String]) {
    guard pattern == nil, let first = words.first, !ManuscriptKeys.isFile(first) else { return (nil, words) }
    guard words.count > 1 else {
      throw ValidationError("there is no manuscript “\(first)”; for a key, name the new one too")
    }
    return ((first, words[1]), Array(words.dropFirst(2)))
  }

  private func changes(
    of library: RecordLibrary, _ pair: (old: String, new: String)?, _ manuscripts: [String]
  ) throws -> [KeyChange] {
    if let pair { return try library.rekey(pair.old, to: pair.new, manuscripts: manuscripts, isDryRun: dryRun) }
    if let pattern { return try library.rekey(pattern: pattern, manuscripts: manuscripts, isDryRun: dryRun) }
    let configuration = try CheckConfiguration.nearest(to: libraryOption.path)
    return try library.rekey(by: configuration, manuscripts: manuscripts, isDryRun: dryRun)
  }

  private func write(_ change: KeyChange) throws {
    switch format {
    case .text: try Output.write("\(change.old)\t\(change.new)\n")
    case .json:
      let members = [JSONMember("old", .string(change.old)), JSONMember("new", .string(change.new))]
      try Output.write(JSONWriter.text(of: .object(members)) + "\n")
    }
  }

  private func apply(_ keys: [String: String], to manuscripts: [String]) throws {
    for path in manuscripts {
      let (text, count) = try ManuscriptKeys(keys).applied(to: path)
      if count > 0, !dryRun { try OutputFile(path).write(text) }
      Output.warn("\(path): \(count) key\(count == 1 ? "" : "s") \(dryRun ? "would be " : "")changed")
    }
  }
}
