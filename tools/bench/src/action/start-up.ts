import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchContext, Measurement, Rounds } from '../harness/index.ts';
import { actionsFolder, rootAction } from './actions.ts';
import { runMeasured } from './run-measured.ts';

/** The script that nothing is faster than. */
export const emptyScript = 'an empty script';

interface Starter {
  readonly name: string;
  readonly folder: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Starts every action without the inputs that it needs, and an empty script, in turn. */
export async function measureStartUp(
  context: BenchContext,
  steps: readonly string[],
  rounds: number,
): Promise<Rounds> {
  const all = await starters(context, steps);
  const results = new Map<string, Measurement[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, folder, inputs } of all) {
      context.signal.throwIfAborted();
      const { cost } = await runMeasured(context, { actionDir: folder, with: inputs });
      const failed = cost.exitCode !== 0;
      if (failed !== (name !== emptyScript)) throw new Error(`${name} ended with ${cost.exitCode}.`);
      if (round > 0) results.get(name)?.push(cost); // The first is to warm up
    }
    context.log(`start-up: round ${round}/${rounds}`);
  }
  return results;
}

async function starters({ folder }: BenchContext, steps: readonly string[]): Promise<readonly Starter[]> {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  await writeFile(join(empty, 'empty.mjs'), '');
  await writeFile(join(empty, 'action.yml'), 'name: Empty\nruns:\n  using: node24\n  main: empty.mjs\n');
  return [
    { name: emptyScript, folder: empty, inputs: {} },
    ...steps.map((step) => ({
      name: step,
      folder: join(actionsFolder, step),
      inputs: {},
    })),
    { name: 'the one at the root', folder: rootAction, inputs: { operation: steps[0] ?? '' } },
    { name: 'the one at the root, without an operation', folder: rootAction, inputs: {} },
  ];
}
