#include "CIbidResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"  // #embed is C23; the toolchain's clang has it in every mode

#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

// One `#embed` a file, one row below; rows stand in the order of their names.

static const unsigned char references_journals_bin[] = {
#embed "references/journals.bin"
};
static const unsigned char references_labels_bin[] = {
#embed "references/labels.bin"
};

static const struct ibid_resource resources[] = {
  {"", (const unsigned char *)"", 0},
  RESOURCE("references/journals.bin", references_journals_bin),
  RESOURCE("references/labels.bin", references_labels_bin),
};

const struct ibid_resource *ibid_resource_at(size_t index) {
  return index < sizeof resources / sizeof *resources ? &resources[index] : NULL;
}
