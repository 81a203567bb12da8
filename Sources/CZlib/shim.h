// What Swift sees of zlib. SwiftPM does not notice edits to this file: build afresh after one.
#ifndef IBID_CZLIB_SHIM_H
#define IBID_CZLIB_SHIM_H

#include <zlib.h>

/// Makes `stream` ready to inflate one gzip member after another (`inflateInit2` is a macro).
static inline int ibid_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

#endif
