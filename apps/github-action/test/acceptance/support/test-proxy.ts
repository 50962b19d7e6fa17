import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The name under which only the proxy knows the vendor: who asks directly finds nobody. */
export const hiddenName = 'vendor.invalid';

/** A proxy on the loopback, with a name and a password of its own. */
export interface TestProxy {
  /** As the environment names it, with its credentials. */
  readonly url: string;
  readonly password: string;
  /** What it was asked to fetch: method and path, in order. */
  readonly forwarded: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy that forwards requests in the clear, and leads {@link hiddenName} to the loopback. */
export async function startTestProxy(): Promise<TestProxy> {
  const password = 'proxy-password-4711';
  const wanted = `Basic ${Buffer.from(`ferry:${password}`).toString('base64')}`;
  const forwarded: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, port, search } = new URL(request.url ?? '');
    const { 'proxy-authorization': credentials, ...headers } = request.headers;
    if (credentials !== wanted) return void response.writeHead(407).end();
    forwarded.push(`${request.method} ${pathname}`);
    const onward = httpRequest(
      { host: '127.0.0.1', port, method: request.method, path: pathname + search, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://ferry:${password}@127.0.0.1:${port}`,
    password,
    forwarded,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
