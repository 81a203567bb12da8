import IbidModel

/// What begins with an `@` and ends with its closing brace.
struct BibTeXBlock {
  enum Content {
    case entry(BibTeXEntry)
    /// Strings that are defined here, by their names in small letters.
    case strings([(name: String, value: [UInt8])])
    /// A remark or a preamble, as it is.
    case remark(String)
    /// Nothing to keep.
    case nothing
  }

  /// What was mended, and where.
  struct Fault {
    /// What those ask for who say it in other words.
    enum Kind {
      case cutOff, notClosed, closedEarly, strayByte, noEquals, noValue, missingComma, unclosedValue, other
    }

    /// The offset of the place.
    var place: Int
    var message: String
    var kind = Kind.other
    /// Whether the entry is lost.
    var isRejected = false
  }

  var content: Content
  /// The offset behind it.
  var end: Int
  var faults: [Fault] = []
}

/// Thrown where the bytes at hand end before the block does, and others follow.
struct BibTeXNeedsMore: Error {}
