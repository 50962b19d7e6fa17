import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { presetCsv, type FaultRequest, type TranscriptEntry } from '@modelferry/sandbox';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { expect, type Checks } from '../checks.ts';
import { waitFor } from '../wait-for.ts';
import { retrainWorkflow } from '../workflows/retrain-workflow.ts';
import { startWorkflow } from '../workflows/start-workflow.ts';
import { clientSockets } from './client-sockets.ts';

/** A stretch of the node's work in which a person presses Stop. */
interface Moment {
  readonly name: string;
  readonly file: string;
  readonly fault?: FaultRequest;
  /** Whether the work has come that far. */
  readonly reached: (requests: readonly TranscriptEntry[]) => boolean;
}

const smallFile = 'stop-small.csv';
const bigFile = 'stop-big.csv';
const bigFileBytes = 64 * 1024 * 1024;

const moments: readonly Moment[] = [
  {
    name: 'in the middle of an upload',
    file: bigFile,
    fault: { kind: 'stall-mid-upload', operation: 'put', bytes: 1_000_000 },
    reached: (requests) =>
      requests.some(({ operation, bodyBytes }) => operation === 'put' && bodyBytes >= 1_000_000),
  },
  {
    name: 'while it pauses between two looks at the job',
    file: smallFile,
    reached: (requests) =>
      requests.some(({ operation, answered }) => operation === 'retrainStatus' && answered),
  },
  {
    name: 'during a request that hangs',
    file: smallFile,
    fault: { kind: 'timeout', operation: 'retrainStatus' },
    reached: (requests) =>
      requests.some(({ operation, faultId }) => operation === 'retrainStatus' && faultId !== undefined),
  },
];

/** The longest the node may go on after Stop, in milliseconds. */
const limitMs = 1_000;
/** Longer than the pause between two looks at a job, so that a look that should not come would come. */
const quietMs = 7_000;

/** Stopping an execution ends the node's work at once, and loses no job. */
export async function retrainStopSuite(scene: Scene, checks: Checks): Promise<void> {
  await writeFiles(scene.filesFolder);
  for (const moment of moments) {
    await checks.run(`Stop ${moment.name}`, () => stopAt(moment, scene));
  }
}

async function stopAt(moment: Moment, scene: Scene): Promise<string> {
  const { sandbox, rest, server } = scene;
  await sandbox.reset();
  sandbox.variants.change({ enable: ['stuck-job'] });
  if (moment.fault) sandbox.faults.plan(moment.fault);
  const loggedBefore = readFileSync(server.logFile, 'utf8').length;
  const executionId = await startWorkflow(scene, retrainWorkflow(`Stop ${moment.name}`, moment.file));
  await waitFor('the moment to stop at', 60_000, () => moment.reached(sandbox.requests()));

  const ports = [sandbox.describe().storage.baseUrl].map((url) => Number(new URL(url).port));
  const stoppedAtMs = Date.now();
  await rest.stop(executionId);
  await sleep(Math.max(0, stoppedAtMs + limitMs - Date.now()));
  const seenByThen = sandbox.requests();
  const uploads = ports.reduce((sum, port) => sum + clientSockets(port), 0);
  expect(uploads === 0, `${uploads} connections to the storage are still open ${limitMs} ms after Stop`);
  const open = seenByThen.filter(({ endedAtMs, operation }) => endedAtMs === null && operation !== 'put');
  expect(open.length === 0, `${open.length} requests are still open ${limitMs} ms after Stop`);
  const endedAtMs = Math.max(stoppedAtMs, ...seenByThen.map((entry) => entry.endedAtMs ?? 0));

  await sleep(quietMs);
  const late = sandbox.requests().slice(seenByThen.length);
  expect(
    late.length === 0,
    `${late.length} requests came after Stop: ${late.map(({ operation }) => operation).join(', ')}`,
  );
  expect(sandbox.faults.unconsumed().length === 0, 'the planned fault never struck');

  const job = sandbox.state().predictionOne.japan.retrainJobs[0];
  expect(job !== undefined, 'no job was ever made');
  const execution = await rest.execution(executionId);
  const { status, customData } = execution;
  expect(status === 'canceled', `n8n says the execution is ${status}`);
  expect(
    Object.values(customData).includes(job.id),
    `the stopped execution's custom data does not hold the job: ${JSON.stringify(customData)}`,
  );
  const log = readFileSync(server.logFile, 'utf8').slice(loggedBefore);
  expect(log.includes(job.id), "n8n's log does not hold the job");
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return `quiet after ${endedAtMs - stoppedAtMs} ms; job ${job.id.slice(0, 8)} is in the custom data and in the log`;
}

async function writeFiles(folder: string): Promise<void> {
  const csv = presetCsv('cars.json').toString();
  const rows = csv.slice(csv.indexOf('\n') + 1);
  await writeFile(join(folder, smallFile), csv);
  await writeFile(join(folder, bigFile), csv + rows.repeat(Math.ceil(bigFileBytes / rows.length)));
}
