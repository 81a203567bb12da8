/// The commands that astronomers' styles have for journals, and that every export of ADS is full of.
///
/// Source: SAO/NASA ADS, «Abbreviations for journal names in BibTeX entries» (AASTeX macros).
enum BibTeXJournals {
  /// The abbreviated name for a command without its backslash; nil where it is none.
  static func name(_ command: String) -> String? { names[command] }

  private static let names = [
    "aj": "Astron. J.", "apj": "Astrophys. J.", "apjl": "Astrophys. J. Lett.", "apjlett": "Astrophys. J. Lett.",
    "apjs": "Astrophys. J. Suppl. Ser.", "apjsupp": "Astrophys. J. Suppl. Ser.", "aap": "Astron. Astrophys.",
    "astap": "Astron. Astrophys.", "aapr": "Astron. Astrophys. Rev.", "aaps": "Astron. Astrophys. Suppl. Ser.",
    "araa": "Annu. Rev. Astron. Astrophys.", "actaa": "Acta Astron.", "ao": "Appl. Opt.",
    "apss": "Astrophys. Space Sci.",
    "azh": "Astron. Zh.", "baas": "Bull. Am. Astron. Soc.", "icarus": "Icarus", "jcap": "J. Cosmol. Astropart. Phys.",
    "jgr": "J. Geophys. Res.", "jqsrt": "J. Quant. Spectrosc. Radiat. Transf.", "memras": "Mem. R. Astron. Soc.",
    "mnras": "Mon. Not. R. Astron. Soc.", "na": "New Astron.", "nar": "New Astron. Rev.", "nat": "Nature",
    "pasa": "Publ. Astron. Soc. Aust.", "pasj": "Publ. Astron. Soc. Jpn.", "pasp": "Publ. Astron. Soc. Pac.",
    "physrep": "Phys. Rep.", "planss": "Planet. Space Sci.", "pra": "Phys. Rev. A", "prb": "Phys. Rev. B",
    "prc": "Phys. Rev. C", "prd": "Phys. Rev. D", "pre": "Phys. Rev. E", "prl": "Phys. Rev. Lett.",
    "procspie": "Proc. SPIE", "qjras": "Q. J. R. Astron. Soc.", "skytel": "Sky Telesc.", "solphys": "Sol. Phys.",
    "sovast": "Sov. Astron.", "ssr": "Space Sci. Rev.", "grl": "Geophys. Res. Lett.", "psj": "Planet. Sci. J.",
    "gca": "Geochim. Cosmochim. Acta", "nphysa": "Nucl. Phys. A", "rmxaa": "Rev. Mex. Astron. Astrofis.",
  ]
}
