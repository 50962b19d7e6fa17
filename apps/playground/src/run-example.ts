import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Example } from './examples/example.ts';
import { titleOf } from './examples/title-of.ts';
import { paths } from './host/paths.ts';
import { leakedKeys } from './leaked-keys.ts';
import { startOf } from './n8n/start-of.ts';
import { withChoices } from './n8n/with-choices.ts';
import { withCredentials } from './n8n/with-credentials.ts';
import type { Execution } from './n8n/execution.ts';
import type { WorkflowFile } from './n8n/n8n-rest.ts';
import type { ExampleResult } from './report.ts';
import type { Scene } from './scene.ts';

/** A run that goes on. */
export interface ExampleRun {
  /** Settles when the attendant has done its part, or the run has ended. */
  readonly attended: Promise<void>;
  /** Rejects only when everything is being stopped. */
  readonly result: Promise<ExampleResult>;
}

const lookEveryMs = 300;
const endings = ['success', 'error', 'crashed', 'canceled'];

/** Imports an example into n8n, runs it once there and judges what came out. */
export function runExample(example: Example, scene: Scene): ExampleRun {
  let onAttended: () => void = () => undefined;
  const attended = new Promise<void>((resolve) => (onAttended = resolve));
  const result = judge(example, scene, onAttended).finally(onAttended);
  return { attended, result };
}

async function judge(example: Example, scene: Scene, onAttended: () => void): Promise<ExampleResult> {
  const workflow = JSON.parse(readFileSync(join(paths.examples, example.file), 'utf8')) as WorkflowFile;
  const name = titleOf(example, workflow);
  const startedAtMs = performance.now();
  const ended = (passed: boolean, outcome: string): ExampleResult => {
    const durationMs = performance.now() - startedAtMs;
    scene.progress.say(`${passed ? 'Passed' : 'FAILED'}: ${name}`);
    return { workflow: name, passed, durationMs, outcome };
  };
  scene.progress.say(`Running: ${name}`);
  try {
    const execution = await finished(example, workflow, scene, onAttended);
    if (execution.status !== 'success') {
      return ended(
        false,
        `n8n says ${execution.status} at ${execution.failure ?? execution.lastNode ?? 'its start'}`,
      );
    }
    const outcome = await example.outcome(execution, scene);
    const leak = leakedKeys(scene, execution);
    return leak === undefined ? ended(true, outcome) : ended(false, leak);
  } catch (error) {
    scene.signal.throwIfAborted();
    return ended(false, (error as Error).message);
  }
}

async function finished(
  example: Example,
  workflow: WorkflowFile,
  scene: Scene,
  onAttended: () => void,
): Promise<Execution> {
  const { rest, progress, signal } = scene;
  const trigger = startOf(workflow);
  const tied = withCredentials(workflow, scene.credentialIds);
  const workflowId = await rest.importWorkflow(await withChoices(rest, tied));
  await example.prepare?.(scene);
  const executionId = await rest.run(workflowId, trigger.name);
  const startedAtMs = performance.now();
  let attend = example.attendant?.();
  for (;;) {
    const execution = await rest.execution(executionId);
    if (endings.includes(execution.status)) return execution;
    if (attend && (await attend(execution, scene))) {
      attend = undefined;
      onAttended();
    }
    const elapsedMs = performance.now() - startedAtMs;
    if (elapsedMs > example.limitMs) {
      throw new Error(
        `Still ${execution.status} after ${example.limitMs / 1000} s, at ${execution.lastNode ?? 'its start'}.`,
      );
    }
    progress.tick(
      `${titleOf(example, workflow)}: ${execution.status} for ${Math.round(elapsedMs / 1000)} s, at ${execution.lastNode ?? 'its start'}`,
    );
    await sleep(lookEveryMs, undefined, { signal });
  }
}
