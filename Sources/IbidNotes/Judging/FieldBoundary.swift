import IbidText

/// What stands between two fields of a reference: which fields they are, and the marks and words between them.
///
/// The boundaries of a reference are its style, whatever its fields say.
struct FieldBoundary: Sendable, Hashable {
  /// Labels; `start` and `end` at the reference's ends.
  var left: UInt8
  var right: UInt8
  /// A hash of the kinds of up to six tokens between.
  var between: UInt32

  static let start: UInt8 = 16
  static let end: UInt8 = 17

  /// The boundaries before, between and behind fields.
  static func boundaries(of fields: [LabelledSpan], _ attributes: TokenAttributes) -> [FieldBoundary] {
    var boundaries: [FieldBoundary] = []
    boundaries.reserveCapacity(fields.count + 1)
    var left = start
    var position = 0
    func boundary(_ right: UInt8, upTo end: Int) -> FieldBoundary {
      var between = UInt32.fnvBasis
      for index in (position..<end).prefix(6) { between = between.fnv(kind(of: attributes.shapes[index])) }
      if end < attributes.count { between = between.fnv(attributes.shapes[end] & 64) }
      return FieldBoundary(left: left, right: right, between: between)
    }
    for field in fields {
      boundaries.append(boundary(field.label.rawValue, upTo: field.tokens.lowerBound))
      left = field.label.rawValue
      position = field.tokens.upperBound
    }
    boundaries.append(boundary(end, upTo: attributes.count))
    return boundaries
  }

  /// The kind of a token, so far as a style fixes them: which word or number it is says nothing.
  static func kind(of shape: UInt8) -> UInt8 {
    let kind: UInt8 =
      switch shape & 63 {
      case 17...23: 18
      case 26...34, 46...50, 52, 53: 26
      default: shape & 63
      }
    return kind | shape & 64
  }
}
