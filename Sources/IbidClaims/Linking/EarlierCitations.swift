/// What stands cited before a place in a note: in the note itself, and in the notes before it.
struct EarlierCitations {
  /// Works of the same note.
  let inNote: [Int]
  /// By note, the works behind it.
  let notes: [[Int]]
  /// By note, its label.
  let labels: [String]
  /// By note, whether it names a work that is not known.
  let namesUnknown: [Bool]

  /// The work that was cited last: in the note itself, else in the nearest note before it that cites one; nil where that
  /// note names a work that is not known.
  var last: Int? {
    if let work = inNote.last { return work }
    guard let index = notes.indices.last(where: { !notes[$0].isEmpty || namesUnknown[$0] }) else { return nil }
    return notes[index].last
  }

  /// All of them, in order.
  var all: [Int] { notes.flatMap(\.self) + inNote }

  /// The works of the note with this label, or of the note of this number.
  func works(ofNote label: String) -> [Int] {
    if let index = labels.firstIndex(of: label) { return notes[index] }
    guard let number = Int(label), notes.indices.contains(number - 1) else { return [] }
    return notes[number - 1]
  }
}
