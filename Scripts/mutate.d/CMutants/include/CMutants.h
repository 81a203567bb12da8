#include <stdbool.h>
#include <stdint.h>

/// Whether the mutant of this number is the one that runs (`IBID_MUTANT` in the environment).
bool ibid_mutant(int32_t number);
