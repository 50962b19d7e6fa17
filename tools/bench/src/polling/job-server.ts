// job-server: a vendor with any number of batch prediction jobs, forked by the bench. They run until it is told to finish.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jobAnswer } from './job-answer.ts';
import type { Seen } from './job-service.ts';

/** As load balancers do: longer than anybody pauses here. */
const keepAliveMs = 65_000;

let polls: number[] = [];
let sockets = { open: 0, most: 0, opened: 0 };
let finished = false;

const jobOf = (url = ''): string => url.split('/').findLast((part) => part !== '') ?? '';

const server: Server = createServer((request, response) => {
  polls.push(Date.now());
  const body = jobAnswer(jobOf(request.url), finished);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.keepAliveTimeout = keepAliveMs;
server.on('connection', (socket) => {
  sockets = {
    open: sockets.open + 1,
    most: Math.max(sockets.most, sockets.open + 1),
    opened: sockets.opened + 1,
  };
  socket.once('close', () => (sockets = { ...sockets, open: sockets.open - 1 }));
});

process.on('message', (asked: 'begin' | 'seen' | 'finish') => {
  if (asked === 'begin') {
    polls = [];
    sockets = { open: sockets.open, most: sockets.open, opened: 0 };
  }
  finished = asked === 'finish';
  const seen: Seen = { pollsAtMs: asked === 'seen' ? polls : [], ...sockets };
  process.send?.(seen);
});
process.on('disconnect', () => process.exit());
server.listen({ port: 0, host: '127.0.0.1', backlog: 16_384 }, () => {
  process.send?.((server.address() as AddressInfo).port);
});
