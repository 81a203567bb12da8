// libpq's functions, which load it at the first call: it brings twenty libraries with it (TLS, Kerberos, LDAP), and a
// command that asks no server shall not wait for them.
#include "CLibPQ.h"

#include <dlfcn.h>
#include <stddef.h>

static void *library(void) {
  static void *handle;
  if (!handle) handle = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  return handle;
}

int ibid_has_libpq(void) { return library() != NULL; }

static void *function(const char *name) { return library() ? dlsym(library(), name) : NULL; }

// Its own calls of these functions must not come back here.
#define HIDDEN __attribute__((visibility("hidden")))

#define LOADED(result, name, parameters, arguments)                    \
  HIDDEN result name parameters {                                      \
    static result(*loaded) parameters;                                 \
    if (!loaded) loaded = (result(*) parameters)function(#name);       \
    return loaded arguments;                                           \
  }

LOADED(PGconn *, PQconnectStartParams, (const char *const *keywords, const char *const *values, int expand),
       (keywords, values, expand))
LOADED(PostgresPollingStatusType, PQconnectPoll, (PGconn * connection), (connection))
LOADED(void, PQfinish, (PGconn * connection), (connection))
LOADED(PQconninfoOption *, PQconninfo, (PGconn * connection), (connection))
LOADED(PQconninfoOption *, PQconninfoParse, (const char *text, char **message), (text, message))
LOADED(void, PQconninfoFree, (PQconninfoOption * options), (options))
LOADED(void, PQfreemem, (void *memory), (memory))
LOADED(ConnStatusType, PQstatus, (const PGconn *connection), (connection))
LOADED(PGTransactionStatusType, PQtransactionStatus, (const PGconn *connection), (connection))
LOADED(char *, PQerrorMessage, (const PGconn *connection), (connection))
LOADED(int, PQsocket, (const PGconn *connection), (connection))
LOADED(int, PQconsumeInput, (PGconn * connection), (connection))
LOADED(int, PQenterPipelineMode, (PGconn * connection), (connection))
LOADED(int, PQexitPipelineMode, (PGconn * connection), (connection))
LOADED(int, PQpipelineSync, (PGconn * connection), (connection))
LOADED(PGresult *, PQgetResult, (PGconn * connection), (connection))
LOADED(PGresult *, PQexec, (PGconn * connection, const char *sql), (connection, sql))
LOADED(PGresult *, PQprepare,
       (PGconn * connection, const char *name, const char *sql, int count, const Oid *types),
       (connection, name, sql, count, types))
LOADED(PGresult *, PQexecParams,
       (PGconn * connection, const char *sql, int count, const Oid *types, const char *const *values,
        const int *lengths, const int *formats, int format),
       (connection, sql, count, types, values, lengths, formats, format))
LOADED(PGresult *, PQexecPrepared,
       (PGconn * connection, const char *name, int count, const char *const *values, const int *lengths,
        const int *formats, int format),
       (connection, name, count, values, lengths, formats, format))
LOADED(int, PQsendQueryParams,
       (PGconn * connection, const char *sql, int count, const Oid *types, const char *const *values,
        const int *lengths, const int *formats, int format),
       (connection, sql, count, types, values, lengths, formats, format))
LOADED(ExecStatusType, PQresultStatus, (const PGresult *result), (result))
LOADED(char *, PQresultErrorMessage, (const PGresult *result), (result))
LOADED(char *, PQresultErrorField, (const PGresult *result, int field), (result, field))
LOADED(char *, PQcmdStatus, (PGresult * result), (result))
LOADED(int, PQntuples, (const PGresult *result), (result))
LOADED(int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column))
LOADED(char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column))
LOADED(int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column))
LOADED(void, PQclear, (PGresult * result), (result))
