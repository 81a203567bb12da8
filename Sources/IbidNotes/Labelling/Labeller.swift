import CIbidResources

/// Tells which field each token of a reference belongs to.
package struct Labeller: Sendable {
  private let model: LabelModel
  private let journals: JournalNames

  /// A labeller of a trained model; `journals` are those that it was trained with.
  package init(model: LabelModel, journals: JournalNames) {
    self.model = model
    self.journals = journals
  }

  /// The labeller that the package carries; nil where its resources are broken. Nothing is read before its first use.
  package static let bundled: Labeller? = {
    guard let model = resource("references/labels.bin").flatMap(LabelModel.init(_:)),
      let journals = resource("references/journals.bin").flatMap(JournalNames.init(_:))
    else { return nil }
    return Labeller(model: model, journals: journals)
  }()

  /// The labels of a reference's tokens, and how probable each is.
  package func labels(of text: ReferenceText) -> (labels: [Label], confidences: [Float]) {
    model.labels(Features(text, journals: journals))
  }

  static func resource(_ name: String) -> ResourceArray<UInt8>? {
    var index = 0
    while let resource = ibid_resource_at(index) {
      if String(cString: resource.pointee.name) == name {
        return ResourceArray(constants: resource.pointee.bytes, count: resource.pointee.count)
      }
      index += 1
    }
    return nil
  }
}
