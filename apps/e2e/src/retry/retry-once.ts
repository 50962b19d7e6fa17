import type { FaultRequest, Sandbox } from '@modelferry/sandbox';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { expect, type Checks } from '../checks.ts';
import { chain } from '../workflows/chain.ts';
import { fileNode } from '../workflows/file-node.ts';
import type { ourNode } from '../workflows/our-node.ts';
import { runWorkflow } from '../workflows/run-workflow.ts';
import { startNode } from '../workflows/start-node.ts';

/** Something that must be there once, however often n8n runs the node. */
export interface Work {
  readonly what: string;
  readonly node: ReturnType<typeof ourNode>;
  readonly parameters: (sandbox: Sandbox) => Readonly<Record<string, unknown>>;
  /** How many of it the vendor works on; a job that never got any data is not one. */
  readonly made: (sandbox: Sandbox) => number;
  /** The call that makes it. */
  readonly create: string;
  /** The call that looks at it afterwards. */
  readonly look: string;
  /** The same where it had to be found first. @default the same call */
  readonly lookAtFound?: string;
}

/** With Retry On Fail, a later try takes up what an earlier one has made. @param file what n8n reads first */
export async function retryOnce(works: readonly Work[], file: string, scene: Scene, checks: Checks) {
  for (const work of works) {
    const refused = (operation: string): FaultRequest => ({ kind: 'status', status: 403, operation });
    const lost: FaultRequest = { kind: 'drop-before-answer', operation: work.create };
    await checks.run(`Retry On Fail after a try that was refused while it waited for its ${work.what}`, () =>
      retry(work, file, [refused(work.look)], scene),
    );
    await checks.run(`Retry On Fail after a try that never heard of its ${work.what} and was refused`, () =>
      retry(work, file, [lost, refused(work.lookAtFound ?? work.look)], scene),
    );
  }
}

async function retry(
  work: Work,
  file: string,
  faults: readonly FaultRequest[],
  scene: Scene,
): Promise<string> {
  const { sandbox } = scene;
  await sandbox.reset();
  sandbox.faults.plan(faults);
  const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
  const node = work.node(work.parameters(sandbox), again);
  const execution = await runWorkflow(
    scene,
    chain(`Retry with one ${work.what}`, [startNode, fileNode(file), node]),
  );
  expect(execution.status === 'success', `n8n says ${execution.status}: ${execution.failure}`);
  expect(sandbox.faults.unconsumed().length === 0, 'the planned fault never struck');
  const made = work.made(sandbox);
  expect(made === 1, `${made} of them were made`);
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return `one ${work.what}`;
}
