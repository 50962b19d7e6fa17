import { presetCsv } from '@modelferry/sandbox';
import { valueOf, type Performance } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import type { Inputs, Stage } from './stage.ts';

/** An operation as a user would run it, and what must have come of it. */
export interface Scenario {
  readonly operation: string;
  /** Makes what the operation works on. @returns inputs that come of it */
  prepare?(stage: Stage): Promise<Inputs>;
  inputs(stage: Stage, largeBody: boolean): Inputs;
  /** Fails unless all is as the user wanted it. */
  done(stage: Stage, performance: Performance): void;
}

const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n');
const csvOf = (rows: number): Uint8Array => {
  const wanted = Array.from({ length: rows }, (_, at) => lines[at % lines.length] ?? '');
  return new TextEncoder().encode(`${[header, ...wanted].join('\r\n')}\r\n`);
};
export const smallRows = 40;
const small = csvOf(smallRows);
/** Larger than what two sockets hold: a server that does not read it keeps it from being sent. */
const largeRows = 180_000;
const large = csvOf(largeRows);

export const cars = (largeBody = false): Source => bytesSource('cars.csv', largeBody ? large : small);
/** Long enough for all that ends well, a silence among them; what never ends is left after that. */
export const quick = { pollIntervalMs: 5_000, timeoutMs: 300_000 };

const created = async (stage: Stage, more: Inputs = {}): Promise<Inputs> => {
  const inputs = { deploymentId: stage.deployment.id, ...more };
  const { jobId } = valueOf(await stage.perform('batchPrediction.create', inputs)) as Inputs;
  return { jobId };
};

const started = async (stage: Stage): Promise<Inputs> => {
  const inputs = { deploymentId: stage.deployment.id, file: cars(), waitForCompletion: false };
  const performance = await stage.perform('batchPrediction.score', inputs);
  const { jobId } = valueOf(performance) as { readonly jobId: string };
  return { jobId };
};

const rowsOf = (bytes: Uint8Array): number =>
  new TextDecoder().decode(bytes).trimEnd().split('\n').length - 1;

function expectScored(stage: Stage, performance: Performance): void {
  expect(valueOf(performance)).toMatchObject({ finished: true, pending: false, status: 'COMPLETED' });
  const ours = stage.state.batchJobs.filter(({ uploads }) => uploads.length > 0);
  const completed = ours.filter(({ state }) => state === 'COMPLETED');
  expect(completed).toHaveLength(1);
  const [{ rows = 0 } = {}] = completed;
  expect([...performance.files.values()].map(rowsOf)).toEqual([rows]);
  expect([smallRows, largeRows]).toContain(rows);
}

/** The data are there, whole, and the job goes on by itself. */
function expectSent(stage: Stage, performance: Performance): void {
  const [job] = stage.state.batchJobs;
  expect(valueOf(performance)).toMatchObject({ jobId: job?.id, resumeToken: expect.any(String) });
  expect(job).toMatchObject({ queued: true });
  expect([smallRows, largeRows]).toContain(job?.rows);
}

export const scenarios: readonly Scenario[] = [
  {
    operation: 'batchPrediction.score',
    inputs: (stage, largeBody) => ({
      deploymentId: stage.deployment.id,
      file: cars(largeBody),
      ...quick,
    }),
    done: expectScored,
  },
  {
    operation: 'batchPrediction.wait',
    prepare: started,
    inputs: () => quick,
    done: expectScored,
  },
  {
    operation: 'batchPrediction.uploadData',
    prepare: (stage) => created(stage),
    inputs: (_, largeBody) => ({ file: cars(largeBody) }),
    done: expectSent,
  },
  {
    operation: 'batchPrediction.finalize',
    async prepare(stage) {
      const job = await created(stage, { uploadMode: 'parts' });
      await stage.perform('batchPrediction.uploadData', { ...job, file: cars(), finalize: false });
      return job;
    },
    inputs: () => ({}),
    done: expectSent,
  },
  {
    operation: 'batchPrediction.downloadResult',
    async prepare(stage) {
      const job = await started(stage);
      await stage.perform('batchPrediction.wait', { ...job, ...quick, downloadResult: false });
      return job;
    },
    inputs: () => ({}),
    done: (_, performance) => {
      expect(valueOf(performance)).toMatchObject({ whole: true, resultRows: smallRows });
      expect([...performance.files.values()].map(rowsOf)).toEqual([smallRows]);
    },
  },
  {
    operation: 'batchPrediction.get',
    prepare: started,
    inputs: () => ({}),
    done: (_, performance) =>
      expect(valueOf(performance)).toMatchObject({ failed: false, scoredRows: expect.any(Number) }),
  },
  {
    operation: 'batchPrediction.getMany',
    prepare: async (stage) => {
      await started(stage);
      return {};
    },
    inputs: () => ({}),
    done: (_, performance) => expect(valueOf(performance)).toHaveLength(1),
  },
  {
    operation: 'batchPrediction.abort',
    prepare: started,
    inputs: () => ({}),
    done: (stage, performance) => {
      expect(valueOf(performance)).toMatchObject({
        outcome: expect.stringMatching(/cancelled|already-ended|never-started/),
      });
      expect(stage.state.jobsOpen).toBe(0);
    },
  },
];
