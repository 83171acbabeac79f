/* Where there is no /proc, as in a bare root folder, Swift cannot read its command line and ends the
 * program. The C library knows the line, and hands it to what runs before main. */

#include <unistd.h>

#if defined(__linux__)
#include <features.h>
#endif

#ifdef __GLIBC__

/* Of Swift's runtime; there is nothing to be done where it is named otherwise. */
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count) __attribute__((weak));

__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  if (_swift_stdlib_overrideUnsafeArgvArgc && access("/proc/self/cmdline", R_OK) != 0)
    _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}

#endif
