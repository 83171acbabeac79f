#include "build_facts.h"

const char *build_commit(void) { return FINDINGS_COMMIT; }
