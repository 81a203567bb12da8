private import CLibXML2

/// Parses XML documents in memory, one after another, calling ``XMLCallbacks``.
///
/// It knows no entity beyond XML's five, follows no document type, and opens neither file nor address; elements
/// stand at most 256 deep. Who calls it caps the length of a start tag (``longestStartTag``), whose attributes cost
/// the square of their count. One parser belongs to one thread at a time.
@safe
package struct XMLParser: ~Copyable {
  /// The longest start tag, in bytes, that a reader should pass on.
  package static let longestStartTag = 65_536

  private let context: xmlParserCtxtPtr
  private let outcome: UnsafeMutablePointer<Outcome>

  /// What the error handler notes; it lives as long as the parser.
  private struct Outcome {
    var failure: XMLFailure?
  }

  /// A parser that passes `state` to its callbacks. `state` must outlive every call of ``parse(_:)``.
  ///
  /// - Throws: a failure where there is no memory.
  package init(_ callbacks: XMLCallbacks, state: UnsafeMutableRawPointer) throws(XMLFailure) {
    _ = Self.library
    let made = unsafe ibid_xml_make(
      state, callbacks.start, callbacks.end, callbacks.characters, callbacks.reference, Self.note)
    guard let context = unsafe made else {
      throw XMLFailure(message: "no memory for an XML parser", line: 0, offset: 0)
    }
    unsafe self.context = context
    unsafe outcome = .allocate(capacity: 1)
    unsafe outcome.initialize(to: Outcome())
    unsafe context.pointee._private = UnsafeMutableRawPointer(outcome)
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
    unsafe outcome.deinitialize(count: 1)
    unsafe outcome.deallocate()
  }

  /// The pointer that stands for `name` in every callback of this parser.
  package borrowing func intern(_ name: String) -> UnsafePointer<UInt8>? {
    var name = name
    return name.withUTF8 { unsafe intern($0) }
  }

  /// The same for a name's UTF-8.
  package borrowing func intern(_ name: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
    unsafe xmlDictLookup(context.pointee.dict, name.baseAddress, Int32(clamping: name.count))
  }

  /// Reads one document. Callbacks that came before a failure stand.
  ///
  /// - Returns: nil, or the first thing that makes `document` no well-formed XML.
  package borrowing func parse(_ document: UnsafeRawBufferPointer) -> XMLFailure? {
    guard let start = document.baseAddress, let count = Int32(exactly: document.count), count > 0 else {
      return XMLFailure(message: "Document is empty", line: 1, offset: 0)
    }
    unsafe outcome.pointee.failure = nil
    unsafe ibid_xml_parse(context, start.assumingMemoryBound(to: CChar.self), count)
    let isWellFormed = unsafe context.pointee.wellFormed != 0
    if let failure = unsafe outcome.pointee.failure { return failure }
    return isWellFormed ? nil : XMLFailure(message: "not well-formed", line: 1, offset: 0)
  }

  /// Where the parser is, for its callbacks to ask; not to be used after the parser's end.
  package var position: XMLPosition { unsafe XMLPosition(context: UnsafeMutableRawPointer(context)) }

  private static let library: Void = ibid_xml_start()

  /// Notes the first fatal error; warnings and undefined namespaces are no failure.
  private static let note: xmlStructuredErrorFunc = { _, error in
    guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL,
      let context = unsafe error.pointee.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self),
      let outcome = unsafe context.pointee._private?.assumingMemoryBound(to: Outcome.self),
      unsafe outcome.pointee.failure == nil
    else { return }
    let words = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well-formed"
    unsafe outcome.pointee.failure = XMLFailure(
      message: withoutLines(words), line: Int(error.pointee.line), offset: ibid_xml_offset(context))
  }

  /// libxml2's words without the numbers of lines in them (`mismatch: b line 1 and a`): who calls may have cut the
  /// document out of a file, and knows better.
  private static func withoutLines(_ message: String) -> String {
    var kept: [Substring] = []
    for word in message.split(whereSeparator: \.isWhitespace) {
      if kept.last == "line", Int(word) != nil { kept.removeLast() } else { kept.append(word) }
    }
    return kept.joined(separator: " ")
  }
}
