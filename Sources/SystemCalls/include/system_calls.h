#ifndef SYSTEM_CALLS_H
#define SYSTEM_CALLS_H

#include <sys/types.h>

/* Starts a program in a folder, with standard output and error going to `output` and nothing to read.
 *
 * It stays in this process group, and on Linux it dies with the thread that started it. Gives its number,
 * or the negative error number; a program that cannot be run ends with the code 127. */
pid_t system_start(const char *program, char *const arguments[], char *const environment[],
                     const char *folder, int output);

/* Lets two paths change places in one step; 0, or the error number. */
int system_exchange(const char *left, const char *right);

/* Waits until all that was written to the file system of an open file or folder is on the disk; 0, or the
 * error number. */
int system_flush(int descriptor);

/* Whether a path lies on a file system whose files others may change unnoticed by this machine; 0 or 1. */
int system_is_remote(const char *path);

/* The variables of this process, as `NAME=value`, with NULL after the last. */
char *const *system_environment(void);

#endif
