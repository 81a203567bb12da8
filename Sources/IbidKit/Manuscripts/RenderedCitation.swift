/// What stands for a citation in the rendered text.
struct RenderedCitation {
  /// The author's name, where the sentence has it.
  var author: String?
  /// What the style makes of the works.
  var text: String
  /// Keys of works that no record describes.
  var missing: [String] = []

  /// All of it: «Weng (2023)».
  var whole: String { joined(author, text) }

  /// The author's name with what is missing, for where the rest is a note.
  var inSentence: String { joined(author, "") }

  private func joined(_ author: String?, _ text: String) -> String {
    let marks = missing.isEmpty ? nil : "[" + missing.map { "@\($0)?" }.joined(separator: "; ") + "]"
    return [author, text, marks].compactMap { $0?.isEmpty == false ? $0 : nil }.joined(separator: " ")
  }
}
