import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { presetCsv, type TranscriptEntry } from '@modelferry/sandbox';
import type { Scene } from '@modelferry/playground';
import type { Checks } from '../checks.ts';
import { dataRobotNode } from '../workflows/data-robot-node.ts';
import { fileNode } from '../workflows/file-node.ts';
import { byId } from '../workflows/our-node.ts';
import { stopJob, type Moment } from './stop-job.ts';

/** A stretch of a batch prediction in which a person presses Stop. */
interface BatchMoment extends Pick<Moment, 'name' | 'fault' | 'reached' | 'ends'> {
  readonly file: string;
  readonly options?: Readonly<Record<string, unknown>>;
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

const moments: readonly BatchMoment[] = [
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

/** Stopping an execution ends its batch job at the vendor, once, or leaves it running where that is wanted. */
export async function batchStopSuite(scene: Scene, checks: Checks): Promise<void> {
  await writeFiles(scene.filesFolder);
  for (const { file, options, ...moment } of moments)
    await checks.run(`Stop a batch prediction ${moment.name}`, () =>
      stopJob({ ...moment, nodes: nodesOf(file, options), endCall: 'batchDelete', jobs }, scene),
    );
}

const nodesOf =
  (file: string, options: BatchMoment['options'] = {}): Moment['nodes'] =>
  (sandbox) => [
    fileNode(file),
    dataRobotNode({
      ...{ resource: 'batchPrediction', operation: 'score', fileFrom: 'binary', fileBinaryField: 'data' },
      deploymentId: byId(sandbox.describe().dataRobot.deployments[0]?.id),
      options: { pollIntervalSeconds: 1, ...options },
    }),
  ];

/** One that never got its data whole never starts. */
const jobs: Moment['jobs'] = (sandbox) =>
  sandbox.state().dataRobot.batchJobs.map(({ id, state, queued }) => ({
    ...{ id, state },
    goesOn: queued && (state === 'INITIALIZING' || state === 'RUNNING'),
  }));

async function writeFiles(folder: string): Promise<void> {
  const csv = presetCsv('cars.json').toString();
  const [header = '', ...lines] = csv.trimEnd().split('\r\n');
  const many = Array.from({ length: bigRows }, (_, at) => lines[at % lines.length]);
  await writeFile(join(folder, smallFile), csv);
  await writeFile(join(folder, bigFile), [header, ...many].join('\r\n'));
}
