import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { deliver, perConnection, type Delivery } from './deliver.ts';
import { Tape, type Answer } from './tape.ts';

/** A request that came, with all that could give a secret away. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** Says what becomes of the answer to the request number `at`, from 0 on. */
export type Change = (answer: Answer, request: SeenRequest, at: number) => Delivery;

/** A forward proxy on the loopback: every request of a run passes here, to whatever host it goes. */
export interface Stage {
  readonly address: string;
  /** Requests since the last `record` or `play`, in order. */
  readonly seen: readonly SeenRequest[];
  /** Since when, in milliseconds since 1970, a request waits for something that never comes; undefined where none does. */
  readonly silentSinceMs: number | undefined;
  /** From now on passes requests on to the true servers. @returns where their answers are kept */
  record(): Tape;
  /** From now on answers out of a tape, with changes. */
  play(tape: Tape, change: Change): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startStage(): Promise<Stage> {
  const sockets = new Set<Socket>();
  const spoiled = new WeakSet<Socket>();
  const silent = new Map<Socket, number>();
  let seen: SeenRequest[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse, at: number) => Promise<void>;

  const begin = (request: IncomingMessage, response: ServerResponse) => {
    const { socket, method = '', url = '', headers } = request;
    // Whoever asks again on a connection that is about to end has not seen its end yet
    if (spoiled.has(socket)) return void socket.destroy();
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    seen.push({ method, url, headers });
    answer(request, response, seen.length - 1).catch(() => socket.destroy());
  };
  const server = createServer({ requestTimeout: 0 }, begin)
    .on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
      seen.push({ method: 'CONNECT', url: `https://${url}`, headers });
      socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    })
    .on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        silent.delete(socket);
      });
    });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get seen() {
      return seen;
    },
    get silentSinceMs() {
      return silent.size === 0 ? undefined : Math.min(...silent.values());
    },
    record() {
      seen = [];
      const tape = new Tape();
      answer = async (request, response) => {
        const passed = await passOn(request);
        tape.record({ method: request.method ?? '', url: new URL(request.url ?? '') }, passed);
        deliver(response, { answer: passed });
      };
      return tape;
    },
    play(tape, change) {
      const asked: SeenRequest[] = (seen = []);
      const next = tape.play();
      answer = async (request, response, at) => {
        const one = asked[at];
        if (!one) return;
        const delivery = change(next({ method: one.method, url: new URL(one.url) }), one, at);
        if (delivery.early) request.resume();
        else for await (const _ of request);
        if (delivery.ending === 'silence') silent.set(request.socket, Date.now());
        if (!deliver(response, delivery)) spoiled.add(request.socket);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Asks the true server the same. */
function passOn(request: IncomingMessage): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(request.url ?? '');
  const { method, headers } = request;
  return new Promise((resolve, reject) => {
    const onward = send({ hostname, port, method, headers, path: pathname + search }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const { rawHeaders: raw, statusCode = 502 } = answer;
        const pairs = raw.flatMap((name, at) =>
          at % 2 === 0 && !perConnection.has(name.toLowerCase()) ? [[name, raw[at + 1] ?? ''] as const] : [],
        );
        resolve({ status: statusCode, headers: pairs, body: Buffer.concat(chunks) });
      });
    });
    onward.on('error', reject);
    request.pipe(onward);
  });
}
