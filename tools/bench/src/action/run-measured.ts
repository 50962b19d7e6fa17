import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runAction, type ActionResult, type RunActionOptions } from '@modelferry/github-runner';
import { nativeProgram, type BenchContext, type Measurement } from '../harness/index.ts';

/** An action that ran under the runner, and what its processes cost. */
export interface Measured extends ActionResult {
  readonly cost: Measurement;
  /** Of its post stage, where it has one. */
  readonly postCost: Measurement | undefined;
}

/** Runs an action as GitHub's runner does, its processes under the kernel's accounting. It may end in failure. */
export async function runMeasured(
  { folder, signal }: BenchContext,
  options: RunActionOptions,
): Promise<Measured> {
  const file = join(folder, 'costs.jsonl');
  await rm(file, { force: true });
  const result = await runAction({
    ...options,
    node: await nativeProgram('measure', folder, signal),
    env: { ...options.env, MEASURE_FILE: file, MEASURE_PROGRAM: process.execPath },
  });
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const [cost, postCost] = lines.map((line) => JSON.parse(line) as Measurement);
  if (!cost) throw new Error(`${options.actionDir} was not measured.`);
  return { ...result, cost, postCost };
}
