import CMark
import IbidModel

/// Changes in cmark's tree of a text before it becomes a page.
enum MarkdownTree {
  private typealias Node = OpaquePointer

  /// Makes HTML text that shows it, but for comments and the marks of divisions, which go.
  static func showHTML(in root: OpaquePointer) {
    for node in nodes(of: root, where: { $0 == CMARK_NODE_HTML_BLOCK || $0 == CMARK_NODE_HTML_INLINE }) {
      let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
      let text = shown(String(cString: cmark_node_get_literal(node)), isBlock: isBlock)
      if !text.isEmpty, let shown = cmark_node_new(CMARK_NODE_TEXT) {
        cmark_node_set_literal(shown, text)
        if isBlock, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
          cmark_node_append_child(paragraph, shown)
          cmark_node_insert_before(node, paragraph)
        } else {
          cmark_node_insert_before(node, shown)
        }
      }
      cmark_node_free(node)
    }
  }

  private static func shown(_ html: String, isBlock: Bool) -> String {
    let bytes = html.utf8.trimmedASCII
    if bytes.starts(with: Array("<!--".utf8)) {
      guard let end = bytes.firstOffset(of: "-->") else { return "" }
      return String(decoding: bytes[(end + 3)...].trimmedASCII, as: UTF8.self)
    }
    guard isBlock else { return html }
    let lines = bytes.split(separator: 0x0A).filter { !isDivision($0.trimmedASCII) }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  /// Whether a line is one tag of a division.
  private static func isDivision(_ line: [UInt8]) -> Bool {
    guard line.last == UInt8(ascii: ">"), line.count(where: { $0 == UInt8(ascii: ">") }) == 1 else { return false }
    return line.starts(with: Array("</div".utf8)) || line.starts(with: Array("<div".utf8))
  }

  /// Makes a span of brackets that attributes follow: the attributes' node holds its opening tag.
  static func makeSpans(in root: OpaquePointer) {
    for mark in nodes(of: root, where: { $0 == CMARK_NODE_CUSTOM_INLINE }) where cmark_node_first_child(mark) == nil {
      let isSpan = !String(cString: cmark_node_get_on_enter(mark)).isEmpty
      guard isSpan, let (open, offset) = opening(before: mark), let head = text(of: open),
        let inner = cmark_node_new(CMARK_NODE_TEXT)
      else {
        cmark_node_free(mark)
        continue
      }
      cmark_node_set_literal(open, string(head[..<offset]))
      cmark_node_set_literal(inner, string(head[(offset + 1)...]))
      cmark_node_append_child(mark, inner)
      while let node = cmark_node_next(open), node != mark { cmark_node_append_child(mark, node) }
      if let last = cmark_node_last_child(mark), let tail = text(of: last) {
        cmark_node_set_literal(last, string(tail.dropLast()))
      }
      cmark_node_set_on_exit(mark, "</span>")
    }
  }

  /// Where the bracket stands that the one right before `mark` closes, at most 100 nodes and 20,000 bytes before it.
  private static func opening(before mark: Node) -> (node: Node, offset: Int)? {
    var depth = 0
    var count = 0
    var node = mark
    for _ in 0..<100 {
      guard let previous = cmark_node_previous(node), count < 20_000 else { return nil }
      node = previous
      guard let text = text(of: node) else { continue }
      count += text.count
      for (offset, byte) in text.enumerated().reversed() {
        if byte == UInt8(ascii: "]") { depth += 1 }
        if byte == UInt8(ascii: "[") { depth -= 1 }
        if depth == 0 { return byte == UInt8(ascii: "[") ? (node, offset) : nil }
      }
    }
    return nil
  }

  private static func text(of node: Node) -> [UInt8]? {
    guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else { return nil }
    return Array(String(cString: literal).utf8)
  }

  private static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func nodes(of root: Node, where isWanted: (cmark_node_type) -> Bool) -> [Node] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var nodes: [Node] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), isWanted(cmark_node_get_type(node)) {
        nodes.append(node)
      }
    }
  }
}
