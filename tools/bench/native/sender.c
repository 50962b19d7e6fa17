// Sends a body from memory, as fast as the kernel takes it: what a receiver and the loopback allow at most.
//
//   sender <port> <bytes>
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// Small enough to stay in the processor's nearest caches
#define BLOCK_BYTES (32 * 1024)

int main(int argc, char **argv) {
  if (argc != 3) return fputs("usage: sender <port> <bytes>\n", stderr), 2;
  uint64_t left = strtoull(argv[2], NULL, 10);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (connect(fd, (struct sockaddr *)&address, sizeof address)) return perror("sender"), 1;

  char head[128], said[64];
  snprintf(head, sizeof head, "PUT / HTTP/1.1\r\nhost: sink\r\ncontent-length: %llu\r\n\r\n", (unsigned long long)left);
  if (send(fd, head, strlen(head), MSG_NOSIGNAL) != (ssize_t)strlen(head)) return perror("sender"), 1;

  char *block = malloc(BLOCK_BYTES);
  memset(block, 'x', BLOCK_BYTES);
  while (left > 0) {
    ssize_t sent = send(fd, block, left < BLOCK_BYTES ? left : BLOCK_BYTES, MSG_NOSIGNAL);
    if (sent <= 0) return perror("sender"), 1;
    left -= sent;
  }
  ssize_t got = recv(fd, said, sizeof said, 0);
  return got > 12 && !memcmp(said, "HTTP/1.1 200", 12) ? 0 : (fputs("sender: no 200 came\n", stderr), 1);
}
