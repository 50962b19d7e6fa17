import { bearer } from '@modelferry/auth';
import { EngineError, HttpClient } from '@modelferry/http';
import { nodeTransport, type NodeTransport } from '@modelferry/node-host';
import { applyPlan } from '../src/answers/apply-plan.ts';
import type { Wrong } from '../src/answers/plan.ts';
import { judge } from '../src/judge/judge.ts';
import { perform } from '../src/judge/perform.ts';
import type { Play, World } from '../src/plays/play.ts';
import { startStage, type Stage } from '../src/stage/stage.ts';
import { Tape } from '../src/stage/tape.ts';

// Faults of the kinds that are looked for, planted one by one: a search that does not find these finds nothing

const origin = 'http://vendor.example';
const key = 'planted-key-0123456789';
const good = '{"id":"6650","next":false}';

let stage: Stage;
let node: NodeTransport;
beforeAll(async () => {
  stage = await startStage();
  node = nodeTransport({ proxy: { http: stage.address } });
});
afterAll(async () => {
  await node.close();
  await stage.close();
});

/** Asks the vendor, as its clients do. */
const ask = ({ transport, clock, secrets, random, signal }: World, path = `${origin}/jobs`) =>
  new HttpClient({
    ...{ transport, clock, random, redact: secrets.redact, authorizer: bearer(key, secrets) },
  }).stream({ doing: 'read the job', method: 'GET', path, idempotent: true, signal });

async function read(world: World): Promise<string> {
  const { body } = await ask(world);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const fail = (message: string) => new EngineError({ code: 'unexpected-answer', message });

type Planted = readonly [
  fault: string,
  wrong: Wrong,
  run: (world: World) => Promise<unknown>,
  finding: RegExp,
];

const planted: readonly Planted[] = [
  [
    'a field that is taken for granted',
    { kind: 'body', text: '{}' },
    async (world) => (JSON.parse(await read(world)) as { id: string }).id.length,
    /none of ours: TypeError/,
  ],
  [
    'a text that is repeated as it came',
    { kind: 'body', text: '<h1>{key}</h1>' },
    async (world) => {
      throw new EngineError({ code: 'rejected', message: 'no', cause: new Error(await read(world)) });
    },
    /its errors, down to their causes: Secret 1/,
  ],
  [
    'an error that tells of nothing',
    { kind: 'body', text: '{}' },
    async (world) => {
      const { id } = JSON.parse(await read(world)) as { id?: string };
      throw fail(`Could not read the job ${id}.`);
    },
    /shows our insides/,
  ],
  [
    'a loop that goes on as long as the vendor says so',
    { kind: 'body', text: '{"next":true}' },
    async (world) => {
      while ((await read(world)).includes('true'));
    },
    /It sent \d{3,} requests|did not end/,
  ],
  [
    'an answer that nobody reads',
    { kind: 'bytes', how: 'long' },
    (world) => ask(world),
    /left 1 requests or answers behind/,
  ],
  [
    'a timer that nobody ends',
    { kind: 'body', text: '{}' },
    async (world) => {
      await read(world);
      void world.transport.send({
        ...{ method: 'GET', url: `${origin}/hang`, headers: {}, timeoutMs: 1, signal: world.signal },
        streamResponse: true,
      });
    },
    /left 1 requests or answers behind/,
  ],
  [
    'a link that is followed with the key',
    { kind: 'body', text: '"http://other.example/x"' },
    async (world) => {
      const { body } = await ask(world, JSON.parse(await read(world)) as string);
      body.cancel();
    },
    /a request to somebody else: Secret 1/,
  ],
  [
    'a word of the vendor that becomes a log command',
    { kind: 'body', text: 'a\r\n::error::b' },
    async (world) => {
      const error = fail('no');
      Object.defineProperty(error, 'message', { value: await read(world) });
      throw error;
    },
    /more than a line/,
  ],
];

async function findingsOf(run: Play['run'], wrong?: Wrong): Promise<string> {
  const tape = new Tape();
  tape.record(
    { method: 'GET', url: new URL(`${origin}/jobs`) },
    { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(good) },
  );
  const plan = { at: 0, forever: true, wrongs: wrong ? [wrong] : [] };
  stage.play(tape, applyPlan(plan, tape.length));
  const performance = await perform(
    { name: 'planted', prepare: async () => ({}), run },
    {},
    node,
    stage,
    2_000,
  );
  return judge(performance, { secrets: [key], origins: [origin] }, plan).join('\n');
}

test.each(planted)('%s is found', async (_fault, wrong, run, finding) => {
  expect(await findingsOf(run, wrong)).toMatch(finding);
});

test('what is well is not complained of', async () => {
  expect(await findingsOf(async (world) => void (await read(world)))).toBe('');
});
