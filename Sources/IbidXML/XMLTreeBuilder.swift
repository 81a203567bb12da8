/// Makes a tree of what the parser calls.
@safe
struct XMLTreeBuilder {
  private let document: [UInt8]
  /// Set once the parser is made.
  private var position: XMLPosition?
  /// The elements that are open, the root first.
  private var open: [XMLTree] = []
  private var root: XMLTree?
  private var failure: XMLFailure?

  private init(document: [UInt8]) { self.document = document }

  /// The root element of a document.
  ///
  /// - Throws: the first fault, in the order of the document.
  static func tree(of document: [UInt8]) throws(XMLFailure) -> XMLTree {
    let state = UnsafeMutablePointer<XMLTreeBuilder>.allocate(capacity: 1)
    unsafe state.initialize(to: XMLTreeBuilder(document: document))
    defer {
      unsafe state.deinitialize(count: 1)
      unsafe state.deallocate()
    }
    let parser = try unsafe XMLParser(callbacks, state: UnsafeMutableRawPointer(state))
    unsafe state.pointee.position = parser.position
    let failure = unsafe document.withUnsafeBytes { unsafe parser.parse($0) }
    // What a callback found stands before what ended the document.
    if let failure = unsafe state.pointee.failure ?? failure { throw failure }
    guard let root = unsafe state.pointee.root else {
      throw XMLFailure(message: "Document is empty", line: 1, offset: 0)
    }
    return root
  }

  private static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { state, name, _, _, _, _, count, _, attributes in
        guard let name = unsafe name, let state = unsafe state else { return }
        unsafe state.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.start(name, Int(count), attributes)
      },
      end: { state, _, _, _ in unsafe state?.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.end() },
      characters: { state, text, count in
        guard let text = unsafe text, let state = unsafe state else { return }
        let piece = unsafe UnsafeBufferPointer(start: text, count: Int(count))
        unsafe state.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.append(piece)
      },
      reference: { state, name in
        guard let name = unsafe name, let state = unsafe state else { return }
        unsafe state.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.refuse(entity: String(cString: name))
      })
  }

  private mutating func start(
    _ name: UnsafePointer<UInt8>, _ count: Int, _ attributes: UnsafeMutablePointer<XMLCallbacks.Text>?
  ) {
    var element = unsafe XMLTree(name: String(cString: name), line: lineOfTag)
    if let attributes = unsafe attributes {
      element.attributes.reserveCapacity(count)
      for index in 0..<count {
        // Local name, prefix, namespace, start and end of the value.
        let five = unsafe attributes + 5 * index
        guard let name = unsafe five[0], let start = unsafe five[3], let end = unsafe five[4] else { continue }
        let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
        unsafe element.attributes.append((String(cString: name), String(decoding: value, as: UTF8.self)))
      }
    }
    open.append(element)
  }

  private mutating func end() {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty else { return }
    unsafe open[open.count - 1].text += String(decoding: piece, as: UTF8.self)
  }

  private mutating func refuse(entity name: String) {
    guard failure == nil, let position = unsafe position else { return }
    failure = unsafe XMLFailure(
      message: "Entity '\(name)' not defined", line: position.line, offset: position.offset)
  }

  /// The line on which the start tag begins at whose end the parser is.
  private var lineOfTag: Int {
    guard let position = unsafe position else { return 1 }
    let end = unsafe position.offset
    let line = unsafe position.line
    // Where the document is not in UTF-8 the parser's offsets are not the document's, and its line has to do.
    guard end <= document.count, let start = document[..<end].lastIndex(of: UInt8(ascii: "<")) else { return line }
    return line - document[start..<end].count { $0 == 0x0A }
  }
}
