import FoundationEssentials
import IbidNotes

/// Reads NLM's list of journals and writes it for the labeller.
enum JournalList {
  /// Title and abbreviation of each line of a CSV file of two columns.
  static func rows(_ path: String) throws -> [(title: String, abbreviation: String)] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.utf8.split(separator: 0x0A).compactMap { line in
      let columns = columns(Array(line))
      return columns.count == 2 ? (columns[0], columns[1]) : nil
    }
  }

  private static func columns(_ line: [UInt8]) -> [String] {
    var columns: [[UInt8]] = [[]]
    var isQuoted = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == 0x22 {
        if isQuoted, index + 1 < line.count, line[index + 1] == 0x22 {
          columns[columns.count - 1].append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == 0x2C, !isQuoted {
        columns.append([])
      } else if byte != 0x0D {
        columns[columns.count - 1].append(byte)
      }
      index += 1
    }
    return columns.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Sorted hashes of all names.
  static func hashes(_ rows: [(title: String, abbreviation: String)]) -> [UInt32] {
    var hashes: Set<UInt32> = []
    for row in rows {
      for name in [row.title, row.abbreviation] {
        // «Science (New York, N.Y.)» is written «Science» elsewhere.
        let short = name.split(separator: " (").first.map(String.init) ?? name
        for name in [name, short] where name.utf8.count > 2 {
          if let hash = JournalNames.hash(of: name) { hashes.insert(hash) }
        }
      }
    }
    return hashes.sorted()
  }

  static func bytes(_ hashes: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    ModelWriter.append(UInt32(hashes.count), to: &bytes)
    var starts = [UInt32](repeating: 0, count: 4097)
    for hash in hashes { starts[Int(hash >> 20) + 1] += 1 }
    for index in 1...4096 { starts[index] += starts[index - 1] }
    for number in starts + hashes { ModelWriter.append(number, to: &bytes) }
    return bytes
  }
}
