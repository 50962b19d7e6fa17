import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRequest, Sandbox, TranscriptEntry } from '@modelferry/sandbox';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { expect } from '../checks.ts';
import { waitFor } from '../wait-for.ts';
import { chain } from '../workflows/chain.ts';
import { startNode } from '../workflows/start-node.ts';
import { startWorkflow } from '../workflows/start-workflow.ts';

/** A job as the vendor's side knows it. */
export interface KnownJob {
  readonly id: string;
  /** The vendor's word for where it stands. */
  readonly state: string;
  readonly goesOn: boolean;
}

/** A stretch of a job's life in which a person presses Stop. */
export interface Moment {
  readonly name: string;
  readonly fault?: FaultRequest;
  readonly variants?: readonly string[];
  /** Whether the work has come that far. */
  readonly reached: (requests: readonly TranscriptEntry[]) => boolean;
  /** What the person wants to become of the job. */
  readonly ends: boolean;
  readonly nodes: (sandbox: Sandbox) => readonly { readonly name: string }[];
  /** The call that ends a job. */
  readonly endCall: string;
  readonly jobs: (sandbox: Sandbox) => readonly KnownJob[];
}

/** The longest that ending the job may take after Stop, in milliseconds. */
const limitMs = 5_000;
/** What the vendor answers to the end may be looked into once more, in milliseconds. */
const lastLookMs = 500;
/** Longer than the pause between two looks at the job, so that a look that should not come would come. */
const quietMs = 3_000;

/** Stops an execution: its job ends at the vendor, once, or goes on where that is wanted, and n8n can tell which it is. */
export async function stopJob(
  { name, fault, variants = [], reached, ends, ...work }: Moment,
  scene: Scene,
): Promise<string> {
  const { sandbox, rest, server } = scene;
  await sandbox.reset();
  sandbox.variants.change({ enable: variants });
  if (fault) sandbox.faults.plan(fault);
  const loggedBefore = readFileSync(server.logFile, 'utf8').length;
  const workflow = chain(`Stop ${name}`, [startNode, ...work.nodes(sandbox)]);
  const executionId = await startWorkflow(scene, workflow);
  await waitFor('the moment to stop at', 60_000, () => reached(sandbox.requests()));

  const stoppedAtMs = Date.now();
  await rest.stop(executionId);
  const endCalls = () => sandbox.requests().filter(({ operation }) => operation === work.endCall);
  if (ends) await waitFor('the end of the job', limitMs, () => endCalls().some(({ answered }) => answered));
  const endedMs = Date.now() - stoppedAtMs;
  await sleep(lastLookMs);
  const seenByThen = sandbox.requests().length;
  await sleep(quietMs);
  const late = sandbox.requests().slice(seenByThen);
  expect(late.length === 0, `after the end came ${late.map(({ operation }) => operation).join(', ')}`);
  expect(endCalls().length === (ends ? 1 : 0), `the job was ended ${endCalls().length} times`);
  expect(sandbox.faults.unconsumed().length === 0, 'the planned fault never struck');

  const jobs = work.jobs(sandbox);
  const [job] = jobs;
  expect(job !== undefined && jobs.length === 1, `${jobs.length} jobs were made`);
  expect(job.goesOn !== ends, `the job is ${job.state} at the vendor`);
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
