#include "CIbidResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"  // #embed is C23; the toolchain's clang has it in every mode

#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

// One `#embed` a file, one row below; rows stand in the order of their names.

static const unsigned char locale_en_gb[] = {
#embed "locales/locales-en-GB.xml"
};
static const unsigned char locale_en_us[] = {
#embed "locales/locales-en-US.xml"
};
static const unsigned char style_nlm_citation_sequence[] = {
#embed "styles/nlm-citation-sequence.csl"
};

static const struct ibid_resource resources[] = {
  RESOURCE("locales/locales-en-GB.xml", locale_en_gb),
  RESOURCE("locales/locales-en-US.xml", locale_en_us),
  RESOURCE("styles/nlm-citation-sequence.csl", style_nlm_citation_sequence),
};

const struct ibid_resource *ibid_resource_at(size_t index) {
  return index < sizeof resources / sizeof *resources ? &resources[index] : NULL;
}
