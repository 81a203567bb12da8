import IbidArticles
import IbidFormats
import IbidModel

/// Records in YAML: files that are read whole.
enum YAMLRecords {
  /// The members of the mapping that a file is.
  ///
  /// - Throws: ``InputError`` where it is no YAML.
  static func members(of input: inout ByteInput) throws -> [JSONMember] {
    let bytes = input.readAll(limit: 100_000_000)
    switch FrontMatterYAML.members(of: bytes[...]) {
    case .success(let members): return members
    case .failure(let broken):
      throw InputError.wrongFormat(
        path: input.path, found: "line \(broken.line), column \(broken.column): is no YAML: \(broken.reason)")
    }
  }

  /// The lines of a file's start that say something: neither blank nor remarks, nor the mark of a document.
  static func lines(of prefix: [UInt8]) -> [ArraySlice<UInt8>] {
    prefix.prefix(1 << 14).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).filter { line in
      guard let first = line.first(where: { !$0.isASCIISpace }) else { return false }
      return first != UInt8(ascii: "#") && !line.elementsEqual("---".utf8)
    }
  }

  /// A reading of formats that make items of a file's members.
  static func reading(
    _ items: @escaping @Sendable ([JSONMember]) -> (items: [Item], problems: [(record: String, message: String)])
  ) -> RecordFormat.Reading {
    { input, _, each in
      let read = items(try members(of: &input))
      for item in read.items { try each(item) }
      return ReadingSummary(
        problems: read.problems.map {
          RecordProblem(outcome: .rejected, path: input.path, line: 1, record: $0.record, message: $0.message)
        })
    }
  }
}
