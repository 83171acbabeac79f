/* Valgrind 3.19 writes to the mask that sigsuspend is given, and libdispatch's is in memory that may only be
   read: so it gets a copy. */
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}
