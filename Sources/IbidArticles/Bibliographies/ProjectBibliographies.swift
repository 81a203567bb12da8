import IbidModel

/// What the file of a project says of the bibliography of all its texts.
///
/// Source: Quarto's guide, «Project Basics»; bookdown, «Configuration»; MyST, «Frontmatter»; Jupyter Book,
/// «Configuration reference».
package enum ProjectBibliographies {
  /// The files' names; those of one folder all count.
  package static let fileNames = [
    "_quarto.yml", "_quarto.yaml", "_metadata.yml", "_bookdown.yml", "myst.yml", "_config.yml",
  ]

  /// The files of records that a project's file names, as it names them; none where it is no YAML.
  package static func names(in yaml: [UInt8]) -> [String] {
    guard case .success(let members) = FrontMatterYAML.members(of: yaml[...]) else { return [] }
    return members.flatMap { member -> [String] in
      switch member.name {
      case "bibliography", "bibtex_bibfiles": FrontMatter.scalars(member.value)
      case "project": member.value["bibliography"].map(FrontMatter.scalars) ?? []
      default: []
      }
    }
  }
}
