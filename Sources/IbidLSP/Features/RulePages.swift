import FoundationEssentials
import IbidKit

/// The pages of the rules as files, to which a diagnostic's code leads: an editor opens them, and nothing has to be
/// fetched.
final class RulePages {
  private let folder: String?
  private let pages = Dictionary(RuleSelection.pages.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  private var written: [String: String?] = [:]

  /// Pages in the user's cache folder.
  init() {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    folder = (cache ?? home).map { $0 + "/ibid/rules" }
  }

  /// The path of a rule's page, which is written where it is not there as it should be; nil where it cannot be.
  func path(of rule: String) -> String? {
    if let known = written[rule] { return known }
    let path = write(rule)
    written[rule] = .some(path)
    return path
  }

  private func write(_ rule: String) -> String? {
    guard let folder, let page = pages[rule] else { return nil }
    let path = "\(folder)/\(rule).md"
    let bytes = Data(page.utf8)
    if DiskFile.bytes(of: path) == Array(bytes) { return path }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try bytes.write(to: URL(filePath: path), options: .atomic)
      return path
    } catch {
      return nil
    }
  }
}
