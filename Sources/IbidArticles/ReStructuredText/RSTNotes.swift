import IbidModel
import IbidText

/// A note as `.. [label]` defines it.
struct RSTDefinition {
  /// As it stands between the brackets.
  var label: String
  var start: Int
  var blocks: [MarkdownBlock]
}

/// What names mean in a reStructuredText document, by the names in lower case.
struct RSTNames {
  /// Labels of notes.
  var notes: [String: String]
  /// Addresses.
  var links: [String: String]
  /// Texts that `.. |name| replace::` stands for.
  var replacements: [String: String]
}

/// The notes of a reStructuredText document with their labels.
///
/// Source: docutils, «Auto-Numbered Footnotes», «Auto-Symbol Footnotes», «Mixed Manual and Auto-Numbered Footnotes».
struct RSTNotes {
  private(set) var notes: [BlockNote] = []
  /// Labels by what is written in the text, in lower case.
  private(set) var labels: [String: String] = [:]
  /// The labels of the notes without a name, in order.
  private var numbers: [String] = []
  private var symbols: [String] = []

  init(_ definitions: [RSTDefinition]) {
    let manual = Set(definitions.map(\.label))
    var number = 0
    for definition in definitions {
      var label = definition.label
      if label.hasPrefix("#") {
        repeat { number += 1 } while manual.contains(String(number))
        if label == "#" {
          label = String(number)
          numbers.append(label)
        }
      } else if label == "*" {
        label = Self.symbol(symbols.count)
        symbols.append(label)
      }
      labels[label.lowercased()] = label
      notes.append(BlockNote(label: label, start: definition.start, blocks: definition.blocks))
    }
  }

  /// `*`, `†`, … and from the eleventh on the same signs doubled.
  private static func symbol(_ index: Int) -> String {
    let signs = ["*", "†", "‡", "§", "¶", "#", "♠", "♥", "♦", "♣"]
    return String(repeating: signs[index % signs.count], count: min(index / signs.count + 1, 8))
  }

  /// Points the marks without a name at the notes without one, in the order of the file.
  func number(_ draft: inout ArticleDraft) {
    for (mark, labels) in [("#", numbers), ("*", symbols)] {
      let marks = draft.citations.indices.filter {
        draft.citations[$0].markers.first?.target == .note(mark) && draft.citations[$0].markers.first?.label == mark
      }
      let ordered = marks.sorted {
        draft.map.source(of: draft.citations[$0].range.lowerBound)
          < draft.map.source(of: draft.citations[$1].range.lowerBound)
      }
      for (index, label) in zip(ordered, labels) {
        draft.citations[index].markers[0].label = label
        draft.citations[index].markers[0].target = .note(label)
      }
    }
  }
}
