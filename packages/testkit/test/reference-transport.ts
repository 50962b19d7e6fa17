import {
  TransportError,
  type BodyTaken,
  type FormPart,
  type ResponseBody,
  type Transport,
  type TransportRequest,
} from '@modelferry/http';
import { Agent, request as open, type ClientRequest, type IncomingMessage } from 'node:http';
import { collectBytes } from '../src/bytes.ts';

/** The plainest transport that keeps the contract: it shows that the contract can be kept, and tests its tests. */
export function referenceTransport(): { transport: Transport; close(): Promise<void> } {
  const agent = new Agent({ keepAlive: true });
  return { transport: { send: (request) => send(agent, request) }, close: async () => agent.destroy() };
}

async function send(agent: Agent, request: TransportRequest) {
  const { method, url, signal, onBytesTaken } = request;
  const body = await plainBody(request);
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([, value]) => value !== null));
  if (body?.type) headers['content-type'] = body.type;
  if (body?.length !== undefined) headers['content-length'] = String(body.length);
  if (!body && method !== 'GET' && method !== 'DELETE') headers['content-length'] = '0';

  let taken = 0;
  let answered = false;
  const bodyTaken = (): BodyTaken =>
    !body || taken === body.length ? 'all' : taken > 0 && body.length !== undefined ? 'part' : 'none';
  const failed = (error: unknown) => {
    if (error instanceof TransportError) return error;
    const { code, message, syscall } = error as NodeJS.ErrnoException;
    const kind = signal.aborted ? 'aborted' : code?.startsWith('E') ? 'network' : 'fatal';
    const neverSent = syscall === 'connect' || syscall === 'getaddrinfo';
    return new TransportError({ kind, message, bodyTaken: neverSent ? 'none' : bodyTaken(), cause: error });
  };
  if (signal.aborted) throw new TransportError({ kind: 'aborted', message: 'stopped', bodyTaken: 'none' });

  const outgoing = open(url, { method, headers: headers as Record<string, string>, agent, signal });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
  });
  // The callback of a write does not come when the connection is gone
  const over = new Promise((resolve) => outgoing.once('close', resolve).once('response', resolve));
  const sending = sendBody();
  sending.catch((error: unknown) => outgoing.destroy(error as Error));
  try {
    const answer = await response;
    answered = true;
    return {
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      body: readable(answer, outgoing, failed),
    };
  } catch (error) {
    outgoing.destroy();
    throw failed(error);
  }

  async function sendBody(): Promise<void> {
    if (!body) return void outgoing.end();
    for await (const chunk of body.open()) {
      if (answered || outgoing.destroyed) return; // An early answer: nobody wants the rest
      taken += chunk.length;
      if (body.length !== undefined && taken > body.length) throw mismatch(body.length);
      await Promise.race([over, new Promise((resolve) => outgoing.write(chunk, resolve))]);
      onBytesTaken?.(taken);
    }
    if (body.length !== undefined && taken < body.length) throw mismatch(body.length);
    outgoing.end();
  }

  function mismatch(length: number): TransportError {
    const message = `${length} bytes were promised and ${taken} came.`;
    return new TransportError({ kind: 'source-mismatch', message, bodyTaken: 'part' });
  }
}

function readable(
  answer: IncomingMessage,
  outgoing: ClientRequest,
  failed: (error: unknown) => unknown,
): ResponseBody {
  return {
    async *[Symbol.asyncIterator]() {
      try {
        yield* answer;
      } catch (error) {
        throw failed(error);
      } finally {
        if (!answer.complete || !outgoing.writableFinished) outgoing.destroy();
      }
    },
    cancel: () => outgoing.destroy(),
  };
}

interface PlainBody {
  readonly length: number | undefined;
  readonly type?: string;
  open(): AsyncIterable<Uint8Array>;
}

async function plainBody({ body }: TransportRequest): Promise<PlainBody | undefined> {
  if (body?.kind === 'stream') return { length: body.source.length, open: () => body.source.open() };
  if (body?.kind === 'form') {
    const form = new FormData();
    for (const part of body.parts) await append(form, part);
    const encoded = new Response(form);
    const bytes = new Uint8Array(await encoded.arrayBuffer());
    return { ...inMemory(bytes), type: encoded.headers.get('content-type') ?? '' };
  }
  return body && inMemory(body.bytes);
}

const inMemory = (bytes: Uint8Array): PlainBody => ({
  length: bytes.length,
  async *open() {
    if (bytes.length > 0) yield bytes;
  },
});

async function append(form: FormData, { name, value, fileName, contentType }: FormPart): Promise<void> {
  if (typeof value === 'string') return form.append(name, value);
  const bytes = await collectBytes(value.open());
  form.append(name, new Blob([new Uint8Array(bytes)], { type: contentType }), fileName ?? 'blob');
}
