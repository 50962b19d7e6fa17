import { startTestServer, type TestServer } from '@modelferry/testkit';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';

/** What one upload left: its length and what it was. */
interface Upload {
  readonly bytes: number;
  readonly sha256: string;
  readonly headers: IncomingMessage['headers'];
}

/** A small vendor: jobs that start by a presigned upload, things to list, rows to predict. */
export interface FerryServer extends TestServer {
  readonly uploads: readonly Upload[];
  /** How many jobs were created. */
  readonly created: number;
  /** Jobs end once this is set. @default true */
  jobsEnd: boolean;
  /** Takes uploads and never reads them. @default false */
  deaf: boolean;
  /** Never answers a look at a job. @default false */
  hangs: boolean;
  /** Answers every call with this status instead. */
  refuse:
    { readonly status: number; readonly text: string; readonly headers?: Record<string, string> } | undefined;
  /** The result drips for ever. @default false */
  drips: boolean;
}

export const ferryKey = 'ferry-key-which-is-secret-0123456789';
export const uploadSignature = 'presigned-signature-abcdef0123456789';
export const resultText = 'id,score\n1,0.5\n';

export async function startFerryServer(): Promise<FerryServer> {
  const uploads: Upload[] = [];
  const state = { created: 0 };
  const settings: Pick<FerryServer, 'jobsEnd' | 'deaf' | 'hangs' | 'refuse' | 'drips'> = {
    jobsEnd: true,
    deaf: false,
    hangs: false,
    refuse: undefined,
    drips: false,
  };
  const json = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = await startTestServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/storage/')) {
      if (settings.deaf) return;
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of request as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      uploads.push({ bytes, sha256: hash.digest('hex'), headers: request.headers });
      response.end();
      return;
    }
    if (url.pathname === '/result') {
      if (!settings.drips) {
        response.writeHead(200, { 'content-type': 'text/csv', 'content-length': String(resultText.length) });
        return void response.end(resultText);
      }
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(1_000)), 20);
      response.on('close', () => clearInterval(timer));
      return;
    }
    if (settings.refuse) {
      const { status, text, headers } = settings.refuse;
      return void response.writeHead(status, headers).end(text);
    }
    if (request.headers['x-api-key'] !== ferryKey) return json(response, 401, { message: 'bad key' });
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    if (url.pathname === '/jobs' && request.method === 'POST') {
      state.created += 1;
      const id = String(state.created);
      const uploadUrl = `${server.url}/storage/${id}?signature=${uploadSignature}`;
      return json(response, 200, { id, uploadUrl });
    }
    if (url.pathname.startsWith('/jobs/')) {
      if (settings.hangs) return;
      return json(response, 200, { status: settings.jobsEnd ? 'done' : 'running' });
    }
    if (url.pathname === '/things') {
      const all = ['Alpha', 'Beta', 'Gamma'].filter((name) => name.includes(url.searchParams.get('q') ?? ''));
      const from = Number(url.searchParams.get('from') ?? 0);
      const more = from + 2 < all.length ? String(from + 2) : undefined;
      return json(response, 200, { things: all.slice(from, from + 2), more });
    }
    if (url.pathname === '/predict') {
      const row = JSON.parse(body) as { size?: number };
      if (typeof row.size !== 'number') return json(response, 422, { message: 'size must be a number' });
      return json(response, 200, { price: row.size * 2 });
    }
    json(response, 404, { message: 'no such page' });
  });
  return Object.defineProperties(settings as unknown as FerryServer, {
    ...Object.getOwnPropertyDescriptors(server),
    uploads: { value: uploads },
    created: { get: () => state.created },
  });
}
