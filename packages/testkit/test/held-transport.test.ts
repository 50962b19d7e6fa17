import { HttpClient } from '@modelferry/http';
import { setTimeout } from 'node:timers/promises';
import { autoClock, fakeNow } from '../src/fake-clock.ts';
import { heldTransport } from '../src/held-transport.ts';
import { startTestServer } from '../src/test-server.ts';
import { referenceTransport } from './reference-transport.ts';

test('time jumps over pauses, and stands still while a real server answers', async () => {
  let asked = 0;
  const server = await startTestServer(async (_, response) => {
    await setTimeout(50);
    response.statusCode = ++asked < 3 ? 503 : 200;
    response.write('4');
    await setTimeout(50);
    response.end('2');
  });
  const { transport, close } = referenceTransport();
  const clock = autoClock();
  try {
    const client = new HttpClient({ transport: heldTransport(transport, clock), clock, random: () => 1 });
    const call = { doing: 'ask', method: 'GET', path: server.url, idempotent: true } as const;
    expect(await client.text({ ...call, signal: new AbortController().signal })).toBe('42');
    expect(asked).toBe(3);
    expect(clock.now() - fakeNow).toBe(1_000 + 2_000);
  } finally {
    await close();
    await server.close();
  }
});
