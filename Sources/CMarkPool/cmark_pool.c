#include "cmark_pool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Memory for cmark's trees: handed out in a row and given back all at once.
 *
 * A tree is made of many small pieces that all die with it. The general allocator looks for a place for
 * each among everything that a register of 10,000 reports keeps, which took a quarter of the time of
 * reading; cmark's own arena is shared by all threads. Every thread has a pool of its own here, which is
 * empty again when the last tree of the thread is gone. A tree must go on the thread that made it. */

struct cmark_pool_block {
  struct cmark_pool_block *previous;
  size_t size;
};

struct cmark_pool {
  struct cmark_pool_block *last;
  size_t used;
  int trees;
};

/* This thread's pool. */
static struct cmark_pool *cmark_pool_here(void) {
  static _Thread_local struct cmark_pool pool;
  return &pool;
}

enum { CMARK_POOL_ALIGNMENT = 16, CMARK_POOL_BLOCK = 256 * 1024 };

/* Each piece is preceded by its size, which `realloc` needs. */
static void *cmark_pool_take(size_t size) {
  if (size > (size_t)1 << 40) abort();
  struct cmark_pool *pool = cmark_pool_here();
  size_t needed = ((size + CMARK_POOL_ALIGNMENT - 1) & ~(size_t)(CMARK_POOL_ALIGNMENT - 1)) + CMARK_POOL_ALIGNMENT;
  if (!pool->last || pool->last->size - pool->used < needed) {
    size_t room = needed > CMARK_POOL_BLOCK ? needed : CMARK_POOL_BLOCK;
    struct cmark_pool_block *block = malloc(CMARK_POOL_ALIGNMENT + room);
    if (!block) abort();
    block->previous = pool->last;
    block->size = room;
    pool->last = block;
    pool->used = 0;
  }
  char *start = (char *)pool->last + CMARK_POOL_ALIGNMENT + pool->used;
  pool->used += needed;
  *(size_t *)start = size;
  return start + CMARK_POOL_ALIGNMENT;
}

static void *cmark_pool_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(cmark_pool_take(count * size), 0, count * size);
}

static void *cmark_pool_realloc(void *old, size_t size) {
  void *piece = cmark_pool_take(size);
  if (old) {
    size_t before = *(size_t *)((char *)old - CMARK_POOL_ALIGNMENT);
    memcpy(piece, old, before < size ? before : size);
  }
  return piece;
}

static void cmark_pool_free(void *piece) { (void)piece; }

cmark_node *cmark_pool_parse(const char *text, size_t length, int options) {
  static cmark_mem allocator = {cmark_pool_calloc, cmark_pool_realloc, cmark_pool_free};
  cmark_pool_here()->trees += 1;
  cmark_parser *parser = cmark_parser_new_with_mem(options, &allocator);
  cmark_parser_feed(parser, text, length);
  return cmark_parser_finish(parser);
}

void cmark_pool_close(void) {
  struct cmark_pool *pool = cmark_pool_here();
  pool->trees -= 1;
  if (pool->trees > 0) return;
  while (pool->last && (pool->last->previous || pool->last->size > CMARK_POOL_BLOCK)) {
    struct cmark_pool_block *previous = pool->last->previous;
    free(pool->last);
    pool->last = previous;
  }
  pool->used = 0;
}
