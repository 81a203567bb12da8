#include "CIbidResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"  // #embed is C23; the toolchain's clang has it in every mode

#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

// One `#embed` a file, one row below; rows stand in the order of their names.

static const struct ibid_resource resources[] = {
  {"", (const unsigned char *)"", 0},
};

const struct ibid_resource *ibid_resource_at(size_t index) {
  return index < sizeof resources / sizeof *resources ? &resources[index] : NULL;
}
