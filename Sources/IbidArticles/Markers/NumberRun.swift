import IbidModel

/// A place in the text where numbers stand that may be citations, and the ways to read it.
struct NumberRun: Sendable {
  /// From the first digit that may be a citation's to the last.
  var range: Range<Int>
  var readings: [Reading]

  /// One way to read the run as a citation.
  struct Reading: Sendable {
    /// What a reader would take out: brackets included.
    var extent: Range<Int>
    var parts: [Part]
    var style: Marker.Style
    var features: MarkerFeatures
    /// Log odds that a citation stands here, from what surrounds it.
    var score = 0.0
    /// How many boundaries between numbers are cuts in a row of digits.
    var cuts = 0
  }

  /// A number or a range of numbers.
  struct Part: Sendable, Hashable {
    var first: Int
    var last: Int
    var range: Range<Int>
  }
}
