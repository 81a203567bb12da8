import IbidModel
import IbidText

/// Numbers that were fitted to data: lines of a table's name, a row's name and a number, with tabs between.
///
/// Lines that start with `#` are remarks. A line that does not hold these three is passed over.
///
///     step	0.05	0.17
package struct FittedNumbers: Sendable, Equatable {
  /// A name and its number.
  package struct Row: Sendable, Equatable {
    /// What the number belongs to.
    package var name: String
    /// The number.
    package var number: Double

    /// A row of this name and number.
    package init(_ name: String, _ number: Double) {
      self.name = name
      self.number = number
    }
  }

  private var tables: [String: [Row]] = [:]

  /// Reads the lines of a file.
  package init(_ text: String) {
    // By bytes: every article asks for these numbers, and by Characters they took two milliseconds.
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard cells.count == 3, let number = Double(cells[2]) else { continue }
      tables[cells[0], default: []].append(Row(cells[1], number))
    }
  }

  /// The file of this name that the command carries, as in `references/confidence.tsv`; empty where there is none.
  package static func bundled(_ name: String) -> FittedNumbers {
    FittedNumbers(String(decoding: Resource(named: name)?.bytes ?? [], as: UTF8.self))
  }

  /// The rows of a table, in the order of the file; none where there is no such table.
  package func rows(of table: String) -> [Row] { tables[table] ?? [] }

  /// The number of a row; nil where there is none.
  package func number(of row: String, in table: String) -> Double? { rows(of: table).first { $0.name == row }?.number }
}
