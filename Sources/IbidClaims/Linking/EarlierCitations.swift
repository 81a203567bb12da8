/// What stands cited before a place in a note: in the note itself, and in the notes before it.
struct EarlierCitations {
  /// Works of the same note.
  let inNote: [Int]
  /// By note, the works behind it.
  let notes: [[Int]]
  /// By note, its label.
  let labels: [String]

  /// The work that was cited last: in the note itself, else in the nearest note before it that cites one.
  var last: Int? { inNote.last ?? notes.last { !$0.isEmpty }?.last }

  /// All of them, in order.
  var all: [Int] { notes.flatMap(\.self) + inNote }

  /// The works of the note with this label, or of that which is the so-manieth.
  func works(ofNote label: String) -> [Int] {
    if let index = labels.firstIndex(of: label) { return notes[index] }
    guard let number = Int(label), notes.indices.contains(number - 1) else { return [] }
    return notes[number - 1]
  }
}
