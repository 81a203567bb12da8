private import CLibXML2

/// Where a parser is in its document: a plain pointer, so that a callback's state can hold it.
@unsafe
package struct XMLPosition: BitwiseCopyable, @unchecked Sendable {
  fileprivate let context: UnsafeMutableRawPointer

  init(context: UnsafeMutableRawPointer) { unsafe self.context = context }

  /// 1-based line of the byte that is parsed next.
  package var line: Int { unsafe Int(ibid_xml_line(context.assumingMemoryBound(to: xmlParserCtxt.self))) }

  /// Offset of the byte that is parsed next.
  package var offset: Int { unsafe ibid_xml_offset(context.assumingMemoryBound(to: xmlParserCtxt.self)) }

  /// Whether an attribute's value is being parsed, whose entities ``XMLCallbacks/Reference`` is told of too.
  package var isInAttribute: Bool {
    unsafe ibid_xml_is_in_attribute(context.assumingMemoryBound(to: xmlParserCtxt.self)) != 0
  }
}
