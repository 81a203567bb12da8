import IbidText

/// Where an example comes from: what must be kept back together to measure on what was not learned from.
struct Origin: Sendable {
  /// What tells the work apart, or the article that cites it.
  var work = ""
  /// The list it stands in: a style's name, or the article that cites it.
  var list: String?
  /// Whether `list` is a style that other works are written in too.
  var isStyled = false
  /// Whether chance put its style together.
  var isInvented = false

  /// Whether a fold of so many keeps the example back to be read.
  func isRead(in fold: Fold) -> Bool { fold.holds(work) && (!isStyled || fold.holds(list ?? "")) }

  /// Whether a fold learns from the example: neither its work nor its style is kept back.
  func isLearned(in fold: Fold) -> Bool { !fold.holds(work) && !(isStyled && fold.holds(list ?? "")) }
}

/// One of several parts of the works and styles that are kept back in turn.
struct Fold: Sendable {
  var number: UInt32
  var count: UInt32

  func holds(_ name: String) -> Bool { (name.stableHash >> 7) % count == number }
}

extension String {
  /// A hash that is the same in every run (FNV-1a).
  var stableHash: UInt32 { UInt32(fnvOf: utf8) }
}
