/// What a parser calls as it reads, in libxml2's own C signatures: a reader's functions are called without
/// anything between, because a file has ten million elements.
///
/// Each function gets the `state` pointer that the parser was made with. Texts are UTF-8; a name's pointer is
/// interned, so that two names are equal where their pointers are (see ``XMLParser/intern(_:)``).
///
/// Source: libxml2, `xmlSAXHandler` (SAX2).
@unsafe
package struct XMLCallbacks: Sendable {
  /// The parser's state pointer.
  package typealias State = UnsafeMutableRawPointer?
  /// Bytes in memory of the parser's.
  package typealias Text = UnsafePointer<UInt8>?
  /// State, local name, prefix, namespace; count and list of namespaces; count of attributes, count of those that
  /// come from a DTD (always 0), and five pointers an attribute: local name, prefix, namespace, start and end of
  /// its value.
  package typealias Start =
    @convention(c) (
      State, Text, Text, Text, Int32, UnsafeMutablePointer<Text>?, Int32, Int32, UnsafeMutablePointer<Text>?
    ) -> Void
  /// State, local name, prefix, namespace.
  package typealias End = @convention(c) (State, Text, Text, Text) -> Void
  /// State, text (not ended by a zero), count of bytes. One stretch of text comes in any number of pieces.
  package typealias Characters = @convention(c) (State, Text, Int32) -> Void
  /// State, name of an entity that nothing defines, ended by a zero.
  package typealias Reference = @convention(c) (State, Text) -> Void

  /// A start tag.
  package var start: Start
  /// An end tag, or the end of an empty element.
  package var end: End
  /// Text, CDATA and blanks between elements.
  package var characters: Characters
  /// An undefined entity, in text or in an attribute.
  package var reference: Reference

  /// Names the four functions.
  package init(
    start: @escaping Start, end: @escaping End, characters: @escaping Characters, reference: @escaping Reference
  ) {
    unsafe self.start = start
    unsafe self.end = end
    unsafe self.characters = characters
    unsafe self.reference = reference
  }
}
