#ifndef CMARK_POOL_H
#define CMARK_POOL_H

#include <cmark.h>
#include <stddef.h>

/* The tree of a text, in this thread's pool; give it back with `cmark_pool_close` on the same thread. */
cmark_node *cmark_pool_parse(const char *text, size_t length, int options);

/* Gives one tree back, with all that was taken out of it. */
void cmark_pool_close(void);

#endif
