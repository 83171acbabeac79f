#ifndef BUILD_FACTS_H
#define BUILD_FACTS_H

/* The commit that the program is built from; empty where the build was not told. */
const char *build_commit(void);

#endif
