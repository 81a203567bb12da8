import FoundationEssentials
import IbidCSL
import IbidModel

/// `csl-conformance render STYLE ITEMS [--locales FOLDER] [--format FORMAT]`: the bibliography of all items, for
/// comparison with other processors and for measuring. `STYLE` is a file, a bundled style or a folder of styles; of
/// a folder only what goes wrong is printed, and the counts.
struct Rendering {
  let locales: (String) -> LocaleFile?
  let format: OutputFormat

  /// Renders and returns what is to be printed.
  func report(style: String, items path: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: path))
    let items = try JSONReader.value(of: [UInt8](data)).elements.compactMap(Item.init(cslJSON:))
    if let bundled = Style.named(style) { return render(bundled, items).map { $0 + "\n" }.joined() }
    if let names = try? FileManager.default.contentsOfDirectory(atPath: style) {
      return try reportFolder(style, names.filter { $0.hasSuffix(".csl") }.sorted(), items)
    }
    return render(try read(style), items).map { $0 + "\n" }.joined()
  }

  private func read(_ path: String) throws -> Style {
    try Style.parse([UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  private func render(_ style: Style, _ items: [Item]) -> [String] {
    let citations = items.map { Citation([Cite(id: $0.id)]) }
    let result = Processor(style: style, format: format, locales: locales).process(items: items, citations: citations)
    return result.bibliography.isEmpty ? result.citations : result.bibliography.map(\.text)
  }

  private func reportFolder(_ folder: String, _ names: [String], _ items: [Item]) throws -> String {
    var report = ""
    var rendered = 0
    for name in names {
      do throws(CSLError) {
        guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else { continue }
        let lines = render(try Style.parse([UInt8](data)), items)
        rendered += 1
        if lines.count != items.count { report += "\(name): \(lines.count) of \(items.count) entries\n" }
      } catch {
        report += "\(name): \(error)\n"
      }
    }
    return report + "\(rendered) of \(names.count) styles rendered\n"
  }
}
