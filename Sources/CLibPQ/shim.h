// What Swift sees of libpq. SwiftPM does not notice edits to this file: build afresh after one.
#ifndef IBID_CLIBPQ_SHIM_H
#define IBID_CLIBPQ_SHIM_H

#include <libpq-fe.h>

#endif
