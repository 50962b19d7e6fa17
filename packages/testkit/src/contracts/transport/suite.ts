import type { Transport, TransportRequest, TransportResponse } from '@modelferry/http';
import { isTransportError, type TransportError } from '@modelferry/http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startTestServer, type TestServer } from '../../test-server.ts';

/** A transport on trial, with whatever it holds open. */
export interface TransportOnTrial {
  readonly transport: Transport;
  close(): Promise<void>;
}

export type CreateTransport = () => Promise<TransportOnTrial>;

/** What every test of the contract works with. Made anew for each test, ended after it. */
export interface Suite {
  /** Sends to the server of this test; method GET and generous times where nothing else is said. */
  send(request: Partial<TransportRequest> & Pick<TransportRequest, 'url'>): Promise<TransportResponse>;
  serve(
    answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  ): Promise<TestServer>;
}

/** Prepares a fresh transport for each test of the surrounding `describe`. */
export function prepareSuite(createTransport: CreateTransport): Suite {
  let onTrial: TransportOnTrial | undefined;
  let servers: TestServer[] = [];
  beforeEach(async () => {
    onTrial = await createTransport();
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()));
    servers = [];
    await onTrial?.close();
  });
  return {
    send: (request) => {
      if (!onTrial) throw new Error('The transport is made before each test.');
      return onTrial.transport.send({
        method: 'GET',
        headers: {},
        timeoutMs: 20_000,
        signal: new AbortController().signal,
        streamResponse: false,
        ...request,
      });
    },
    serve: async (answer) => {
      const server = await startTestServer(answer);
      servers.push(server);
      return server;
    },
  };
}

/** Waits for a rejection, which must be a TransportError. */
export async function transportErrorOf(promise: Promise<unknown>): Promise<TransportError> {
  const outcome = await promise.then(
    () => 'it resolved',
    (error: unknown) => error,
  );
  if (isTransportError(outcome)) return outcome;
  throw new Error('A TransportError was expected.', { cause: outcome });
}

/** Fails when a promise takes `ms` or longer. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const value = await promise;
  expect(performance.now() - startedAt).toBeLessThan(ms);
  return value;
}
