// Files of ours that the command carries inside itself: no bundle to find at run time, no Foundation to
// find it with, and no copy made of them in memory.
#ifndef IBID_RESOURCES_H
#define IBID_RESOURCES_H

#include <stddef.h>

struct ibid_resource {
  const char *_Nonnull name;  // the path under this folder's `Sources/CIbidResources`, as in "styles/apa.csl"
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// The resource at this place of the list, in the order of the names; null past its end.
const struct ibid_resource *_Nullable ibid_resource_at(size_t index);

#endif
