import { EngineError, HttpClient, InputError, isEngineError, type Transport } from '@modelferry/http';
import {
  count,
  defineCatalog,
  duration,
  file,
  flag,
  operationsOf,
  reference,
  rows,
  savedFile,
  text,
  type RowOutcome,
} from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import { peekSource, putPresigned } from '@modelferry/upload';
import type { NodeHost } from '../../src/index.ts';
import * as v from 'valibot';

/** The two ways to the small vendor of these tests: signed, and not. */
export interface FerryClient {
  readonly api: HttpClient;
  readonly storage: HttpClient;
}

const defineOperation = operationsOf<FerryClient>();

const ship = defineOperation({
  resource: 'job',
  name: 'ship',
  title: 'Ship',
  action: 'Ship job',
  summary: 'Send a file and wait for the job',
  inputs: v.object({
    trainingData: file({ title: 'Training Data', description: 'The file to send' }),
    waitForCompletion: v.optional(
      flag({ title: 'Wait for Completion', description: 'Whether to wait' }),
      true,
    ),
    download: v.optional(
      flag({ title: 'Download Result', description: 'Whether to keep the result' }),
      false,
    ),
    timeoutMs: v.optional(
      duration({
        title: 'Timeout',
        description: 'Longest wait',
        minMs: 1_000,
        maxMs: 3_600_000,
        advanced: true,
      }),
      60_000,
    ),
  }),
  outputs: v.object({
    jobId: text({ title: 'Job ID', description: 'The job' }),
    bytes: count({ title: 'Bytes', description: 'Bytes sent' }),
    resultFile: v.optional(savedFile({ title: 'Result File', description: 'The result' })),
  }),
  async run({ client, clock, signal, jobs, progress, save }, inputs) {
    const { trainingData, waitForCompletion, timeoutMs } = inputs;
    const fingerprint = `${trainingData.name}:${trainingData.length}`;
    const vendor = 'test-ferry';
    const kind = 'shipping';
    const found = await jobs.earlier(kind, fingerprint);
    let id = found?.id;
    if (id === undefined) {
      progress({ type: 'phase', title: 'Create job' });
      const made = await client.api.json(
        { doing: 'create the job', method: 'POST', path: '/jobs', idempotent: false, signal },
        (value) => value as { id: string; uploadUrl: string },
      );
      id = made.id;
      await jobs.keep({ vendor, kind, id, phase: 'created', fingerprint });
      await putPresigned(client.storage, {
        url: made.uploadUrl,
        source: trainingData,
        doing: `upload "${trainingData.name}"`,
        clock,
        signal,
        onBytesTaken: (bytes) => progress({ type: 'upload', name: trainingData.name, bytes }),
      });
      await jobs.keep({ vendor, kind, id, phase: 'uploaded', fingerprint });
    }
    const job = id;
    if (waitForCompletion) {
      const outcome = await pollUntilDone(
        {
          reference: { vendor, kind, id },
          read: (stop) =>
            client.api.json(
              { doing: 'read the job', method: 'GET', path: `/jobs/${job}`, idempotent: true, signal: stop },
              (value) => {
                const { status } = value as { status: string };
                return { state: status === 'done' ? 'succeeded' : 'running', rawStatus: status };
              },
            ),
        },
        { clock, signal, timeoutMs, interval: { initialMs: 60_000 } },
      );
      if (!outcome.ended) {
        throw new EngineError({
          code: 'deadline',
          message: `Job ${id} is not done yet.`,
          remedy: 'Wait again.',
        });
      }
    }
    const resultFile = inputs.download
      ? await save({
          name: 'result.csv',
          contentType: 'text/csv',
          body: (
            await client.storage.stream({
              doing: 'get the result',
              method: 'GET',
              path: '/result',
              idempotent: true,
              signal,
            })
          ).body,
        })
      : undefined;
    return { jobId: id, bytes: trainingData.length ?? 0, resultFile };
  },
});

const check = defineOperation({
  resource: 'job',
  name: 'check',
  title: 'Check',
  action: 'Check job',
  summary: 'Look at the beginning of a file, and refuse it',
  inputs: v.object({ trainingData: file({ title: 'Training Data', description: 'What to look at' }) }),
  outputs: v.object({ name: text({ title: 'Name', description: 'The name' }) }),
  async run(_, { trainingData }) {
    const { head } = await peekSource(trainingData, 1);
    const problem = `begins with "${String.fromCharCode(head[0] ?? 0)}"`;
    throw new InputError([{ field: 'trainingData', problem }]);
  },
});

const list = defineOperation({
  resource: 'thing',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many things',
  summary: 'List many things',
  result: 'many',
  inputs: v.object({
    filter: v.optional(text({ title: 'Filter', description: 'Part of the name', advanced: true })),
  }),
  outputs: v.object({ name: text({ title: 'Name', description: 'The name' }) }),
  async run({ client, signal }, { filter }) {
    const { things } = await client.api.json(
      {
        doing: 'list the things',
        method: 'GET',
        path: '/things',
        query: { q: filter },
        idempotent: true,
        signal,
      },
      (value) => value as { things: string[] },
    );
    return things.map((name) => ({ name }));
  },
});

const twelve = Array.from({ length: 12 }, (_, at) => `field${at + 1}`);

const describeThing = defineOperation({
  resource: 'thing',
  name: 'get',
  title: 'Get',
  action: 'Get thing',
  summary: 'Tell all about a thing',
  inputs: v.object({
    name: text({ title: 'Thing Name', description: 'Which thing', maxLength: 5 }),
    amount: v.optional(count({ title: 'Amount', description: 'How many', min: 1 }), 1),
  }),
  outputs: v.object(
    Object.fromEntries(
      twelve.map((name, at) => [name, text({ title: name, description: 'A field', advanced: at >= 3 })]),
    ),
  ),
  async run({ progress }, { name }) {
    if (name === 'throw') throw new Error('something odd, ferry-key-which-is-secret-0123456789');
    if (name === 'url') throw new Error('odd at https://me:pass@storage.example/x?sig=unheardof');
    if (name === 'warn') progress({ type: 'warning', message: 'The key ends soon.' });
    if (name === 'train' || name === 'tired') {
      const figures = [{ stage: 'train', name: 'loss', value: 0 }];
      const job = { vendor: 'test-ferry', kind: 'training', id: '7' };
      progress({ type: 'status', job, snapshot: { state: 'running', rawStatus: 'RUNNING', figures } });
      if (name === 'tired') throw new Error('too tired to go on');
    }
    return Object.fromEntries(twelve.map((field) => [field, `${name} ${field}`]));
  },
});

const predict = defineOperation({
  resource: 'prediction',
  name: 'predict',
  title: 'Predict',
  action: 'Predict rows',
  summary: 'Predict a value for each row',
  result: 'rows',
  inputs: v.object({
    model: reference({ title: 'Model', description: 'Which model', lookup: 'things' }),
    row: rows({ title: 'Row', description: 'The columns', columnsFrom: 'columns', dependsOn: ['model'] }),
  }),
  outputs: v.object({ price: count({ title: 'Price', description: 'The price' }) }),
  async run({ client, signal, progress }, { model, row }) {
    const outcomes: RowOutcome<{ price: number }>[] = [];
    progress({ type: 'phase', title: `Predict ${row.length} rows by ${model}` });
    for (const one of row) {
      try {
        const bytes = new TextEncoder().encode(JSON.stringify(one));
        const output = await client.api.json(
          {
            ...{ doing: 'predict a row', method: 'POST', path: '/predict', idempotent: true, signal },
            body: { kind: 'bytes', bytes },
          },
          (value) => value as { price: number },
        );
        outcomes.push({ ok: true, output });
      } catch (error) {
        if (!isEngineError(error)) throw error;
        outcomes.push({ ok: false, error });
      }
    }
    return outcomes;
  },
});

export const ferryCatalog = defineCatalog<FerryClient>({
  vendor: 'test-ferry',
  title: 'Test Ferry',
  resources: {
    job: { title: 'Job', description: 'A job' },
    thing: { title: 'Thing', description: 'A thing' },
    prediction: { title: 'Prediction', description: 'A prediction' },
  },
  operations: [ship, check, list, describeThing, predict],
  lookups: {
    things: async ({ client, signal }, { filter, next }) => {
      const { things, more } = await client.api.json(
        {
          ...{ doing: 'list the things', method: 'GET', path: '/things', idempotent: true, signal },
          query: { q: filter, from: next },
        },
        (value) => value as { things: string[]; more?: string },
      );
      return { entries: things.map((name) => ({ value: name.toLowerCase(), title: name })), next: more };
    },
  },
  columnLookups: {
    columns: async (_, { model }) => [
      { name: 'size', type: 'number', required: true },
      { name: `only in ${String(model)}`, type: 'date', required: false },
    ],
  },
});

/** The small vendor as a node; short retries keep the tests short. */
export const ferryHost: NodeHost<FerryClient> = {
  catalog: ferryCatalog,
  async createClient({ transport, signedBy, credential, clock, secrets }) {
    const found = await credential('ferryApi');
    if (!found)
      throw new EngineError({ code: 'invalid-input', message: 'No key is set.', remedy: 'Set the key.' });
    secrets.add(found['apiKey'] as string);
    const baseUrl = found['baseUrl'] as string;
    const client = (way: Transport) =>
      new HttpClient({
        ...{ transport: way, baseUrl, clock, redact: secrets.redact },
        retry: { maxAttempts: 2, baseDelayMs: 10 },
      });
    return { api: client(signedBy('ferryApi')), storage: client(transport) };
  },
};
