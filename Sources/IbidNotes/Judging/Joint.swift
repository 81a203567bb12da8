import IbidText

/// What stands between two fields of a reference: which fields they are, and the marks and words between them.
///
/// The joints of a reference are its style, whatever its fields say.
struct Joint: Sendable, Hashable {
  /// Labels; `start` and `end` at the reference's ends.
  var left: UInt8
  var right: UInt8
  /// A hash of the makes of up to six tokens between.
  var between: UInt32

  static let start: UInt8 = 16
  static let end: UInt8 = 17

  /// The joints before, between and behind fields.
  static func joints(of fields: [LabelledSpan], _ attributes: TokenAttributes) -> [Joint] {
    var joints: [Joint] = []
    joints.reserveCapacity(fields.count + 1)
    var left = start
    var position = 0
    func joint(_ right: UInt8, upTo end: Int) -> Joint {
      var between: UInt32 = 0x811C_9DC5
      for index in (position..<end).prefix(6) {
        between = (between ^ make(of: attributes.shapes[index])) &* 0x0100_0193
      }
      if end < attributes.count { between = (between ^ UInt32(attributes.shapes[end] & 64)) &* 0x0100_0193 }
      return Joint(left: left, right: right, between: between)
    }
    for field in fields {
      joints.append(joint(field.label.rawValue, upTo: field.tokens.lowerBound))
      left = field.label.rawValue
      position = field.tokens.upperBound
    }
    joints.append(joint(end, upTo: attributes.count))
    return joints
  }

  /// Makes of tokens, so far as a style fixes them: which word or number it is says nothing.
  static func make(of shape: UInt8) -> UInt32 {
    let make: UInt8 =
      switch shape & 63 {
      case 17...23: 18
      case 26...34, 46...50, 52, 53: 26
      default: shape & 63
      }
    return UInt32(make | shape & 64)
  }
}
