import IbidText

extension Style {
  /// The names of the bundled styles, sorted.
  package static let bundledNames: [String] = Resource.names(startingWith: "styles/").map {
    String($0.dropFirst("styles/".count).dropLast(".csl".count))
  }

  /// Other names of bundled styles.
  package static let aliases = [
    "ama": "american-medical-association",
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "icmje": "nlm-citation-sequence",
    "nlm": "nlm-citation-sequence",
    "vancouver": "nlm-citation-sequence",
    "vancouver-brackets": "springer-vancouver-brackets",
    "vancouver-superscript": "nlm-citation-sequence-superscript",
  ]

  /// The bundled style of this name or alias; nil where none is.
  package static func named(_ name: String) -> Style? {
    let name = name.lowercased()
    return Resource(named: "styles/\(aliases[name] ?? name).csl").flatMap { try? parse($0.bytes) }
  }
}
