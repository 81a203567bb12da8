package import IbidFormats
import IbidText

/// The list of formats.
package enum RecordFormats {
  /// All formats that there are, a line each. Of two that recognize one file the first reads it.
  package static let all: [RecordFormat] = [
    .pubmed,
    .nbib,
    .isi,
    .ovid,
    .refer,
    .ris,
    .csv,
    .endNoteXML,
    .mods,
    .marcXML,
    .wordSources,
    .bibtex,
    .biblatex,
    .cslJSON,
    .jsonl,
    .cff,
    .hayagriva,
    .cslYAML,
    .article,
    .references,
    .text,
    .html,
    .markdown,
  ]
}

/// What a format is wanted for.
enum FormatUse: String {
  case reading = "read"
  case writing = "written"
}

extension [RecordFormat] {
  /// The format of this name or short name, in small letters or capitals.
  ///
  /// - Throws: `IbidError` with the nearest names, and all that can be used, where there is none.
  func format(named name: String, for use: FormatUse) throws(IbidError) -> RecordFormat {
    let wanted = name.lowercased()
    if let format = first(where: { $0.name == wanted || $0.shortNames.contains(wanted) }) { return format }
    let nearest = NearestNames.nearest(to: wanted, among: flatMap { [$0.name] + $0.shortNames })
    let hint = nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: " or "))? "
    throw IbidError(
      .unknownFormat, "there is no format “\(name)”; \(hint)\(offer(for: use))", name: name, candidates: nearest)
  }

  /// The format of files whose names end so; nil where the ending says nothing.
  ///
  /// - Throws: `IbidError` where the ending is that of another kind of file.
  func format(ofFile path: String, for use: FormatUse) throws(IbidError) -> RecordFormat? {
    guard let ending = FileEnding(of: path, for: use) else { return nil }
    let isNamed = { (format: RecordFormat) in format.endings.contains(ending.text) }
    if let format = first(where: isNamed) { return format }
    guard let kind = RecordFormats.all.first(where: isNamed)?.name ?? ending.kind else { return nil }
    throw IbidError(.unknownFormat, "\(path): \(kind) cannot be \(use.rawValue); \(offer(for: use))", path: path)
  }

  /// Why a format of the list cannot be used so.
  func refusal(of format: RecordFormat, path: String?, for use: FormatUse) -> IbidError {
    let other: FormatUse = use == .reading ? .writing : .reading
    let file = path.map { $0 + ": " } ?? ""
    return IbidError(
      .unknownFormat, "\(file)\(format.name) can be \(other.rawValue), not \(use.rawValue); \(offer(for: use))",
      path: path, name: format.name)
  }

  /// The names of those that can be used so, for a message.
  func names(for use: FormatUse) -> String {
    filter { use == .reading ? $0.read != nil : $0.makeWriter != nil }.map(\.name).joined(separator: ", ")
  }

  private func offer(for use: FormatUse) -> String { "what can be \(use.rawValue): \(names(for: use))" }
}
