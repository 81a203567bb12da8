#include "CIbidResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"  // #embed is C23; the toolchain's clang has it in every mode

#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

// One `#embed` a file, one row below; rows stand in the order of their names.

static const unsigned char articles_markers_tsv[] = {
#embed "articles/markers.tsv"
};
static const unsigned char claims_roles_bin[] = {
#embed "claims/roles.bin"
};
static const unsigned char claims_worthiness_bin[] = {
#embed "claims/worthiness.bin"
};
static const unsigned char locale_de_de[] = {
#embed "locales/locales-de-DE.xml"
};
static const unsigned char locale_en_gb[] = {
#embed "locales/locales-en-GB.xml"
};
static const unsigned char locale_en_us[] = {
#embed "locales/locales-en-US.xml"
};
static const unsigned char locale_es_es[] = {
#embed "locales/locales-es-ES.xml"
};
static const unsigned char locale_fr_fr[] = {
#embed "locales/locales-fr-FR.xml"
};
static const unsigned char locale_pt_br[] = {
#embed "locales/locales-pt-BR.xml"
};
static const unsigned char references_confidence_tsv[] = {
#embed "references/confidence.tsv"
};
static const unsigned char references_journals_bin[] = {
#embed "references/journals.bin"
};
static const unsigned char references_labels_bin[] = {
#embed "references/labels.bin"
};
static const unsigned char references_readings_bin[] = {
#embed "references/readings.bin"
};
static const unsigned char references_segments_bin[] = {
#embed "references/segments.bin"
};
static const unsigned char report_css[] = {
#embed "report/report.css"
};
static const unsigned char report_js[] = {
#embed "report/report.js"
};
static const unsigned char style_american_medical_association[] = {
#embed "styles/american-medical-association.csl"
};
static const unsigned char style_apa[] = {
#embed "styles/apa.csl"
};
static const unsigned char style_bmj[] = {
#embed "styles/bmj.csl"
};
static const unsigned char style_chicago_author_date[] = {
#embed "styles/chicago-author-date.csl"
};
static const unsigned char style_chicago_notes[] = {
#embed "styles/chicago-notes.csl"
};
static const unsigned char style_elsevier_harvard[] = {
#embed "styles/elsevier-harvard.csl"
};
static const unsigned char style_harvard_cite_them_right[] = {
#embed "styles/harvard-cite-them-right.csl"
};
static const unsigned char style_ieee[] = {
#embed "styles/ieee.csl"
};
static const unsigned char style_nature[] = {
#embed "styles/nature.csl"
};
static const unsigned char style_nlm_citation_sequence_superscript[] = {
#embed "styles/nlm-citation-sequence-superscript.csl"
};
static const unsigned char style_nlm_citation_sequence[] = {
#embed "styles/nlm-citation-sequence.csl"
};
static const unsigned char style_springer_vancouver_brackets[] = {
#embed "styles/springer-vancouver-brackets.csl"
};

static const struct ibid_resource resources[] = {
  RESOURCE("articles/markers.tsv", articles_markers_tsv),
  RESOURCE("claims/roles.bin", claims_roles_bin),
  RESOURCE("claims/worthiness.bin", claims_worthiness_bin),
  RESOURCE("locales/locales-de-DE.xml", locale_de_de),
  RESOURCE("locales/locales-en-GB.xml", locale_en_gb),
  RESOURCE("locales/locales-en-US.xml", locale_en_us),
  RESOURCE("locales/locales-es-ES.xml", locale_es_es),
  RESOURCE("locales/locales-fr-FR.xml", locale_fr_fr),
  RESOURCE("locales/locales-pt-BR.xml", locale_pt_br),
  RESOURCE("references/confidence.tsv", references_confidence_tsv),
  RESOURCE("references/journals.bin", references_journals_bin),
  RESOURCE("references/labels.bin", references_labels_bin),
  RESOURCE("references/readings.bin", references_readings_bin),
    RESOURCE("references/segments.bin", references_segments_bin),
  RESOURCE("report/report.css", report_css),
  RESOURCE("report/report.js", report_js),
  RESOURCE("styles/american-medical-association.csl", style_american_medical_association),
  RESOURCE("styles/apa.csl", style_apa),
  RESOURCE("styles/bmj.csl", style_bmj),
  RESOURCE("styles/chicago-author-date.csl", style_chicago_author_date),
  RESOURCE("styles/chicago-notes.csl", style_chicago_notes),
  RESOURCE("styles/elsevier-harvard.csl", style_elsevier_harvard),
  RESOURCE("styles/harvard-cite-them-right.csl", style_harvard_cite_them_right),
  RESOURCE("styles/ieee.csl", style_ieee),
  RESOURCE("styles/nature.csl", style_nature),
  RESOURCE("styles/nlm-citation-sequence-superscript.csl", style_nlm_citation_sequence_superscript),
  RESOURCE("styles/nlm-citation-sequence.csl", style_nlm_citation_sequence),
  RESOURCE("styles/springer-vancouver-brackets.csl", style_springer_vancouver_brackets),
};

const struct ibid_resource *ibid_resource_at(size_t index) {
  return index < sizeof resources / sizeof *resources ? &resources[index] : NULL;
}
