import IbidFormats
import IbidText

extension FormattedManuscript {
  /// What the text is written as.
  ///
  ///     let format = FormattedManuscript.Format.html
  public enum Format: String, Sendable, CaseIterable {
    case markdown, text, html
    case docx, odt, pdf, jats, latex, rtf, epub, org, rst, typst

    /// Whether pandoc makes it of the rendered Markdown.
    public var isMadeByPandoc: Bool { ![.markdown, .text, .html].contains(self) }

    /// Whether it is nothing that a terminal shows.
    public var isBinary: Bool { [.docx, .odt, .pdf, .epub].contains(self) }

    /// The format of this name or short name: `md`.
    ///
    /// - Throws: `IbidError` where a manuscript cannot be written so.
    public init(named name: String) throws(IbidError) {
      let wanted = name.lowercased()
      if let format = Self.formats[wanted] {
        self = format
        return
      }
      let nearest = NearestNames.nearest(to: wanted, among: Self.allCases.map(\.rawValue))
      let hint = nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: " or "))? "
      throw IbidError(
        .unknownFormat, "there is no format “\(name)”; \(hint)\(Self.offer)", name: name, candidates: nearest)
    }

    /// The format in which a file of this name is written, by its ending; nil where the ending says nothing.
    ///
    /// - Throws: `IbidError` where the ending is that of a kind of file that a manuscript cannot be written as.
    public init?(for output: String) throws(IbidError) {
      guard let ending = FileEnding(of: output, for: .writing) else { return nil }
      if let format = Self.formats[ending.text] {
        self = format
        return
      }
      let record = RecordFormats.all.first { $0.endings.contains(ending.text) }?.name
      guard let kind = record ?? ending.kind else { return nil }
      throw IbidError(.unknownFormat, "\(output): \(kind) cannot be written; \(Self.offer)", path: output)
    }

    /// The formats by their names, short names and endings.
    private static let formats: [String: Format] = {
      let others: [String: Format] = [
        "md": .markdown, "txt": .text, "htm": .html, "word": .docx, "tex": .latex, "xml": .jats, "rest": .rst,
        "typ": .typst,
      ]
      return others.merging(allCases.map { ($0.rawValue, $0) }) { $1 }
    }()

    private static var offer: String {
      "what can be written: \(allCases.map(\.rawValue).joined(separator: ", "))"
    }
  }
}
