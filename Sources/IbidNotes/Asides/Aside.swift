package import IbidModel

/// A stretch of a reference that says by fixed words what it is: «accessed 3 May 2021», «[Computer software]», «[M]».
///
/// Asides are read by rules and kept from the labeller: no training set holds all ways to write them, and what they
/// leave behind looks alike with and without them.
package struct Aside: Sendable, Hashable {
  /// What it says.
  package enum Meaning: Sendable, Hashable {
    case accessed(CSLDate)
    /// The day on which a work appeared, whose year may stand elsewhere.
    case appeared(year: Int?, month: Int, day: Int?)
    /// The kind of work, with the words for it where a style prints them.
    case type(ItemType, genre: String?)
    case version(String)
    /// The number of a patent or report.
    case number(String, ItemType)
    case names(Variable, [Name])
    /// What the authors were: directors of a film, hosts of a broadcast.
    case role(Variable, ItemType)
    /// Nothing that a record holds: «[Internet]», «Epub ahead of print», a licence.
    case nothing
  }

  package var meaning: Meaning
  /// Half-open range of UTF-8 offsets, brackets included.
  package var range: Range<Int>
}
