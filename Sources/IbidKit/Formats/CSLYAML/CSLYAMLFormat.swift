import IbidArticles
import IbidFormats
import IbidModel

extension RecordFormat {
  /// Pandoc's CSL-YAML: CSL-JSON's items under `references`.
  static let cslYAML = RecordFormat(
    name: "csl-yaml", summary: "CSL-YAML, as pandoc has it",
    recognizes: { prefix in YAMLRecords.lines(of: prefix).contains { $0.starts(with: "references:".utf8) } },
    read: YAMLRecords.reading { members in
      let works = members.last { $0.name == "references" }?.value.elements ?? []
      return (works.map(CSLYAML.item).compactMap(Item.init(cslJSON:)), [])
    })
}
