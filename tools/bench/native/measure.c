// Runs a command and writes what it cost, as the kernel accounted for it, to a file.
//
//   measure <file> <command> [arguments]
//   MEASURE_FILE=<file> MEASURE_PROGRAM=<program> measure [arguments]
//
// The second way is for those who start a program by its path alone: this one stands in for it, and adds a line to the
// file for each process. (A script that stands in would lose variables whose names a shell does not know, INPUT_API-TOKEN.)
// A program this small is the parent because the peak of a child begins at that of the process it was forked from.
// Children of the command count too, as far as it waited for them: their times are added up, of their peaks the highest
// counts.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double ms(struct timeval time) { return time.tv_sec * 1e3 + time.tv_usec / 1e3; }

int main(int argc, char **argv) {
  const char *file = getenv("MEASURE_FILE");
  char **command = argv;
  if (file) {
    command[0] = getenv("MEASURE_PROGRAM");
  } else {
    if (argc < 3) return fputs("usage: measure <file> <command> [arguments]\n", stderr), 2;
    file = argv[1];
    command = argv + 2;
    remove(file);
  }
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  pid_t child = fork();
  if (child < 0) return perror("measure"), 1;
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL); // Who stops the measuring stops what is measured
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (wait4(child, &status, 0, &used) < 0) return perror("measure"), 1;
  clock_gettime(CLOCK_MONOTONIC, &to);

  FILE *out = fopen(file, "a");
  if (!out) return perror(file), 1;
  fprintf(out, "{\"wallMs\":%.3f,\"userMs\":%.3f,\"systemMs\":%.3f,\"peakBytes\":%lld,\"exitCode\":%d}\n",
          (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6, ms(used.ru_utime), ms(used.ru_stime),
          (long long)used.ru_maxrss * 1024, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return fclose(out) ? 1 : 0;
}
