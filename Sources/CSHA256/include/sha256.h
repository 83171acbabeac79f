#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>
#include <stdint.h>

/* Works whole blocks of 64 bytes into the eight words of a state, with the processor's own instructions.
 *
 * `constants` are the 64 of the standard. Gives 1, or 0 where the processor has no such instructions and
 * nothing was done. */
int sha256_absorb(uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *constants);

#endif
