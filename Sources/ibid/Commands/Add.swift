import ArgumentParser
import IbidKit
import IbidModel

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add one record, from fields or from a reference as text, and print its key.",
    discussion: """
      Fields are those of `ibid edit`. A work that the library has is not added twice: what is new is added to it.

        ibid add type=book 'title=Why pain persists' 'author=Roe, Jane' issued=2021
        ibid add 'Engel GL. A new medical model. Science. 1977;196:129-36.'
      """)

  @Argument(help: ArgumentHelp("Fields and their values, or one reference.", valueName: "field=value"))
  var words: [String]

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json (the record as CSL-JSON).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      let configuration = try CheckConfiguration.nearest(to: libraryOption.path)
      // Before a library is made: what is wrong leaves none behind.
      let fields = isReference ? [] : try words.map { (text) throws(IbidError) in try FieldEdit(text) }
      let library = try RecordLibrary(writing: libraryOption.path)
      let added =
        isReference
        ? try library.add(reference: words.joined(separator: " "), configuration: configuration)
        : try library.add(fields, configuration: configuration)
      switch format {
      case .text: try Output.write(added.key + "\n")
      case .json: try Output.write(json: try library.details(of: added.key).item.cslJSON())
      }
      if !added.isNew { Output.warn("the library has the work already: \(added.key)") }
    }
  }

  /// Whether the words are a reference: the first begins with no field's name and sign.
  private var isReference: Bool {
    guard let first = words.first, let sign = first.firstIndex(of: "=") else { return true }
    return first[..<sign].contains { !$0.isLetter && $0 != "-" && $0 != "_" }
  }
}
