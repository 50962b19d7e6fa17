import { HttpClient } from '@modelferry/http';
import { setTimeout } from 'node:timers/promises';
import { autoClock } from '../src/fake-clock.ts';
import { startTestServer, type TestServer } from '../src/test-server.ts';
import { watchedTransport } from '../src/watched-transport.ts';
import { referenceTransport } from './reference-transport.ts';

async function ask(server: TestServer, hangs: () => boolean) {
  const { transport, close } = referenceTransport();
  const clock = autoClock();
  const heard: string[] = [];
  const watched = watchedTransport(transport, { clock, hangs, onAnswer: (text) => heard.push(text) });
  const client = new HttpClient({ transport: watched, clock, retry: { maxAttempts: 1 } });
  const call = { doing: 'ask', method: 'GET', path: server.url, idempotent: true } as const;
  try {
    const text = client.text({ ...call, signal: new AbortController().signal });
    return { outcome: await text.catch((error: Error) => error.message), heard };
  } finally {
    await close();
    await server.close();
  }
}

test('no timeout overtakes an answer that comes late, and the answer is heard', async () => {
  const server = await startTestServer(async (_, response) => {
    await setTimeout(150);
    response.end('42');
  });
  expect(await ask(server, () => false)).toEqual({ outcome: '42', heard: ['42'] });
});

test('time goes on where the server keeps still on purpose', async () => {
  const server = await startTestServer(() => undefined);
  const { outcome, heard } = await ask(server, () => true);
  expect(outcome).toContain('nothing was heard from the server for 30 s');
  expect(heard).toEqual([]);
});
