// Sends a body from memory, as fast as the kernel takes it: what a receiver and the loopback allow at most.
//
//   sender <port> <bytes>
//
// Compiled with WITH_TLS it speaks TLS, and trusts whoever answers.
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#ifdef WITH_TLS
#include <openssl/ssl.h>
#endif

// Small enough to stay in the processor's nearest caches
#define BLOCK_BYTES (32 * 1024)

static int fd;
#ifdef WITH_TLS
static SSL *tls;
static ssize_t get(void *bytes, size_t length) { return SSL_read(tls, bytes, length); }
static ssize_t put(const void *bytes, size_t length) { return SSL_write(tls, bytes, length); }
#else
static ssize_t get(void *bytes, size_t length) { return recv(fd, bytes, length, 0); }
static ssize_t put(const void *bytes, size_t length) { return send(fd, bytes, length, MSG_NOSIGNAL); }
#endif

int main(int argc, char **argv) {
  if (argc != 3) return fputs("usage: sender <port> <bytes>\n", stderr), 2;
  uint64_t left = strtoull(argv[2], NULL, 10);
  fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (connect(fd, (struct sockaddr *)&address, sizeof address)) return perror("sender"), 1;
#ifdef WITH_TLS
  tls = SSL_new(SSL_CTX_new(TLS_client_method()));
  SSL_set_fd(tls, fd);
  if (SSL_connect(tls) != 1) return fputs("sender: no TLS\n", stderr), 1;
#endif

  char head[128], said[64];
  snprintf(head, sizeof head, "PUT / HTTP/1.1\r\nhost: sink\r\ncontent-length: %llu\r\n\r\n", (unsigned long long)left);
  if (put(head, strlen(head)) != (ssize_t)strlen(head)) return perror("sender"), 1;

  char *block = malloc(BLOCK_BYTES);
  memset(block, 'x', BLOCK_BYTES);
  while (left > 0) {
    ssize_t sent = put(block, left < BLOCK_BYTES ? left : BLOCK_BYTES);
    if (sent <= 0) return perror("sender"), 1;
    left -= sent;
  }
  ssize_t got = get(said, sizeof said);
  return got > 12 && !memcmp(said, "HTTP/1.1 200", 12) ? 0 : (fputs("sender: no 200 came\n", stderr), 1);
}
