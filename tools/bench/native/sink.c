// Receives HTTP requests on a free port of the loopback and throws their bodies away, one thread per connection.
//
//   sink [--crc] [certificate key]
//
// The first line on stdout is the port; then one line of JSON per request: method, bytes of its body, and with --crc
// their CRC-32. Without --crc the kernel discards what it received without copying it, so that the receiver is never
// what limits a sender.
//
// Compiled with WITH_TLS it speaks TLS 1.3. With --crc it decrypts what it gets; without, it only walks from record to
// record, whose headers say how much is in them: decrypting costs as much as encrypting, and would limit a sender too.
// After such a body the connection cannot be read any more, so it is closed.
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
#ifdef WITH_TLS
#include <openssl/err.h>
#include <openssl/ssl.h>
#endif

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
#ifdef WITH_TLS
  SSL *tls;
#endif
  size_t start, end; // What of the buffer has been received and not used yet
  char buffer[BUFFER_BYTES];
};

#ifdef WITH_TLS
// A record of TLS 1.3 begins with its kind (one byte), its version (two) and its length (two); its length counts the
// kind of its content (one) and the sum over it (sixteen) too.
#define HEADER_BYTES 5
#define OVERHEAD_BYTES 17

static SSL_CTX *context;

static ssize_t get(struct connection *c, void *bytes, size_t length) { return SSL_read(c->tls, bytes, length); }
static ssize_t put(struct connection *c, const void *bytes, size_t length) { return SSL_write(c->tls, bytes, length); }

// Takes `bytes` of a body without decrypting them. Returns 0 when they do not come.
static int skip(struct connection *c, uint64_t bytes) {
  char *buffer = c->buffer;
  size_t start = 0, end = 0;
  for (int pending; bytes > 0 && (pending = SSL_pending(c->tls)) > 0;) {
    int got = SSL_read(c->tls, buffer, pending);
    if (got <= 0) return 0;
    bytes -= got;
  }
  while (bytes > 0) {
    if (end - start < HEADER_BYTES) {
      memmove(buffer, buffer + start, end - start);
      end -= start;
      start = 0;
      ssize_t got = recv(c->fd, buffer + end, BUFFER_BYTES - end, 0);
      if (got <= 0) return 0;
      end += got;
      continue;
    }
    unsigned char *record = (unsigned char *)buffer + start;
    size_t length = record[3] << 8 | record[4];
    if (length < OVERHEAD_BYTES || length - OVERHEAD_BYTES > bytes) return 0;
    bytes -= length - OVERHEAD_BYTES;
    for (start += HEADER_BYTES + length; start > end;) {
      start -= end;
      ssize_t got = recv(c->fd, buffer, BUFFER_BYTES, 0);
      if (got <= 0) return 0;
      end = got;
    }
  }
  return 1;
}
#else
static ssize_t get(struct connection *c, void *bytes, size_t length) { return recv(c->fd, bytes, length, 0); }
static ssize_t put(struct connection *c, const void *bytes, size_t length) {
  return send(c->fd, bytes, length, MSG_NOSIGNAL);
}

// Takes `bytes` of a body without copying them. Returns 0 when they do not come.
static int skip(struct connection *c, uint64_t bytes) {
  while (bytes > 0) {
    ssize_t got = recv(c->fd, NULL, bytes < (1 << 26) ? bytes : (1 << 26), MSG_TRUNC);
    if (got <= 0) return 0;
    bytes -= got;
  }
  return 1;
}
#endif

// Receives more after what is there. Returns 0 when the peer has closed.
static int receive(struct connection *c) {
  if (c->start == c->end) c->start = c->end = 0;
  if (c->start > 0 && c->end == BUFFER_BYTES) {
    memmove(c->buffer, c->buffer + c->start, c->end - c->start);
    c->end -= c->start;
    c->start = 0;
  }
  ssize_t got = get(c, c->buffer + c->end, BUFFER_BYTES - c->end);
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
      return skip(c, bytes);
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

static int answer(struct connection *c, const char *text) { return put(c, text, strlen(text)) > 0; }

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

  if (expects && !answer(c, "HTTP/1.1 100 Continue\r\n\r\n")) return 0;
  if (chunked ? !take_chunks(c, &bytes, &crc) : !take(c, bytes, &crc)) return 0;

  char said[128];
  if (with_crc) snprintf(said, sizeof said, "{\"method\":\"%s\",\"bytes\":%llu,\"crc\":%u}", method, (unsigned long long)bytes, crc);
  else snprintf(said, sizeof said, "{\"method\":\"%s\",\"bytes\":%llu}", method, (unsigned long long)bytes);
  puts(said);
#ifdef WITH_TLS
  if (!with_crc) {
    answer(c, "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    return 0;
  }
#endif
  return answer(c, "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n") && !closes;
}

static void *run(void *argument) {
  struct connection *c = argument;
#ifdef WITH_TLS
  c->tls = SSL_new(context);
  SSL_set_fd(c->tls, c->fd);
  if (SSL_accept(c->tls) == 1) while (serve(c)) continue;
  SSL_shutdown(c->tls);
  SSL_free(c->tls);
  shutdown(c->fd, SHUT_WR);
#else
  while (serve(c)) continue;
#endif
  close(c->fd);
  free(c);
  return NULL;
}

int main(int argc, char **argv) {
  with_crc = argc > 1 && !strcmp(argv[1], "--crc");
  make_table();
  signal(SIGPIPE, SIG_IGN);
  setvbuf(stdout, NULL, _IOLBF, 0);
#ifdef WITH_TLS
  context = SSL_CTX_new(TLS_server_method());
  SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
  if (argc < 3 || SSL_CTX_use_certificate_file(context, argv[argc - 2], SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_use_PrivateKey_file(context, argv[argc - 1], SSL_FILETYPE_PEM) != 1)
    return ERR_print_errors_fp(stderr), 1;
#endif

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
