/* Calls that Swift does not let a program make (fork) or that its Glibc module does not show. */
#define _GNU_SOURCE
#include "system_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#endif

/* How often a program is tried that somebody holds open for writing: for a second. */
enum { MOST_TRIES = 200 };

/* What the child does between fork and exec: nothing but calls that are safe there. */
static void become(const char *program, char *const arguments[], char *const environment[],
                   const char *folder, int output, pid_t parent) {
  static const struct timespec moment = {.tv_nsec = 5000000};
  static const int usual[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
  sigset_t none;
  int nothing = open("/dev/null", O_RDONLY);
#ifdef __linux__
  /* The parent may have died before this was asked for. */
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(127);
#else
  (void)parent;
#endif
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) signal(usual[i], SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) _exit(127);
  if (chdir(folder) != 0) _exit(127);
  /* A program that was only just written may be held open for writing by the child of another thread,
   * until that has become its own program; then it can be started. */
  for (int tries = 0; tries < MOST_TRIES; tries++) {
    execve(program, arguments, environment);
    if (errno != ETXTBSY) break;
    nanosleep(&moment, NULL);
  }
  _exit(127);
}

pid_t system_start(const char *program, char *const arguments[], char *const environment[],
                     const char *folder, int output) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) become(program, arguments, environment, folder, output, parent);
  return child < 0 ? -errno : child;
}

int system_exchange(const char *left, const char *right) {
#ifdef __APPLE__
  return renamex_np(left, right, RENAME_SWAP) == 0 ? 0 : errno;
#elif defined(SYS_renameat2)
  const unsigned exchange = 2; /* RENAME_EXCHANGE */
  return syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, exchange) == 0 ? 0 : errno;
#else
  return ENOSYS;
#endif
}

int system_flush(int descriptor) {
#ifdef __linux__
  return syncfs(descriptor) == 0 ? 0 : errno;
#else
  (void)descriptor;
  sync();
  return 0;
#endif
}

int system_is_remote(const char *path) {
#ifdef __linux__
  /* Numbers of file systems: statfs(2). The last are the shared folders of virtual machines. */
  static const unsigned long remote[] = {
      0x6969 /* NFS */,        0x517B /* SMB */,        0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
      0x01021997 /* 9P */,     0x65735546 /* FUSE */,   0x5346414F /* AFS */,  0x73757245 /* Coda */,
      0x00C36400 /* Ceph */,   0x786F4256 /* vboxsf */, 0xBACBACBC /* vmhgfs */,
  };
  struct statfs info;
  if (statfs(path, &info) != 0) return 0;
  for (size_t place = 0; place < sizeof remote / sizeof *remote; place++)
    if ((unsigned long)info.f_type == remote[place]) return 1;
#else
  (void)path;
#endif
  return 0;
}

char *const *system_environment(void) {
  extern char **environ;
  return environ;
}
