/* What Swift needs of /proc, for a bare root folder that has none.
 *
 * It reads its command line there, and ends the program where it cannot; the C library knows the line and
 * hands it to what runs before main. And once a second dispatch looks there how its threads fare, and
 * ends the program where it cannot: a release is linked so that its calls of `open` come here
 * (`--wrap=open`), and learns that all of them are at work, by which it starts no more of them. */

#if defined(__linux__)
#define _GNU_SOURCE
#include <fcntl.h>
#include <features.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#ifdef __GLIBC__

/* Of Swift's runtime; there is nothing to be done where it is named otherwise. */
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count) __attribute__((weak));

__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  if (_swift_stdlib_overrideUnsafeArgvArgc && access("/proc/self/cmdline", R_OK) != 0)
    _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}

/* The C library's own, where the linker was told to wrap it. */
extern int __real_open(const char *path, int flags, ...) __attribute__((weak));

/* A file in memory that says of a thread what /proc would say of one at work. */
static int thread_at_work(void) {
  static const char words[] = "0 (findings) R 0";
  int descriptor = memfd_create("thread", MFD_CLOEXEC);
  if (descriptor >= 0 &&
      (write(descriptor, words, sizeof words - 1) < 0 || lseek(descriptor, 0, SEEK_SET) < 0)) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

/* Whether a path is where /proc tells of a thread, like /proc/4711/stat. */
static int is_of_thread(const char *path) {
  const char *end = strrchr(path, '/');
  return strncmp(path, "/proc/", 6) == 0 && end && strcmp(end, "/stat") == 0;
}

int __wrap_open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  unsigned mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, unsigned) : 0;
  va_end(rest);
  if (!__real_open) return openat(AT_FDCWD, path, flags, mode);
  int descriptor = __real_open(path, flags, mode);
  return descriptor < 0 && is_of_thread(path) ? thread_at_work() : descriptor;
}

#endif
