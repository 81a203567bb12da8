import Testing

/// Source: CSL 1.0.2, «Names».
struct NameTests {
  private static let two =
    #""author": [{"family": "Doe", "given": "Jane Ann"}, {"family": "Roe", "given": "Karl-Heinz"}]"#
  private static let three =
    #""author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Karl"}, {"family": "Poe", "given": "Ed"}]"#
  private static let gogh =
    #""author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}]"#
  private static let fontaine = """
    "author": [{"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La",
    "suffix": "III"}]
    """

  private static func names(_ name: String) -> String { "<names variable=\"author\">\(name)</names>" }

  static let forms: [Sample] = [
    Sample(names("<name/>"), two, gives: "Jane Ann Doe, Karl-Heinz Roe"),
    Sample(names("<name and=\"text\"/>"), two, gives: "Jane Ann Doe and Karl-Heinz Roe"),
    Sample(names("<name and=\"symbol\"/>"), two, gives: "Jane Ann Doe &#38; Karl-Heinz Roe"),
    Sample(names("<name and=\"text\"/>"), three, gives: "Jane Doe, Karl Roe, and Ed Poe"),
    Sample(
      names("<name and=\"text\" delimiter-precedes-last=\"never\"/>"), three, gives: "Jane Doe, Karl Roe and Ed Poe"),
    Sample(
      names("<name and=\"text\" delimiter-precedes-last=\"always\"/>"), two, gives: "Jane Ann Doe, and Karl-Heinz Roe"),
    Sample(
      names("<name and=\"text\" name-as-sort-order=\"first\" delimiter-precedes-last=\"after-inverted-name\"/>"), two,
      gives: "Doe, Jane Ann, and Karl-Heinz Roe"),
    Sample(names("<name delimiter=\"; \"/>"), two, gives: "Jane Ann Doe; Karl-Heinz Roe"),
    Sample(names("<name form=\"short\"/>"), two, gives: "Doe, Roe"),
    Sample(names("<name form=\"count\"/>"), three, gives: "3"),
    Sample(names("<name initialize-with=\". \"/>"), two, gives: "J. A. Doe, K.-H. Roe"),
    Sample(
      names("<name initialize-with=\".\"/>"), two, style: "initialize-with-hyphen=\"false\"",
      gives: "J.A. Doe, K.H. Roe"),
    Sample(
      names("<name initialize=\"false\" initialize-with=\".\"/>"), #""author": [{"family": "Doe", "given": "Jane A"}]"#,
      gives: "Jane A. Doe"),
    Sample(names("<name name-as-sort-order=\"all\"/>"), two, gives: "Doe, Jane Ann, Roe, Karl-Heinz"),
    Sample(
      names("<name name-as-sort-order=\"all\" sort-separator=\" \" initialize-with=\"\"/>"), two,
      gives: "Doe JA, Roe K-H"),
    Sample(
      names("<name><name-part name=\"family\" font-variant=\"small-caps\"/></name>"), gogh,
      gives:
        "Vincent <span style=\"font-variant:small-caps;\">van</span> <span style=\"font-variant:small-caps;\">Gogh</span>"
    ),
    Sample(
      names("<name><name-part name=\"family\" text-case=\"uppercase\"/></name>"), two,
      gives: "Jane Ann DOE, Karl-Heinz ROE"),
  ]

  static let particles: [Sample] = [
    Sample(names("<name/>"), fontaine, gives: "Jean de La Fontaine III"),
    Sample(names("<name name-as-sort-order=\"all\"/>"), fontaine, gives: "Fontaine, Jean de La, III"),
    Sample(
      names("<name name-as-sort-order=\"all\"/>"), fontaine, style: "demote-non-dropping-particle=\"never\"",
      gives: "La Fontaine, Jean de, III"),
    Sample(
      names("<name name-as-sort-order=\"all\"/>"), gogh, style: "demote-non-dropping-particle=\"sort-only\"",
      gives: "van Gogh, Vincent"),
    Sample(names("<name form=\"short\"/>"), gogh, gives: "van Gogh"),
    Sample(names("<name/>"), #""author": [{"family": "van der Berg", "given": "Jan"}]"#, gives: "Jan van der Berg"),
    Sample(
      names("<name name-as-sort-order=\"all\"/>"), #""author": [{"family": "van der Berg", "given": "Jan"}]"#,
      gives: "Berg, Jan van der"),
    Sample(names("<name/>"), #""author": [{"family": "d'Alba", "given": "Ana"}]"#, gives: "Ana d’Alba"),
    Sample(names("<name/>"), #""author": [{"family": "Doe", "given": "Jo, Jr."}]"#, gives: "Jo Doe, Jr."),
    Sample(
      names("<name/>"), #""author": [{"literal": "World Health Organization"}]"#, gives: "World Health Organization"),
    Sample(names("<name/>"), #""author": [{"family": "王", "given": "小明"}]"#, gives: "王小明"),
    Sample(
      names("<name initialize-with=\".\"/>"),
      #""author": [{"family": "Doe", "given": "JA"}, {"family": "Roe", "given": "KH"}]"#, gives: "J.A. Doe, K.H. Roe"),
  ]

  static let etAl: [Sample] = [
    Sample(names("<name et-al-min=\"3\" et-al-use-first=\"1\"/>"), three, gives: "Jane Doe et al."),
    Sample(names("<name et-al-min=\"3\" et-al-use-first=\"2\"/>"), three, gives: "Jane Doe, Karl Roe, et al."),
    Sample(
      names("<name et-al-min=\"3\" et-al-use-first=\"1\" delimiter-precedes-et-al=\"always\"/>"), three,
      gives: "Jane Doe, et al."),
    Sample(
      names("<name et-al-min=\"3\" et-al-use-first=\"2\" delimiter-precedes-et-al=\"never\"/>"), three,
      gives: "Jane Doe, Karl Roe et al."),
    Sample(
      names("<name et-al-min=\"3\" et-al-use-first=\"1\" et-al-use-last=\"true\"/>"), three, gives: "Jane Doe … Ed Poe"
    ),
    Sample(
      names("<name et-al-min=\"3\" et-al-use-first=\"1\"/><et-al font-style=\"italic\"/>"), three,
      gives: "Jane Doe <i>et al.</i>"),
    Sample(
      names("<name et-al-min=\"3\" et-al-use-first=\"1\"/><et-al term=\"and others\"/>"), three,
      gives: "Jane Doe and others"),
    Sample(names("<name et-al-min=\"3\" et-al-use-first=\"0\"/>"), three, gives: ""),
    // Where names tell works apart, one is shown at least.
    Sample(
      names("<name et-al-min=\"3\" et-al-use-first=\"0\"/>"), three, citation: "disambiguate-add-names=\"true\"",
      gives: "Jane Doe et al."),
    Sample(names("<name/>"), three, citation: "et-al-min=\"2\" et-al-use-first=\"1\"", gives: "Jane Doe et al."),
    Sample(names("<name/>"), three, style: "name-delimiter=\" / \"", gives: "Jane Doe / Karl Roe / Ed Poe"),
  ]

  static let labelsAndSubstitutes: [Sample] = [
    Sample(
      "<names variable=\"editor\"><name/><label prefix=\", \"/></names>",
      #""editor": [{"family": "Doe", "given": "J"}]"#,
      gives: "J Doe, editor"),
    Sample(
      "<names variable=\"editor\"><name form=\"short\"/><label form=\"short\" prefix=\" (\" suffix=\")\"/></names>",
      #""editor": [{"family": "Doe"}, {"family": "Roe"}]"#, gives: "Doe, Roe (eds.)"),
    Sample(
      "<names variable=\"editor\"><label form=\"verb\" suffix=\" \"/><name form=\"short\"/></names>",
      #""editor": [{"family": "Doe"}]"#, gives: "edited by Doe"),
    Sample(
      "<names variable=\"editor translator\" delimiter=\"; \"><name form=\"short\"/><label prefix=\", \"/></names>",
      #""editor": [{"family": "Doe"}], "translator": [{"family": "Doe"}]"#, gives: "Doe, editor &#38; translator"),
    Sample(
      "<names variable=\"editor translator\" delimiter=\"; \"><name form=\"short\"/></names>",
      #""editor": [{"family": "Doe"}], "translator": [{"family": "Roe"}]"#, gives: "Doe; Roe"),
    Sample(
      "<names variable=\"author\"><name form=\"short\"/><substitute><names variable=\"editor\"/></substitute></names>",
      #""editor": [{"family": "Doe", "given": "J"}]"#, gives: "Doe"),
    Sample(
      """
      <group delimiter=", "><names variable="author"><substitute><text variable="title"/></substitute></names>
      <text variable="title"/></group>
      """, #""title": "Alone""#, gives: "Alone"),
  ]

  @Test("Writes names in the style's form", arguments: forms + particles + etAl + labelsAndSubstitutes)
  func writesNames(sample: Sample) throws { #expect(try sample.rendered() == sample.output) }
}
