import { createSecrets } from '@modelferry/auth';
import { nodeClock, nodeTransport, type NodeTransport } from '@modelferry/node-host';
import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import { createAbejaClient, type AbejaClient } from '../src/index.ts';
import { definitionWire } from './wire/definition-wire.ts';
import { encodeRequest, type SentRequest } from './wire/encode-request.ts';
import { jobWire } from './wire/job-wire.ts';
import { modelWire } from './wire/model-wire.ts';
import { deliver, startRelay, type Relay } from './wire/relay.ts';
import { emptyZip, parametersPart, versionWire } from './wire/version-wire.ts';
import type { WireRequest, WireRow, WireWorld } from './wire/wire-row.ts';

const rows: readonly WireRow[] = [...definitionWire, ...versionWire, ...jobWire, ...modelWire];
const boundary = '0123456789abcdef0123456789abcdef';

let sandbox: Sandbox;
let relay: Relay;
let transport: NodeTransport;
let client: AbejaClient;

const platform = () => sandbox.describe().abeja;
const training = () => `/organizations/${platform().organization.id}/training/definitions`;

beforeAll(async () => {
  sandbox = await startSandbox();
  relay = await startRelay(() => platform().baseUrl);
  transport = nodeTransport();
  const { organization, user } = platform();
  client = createAbejaClient({
    ...{ transport, baseUrl: relay.url, organizationId: organization.id, clock: nodeClock },
    credentials: { userId: user.id, personalAccessToken: user.token },
    secrets: createSecrets(),
  });
});
afterAll(async () => {
  await transport.close();
  await relay.close();
  await sandbox.close();
});
beforeEach(() => sandbox.reset());

/** A text of the table with what this world has in the places of the names. */
const filled = (text: string, { job, model }: WireWorld): string =>
  text.replaceAll('{T}', training()).replaceAll('{job}', job).replaceAll('{model}', model);

/** A request of the table as it goes over the wire. */
const bytesOf = (request: WireRequest, world: WireWorld): SentRequest => {
  const { line, contentType, body } = encodeRequest(request, boundary);
  return { contentType, line: filled(line, world), body: filled(body, world) };
};

/** Sends a request of the table to the sandbox, as it stands there. */
async function play(request: WireRequest, world: WireWorld): Promise<unknown> {
  const { id, token } = platform().user;
  const authorization = `Basic ${btoa(`user-${id}:${token}`)}`;
  const { status, text } = await deliver(platform().baseUrl, bytesOf(request, world), authorization);
  expect([request.line, status, text]).toEqual([request.line, 200, expect.any(String)]);
  return JSON.parse(text) as unknown;
}

/** Makes what a row needs: the job definition that it names, with a version, a job and a model. */
async function build({ ours: { line }, job: wanted }: WireRow): Promise<WireWorld> {
  const name = /\{T\}\/([\w-]+)/.exec(line)?.[1];
  if (name === undefined) return { job: '', model: '' };
  const nothing: WireWorld = { job: '', model: '' };
  const made = (request: WireRequest) => play(request, nothing) as Promise<{ readonly id: string }>;
  const file = { fileName: 'a.zip', contentType: 'application/zip', content: emptyZip };
  const parameters = parametersPart('{"handler": "train:handler", "image": "abeja-inc/all-cpu:19.10"}');
  await made({ line: 'POST {T}', json: JSON.stringify({ name }) });
  await made({ line: `POST {T}/${name}/versions`, form: [{ name: 'source_code', ...file }, parameters] });
  const model = await made({
    line: `POST {T}/${name}/models`,
    form: [{ name: 'model_data', ...file }, parametersPart('{}')],
  });
  const job = await made({ line: `POST {T}/${name}/versions/1/jobs`, json: '{}' });
  const look = `{T}/${name}/jobs/${job.id}`;
  if (wanted === 'stopped') await made({ line: `POST ${look}/stop` });
  for (let status = ''; wanted === 'complete' && status !== 'Complete';)
    ({ status } = (await play({ line: `GET ${look}` }, nothing)) as { status: string });
  return { job: job.id, model: model.id };
}

/** JSON without its spaces: the vendor's own client writes them, ours does not. */
const compact = (json: string): string => JSON.stringify(JSON.parse(json));

/** What a row says of our request, as ours spells it. */
function spelled(request: WireRequest): WireRequest {
  const { json, form } = request;
  return {
    ...request,
    ...(json !== undefined && { json: compact(json) }),
    form: form?.map((part) =>
      part.contentType === 'application/json' ? { ...part, content: compact(part.content) } : part,
    ),
  };
}

/** The same with the boundary of the table: each form has another. */
function withBoundary({ line, contentType, body }: SentRequest): SentRequest {
  const own = /boundary=(.*)$/.exec(contentType ?? '')?.[1];
  if (own === undefined) return { line, contentType, body };
  return {
    line,
    contentType: contentType?.replace(own, boundary),
    body: body.replaceAll(own, boundary),
  };
}

test('every operation of the reference has its row', () => {
  const numbers = new Set(rows.map(({ operation }) => Number(/^Op (\d+)/.exec(operation)?.[1])));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 29 }, (_, at) => at + 1));
});

describe('our client sends what the specification gives, to the byte, and the sandbox takes it', () => {
  test.each(rows)('$operation', async (row) => {
    const world = await build(row);
    await row.send(client, world, new AbortController().signal);
    expect(relay.taken().map(withBoundary)).toEqual([bytesOf(spelled(row.ours), world)]);
  });
});

describe("the sandbox takes what the vendor's own clients send, and answers what the specification gives", () => {
  const requests = rows.flatMap((row) =>
    [row.ours, ...(row.theirs ?? [])].map((request) => ({ ...row, request })),
  );
  test.each(requests)('$operation: $request.line', async ({ request, ...row }) => {
    const world = await build(row);
    const answer = await play(request, world);
    if (typeof row.answer === 'string') {
      expect(JSON.stringify(answer)).toBe(compact(filled(row.answer, world)));
    } else expect(answer).toMatchObject(placed(row.answer, world) as object);
  });
});

/** What an answer is to have, with what this world has in the places of the names. */
function placed(value: unknown, world: WireWorld): unknown {
  if (typeof value === 'string') return filled(value, world);
  if (Array.isArray(value)) return value.map((each) => placed(each, world));
  if (Object.getPrototypeOf(value ?? '') !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [name, placed(each, world)]),
  );
}
