import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { SelfSigned } from './self-signed.ts';

/** A proxy of one test, on a free port of the loopback. */
export interface TestProxy {
  /** Its address without credentials. */
  readonly url: string;
  readonly host: string;
  /** To where tunnels were asked for, in order. */
  readonly tunnels: readonly string[];
  /** What requests in the clear were for, in order. */
  readonly forwarded: readonly string[];
  /** The headers of all that was asked of it. */
  readonly headers: readonly IncomingHttpHeaders[];
  /** Connections that are open now. */
  readonly connections: number;
  close(): Promise<void>;
}

/** What a proxy knows and wants. */
export interface TestProxyOptions {
  /** Ports of the loopback by names that nobody else knows. */
  readonly names?: Readonly<Record<string, number>>;
  /** `name:password` */
  readonly credentials?: string;
  /** Answers this instead of anything else; 0 never answers. */
  readonly status?: number;
  /** Speaks TLS. */
  readonly pair?: SelfSigned;
}

/** Starts a proxy that gives tunnels and forwards requests, also `Expect: 100-continue`. */
export async function startTestProxy({
  names = {},
  credentials,
  status,
  pair,
}: TestProxyOptions = {}): Promise<TestProxy> {
  const tunnels: string[] = [];
  const forwarded: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const refusal = (request: IncomingMessage): number | undefined => {
    headers.push(request.headers);
    const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
    return wanted && request.headers['proxy-authorization'] !== wanted ? 407 : status;
  };
  const portOf = ({ hostname, port }: URL): number => names[hostname] ?? Number(port);

  const forward = (request: IncomingMessage, response: ServerResponse) => {
    forwarded.push(request.url ?? '');
    const refused = refusal(request);
    if (refused === 0) return void request.resume();
    if (refused !== undefined) return void response.writeHead(refused).end('said by the proxy');
    const url = new URL(request.url ?? '');
    const { 'proxy-authorization': _, ...passed } = request.headers;
    const onward = httpRequest({
      ...{ host: '127.0.0.1', port: portOf(url), method: request.method, path: url.pathname + url.search },
      headers: passed,
    });
    onward.on('continue', () => response.writeContinue());
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on('close', () => onward.destroy());
    request.on('error', () => onward.destroy());
    onward.flushHeaders();
    request.pipe(onward);
  };
  const server = (pair ? createSecureServer(pair) : createServer())
    .on('request', forward)
    .on('checkContinue', forward)
    .on('connect', (request, near: Socket) => {
      tunnels.push(request.url ?? '');
      const refused = refusal(request);
      if (refused === 0) return void near.resume().on('end', () => near.end());
      if (refused !== undefined) return void near.end(`HTTP/1.1 ${refused} Refused\r\n\r\n`);
      const far = keep(connect(portOf(new URL(`http://${request.url}`)), '127.0.0.1'));
      far.once('connect', () => {
        near.write('HTTP/1.1 200 Connection established\r\n\r\n');
        near.pipe(far).pipe(near);
      });
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    })
    .on('connection', keep);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${pair ? 'https' : 'http'}://${host}`,
    ...{ host, tunnels, forwarded, headers },
    get connections() {
      return sockets.size;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
