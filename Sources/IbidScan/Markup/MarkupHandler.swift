/// What a format does with the tags and texts of its markup: ``PlainParser`` knows none of them.
///
/// Bytes are lent for the time of a call.
public protocol MarkupHandler: ~Copyable {
  /// What a name stands for.
  associatedtype Meaning: BitwiseCopyable

  /// Says what a name stands for, once for each.
  func meaning(of name: Span<UInt8>) -> Meaning

  /// Whether the text that comes next is of no interest, so that it need not be handed over.
  var ignoresText: Bool { get }

  /// Whether a start tag of this name cannot stand here: parsing stops before it.
  func refuses(_ name: MarkupName<Meaning>) -> Bool

  /// A start tag, also one of an empty element.
  ///
  /// - Returns: whether to go on.
  mutating func start(
    _ name: MarkupName<Meaning>, _ tag: borrowing StartTag<Meaning>, at place: inout DocumentPlace
  ) -> Bool

  /// An end tag, or the end of an empty element; `place` is the one behind it.
  mutating func end(_ name: MarkupName<Meaning>, at place: inout DocumentPlace)

  /// Text without references. One stretch comes in any number of pieces.
  mutating func characters(_ piece: Span<UInt8>)
}
