import IbidCSL

extension CSLWarning {
  /// One line for a person; nil where the same is said elsewhere: a key that no item has is an error of its own.
  var sentence: String? {
    switch self {
    case .unknownItem: nil
    case .emptyEntry(let id, _): "\(id) has an empty entry in this style, so the bibliography leaves it out"
    }
  }
}
