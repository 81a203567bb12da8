import ArgumentParser
import IbidKit

/// Formats as they are named on the command line; one that is not there is a wrong argument.
enum FormatOption {
  static func exportFormat(_ name: String) throws -> ExportFormat {
    try validated { () throws(IbidError) in try ExportFormat(named: name) }
  }

  static func importFormat(_ name: String) throws -> ImportFormat {
    try validated { () throws(IbidError) in try ImportFormat(named: name) }
  }

  static func manuscriptFormat(_ name: String) throws -> FormattedManuscript.Format {
    try validated { () throws(IbidError) in try FormattedManuscript.Format(named: name) }
  }

  /// One of several words; any other one is a wrong argument.
  static func choice<Value: RawRepresentable<String> & CaseIterable>(_ name: String) throws -> Value {
    if let value = Value(rawValue: name) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("there is no “\(name)” here; there are \(known)")
  }

  /// Ends with status 64 where `body` says that there is no such format.
  static func validated<Value>(_ body: () throws(IbidError) -> Value) throws -> Value {
    do { return try body() } catch { throw ValidationError(error.message) }
  }
}

/// Tables for help texts.
enum HelpText {
  /// A row a format, in two columns.
  static func table(of formats: [(name: String, summary: String)]) -> String {
    let width = formats.map(\.name.count).max() ?? 0
    return formats.map { format in
      "  " + format.name + String(repeating: " ", count: width - format.name.count) + "  " + format.summary
    }.joined(separator: "\n")
  }
}
