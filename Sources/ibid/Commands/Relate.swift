import ArgumentParser
import IbidKit
import IbidModel

struct Relate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Say how a record stands to another one.",
    discussion: """
      Relations are \(WorkRelation.allCases.map(\.rawValue).joined(separator: ", ")).

      same-work makes the two records one, under the first key; the other key leads to it from then on, and `ibid undo` \
      takes it back. other-work is for records that look alike: `ibid dedupe` and imports never take them for one again.

        ibid relate weng2022 preprint-of weng2023
        ibid relate weng2023 same-work weng2023a
        ibid relate weng2023 other-work weng2023b
        ibid relate weng2022 preprint-of weng2023 --remove
      """)

  @Argument(help: ArgumentHelp("The record's key.", valueName: "key"))
  var key: String

  @Argument(
    help: ArgumentHelp("What it is to the other.", valueName: "relation"), transform: FormatOption.choice)
  var relation: WorkRelation

  @Argument(help: ArgumentHelp("The other record's key.", valueName: "other-key"))
  var other: String

  @OptionGroup var libraryOption: LibraryOption

  @Flag(help: "Take the relation out.")
  var remove = false

  func run() throws {
    try Failure.reporting {
      let isChanged = try RecordLibrary(updating: libraryOption.path)
        .relate(key, RecordRelation(relation, key: other), isRemoved: remove)
      if !isChanged {
        Output.warn(
          remove && relation == .sameWork
            ? "nothing changed; what was merged `ibid undo` takes back" : "nothing changed")
      } else if relation == .sameWork, !remove {
        Output.warn("“\(other)” is merged into “\(key)”, and leads there from now on; `ibid undo` takes it back")
      }
    }
  }
}
