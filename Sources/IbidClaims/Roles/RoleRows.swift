internal import Glibc

/// What the second pass looks at: what the first one makes of a sentence, of its neighbours and of the whole article,
/// and where citations stand.
struct RoleRows {
  private let document: RoleDocument
  private let views: [RoleView]
  private var whole = Sums()
  private var sections: [Int: Sums] = [:]
  private var paragraphs: [Sums]
  /// What each sentence shares with all before it, with the one before, with its headings, and with the one behind.
  private var shares: [[Float]] = []

  /// What sentences of a part come to; a sentence itself is taken out again before it is told of its part.
  private struct Sums {
    var count: Float = 0
    var cited: Float = 0
    var roles = [Float](repeating: 0, count: SentenceRole.allCases.count)
    var research = [Float](repeating: 0, count: RoleModel.researchAnswers)
    var needOfCited: Float = 0
    var needOfUncited: Float = 0
    var worthy: Float = 0
    var worthyCited: Float = 0

    mutating func add(_ view: RoleView, isCited: Bool, _ sign: Float = 1) {
      count += sign
      cited += isCited ? sign : 0
      for (index, value) in view.roles.enumerated() { roles[index] += sign * value }
      for (index, value) in view.research.enumerated() { research[index] += sign * value }
      if isCited { needOfCited += sign * view.need } else { needOfUncited += sign * view.need }
      if view.research[0] > 0 {
        worthy += sign
        worthyCited += isCited ? sign : 0
      }
    }

    func without(_ view: RoleView, isCited: Bool) -> Sums {
      var sums = self
      sums.add(view, isCited: isCited, -1)
      return sums
    }
  }

  init(_ document: RoleDocument, _ views: [RoleView]) {
    self.document = document
    self.views = views
    paragraphs = document.paragraphs.map { _ in Sums() }
    var seen: Set<UInt32> = []
    for (index, sentence) in document.sentences.enumerated() {
      whole.add(views[index], isCited: sentence.isCited)
      sections[sentence.section, default: Sums()].add(views[index], isCited: sentence.isCited)
      paragraphs[document.paragraph(index)].add(views[index], isCited: sentence.isCited)
      let reading = document.readings[index]
      let known = reading.topics.count { seen.contains($0) }
      seen.formUnion(reading.topics)
      shares.append([
        Float(known) / Float(max(1, reading.topics.count)),
        document.before(index).map { reading.share(of: document.readings[$0].vocabulary) } ?? 0,
        reading.share(of: document.headings[sentence.section]?.words ?? []),
        document.behind(index).map { reading.share(of: document.readings[$0].vocabulary) } ?? 0,
      ])
    }
  }

  /// The row of a sentence, by `RoleFeature.all`.
  func row(_ index: Int) -> [Float] {
    var row: [Float] = []
    row.reserveCapacity(RoleFeature.all.count)
    let sentence = document.sentences[index]
    let view = views[index]
    row.append(view.need)
    row += view.roles
    row += view.research
    row.append(view.worthiness)
    row += document.readings[index].shape.values
    row.append(sentence.isCited ? 1 : 0)
    let (before, behind) = (document.before(index), document.behind(index))
    appendNeighbour(before, toward: true, to: &row)
    appendNeighbour(behind, toward: true, to: &row)
    appendNeighbour(before.flatMap(document.before), toward: false, to: &row)
    appendNeighbour(behind.flatMap(document.behind), toward: false, to: &row)
    appendParts(index, sentence, view, to: &row)
    row += shares[index]
    return row
  }

  private static let missing: Float = -0.5

  private func appendNeighbour(_ other: Int?, toward isNext: Bool, to row: inout [Float]) {
    guard let other else {
      row += [Float](repeating: Self.missing, count: SentenceRole.allCases.count)
      row += [-1, Self.missing]
      if isNext { row += Self.shapesBeside.map { _ in Self.missing } }
      return
    }
    row += views[other].roles
    row.append(document.sentences[other].isCited ? 1 : 0)
    row.append(views[other].research[0])
    if isNext { row += Self.shapesBeside.map { document.readings[other].shape[$0] } }
  }

  static let shapesBeside: [ShapeFeature] = [
    .length, .writer, .writers, .evidence, .past, .numbers, .demonstrative, .connective,
  ]

  private func appendParts(_ index: Int, _ sentence: RoleSentence, _ view: RoleView, to row: inout [Float]) {
    let rest = whole.without(view, isCited: sentence.isCited)
    let paragraph = paragraphs[document.paragraph(index)].without(view, isCited: sentence.isCited)
    let section = sections[sentence.section]?.without(view, isCited: sentence.isCited) ?? Sums()
    func mean(_ sum: Float, _ count: Float, _ missing: Float = -1) -> Float { count > 0.5 ? sum / count : missing }
    row += rest.roles.map { mean($0, rest.count, 0) }
    row += paragraph.roles.map { mean($0, paragraph.count) }
    row += rest.research.map { mean($0, rest.count, 0) }
    let place = document.place(index)
    row += [Float(place.fromStart), Float(place.fromEnd), Float(place.count)]
    row += citedDistances(index)
    row += [
      mean(rest.cited, rest.count), mean(paragraph.cited, paragraph.count), mean(section.cited, section.count),
      Float(index) / Float(document.sentences.count),
    ]
    row += document.headings[sentence.section]?.kinds ?? []
    row += [
      mean(rest.needOfUncited, rest.count - rest.cited, -5), mean(rest.needOfCited, rest.cited, -5),
      mean(rest.worthyCited, rest.worthy), document.share(of: .writer, without: index),
      document.share(of: .writers, without: index), document.share(of: .reader, without: index),
    ]
  }

  /// How far off the nearest that cite before and behind in the paragraph are; 9 where there is none so near.
  private func citedDistances(_ index: Int) -> [Float] {
    let paragraph = document.paragraphs[document.paragraph(index)]
    func distance(_ step: Int) -> Float {
      for distance in 1..<9 {
        let other = index + step * distance
        guard paragraph.contains(other) else { return 9 }
        if document.sentences[other].isCited { return Float(distance) }
      }
      return 9
    }
    return [distance(-1), distance(1)]
  }
}
