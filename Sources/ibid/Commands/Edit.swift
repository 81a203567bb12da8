import ArgumentParser
import IbidKit

struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Mend a record: what a person says counts above every source, and outlasts later imports.",
    discussion: """
      Fields have CSL's names. Names are written Family, Given; Family, Given; a body as it is. Dates are EDTF: \
      2017, 2017-07, 2017-07-12, 2017/2018, 2017~. A field with nothing behind the = is taken out. Without fields, \
      the record is opened as JSON in $VISUAL or $EDITOR, and what was changed there is taken. What changed is \
      printed.

        ibid edit klasson2022 issued=2022-03 page=11-19
        ibid edit klasson2022 'author=Klasson, C L; World Health Organization'
        ibid edit klasson2022 abstract=
        ibid edit klasson2022
      """)

  @Argument(help: ArgumentHelp("The record's key.", valueName: "key"))
  var key: String

  @Argument(help: ArgumentHelp("Fields and their values.", valueName: "field=value"))
  var fields: [String] = []

  @OptionGroup var libraryOption: LibraryOption

  @Option(help: "text or json (one change a line).")
  var format = TextOrJSON.text

  func run() throws {
    try Failure.reporting {
      let edits = try fields.isEmpty ? editsByHand() : fields.map { (text) throws(IbidError) in try FieldEdit(text) }
      let library = try RecordLibrary(updating: libraryOption.path)
      for clash in try library.clashes(of: key, edits) {
        Output.warn("ibid: note: \(clash); `ibid dedupe` compares them")
      }
      let changes = edits.isEmpty ? [] : try library.edit(key: key, edits)
      for change in changes { try Output.write(change, format) }
      if changes.isEmpty { Output.warn("nothing changed") }
    }
  }

  private func editsByHand() throws -> [FieldEdit] {
    let text = try RecordLibrary(updating: libraryOption.path).editableText(of: key)
    return try RecordLibrary.edits(from: text, to: Editor.edited(text, ending: ".json"))
  }
}
