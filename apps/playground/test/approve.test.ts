import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { approve } from '../src/examples/approve.ts';
import { executionFrom } from '../src/n8n/execution.ts';
import type { Scene } from '../src/scene.ts';

const said: string[] = [];
const scene = {
  progress: { say: (text) => said.push(text), tick: () => undefined },
  signal: new AbortController().signal,
} satisfies Partial<Scene> as unknown as Scene;

/** Runs a server that answers every form with a status, and gives what it was sent. */
async function withForm(status: number, act: (url: string) => Promise<void>): Promise<string> {
  let sent = '';
  const server = createServer((request, response) => {
    request.on('data', (piece) => (sent += piece)).on('end', () => response.writeHead(status).end('{}'));
  });
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}/form-waiting/7`);
  } finally {
    server.close();
  }
  return sent;
}

const waitingAt = (formUrl: string) => ({
  ...executionFrom({ id: '7', status: 'waiting' }),
  lastNode: 'Ask a person',
  formUrl,
});

test('the form is answered once the execution waits at it, and the playground says so', async () => {
  const person = approve({ 'field-0': 'Switch' });
  const sent = await withForm(200, async (url) => {
    expect(await person({ ...waitingAt(url), status: 'running' }, scene)).toBe(false);
    expect(await person(waitingAt(url), scene)).toBe(true);
  });
  expect(sent.match(/name="field-0"\r\n\r\nSwitch/g)).toHaveLength(1);
  expect(said).toEqual([expect.stringMatching(/plays the person at "Ask a person" and answers Switch/)]);
});

test('a form that refuses the answer is told with its status', async () => {
  await withForm(401, async (url) => {
    await expect(approve({ 'field-0': 'Switch' })(waitingAt(url), scene)).rejects.toThrow(/answered 401/);
  });
});
