// Answers every HTTP request on a free port of the loopback with one file, one thread per connection.
//
//   server <file>
//
// The first line on stdout is the port. The kernel sends the file by itself, so that the sender is never what limits a
// receiver.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST_HEAD (64 * 1024)

static int file;
static off_t file_bytes;

// Receives the head of a request, which has no body. Returns 0 when there is none.
static int receive_head(int fd) {
  char head[LONGEST_HEAD];
  size_t end = 0;
  while (end < sizeof head) {
    ssize_t got = recv(fd, head + end, sizeof head - end, 0);
    if (got <= 0) return 0;
    end += got;
    if (end >= 4 && !memcmp(head + end - 4, "\r\n\r\n", 4)) return 1;
  }
  return 0;
}

static int answer(int fd) {
  char head[128];
  int length = snprintf(head, sizeof head,
                        "HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\ncontent-length: %lld\r\n\r\n",
                        (long long)file_bytes);
  if (send(fd, head, length, MSG_NOSIGNAL | MSG_MORE) != length) return 0;
  for (off_t at = 0; at < file_bytes;)
    if (sendfile(fd, file, &at, file_bytes - at) <= 0) return 0;
  return 1;
}

static void *run(void *argument) {
  int fd = (int)(intptr_t)argument;
  while (receive_head(fd) && answer(fd)) continue;
  close(fd);
  return NULL;
}

int main(int argc, char **argv) {
  struct stat about;
  if (argc != 2) return fputs("usage: server <file>\n", stderr), 2;
  if ((file = open(argv[1], O_RDONLY)) < 0 || fstat(file, &about) < 0) return perror(argv[1]), 1;
  file_bytes = about.st_size;
  signal(SIGPIPE, SIG_IGN);
  setvbuf(stdout, NULL, _IOLBF, 0);

  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 128)) return perror("server"), 1;
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));

  for (;;) {
    int fd = accept(listener, NULL, NULL);
    if (fd < 0) continue;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    pthread_t thread;
    pthread_create(&thread, NULL, run, (void *)(intptr_t)fd);
    pthread_detach(thread);
  }
}
