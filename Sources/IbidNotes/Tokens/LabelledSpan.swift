/// Neighbouring tokens with one label.
struct LabelledSpan: Hashable {
  var label: Label
  /// Half-open range of token indices.
  var tokens: Range<Int>
  /// How sure the labels are, 0…1: that of the least sure one.
  var confidence: Double

  /// The spans of a labelling; `other` makes none.
  static func spans(of labels: [Label], confidences: [Float]) -> [LabelledSpan] {
    guard !labels.isEmpty else { return [] }
    var spans: [LabelledSpan] = []
    var start = 0
    for index in 1...labels.count where index == labels.count || labels[index] != labels[start] {
      defer { start = index }
      guard start < labels.count, labels[start] != .other else { continue }
      let confidence = confidences.isEmpty ? 1 : confidences[start..<index].min() ?? 1
      spans.append(LabelledSpan(label: labels[start], tokens: start..<index, confidence: Double(confidence)))
    }
    return spans
  }
}
