import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { presetCsv, type DataRobotState, type FaultRequest, type TranscriptEntry } from '@modelferry/sandbox';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { expect, type Checks } from '../checks.ts';
import { waitFor } from '../wait-for.ts';
import { chain } from '../workflows/chain.ts';
import { byId, dataRobotNode } from '../workflows/data-robot-node.ts';
import { fileNode } from '../workflows/file-node.ts';
import { startNode } from '../workflows/start-node.ts';
import { startWorkflow } from '../workflows/start-workflow.ts';

/** A stretch of a batch prediction in which a person presses Stop. */
interface Moment {
  readonly name: string;
  readonly file: string;
  readonly fault: FaultRequest;
  /** Whether the work has come that far. */
  readonly reached: (requests: readonly TranscriptEntry[]) => boolean;
  readonly options?: Readonly<Record<string, unknown>>;
  /** What the person wants to become of the job. */
  readonly ends: boolean;
}

const smallFile = 'stop-batch-small.csv';
const bigFile = 'stop-batch-big.csv';
const bigRows = 300_000;

const waits = {
  file: smallFile,
  fault: { kind: 'job-stuck' },
  reached: (requests: readonly TranscriptEntry[]) =>
    requests.some(({ operation, answered }) => operation === 'batchStatus' && answered),
} as const;

const moments: readonly Moment[] = [
  {
    name: 'in the middle of its upload',
    file: bigFile,
    fault: { kind: 'stall-mid-upload', operation: 'batchUpload', bytes: 1_000_000 },
    reached: (requests) =>
      requests.some(({ operation, bodyBytes }) => operation === 'batchUpload' && bodyBytes >= 1_000_000),
    ends: true,
  },
  { name: 'while it waits for its turn', ...waits, ends: true },
  {
    name: 'in the middle of its download',
    file: smallFile,
    fault: { kind: 'stall-mid-body', operation: 'batchDownload' },
    reached: (requests) =>
      requests.some(({ operation, faultId }) => operation === 'batchDownload' && faultId !== undefined),
    ends: true,
  },
  {
    name: 'while it waits for its turn, to be left running',
    ...waits,
    options: { onStop: 'leave' },
    ends: false,
  },
];

/** The longest that ending the job may take after Stop, in milliseconds. */
const limitMs = 5_000;
/** What the vendor answers to the end may be looked into once more, in milliseconds. */
const lastLookMs = 500;
/** Longer than the pause between two looks at the job, so that a look that should not come would come. */
const quietMs = 3_000;

/** Stopping an execution ends its batch job at the vendor, once, or leaves it running where that is wanted. */
export async function batchStopSuite(scene: Scene, checks: Checks): Promise<void> {
  await writeFiles(scene.filesFolder);
  for (const moment of moments)
    await checks.run(`Stop a batch prediction ${moment.name}`, () => stopAt(moment, scene));
}

/** A job that never got its data whole never starts. */
const goesOn = ({ state, queued }: DataRobotState['batchJobs'][number]) =>
  queued && (state === 'INITIALIZING' || state === 'RUNNING');

async function stopAt({ name, file, fault, reached, options, ends }: Moment, scene: Scene): Promise<string> {
  const { sandbox, rest, server } = scene;
  await sandbox.reset();
  sandbox.faults.plan(fault);
  const loggedBefore = readFileSync(server.logFile, 'utf8').length;
  const score = dataRobotNode({
    ...{ resource: 'batchPrediction', operation: 'score', fileFrom: 'binary', fileBinaryField: 'data' },
    deploymentId: byId(sandbox.describe().dataRobot.deployments[0]?.id),
    options: { pollIntervalSeconds: 1, ...options },
  });
  const executionId = await startWorkflow(scene, chain(`Stop ${name}`, [startNode, fileNode(file), score]));
  await waitFor('the moment to stop at', 60_000, () => reached(sandbox.requests()));

  const stoppedAtMs = Date.now();
  await rest.stop(executionId);
  const deletions = () => sandbox.requests().filter(({ operation }) => operation === 'batchDelete');
  if (ends) await waitFor('the end of the job', limitMs, () => deletions().some(({ answered }) => answered));
  const endedMs = Date.now() - stoppedAtMs;
  await sleep(lastLookMs);
  const seenByThen = sandbox.requests().length;
  await sleep(quietMs);
  const late = sandbox.requests().slice(seenByThen);
  expect(late.length === 0, `after the end came ${late.map(({ operation }) => operation).join(', ')}`);
  expect(deletions().length === (ends ? 1 : 0), `the job was ended ${deletions().length} times`);
  expect(sandbox.faults.unconsumed().length === 0, 'the planned fault never struck');

  const { batchJobs } = sandbox.state().dataRobot;
  const [job] = batchJobs;
  expect(job !== undefined && batchJobs.length === 1, `${batchJobs.length} jobs were made`);
  expect(goesOn(job) !== ends, `the job is ${job.state} at the vendor`);
  const execution = await rest.execution(executionId);
  expect(execution.status === 'canceled', `n8n says the execution is ${execution.status}`);
  const kept = JSON.stringify(execution.customData);
  expect(kept.includes(job.id), `the stopped execution's custom data does not hold the job: ${kept}`);
  const log = readFileSync(server.logFile, 'utf8').slice(loggedBefore);
  expect(log.includes(job.id), "n8n's log does not hold the job");
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return ends ? `job ${job.id.slice(-8)} ended after ${endedMs} ms, once` : `job ${job.id.slice(-8)} goes on`;
}

async function writeFiles(folder: string): Promise<void> {
  const csv = presetCsv('cars.json').toString();
  const [header = '', ...lines] = csv.trimEnd().split('\r\n');
  const many = Array.from({ length: bigRows }, (_, at) => lines[at % lines.length]);
  await writeFile(join(folder, smallFile), csv);
  await writeFile(join(folder, bigFile), [header, ...many].join('\r\n'));
}
