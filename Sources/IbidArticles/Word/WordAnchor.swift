import IbidModel
import IbidText

/// Where the comment on a stretch of the text begins and ends in the document's part.
///
/// A border stands between runs of a paragraph, in the run's middle where it must; outside fields, links and tracked
/// changes where the stretch begins or ends with them; never in a formula, a text box or an instruction.
///
/// Source: ECMA-376, part 1, sections 17.13.4.3 and 17.13.4.4.
struct WordAnchor {
  /// A place for markers.
  enum Border: Hashable {
    /// Between two elements.
    case between(Int)
    /// Between two children of a run.
    case inRun(run: Int, offset: Int)
    /// In the middle of a run's text.
    case inText(text: Int, offset: Int)

    /// The byte at which something is written.
    var offset: Int {
      switch self {
      case .between(let offset), .inRun(_, let offset), .inText(_, let offset): offset
      }
    }
  }

  private let part: WordPart
  /// The fields that are open around each run are told by where they begin and end.
  private let byStart: [Int: WordField]
  private let byEnd: [Int: WordField]

  init(_ part: WordPart) {
    self.part = part
    let fields = WordFieldScan.fields(of: part).filter { $0.form == .complex && !$0.isDeleted }
    var starts: [Int: WordField] = [:]
    var ends: [Int: WordField] = [:]
    for field in fields {
      guard let separate = field.separate, let begin = part.ancestor(of: field.begin, .paragraph),
        part.ancestor(of: field.end, .paragraph) == begin, let start = part.ancestor(of: separate, .run),
        let end = part.ancestor(of: field.end, .run)
      else { continue }
      starts[start] = field
      ends[end] = field
    }
    (byStart, byEnd) = (starts, ends)
  }

  /// The border before the character at a byte.
  func start(at offset: Int) -> Border? { border(at: offset, isStart: true) }

  /// The border behind the character that ends at a byte.
  func end(at offset: Int) -> Border? { border(at: offset, isStart: false) }

  /// The borders around the mark of a note.
  func around(_ reference: Int) -> (start: Border, end: Border)? {
    guard let run = part.ancestor(of: reference, .run), part.ancestor(of: run, .paragraph) != nil else { return nil }
    let element = allowed(run)
    let extent = part.extent(element)
    return (.between(extent.lowerBound), .between(extent.upperBound))
  }

  private func border(at offset: Int, isStart: Bool) -> Border? {
    guard let token = part.token(at: isStart ? offset : max(0, offset - 1)) else { return nil }
    let holder = part.tokens[token].opens ? token : part.tokens[token].parent ?? token
    guard let run = part.ancestor(of: holder, .run) else { return whole(token, isStart: isStart) }
    let element = allowed(run)
    let isVisible = part.tokens[holder].tag.isVisibleText || part.tokens[holder].tag.isNoteReference
    guard element == run, isVisible, part.tokens[holder].parent == run else { return edge(of: element, isStart) }
    let text = part.tokens[holder]
    if text.tag == .text, text.kind == .start, offset > text.range.upperBound,
      offset < part.tokens[text.match].range.lowerBound
    {
      return .inText(text: holder, offset: offset)
    }
    // At a border of a child of the run.
    let siblings = part.children(of: run).filter { part.tokens[$0].tag != .runProperties }
    if holder == (isStart ? siblings.first : siblings.last) { return edge(of: run, isStart) }
    let extent = part.extent(holder)
    return .inRun(run: run, offset: isStart ? extent.lowerBound : extent.upperBound)
  }

  /// The element itself, or the outermost one around it in which no borders may stand.
  private func allowed(_ run: Int) -> Int {
    var element = run
    var parent = part.tokens[run].parent
    var hasParagraph = false
    while let index = parent {
      let tag = part.tokens[index].tag
      if tag == .paragraph {
        hasParagraph = true
        // A paragraph in a text box stands within a run of another.
        guard let box = part.ancestor(of: index, .textBox), let outer = part.ancestor(of: box, .run) else { break }
        element = outer
        parent = part.tokens[outer].parent
        continue
      }
      if !tag.holdsRuns { element = index }
      parent = part.tokens[index].parent
    }
    return hasParagraph ? element : run
  }

  /// The border of what holds a character that stands in no run.
  private func whole(_ token: Int, isStart: Bool) -> Border? {
    var element = token
    while let parent = part.tokens[element].parent {
      if part.tokens[parent].tag == .paragraph { return edge(of: element, isStart) }
      element = parent
    }
    return nil
  }

  /// The border before or behind an element, outside whatever begins or ends with it.
  private func edge(of element: Int, _ isStart: Bool) -> Border {
    var element = element
    while let outer = isStart ? outerStart(of: element) : outerEnd(of: element) { element = outer }
    let extent = part.extent(element)
    return .between(isStart ? extent.lowerBound : extent.upperBound)
  }

  private func outerStart(of element: Int) -> Int? {
    let before = sibling(of: element, step: -1)
    if let before, let field = byStart[before], let begin = part.ancestor(of: field.begin, .run), begin <= before,
      part.tokens[begin].parent == part.tokens[element].parent
    {
      return begin
    }
    return before == nil ? holder(of: element) : nil
  }

  private func outerEnd(of element: Int) -> Int? {
    let behind = sibling(of: element, step: 1)
    if let behind, byEnd[behind] != nil, isBare(behind) { return behind }
    return behind == nil ? holder(of: element) : nil
  }

  /// Whether a run holds nothing but the character of a field.
  private func isBare(_ run: Int) -> Bool {
    part.children(of: run).allSatisfy { [.fieldCharacter, .runProperties].contains(part.tokens[$0].tag) }
  }

  /// The element around one that is its first or last, where that one holds runs and is no paragraph.
  private func holder(of element: Int) -> Int? {
    guard let parent = part.tokens[element].parent, part.tokens[parent].tag.holdsRuns else { return nil }
    return parent
  }

  /// The element beside one in what holds both, properties passed over.
  private func sibling(of element: Int, step: Int) -> Int? {
    let passed: Set<WordTag> = [.controlProperties, .paragraphProperties, .proofError]
    if step > 0 {
      var index = part.tokens[element].match + 1
      while index < part.tokens.count, part.tokens[index].kind != .end {
        if part.tokens[index].opens, !passed.contains(part.tokens[index].tag) { return index }
        index = part.tokens[index].match + 1
      }
      return nil
    }
    var index = element - 1
    while index >= 0, part.tokens[index].kind != .start {
      if part.tokens[index].kind == .end || part.tokens[index].kind == .empty {
        let start = part.tokens[index].match
        if !passed.contains(part.tokens[start].tag) { return start }
        index = start - 1
      } else {
        index -= 1
      }
    }
    return nil
  }
}

extension WordTag {
  /// Marks of notes.
  var isNoteReference: Bool { self == .footnoteReference || self == .endnoteReference }
}
