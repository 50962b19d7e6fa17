// Receives HTTP requests on a free port of the loopback and throws their bodies away, one thread per connection.
//
//   sink [--crc]
//
// The first line on stdout is the port; then one line of JSON per request: method, bytes of its body, and with --crc
// their CRC-32. Without --crc the kernel discards what it received without copying it, so that the receiver is never
// what limits a sender.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define BUFFER_BYTES (1 << 20)
#define LONGEST_HEAD (64 * 1024)

static int with_crc;
static uint32_t table[8][256];

static void make_table(void) {
  for (uint32_t n = 0; n < 256; n++) {
    uint32_t c = n;
    for (int bit = 0; bit < 8; bit++) c = (c >> 1) ^ (c & 1 ? 0xedb88320u : 0);
    table[0][n] = c;
  }
  for (int slice = 1; slice < 8; slice++)
    for (int n = 0; n < 256; n++)
      table[slice][n] = (table[slice - 1][n] >> 8) ^ table[0][table[slice - 1][n] & 0xff];
}

static uint32_t crc32_of(uint32_t crc, const unsigned char *bytes, size_t length) {
  crc = ~crc;
  for (; length >= 8; bytes += 8, length -= 8) {
    uint64_t next;
    memcpy(&next, bytes, 8);
    next ^= crc;
    crc = table[7][next & 0xff] ^ table[6][(next >> 8) & 0xff] ^ table[5][(next >> 16) & 0xff] ^
          table[4][(next >> 24) & 0xff] ^ table[3][(next >> 32) & 0xff] ^ table[2][(next >> 40) & 0xff] ^
          table[1][(next >> 48) & 0xff] ^ table[0][next >> 56];
  }
  while (length--) crc = (crc >> 8) ^ table[0][(crc ^ *bytes++) & 0xff];
  return ~crc;
}

struct connection {
  int fd;
  size_t start, end; // What of the buffer has been received and not used yet
  char buffer[BUFFER_BYTES];
};

// Receives more after what is there. Returns 0 when the peer has closed.
static int receive(struct connection *c) {
  if (c->start == c->end) c->start = c->end = 0;
  if (c->start > 0 && c->end == BUFFER_BYTES) {
    memmove(c->buffer, c->buffer + c->start, c->end - c->start);
    c->end -= c->start;
    c->start = 0;
  }
  ssize_t got = recv(c->fd, c->buffer + c->end, BUFFER_BYTES - c->end, 0);
  if (got <= 0) return 0;
  c->end += got;
  return 1;
}

// Takes `bytes` of a body. Returns 0 when they do not come.
static int take(struct connection *c, uint64_t bytes, uint32_t *crc) {
  while (bytes > 0) {
    size_t there = c->end - c->start;
    if (there > bytes) there = bytes;
    if (there > 0) {
      if (with_crc) *crc = crc32_of(*crc, (unsigned char *)c->buffer + c->start, there);
      c->start += there;
      bytes -= there;
    } else if (with_crc) {
      if (!receive(c)) return 0;
    } else {
      ssize_t got = recv(c->fd, NULL, bytes < (1 << 26) ? bytes : (1 << 26), MSG_TRUNC);
      if (got <= 0) return 0;
      bytes -= got;
    }
  }
  return 1;
}

// Finds the end of a line, receiving until it is there. Returns its length without the line break, or -1.
static ssize_t line(struct connection *c) {
  for (;;) {
    char *end = memmem(c->buffer + c->start, c->end - c->start, "\r\n", 2);
    if (end) return end - (c->buffer + c->start);
    if (c->end - c->start > LONGEST_HEAD || !receive(c)) return -1;
  }
}

static int take_chunks(struct connection *c, uint64_t *bytes, uint32_t *crc) {
  for (;;) {
    ssize_t length = line(c);
    if (length < 0) return 0;
    uint64_t size = strtoull(c->buffer + c->start, NULL, 16);
    c->start += length + 2;
    if (size == 0) {
      while ((length = line(c)) > 0) c->start += length + 2; // Trailers
      c->start += 2;
      return length == 0;
    }
    if (!take(c, size, crc)) return 0;
    *bytes += size;
    if (line(c) != 0) return 0;
    c->start += 2;
  }
}

static int answer(int fd, const char *text) {
  return send(fd, text, strlen(text), MSG_NOSIGNAL) >= 0;
}

// Serves one request. Returns 0 when there is none or it did not come whole.
static int serve(struct connection *c) {
  char method[16] = "";
  uint64_t bytes = 0;
  uint32_t crc = 0;
  int chunked = 0, expects = 0, closes = 0;

  ssize_t length = line(c);
  if (length <= 0) return 0;
  sscanf(c->buffer + c->start, "%15[A-Z]", method);
  for (;;) {
    c->start += length + 2;
    if ((length = line(c)) < 0) return 0;
    if (length == 0) break;
    const char *header = c->buffer + c->start;
    if (!strncasecmp(header, "content-length:", 15)) bytes = strtoull(header + 15, NULL, 10);
    if (!strncasecmp(header, "transfer-encoding:", 18)) chunked = 1;
    if (!strncasecmp(header, "expect:", 7)) expects = 1;
    if (!strncasecmp(header, "connection: close", 17)) closes = 1;
  }
  c->start += 2;

  if (expects && !answer(c->fd, "HTTP/1.1 100 Continue\r\n\r\n")) return 0;
  if (chunked ? !take_chunks(c, &bytes, &crc) : !take(c, bytes, &crc)) return 0;

  char said[128];
  if (with_crc) snprintf(said, sizeof said, "{\"method\":\"%s\",\"bytes\":%llu,\"crc\":%u}", method, (unsigned long long)bytes, crc);
  else snprintf(said, sizeof said, "{\"method\":\"%s\",\"bytes\":%llu}", method, (unsigned long long)bytes);
  puts(said);
  return answer(c->fd, "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n") && !closes;
}

static void *run(void *argument) {
  struct connection *c = argument;
  while (serve(c)) continue;
  close(c->fd);
  free(c);
  return NULL;
}

int main(int argc, char **argv) {
  with_crc = argc > 1 && !strcmp(argv[1], "--crc");
  make_table();
  signal(SIGPIPE, SIG_IGN);
  setvbuf(stdout, NULL, _IOLBF, 0);

  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 128)) return perror("sink"), 1;
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));

  for (;;) {
    int fd = accept(listener, NULL, NULL);
    if (fd < 0) continue;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    struct connection *c = malloc(sizeof *c);
    c->fd = fd;
    c->start = c->end = 0;
    pthread_t thread;
    pthread_create(&thread, NULL, run, c);
    pthread_detach(thread);
  }
}
