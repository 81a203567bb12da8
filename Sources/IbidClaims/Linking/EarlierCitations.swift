/// What stands cited before a place in a note: in the note itself, and in the notes before it.
///
/// It grows note by note, as a list made anew for each note would cost the square of the number of notes.
struct EarlierCitations {
  /// Works of the same note.
  var inNote: [Int] = []
  /// By note before it, the works behind it.
  private var notes: [[Int]] = []
  /// The works of all of these, in order.
  private var before: [Int] = []
  /// By label, the first note that has it.
  private var noteByLabel: [String: Int] = [:]

  /// Whether the nearest note that names a work names one that is not known.
  private var isUnknown = false

  /// The work that was cited last: in the note itself, else in the nearest note before it that names one; nil where that
  /// one is not known.
  var last: Int? { inNote.last ?? (isUnknown ? nil : before.last) }

  /// The work cited last of those that are meant; each is asked for once.
  func last(where isMeant: (Int) -> Bool) -> Int? {
    var asked: Set<Int> = []
    return inNote.last { asked.insert($0).inserted && isMeant($0) }
      ?? before.last { asked.insert($0).inserted && isMeant($0) }
  }

  /// The works of the note with this label, or of the note of this number.
  func works(ofNote label: String) -> [Int] {
    if let index = noteByLabel[label] { return notes[index] }
    guard let number = Int(label), notes.indices.contains(number - 1) else { return [] }
    return notes[number - 1]
  }

  /// Ends a note: what follows stands in the next one.
  ///
  /// - Parameter namesUnknown: whether a short citation in it leads nowhere.
  mutating func endNote(_ label: String, works: [Int], namesUnknown: Bool) {
    if !works.isEmpty || namesUnknown { isUnknown = works.isEmpty }
    if noteByLabel[label] == nil { noteByLabel[label] = notes.count }
    notes.append(works)
    before += works
    inNote = []
  }
}
