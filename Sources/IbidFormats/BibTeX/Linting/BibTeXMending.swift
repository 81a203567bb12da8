/// Makes the safe edits in a `.bib` file.
package enum BibTeXMending {
  /// The file with all safe edits made, again and again until none is left; nil where there is none, or where an entry
  /// or a field would be lost. `wanted` leaves out the faults that shall stay.
  package static func mended(
    _ bytes: [UInt8], wanted: ([BibTeXFault], [UInt8]) -> [BibTeXFault] = { faults, _ in faults }
  ) -> [UInt8]? {
    let whole = shape(of: bytes)
    var result = bytes
    for _ in 0..<mostRounds {
      let faults = wanted(BibTeXLint.faults(in: result).filter { $0.fix != nil }, result)
      if faults.isEmpty { break }
      // What moves commas and braces may move the fields; then only the values are mended.
      let choices = [faults, faults.filter { !structural.contains($0.rule) }]
      let edited = choices.map { Self.edited(result, $0.compactMap(\.fix)) }.first { Self.shape(of: $0) == whole }
      guard let edited, edited != result else { break }
      result = edited
    }
    return result == bytes ? nil : result
  }

  /// An edit may uncover another fault.
  private static let mostRounds = 8

  private static let structural: Set<String> = ["missing-comma", "quote-in-quotes"]

  /// The bytes with these edits made, but for those that go over another.
  static func edited(_ bytes: [UInt8], _ edits: [BibTeXFault.Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where edit.range.lowerBound >= end {
      result += bytes[end..<edit.range.lowerBound]
      result += edit.text
      end = edit.range.upperBound
    }
    return result + bytes[end...]
  }

  /// Types, keys and names of fields, which no edit changes.
  static func shape(of bytes: [UInt8]) -> [String] {
    var shape: [String] = []
    var blocks = BibTeXBlocks()
    guard var input = try? ByteInput.memory(bytes, path: "") else { return [] }
    while let next = blocks.next(from: &input, strings: [:]) {
      switch next.block.content {
      case .entry(let entry): shape += [entry.type, entry.key] + entry.fields.map(\.name)
      case .strings(let strings): shape += ["@string"] + strings.map(\.name)
      case .remark(let text): shape.append(text)
      case .nothing: shape.append("")
      }
    }
    return shape
  }
}
