// What Swift sees of libpq.
#ifndef IBID_CLIBPQ_H
#define IBID_CLIBPQ_H

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#elif __has_include(<pgsql/libpq-fe.h>)
#include <pgsql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/// Whether libpq could be loaded. Nothing else may be called where it could not.
int ibid_has_libpq(void);

#endif
