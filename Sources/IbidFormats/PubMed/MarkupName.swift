/// The name of an element or attribute, and what it stands for.
struct MarkupName: BitwiseCopyable {
  /// The parser's own copy, ended by a zero: two names of one parser are equal where these pointers are.
  let spelling: UnsafePointer<UInt8>
  let count: Int32
  /// Its number in ``PubMedSchema/names``; 0 for none.
  var element: UInt8 = 0
  var inline = PubMedInline.Element.other
  /// What it stands for as the name of an attribute.
  var attribute = PubMedField.none
  /// Whether it is a record's or a set's of records: a tag that ends a record where it stands in one.
  var isOuter = false
  /// The value that goes without saying: `N` for `MajorTopicYN`, `Y` for every other `…YN`, 0 for all else.
  let usualValue: UInt8

  init(_ spelling: UnsafePointer<UInt8>, count: Int) {
    self.spelling = spelling
    self.count = Int32(clamping: count)
    let isYN = count > 2 && spelling[count - 2] == UInt8(ascii: "Y") && spelling[count - 1] == UInt8(ascii: "N")
    usualValue = !isYN ? 0 : spelling[0] == UInt8(ascii: "M") ? UInt8(ascii: "N") : UInt8(ascii: "Y")
  }

  /// A name that ends in a zero and of which nothing is known.
  init(_ spelling: UnsafePointer<UInt8>) {
    var count = 0
    while spelling[count] != 0 { count += 1 }
    self.init(spelling, count: count)
  }
}

/// An attribute of a start tag, its value without escapes.
struct MarkupAttribute: BitwiseCopyable {
  let name: MarkupName
  let value: UnsafePointer<UInt8>
  let count: Int
}
